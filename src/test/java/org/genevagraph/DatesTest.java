package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.genevagraph.page.Language;
import org.genevagraph.page.facts.Dates;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every date of the project's own data: it compares in any store, reads as people say it, and stands once wherever it belongs. */
class DatesTest {
    private static final QueryRunner RUNNER = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);
    private static final String PREFIXES = """
            PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private static List<Binding> ask(String query) throws Exception {
        return ((Result.Rows) GuardedQuery.parse(PREFIXES + query, Limits.STANDARD)
                        .run(Mini.realSnapshot().dataset(), BindingFactory.empty()))
                .rows();
    }

    private static List<String> texts(List<Binding> rows, String variable) {
        return rows.stream().map(row -> text(row, variable)).toList();
    }

    private static String text(Binding row, String variable) {
        Node node = row.get(Var.alloc(variable));
        return node == null ? "" : node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
    }

    private static List<Binding> canned(String query, Map<String, String> parameters) throws Exception {
        return ((Result.Rows) RUNNER.run(Mini.queries().find(query), parameters).result()).rows();
    }

    @Test
    void daysCompareAsDatesDo() throws Exception {
        List<String> byText =
                texts(ask("SELECT ?x { ?x gg:from|gg:date|gg:year ?d FILTER (SUBSTR(STR(?d), 1, 4) >= '2020') }"), "x");
        List<String> byDay = texts(
                ask(
                        "SELECT ?x { ?x gg:from|gg:date|gg:year ?any ; gg:earliest ?d FILTER (?d >= '2020-01-01'^^xsd:date) }"),
                "x");
        assertTrue(byText.size() > 50, "dates since 2020: " + byText.size());
        assertEquals(byText.stream().sorted().toList(), byDay.stream().sorted().toList());
        List<String> ordered = texts(ask("SELECT ?d { ?x gg:latest ?d } ORDER BY ?d"), "d");
        assertEquals(ordered.stream().sorted().toList(), ordered);
        assertEquals(
                List.of(ordered.get(ordered.size() - 1)),
                texts(ask("SELECT (MAX(?d) AS ?d1) { ?x gg:latest ?d }"), "d1"));
    }

    @Test
    void everyEventStandsOnceAmongTheEventsAndNumbersOnlyIfAsked() throws Exception {
        int numbers = canned("events", Map.of("kind", "number")).size();
        assertTrue(numbers > 5, "numbers: " + numbers);
        assertEquals(
                ask("SELECT DISTINCT ?x { ?x gg:eventKind ?kind }").size(),
                canned("events", Map.of()).size() + numbers);
        assertEquals(List.of(), texts(ask("""
                SELECT DISTINCT ?x {
                  ?x gg:earliest|gg:latest ?d . FILTER NOT EXISTS { ?x gg:derivedBy|gg:reverseOf ?rule }
                  FILTER NOT EXISTS { ?x gg:eventKind ?kind } FILTER NOT EXISTS { ?x gg:datedBy+/gg:eventKind ?kind }
                }"""), "x"), "dated, and no event");
        assertEquals(
                List.of(),
                texts(ask("SELECT ?x { ?x gg:eventKind ?one, ?other FILTER (STR(?one) < STR(?other)) }"), "x"));
    }

    @Test
    void theTimelineOfEachThingHasEachOfItsDatesOnce() throws Exception {
        List<String> faults = new ArrayList<>();
        int things = 0;
        for (Binding row :
                ask("SELECT ?thing (COUNT(DISTINCT ?dated) AS ?n) { ?dated gg:concerns ?thing } GROUP BY ?thing")) {
            Iris.Id id = Iris.parse(text(row, "thing")).orElseThrow();
            if (!ParameterType.THING.kinds().contains(id.kind())) {
                continue;
            }
            things++;
            List<Binding> told = canned("timeline", Map.of("thing", text(row, "thing")));
            if (told.size() != Integer.parseInt(text(row, "n"))
                    || told.stream().distinct().count() != told.size()) {
                faults.add(id + ": " + told.size() + " rows for " + text(row, "n") + " dates");
            }
        }
        assertTrue(things > 50, "things with a timeline: " + things);
        assertEquals(List.of(), faults);
    }

    @Test
    void whatGoesOnIsSinceAndAPointInTimeIsNot() throws Exception {
        List<Binding> events = Stream.concat(
                        canned("events", Map.of()).stream(), canned("events", Map.of("kind", "number")).stream())
                .toList();
        for (Binding event : events) {
            String when = text(event, "when");
            assertEquals(text(event, "until").isEmpty(), when.startsWith("since "), event.toString());
            assertEquals(text(event, "date").isEmpty(), when.startsWith("by "), event.toString());
        }
    }

    @Test
    void eventsOfATimeAreThoseThatFallIntoIt() throws Exception {
        for (Binding event : canned("events", Map.of("from", "2021-03", "to", "2021"))) {
            String first = text(event, "date").isEmpty() ? text(event, "until") : text(event, "date");
            String last = text(event, "until").isEmpty() ? text(event, "date") : text(event, "until");
            assertTrue(first.compareTo("2022") < 0 && last.compareTo("2021") >= 0, event.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2021, '', since 2021, depuis 2021",
        "2021, 2021, 2021, 2021",
        "2023-12, 2024, December 2023 – 2024, décembre 2023 – 2024",
        "2005-11-18, 2005-11-18, 18 November 2005, 18 novembre 2005",
        "2021-07-01, '', since 1 July 2021, depuis le 1er juillet 2021",
        "'', 2025, until 2025, jusqu’en 2025",
        "'', 2025-03-09, until 9 March 2025, jusqu’au 9 mars 2025",
        "2003-12-10, 2003-12-12, 10 – 12 December 2003, 10 – 12 décembre 2003",
        "2003-12-01, 2003-12-03, 1 – 3 December 2003, 1er – 3 décembre 2003",
        "2003-12-30, 2004-01-02, 30 December 2003 – 2 January 2004, 30 décembre 2003 – 2 janvier 2004"
    })
    void datesReadAsPeopleSayThem(String from, String until, String english, String french) {
        assertEquals(english, new Dates(from, until).text(Language.EN));
        assertEquals(french, new Dates(from, until).text(Language.FR));
    }
}
