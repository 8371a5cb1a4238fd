package org.genevagraph.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Problems as people can take them in. One bad save can break a rule ten thousand times; of each kind some are told and the others counted, and
 * what may be the cause of the rest stands first.
 */
public final class ProblemDigest {
    /** What differs between problems of a kind: what is quoted, IRIs, numbers. */
    private static final Pattern PARTICULAR = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S*[:/]\\S+|\\d+");

    /** As many are told as they are, by their places. */
    private static final int FEW = 20;

    private static final int MOST_KINDS = 30;

    private ProblemDigest() {}

    /**
     * The lines that tell them; warnings say that they are some.
     *
     * @param mostOfAKind how many of each kind are told; the others are counted
     * @param howToSeeAll what the reader can do to see every one, added to the count; may be empty
     */
    public static List<String> lines(List<Problem> problems, int mostOfAKind, String howToSeeAll) {
        if (problems.size() <= Math.max(FEW, mostOfAKind)) {
            return problems.stream().map(ProblemDigest::line).toList();
        }
        Map<Kind, List<Problem>> kinds = new LinkedHashMap<>();
        problems.forEach(problem -> kinds.computeIfAbsent(Kind.of(problem), any -> new ArrayList<>())
                .add(problem));
        List<List<Problem>> ordered =
                kinds.values().stream().sorted(CAUSE_FIRST).toList();
        List<String> lines = new ArrayList<>();
        int left = 0;
        for (List<Problem> kind : ordered.subList(0, Math.min(MOST_KINDS, ordered.size()))) {
            kind.stream().limit(mostOfAKind).forEach(problem -> lines.add(line(problem)));
            if (kind.size() > mostOfAKind) {
                lines.add(String.format("… and %,d more of this kind", kind.size() - mostOfAKind));
                left += kind.size() - mostOfAKind;
            }
        }
        if (ordered.size() > MOST_KINDS) {
            List<List<Problem>> others = ordered.subList(MOST_KINDS, ordered.size());
            int more = others.stream().mapToInt(List::size).sum();
            lines.add(String.format("… and %,d more of %,d other kinds", more, others.size()));
            left += more;
        }
        if (left > 0 && !howToSeeAll.isEmpty()) {
            lines.add(howToSeeAll);
        }
        return lines;
    }

    /** Errors before warnings; what concerns a whole file, then a header, then what is rare: a cause has many consequences. */
    private static final Comparator<List<Problem>> CAUSE_FIRST = Comparator.<List<Problem>, Severity>comparing(
                    kind -> kind.get(0).severity())
            .thenComparing(kind -> Math.min(2, kind.get(0).line()))
            .thenComparing(List::size)
            .thenComparing(kind -> kind.get(0));

    private static String line(Problem problem) {
        return problem.severity() == Severity.WARNING ? "warning: " + problem : problem.toString();
    }

    private record Kind(Severity severity, boolean wholeFile, String column, String message) {
        static Kind of(Problem problem) {
            return new Kind(
                    problem.severity(),
                    problem.line() == 0 && !problem.file().isEmpty(),
                    problem.column(),
                    PARTICULAR.matcher(problem.message()).replaceAll("…"));
        }
    }
}
