package org.genevagraph.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genevagraph.problem.ProblemException;

/**
 * Runs the test suites of the W3C for SPARQL 1.1 and SHACL: queries through the HTTP door of a server, shapes through the validator of the tables.
 * The suites are not part of the project; their folder is named.
 */
public final class Conformance {
    /** What a server that only reads does not offer: these are counted, and not run. */
    private static final Set<String> OF_UPDATES = Set.of(
            "UpdateEvaluationTest",
            "PositiveUpdateSyntaxTest11",
            "NegativeUpdateSyntaxTest11",
            "GraphStoreProtocolTest");

    private static final int DEPTH = 6;

    private Conformance() {}

    /**
     * Writes the table.
     *
     * @param args the folder below which the suites are, the file to write, and which revisions of the suites they are
     */
    public static void main(String[] args) throws IOException, ProblemException {
        Path suites = Path.of(args[0]);
        List<Verdict> verdicts = run(suites, System.err);
        if (verdicts.isEmpty()) {
            System.err.println("no suite is below " + suites
                    + ": it holds no folder sparql10, sparql11 or data-shapes-test-suite");
            System.exit(2);
        }
        String report = Report.of(verdicts, Reasons.read(), args.length > 2 ? args[2] : "");
        Files.writeString(Path.of(args[1]), report, StandardCharsets.UTF_8);
        System.err.println(Report.sum(verdicts));
    }

    /** The outcome of every test of every suite below a folder. */
    static List<Verdict> run(Path folder, PrintStream progress) throws IOException, ProblemException {
        List<SuiteCase> cases = new ArrayList<>();
        for (String[] suite : new String[][] {
            {"sparql10", "manifest-syntax.ttl"},
            {"sparql10", "manifest-evaluation.ttl"},
            {"sparql11", "manifest-all.ttl"},
            {"data-shapes-test-suite", "tests/manifest.ttl"}
        }) {
            Optional<Path> found = find(folder, suite[0]);
            if (found.isPresent() && Files.exists(found.get().resolve(suite[1]))) {
                cases.addAll(SuiteCase.read(found.get().getParent(), found.get().resolve(suite[1])));
            }
        }
        List<Verdict> verdicts = new ArrayList<>();
        if (cases.isEmpty()) {
            return verdicts;
        }
        try (TestedServer server = TestedServer.start()) {
            String group = "";
            for (SuiteCase test : cases) {
                if (!test.group().equals(group)) {
                    group = test.group();
                    progress.println(group);
                }
                verdicts.add(verdict(test, server));
            }
        }
        return verdicts;
    }

    private static Optional<Path> find(Path folder, String name) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, DEPTH)) {
            return walk.filter(path -> path.getFileName().toString().equals(name) && Files.isDirectory(path))
                    .findFirst();
        }
    }

    private static Verdict verdict(SuiteCase test, TestedServer server) {
        if (!isOffered(test)) {
            return new Verdict(test, Verdict.Outcome.NOT_OFFERED, "");
        }
        try {
            return run(test, server)
                    .map(told -> new Verdict(test, Verdict.Outcome.DEVIATES, told))
                    .orElseGet(() -> new Verdict(test, Verdict.Outcome.PASSED, ""));
        } catch (IOException | RuntimeException e) {
            // That is a fault of this runner or of the suite, and must not look like one that was passed.
            return new Verdict(test, Verdict.Outcome.DEVIATES, "cannot be run: " + e);
        }
    }

    private static boolean isOffered(SuiteCase test) {
        return test.types().stream().noneMatch(OF_UPDATES::contains)
                && !test.group().endsWith("/entailment")
                && (!test.is("ProtocolTest") || ProtocolCases.isOfQueries(test));
    }

    private static Optional<String> run(SuiteCase test, TestedServer server) throws IOException {
        for (String type : test.types()) {
            switch (type) {
                case "PositiveSyntaxTest", "PositiveSyntaxTest11" -> {
                    return new QueryCases(server).syntax(test, true);
                }
                case "NegativeSyntaxTest", "NegativeSyntaxTest11" -> {
                    return new QueryCases(server).syntax(test, false);
                }
                case "QueryEvaluationTest", "CSVResultFormatTest" -> {
                    return new QueryCases(server).evaluation(test);
                }
                case "ProtocolTest" -> {
                    return new ProtocolCases(server).run(test);
                }
                case "ServiceDescriptionTest" -> {
                    return new DescriptionCases(server).run(test);
                }
                case "Validate" -> {
                    return ShapeCases.run(test);
                }
                default -> {
                    // A further type.
                }
            }
        }
        return Optional.of("a test of this type is not known here: " + test.types());
    }
}
