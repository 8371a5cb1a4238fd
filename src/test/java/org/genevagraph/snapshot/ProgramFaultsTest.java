package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.syntax.DeclaredTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is wrong with shapes, rules, queries and the ontology is told with file, line and fix, all at once. Each file in {@code program-faults}
 * holds faults, separated by empty lines: which file, what stands there, what is put in its place, and the one line that must be read, in which
 * <code>{+1}</code> is the line after the one where it stood. Without {@code old}, the new text follows at the end of the file, or makes one.
 */
class ProgramFaultsTest {
    private static final Path FAULTS = Path.of("src/test/resources/program-faults");
    private static final Pattern LINE = Pattern.compile("\\{([+-]\\d+)}");
    private static final int DAMAGED = 300;
    private static final long SEED = 20_261_127;

    @TempDir
    private Path folder;

    private static Inputs inputs;
    private static Optional<DeclaredTerms> terms;

    private static Inputs inputs() throws IOException {
        if (inputs == null) {
            // Tables say nothing about the other files; without them nothing takes long.
            Inputs read = Inputs.read(Mini.HOME, Mini.DATA);
            inputs = new Inputs(
                    List.of(), read.ontology(), read.shapes(), read.rules(), read.standard(), List.of(), Map.of());
            terms = inputs.terms();
        }
        return inputs;
    }

    /** A fault put into a file. */
    record Fault(String file, String old, String replacement, List<String> expected) {
        /** What must be read, with the line, which moves when the file is edited above it. */
        List<String> expectedAtItsLine() throws IOException {
            if (old.isEmpty()) {
                return expected;
            }
            String text = Files.readString(Path.of(file));
            long line = 1
                    + text.substring(0, text.indexOf(old))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            return expected.stream()
                    .map(told -> LINE.matcher(told)
                            .replaceAll(offset -> Long.toString(line + Long.parseLong(offset.group(1)))))
                    .toList();
        }

        @Override
        public String toString() {
            return file + ": " + replacement;
        }
    }

    static List<Fault> faults() throws IOException {
        List<Fault> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(FAULTS)) {
            for (Path file : files.sorted().toList()) {
                for (String block : Files.readString(file).split("\n\n+", -1)) {
                    faults.add(fault(block));
                }
            }
        }
        return faults;
    }

    private static Fault fault(String block) {
        String file = "";
        String old = "";
        String replacement = "";
        List<String> expected = new ArrayList<>();
        for (String line : block.strip().split("\n", -1)) {
            int colon = line.indexOf(": ");
            String value = line.substring(colon + 2).replace("\\n", "\n");
            switch (line.substring(0, colon)) {
                case "file" -> file = value;
                case "old" -> old = value;
                case "new" -> replacement = value;
                case "expect" -> expected.add(line.substring(colon + 2));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new Fault(file, old, replacement, expected);
    }

    @Test
    void eachKindOfFileHasTenFaults() throws IOException {
        for (String kind : List.of("shapes/", "queries/rules/", "queries/", "ontology/")) {
            long found = faults().stream()
                    .filter(fault -> Path.of(fault.file()).getParent().equals(Path.of(kind)))
                    .count();
            assertTrue(found >= 10, kind + " has " + found);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isToldOnceWithItsLineAndItsFix(Fault fault) throws IOException {
        List<Problem> problems = problems(fault.file(), text -> {
            assertTrue(text.contains(fault.old()), fault.file() + " does not hold " + fault.old());
            return fault.old().isEmpty()
                    ? text + fault.replacement()
                    : text.replaceFirst(Pattern.quote(fault.old()), Matcher.quoteReplacement(fault.replacement()));
        });
        assertEquals(
                String.join("\n", fault.expectedAtItsLine()),
                String.join("\n", problems.stream().map(Problem::toString).toList()));
    }

    /** What is wrong when a file is changed so; nothing if all is well. */
    private List<Problem> problems(String file, UnaryOperator<String> change) throws IOException {
        if (Path.of(file).getParent().equals(Path.of("queries"))) {
            Path queries = folder.resolve("queries");
            Files.createDirectories(queries);
            Path original = Path.of(file);
            String text = change.apply(Files.exists(original) ? Files.readString(original) : "");
            Files.writeString(queries.resolve(original.getFileName()), text);
            inputs();
            try {
                QueryCatalogue.read(queries, terms);
                return List.of();
            } catch (ProblemException e) {
                return e.problems();
            }
        }
        // Nothing is read but the ontology and what stands beside the file.
        Inputs changed = new Inputs(
                List.of(),
                Path.of(file).startsWith("ontology") ? changed(inputs().ontology(), file, change) : inputs().ontology(),
                changed(inputs().shapes(), file, change),
                changed(inputs().rules(), file, change),
                changed(inputs().standard(), file, change),
                List.of(),
                Map.of());
        try {
            new SnapshotBuilder(changed, Progress.NONE).build();
            return List.of();
        } catch (ProblemException e) {
            // Without tables rules add nothing, and some shapes reach nothing.
            return e.problems().stream()
                    .filter(problem -> !problem.message().equals("this rule added nothing")
                            && !problem.message().endsWith(" reaches no focus node"))
                    .toList();
        }
    }

    private static List<Inputs.File> changed(List<Inputs.File> files, String shown, UnaryOperator<String> change) {
        Path folder = Path.of(shown).getParent();
        if (files.stream().noneMatch(file -> Path.of(file.shown()).getParent().equals(folder))) {
            return List.of();
        }
        List<Inputs.File> changed = new ArrayList<>();
        boolean found = false;
        for (Inputs.File file : files) {
            boolean meant = file.shown().equals(shown);
            found |= meant;
            changed.add(meant ? new Inputs.File(shown, file.name(), change.apply(file.text())) : file);
        }
        if (!found) {
            changed.add(new Inputs.File(shown, Path.of(shown).getFileName().toString(), change.apply("")));
        }
        return changed;
    }

    /** Whatever becomes of a file: it is as good as before, or what is wrong is told with its line. */
    @Test
    void whateverIsDamagedIsToldWithAPlace() throws IOException {
        List<String> files = new ArrayList<>();
        inputs();
        Stream.of(inputs.ontology(), inputs.shapes(), inputs.rules(), inputs.standard())
                .forEach(some -> some.forEach(file -> files.add(file.shown())));
        try (Stream<Path> queries = Files.list(Path.of("queries"))) {
            queries.filter(path -> path.toString().endsWith(".rq"))
                    .sorted()
                    .forEach(path -> files.add(path.toString()));
        }
        assertTrue(files.size() > 60, "files: " + files.size());
        Random random = new Random(SEED);
        int told = 0;
        for (int i = 0; i < DAMAGED; i++) {
            String file = files.get(i % files.size());
            Damage damage = Damage.ALL.get(random.nextInt(Damage.ALL.size()));
            String[] after = new String[1];
            List<Problem> problems;
            try {
                problems = problems(file, text -> after[0] = damage.change().apply(text, random));
            } catch (RuntimeException | Error e) {
                throw new AssertionError(i + ": " + damage.name() + " in " + file, e);
            }
            for (Problem problem : problems) {
                String line = i + ": " + damage.name() + " in " + file + " gave " + problem;
                assertTrue(problem.line() > 0, line);
                assertFalse(problem.file().isEmpty() || problem.fix().isEmpty(), line);
                assertFalse(problem.toString().contains("Exception"), line);
            }
            told += problems.isEmpty() ? 0 : 1;
        }
        assertTrue(told > DAMAGED / 3, "told: " + told);
    }
}
