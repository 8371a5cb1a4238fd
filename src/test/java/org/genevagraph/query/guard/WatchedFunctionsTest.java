package org.genevagraph.query.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.genevagraph.Alone;
import org.genevagraph.Mini;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions are watched wherever they stand, say what was too much, and compute what they always did. */
@Alone
class WatchedFunctionsTest {
    private static final Limits SHORT = Limits.STANDARD.withTime(Duration.ofMillis(400));
    private static final String BACKTRACKING =
            "REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(.*a){20}b$\")";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { FILTER %s }",
                "SELECT (SUM(IF(%s, 1, 0)) AS ?x) { ?a ?b ?c }",
                "SELECT (GROUP_CONCAT(IF(%s, 'a', 'b')) AS ?x) { ?a ?b ?c }",
                "SELECT (MAX(DISTINCT %s) AS ?x) { ?a ?b ?c } GROUP BY ?b",
                "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (COUNT(*) > 0) (%s)",
                "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (SUM(IF(%s, 1, 0)) > 0)",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY (%s)",
                "SELECT * { ?a ?b ?c } ORDER BY %s",
                "SELECT * { ?a ?b ?c } ORDER BY DESC(%s) LIMIT 1",
                "SELECT * { ?a ?b ?c } ORDER BY EXISTS { ?a ?p ?o FILTER %s } LIMIT 1",
                "SELECT * { { SELECT ?y { BIND (%s AS ?y) } } }",
                "SELECT * { ?a ?b ?c FILTER NOT EXISTS { SELECT * { ?a ?b ?d FILTER EXISTS { ?a ?b ?e FILTER %s } } } }",
                "SELECT * { ?a ?b ?c OPTIONAL { ?a ?d ?e FILTER (?b = ?d && %s) } }",
                "SELECT * { ?a ?b ?c MINUS { ?a ?b ?d FILTER %s } }",
                "SELECT (COALESCE(%s, 1) AS ?x) {}",
                "SELECT (1 IN (2, %s) AS ?x) {}",
                "SELECT (IRI(STR(%s)) AS ?x) {}",
                "SELECT (BNODE(STR(%s)) AS ?x) {}",
                "SELECT (<http://www.w3.org/2001/XMLSchema#string>(%s) AS ?x) {}",
                "CONSTRUCT { ?a ?b ?x } { ?a ?b ?c BIND (%s AS ?x) }",
                "DESCRIBE ?a { ?a ?b ?c FILTER %s }"
            })
    void patternsThatBacktrackStopWhereverTheyStand(String query) {
        assertTrue(
                refused(query.replace("%s", BACKTRACKING), SHORT).getMessage().contains("more time than 0.4 s"));
    }

    record Grown(String query, String told) {}

    static Stream<Grown> growing() {
        String squarings = IntStream.range(1, 23)
                .mapToObj(i -> "BIND (?n" + (i - 1) + " * ?n" + (i - 1) + " AS ?n" + i + ")")
                .collect(Collectors.joining(" ", "SELECT (STRLEN(STR(?n22)) AS ?x) { BIND (987654321 AS ?n0) ", "}"));
        String doublings = IntStream.range(1, 30)
                .mapToObj(i -> "BIND (CONCAT(?s" + (i - 1) + ", ?s" + (i - 1) + ") AS ?s" + i + ")")
                .collect(Collectors.joining(" ", "SELECT (UCASE(?s29) AS ?x) { BIND ('xxxxxxxxxxx' AS ?s0) ", "}"));
        String days = "'P999999999D'^^<http://www.w3.org/2001/XMLSchema#dayTimeDuration>";
        return Stream.of(
                new Grown(squarings, "a number of more than 1000 digits"),
                new Grown(squarings.replace("987654321 AS", "98765.4321 AS"), "a number of more than 1000 digits"),
                new Grown(doublings, "a string of more than 1048576 characters"),
                new Grown(
                        "SELECT (UCASE(REPLACE('" + "x".repeat(900) + "', 'x', '" + "ß".repeat(1_100) + "')) AS ?x) {}",
                        "another case of a long string whose letters become two each"),
                new Grown(
                        "SELECT (LCASE(REPLACE('" + "x".repeat(900) + "', 'x', '" + "İ".repeat(1_100) + "')) AS ?x) {}",
                        "another case of a long string whose letters become two each"),
                new Grown(
                        "SELECT (REPLACE(REPLACE('" + "x".repeat(1_000) + "', '.', '" + "y".repeat(500)
                                + "'), '^.*$', '" + "$0".repeat(20_000) + "') AS ?x) {}",
                        "a string of more than 1048576 characters"),
                new Grown(
                        "SELECT ('2000-01-01T00:00:00Z'^^<http://www.w3.org/2001/XMLSchema#dateTime> + " + days
                                + " AS ?x) {}",
                        "a duration of more than 10000 years"),
                new Grown("ASK { FILTER (" + days + " < " + days.replace("D'", "DT1S'") + ") }", "a duration of"),
                new Grown(
                        "SELECT (MAX(?d) AS ?x) { VALUES ?d { " + days + " " + days.replace("D'", "DT1S'") + " } }",
                        "a duration of"),
                new Grown(
                        "SELECT * { VALUES ?d { " + days + " " + days.replace("D'", "DT1S'") + " } } ORDER BY ?d",
                        "a duration of"),
                new Grown(
                        "ASK { BIND (" + days + " AS ?d) FILTER (?d IN (" + days.replace("D'", "DT1S'") + ")) }",
                        "a duration"),
                new Grown(
                        "SELECT (STRDT('" + "9".repeat(20_000)
                                + "', <http://www.w3.org/2001/XMLSchema#integer>) + 1 AS ?x) {}",
                        "a typed value of more than 1000 characters"),
                new Grown(
                        "SELECT (GROUP_CONCAT(STR(?c); separator='" + "x".repeat(60_000)
                                + "') AS ?x) { ?a ?b ?c . ?d ?e ?f }",
                        "in GROUP_CONCAT"));
    }

    @ParameterizedTest
    @MethodSource("growing")
    void whatGrowsIsStoppedAndSaidSo(Grown grown) {
        Refusal refusal = refused(grown.query(), Limits.STANDARD);
        assertEquals(Refusal.Reason.TOO_LARGE, refusal.reason());
        assertTrue(refusal.getMessage().contains(grown.told()), refusal::getMessage);
    }

    @Test
    void functionsComputeWhatTheyAlwaysDid() throws Refusal {
        String query = """
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                SELECT (SUBSTR("Geneva", 3) AS ?a) (SUBSTR("Geneva", 1, 3) AS ?b) (REPLACE("a.b.c", "\\\\.", "-") AS ?c)
                  (REPLACE("abc", "(b)", "[$1]") AS ?d) (CONCAT("a", "b", "c") AS ?e) (IF(1 < 2, "yes", "no") AS ?f)
                  (COALESCE(1 / 0, "none") AS ?g) (3 IN (1, 2, 3) AS ?h) (xsd:integer("42") + 1 AS ?i) (REGEX("Geneva", "^g", "i") AS ?j)
                  (STRDT("2026", xsd:gYear) AS ?k) (ROUND(2.5) AS ?l) (REPLACE("abc", "b", "$") AS ?m) (STRLEN(UCASE("é")) AS ?n)
                  ("2026-01-31T00:00:00Z"^^xsd:dateTime + "P1D"^^xsd:dayTimeDuration AS ?o) (ABS(-1.5) AS ?p) (!true AS ?q)
                {}""";
        assertEquals(
                List.of(
                        "neva",
                        "Gen",
                        "a-b-c",
                        "a[b]c",
                        "abc",
                        "yes",
                        "none",
                        "true",
                        "43",
                        "true",
                        "2026",
                        "3.0",
                        "",
                        "1",
                        "2026-02-01T00:00:00Z",
                        "1.5",
                        "false"),
                row(query));
        // Both conditions hold, not the first one twice.
        assertEquals(
                List.of("2"),
                row(
                        "SELECT ?g { VALUES (?g ?n) { (1 5) (2 1) (2 2) } } GROUP BY ?g HAVING (SUM(?n) > 0) (COUNT(*) > 1)"));
        assertEquals(
                List.of("a|b"),
                row("SELECT (GROUP_CONCAT(DISTINCT ?x; separator='|') AS ?y) { VALUES ?x { 'a' 'b' 'a' } }"));
        assertEquals(List.of("3"), row("SELECT ?x { VALUES ?x { 1 3 2 } } ORDER BY DESC(?x) LIMIT 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / 0.0",
                "HOURS(<urn:x>)",
                "TZ(BNODE())",
                "STRLANG('x', '%zz')",
                "STRLEN(STRLANG('x', '%zz'))",
                "0.00 / 0.0",
                "IRI(STR(1 / 0.0))",
                "<http://www.w3.org/2001/XMLSchema#string>(1 / 0.0)",
                "CONCAT(STR(1 / 0.0), 'a')",
                "IF(1 / 0.0 > 1, 'a', 'b')"
            })
    void whatHasNoValueLeavesTheRestOfTheRowAsItIs(String expression) throws Refusal {
        assertEquals(List.of("", "2"), row("SELECT (%s AS ?x) (1 + 1 AS ?y) {}".replace("%s", expression)));
        assertEquals(List.of("none"), row("SELECT (COALESCE(%s, 'none') AS ?x) {}".replace("%s", expression)));
    }

    private static List<String> row(String query) throws Refusal {
        Result.Rows rows = (Result.Rows)
                GuardedQuery.parse(query, Limits.STANDARD).run(Mini.snapshot().dataset(), BindingFactory.empty());
        assertEquals(1, rows.rows().size());
        return rows.variables().stream()
                .map(rows.rows().get(0)::get)
                .map(node -> node == null ? "" : node.getLiteralLexicalForm())
                .toList();
    }

    private static Refusal refused(String query, Limits limits) {
        return assertThrows(
                Refusal.class,
                () -> GuardedQuery.parse(query, limits).run(Mini.snapshot().dataset(), BindingFactory.empty()),
                query.substring(0, Math.min(100, query.length())));
    }
}
