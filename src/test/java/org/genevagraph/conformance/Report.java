package org.genevagraph.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.genevagraph.conformance.Verdict.Outcome;

/** The outcome of the suites as a page of the documentation. */
final class Report {
    private Report() {}

    /** How many of the tests that are run are passed. */
    static String sum(List<Verdict> verdicts) {
        return count(verdicts, Outcome.PASSED) + " of " + run(verdicts) + " passed, "
                + count(verdicts, Outcome.NOT_OFFERED) + " of what is not offered";
    }

    /** The page. */
    static String of(List<Verdict> verdicts, Reasons reasons, String revisions) {
        StringBuilder page = new StringBuilder("""
                # Conformance

                What the test suites of the W3C say of the SPARQL endpoint and of the validator. `mvn -Pconformance -Dsuites=FOLDER test-compile exec:exec` runs them and writes this
                page; FOLDER holds [w3c/rdf-tests](https://github.com/w3c/rdf-tests) and [w3c/data-shapes](https://github.com/w3c/data-shapes), which are not part of
                the project. Each query is posted to a server as it is served, guard and limits included, that holds the data of the test, and is asked for the format in which the
                suite keeps the answer. Shapes and data go through the validator of the tables.

                """);
        if (!revisions.isEmpty()) {
            page.append("Run on ").append(revisions).append(".\n\n");
        }
        page.append("**").append(sum(verdicts)).append("**\n\n");
        table("| what | passed |\n|---|---|\n", formats(verdicts), page);
        table("| group | passed |\n|---|---|\n", groups(verdicts), page);
        deviations(verdicts, reasons, page);
        notOffered(verdicts, page);
        return page.toString();
    }

    private static void table(String head, Map<String, List<Verdict>> rows, StringBuilder page) {
        page.append(head);
        rows.forEach((name, those) -> page.append("| ")
                .append(name)
                .append(" | ")
                .append(count(those, Outcome.PASSED))
                .append(" of ")
                .append(run(those))
                .append(" |\n"));
        page.append('\n');
    }

    /** By what they are about, whichever folder they stand in. */
    private static Map<String, List<Verdict>> formats(List<Verdict> verdicts) {
        Map<String, List<Verdict>> rows = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict.outcome() != Outcome.NOT_OFFERED) {
                rows.computeIfAbsent(subject(verdict.test()), any -> new java.util.ArrayList<>())
                        .add(verdict);
            }
        }
        return rows;
    }

    private static String subject(SuiteCase test) {
        if (test.is("ProtocolTest")) {
            return "SPARQL 1.1 Protocol, queries";
        }
        if (test.is("ServiceDescriptionTest")) {
            return "SPARQL 1.1 Service Description";
        }
        if (test.is("Validate")) {
            return test.group().contains("/sparql") ? "SHACL-SPARQL" : "SHACL Core";
        }
        if (test.types().stream().anyMatch(type -> type.contains("Syntax"))) {
            return "syntax of queries";
        }
        String result = test.result().map(Object::toString).orElse("");
        return "evaluation, answers in "
                + switch (result.substring(result.lastIndexOf('.') + 1)) {
                    case "srx" -> "XML";
                    case "csv" -> "CSV";
                    case "tsv" -> "TSV";
                    case "srj" -> "JSON";
                    default -> "JSON or N-Triples, kept as Turtle or RDF/XML";
                };
    }

    private static Map<String, List<Verdict>> groups(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() != Outcome.NOT_OFFERED)
                .collect(Collectors.groupingBy(
                        verdict -> verdict.test().group().replace("data-shapes-test-suite/tests", "shacl"),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static void deviations(List<Verdict> verdicts, Reasons reasons, StringBuilder page) {
        List<Verdict> deviating = verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.DEVIATES)
                .toList();
        if (deviating.isEmpty()) {
            return;
        }
        page.append("## What deviates\n\n| test | what comes | why |\n|---|---|---|\n");
        for (Verdict verdict : deviating) {
            page.append("| ")
                    .append(verdict.test().name().replace("data-shapes-test-suite/tests", "shacl"))
                    .append(" | ")
                    .append(cell(verdict.told()))
                    .append(" | ")
                    .append(reasons.of(verdict.test()).map(Reasons.Reason::why).orElse("not known yet"))
                    .append(" |\n");
        }
        page.append('\n');
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replaceAll("\\s+", " ");
    }

    private static void notOffered(List<Verdict> verdicts, StringBuilder page) {
        Map<String, Long> groups = verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.NOT_OFFERED)
                .collect(Collectors.groupingBy(
                        verdict -> verdict.test().group(), LinkedHashMap::new, Collectors.counting()));
        if (!groups.isEmpty()) {
            page.append(
                            "## What is not offered\n\nThe server only reads, and draws no conclusions when it is asked. Not run are: ")
                    .append(groups.entrySet().stream()
                            .map(group -> group.getKey() + " (" + group.getValue() + ")")
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
    }

    private static long count(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
    }

    private static long run(List<Verdict> verdicts) {
        return verdicts.size() - count(verdicts, Outcome.NOT_OFFERED);
    }
}
