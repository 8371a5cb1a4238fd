package org.genevagraph.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Slip;
import org.genevagraph.source.table.Table;

/** Tells a slip of the tables once: not again at each cell that it touches, and with the number of its places where these are many. */
final class ToldOnce {
    /** A name that nothing bears is told at so many places, then counted. */
    private static final int FEW = 3;

    private ToldOnce() {}

    /**
     * The problems without those that say of each cell that its column is missing, or of translated words that no table says them if it is a table
     * that is not there.
     *
     * @param anyMissing whether a table is missing or cut off
     */
    static void reduce(Iterable<Table> tables, boolean anyMissing, Problems problems) {
        Map<String, List<String>> missing = new HashMap<>();
        tables.forEach(table -> missing.put(table.file(), table.missingColumns()));
        boolean anyTerm = problems.sorted().stream()
                .anyMatch(problem -> problem.file().startsWith("ontology/") && problem.line() > 0);
        problems.replace(problem -> {
            boolean follows = (problem.line() > 1
                            && missing.getOrDefault(problem.file(), List.of()).contains(problem.column()))
                    // A term of the ontology that is misspelt leaves a relation without its ends.
                    || (anyTerm && problem.slip().kind() == Slip.Kind.RELATION_WITHOUT_ENDS);
            return follows || (anyMissing && problem.slip().kind() == Slip.Kind.WORDS_NOT_SAID)
                    ? Optional.empty()
                    : Optional.of(problem);
        });
    }

    /** The problems with one for each slip that is told at many places, which says at how many. */
    static void count(Problems problems) {
        Map<List<Object>, Integer> places = new HashMap<>();
        problems.sorted().forEach(problem -> places.merge(sameAs(problem), 1, Integer::sum));
        places.remove(List.of());
        problems.replace(problem -> Optional.of(problem)
                .filter(same -> places.getOrDefault(sameAs(same), 0) <= FEW)
                .or(() -> counted(problem, places)));
    }

    /** What is the same slip wherever it is told: a name that nothing bears, a value that stands in many cells of a column; empty for others. */
    private static List<Object> sameAs(Problem problem) {
        return switch (problem.slip().kind()) {
            case NAME_UNKNOWN, RELATION_UNKNOWN -> List.of(problem.slip());
            case CELLS_SHIFTED -> List.of(problem.slip(), problem.file());
            default ->
                problem.line() > 1 && problem.message().startsWith("'")
                        ? List.of(problem.file(), problem.column(), problem.message())
                        : List.of();
        };
    }

    /** The first of many, with their number; empty for the others. */
    private static Optional<Problem> counted(Problem problem, Map<List<Object>, Integer> unknown) {
        int places = unknown.put(sameAs(problem), Integer.MAX_VALUE);
        return places == Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(problem.saying(
                        String.format("%s (and at %,d more places)", problem.message(), places - 1), problem.fix()));
    }
}
