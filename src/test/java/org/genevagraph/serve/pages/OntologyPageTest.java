package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Language;
import org.genevagraph.page.Paths;
import org.genevagraph.page.ProblemWords;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ontology at /ontology: whole, right in its numbers, and the same in every format. */
class OntologyPageTest extends RealServer {
    private static final Graph FILES = files();

    private static Graph files() {
        Graph graph = GraphFactory.createDefaultGraph();
        try (Stream<Path> files = Files.list(Path.of("ontology"))) {
            files.forEach(file -> RDFParser.source(file.toString()).parse(graph));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graph;
    }

    private static List<String> terms() {
        return FILES.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(triple -> triple.getSubject().getURI())
                .filter(iri -> iri.startsWith(GG.NS))
                .distinct()
                .sorted()
                .toList();
    }

    private static String page(String language) {
        HttpResponse<String> response = http.get("/ontology?lang=" + language, "Accept", "text/html");
        assertEquals(200, response.statusCode());
        return response.body();
    }

    @Test
    void frenchReadersGetEveryDefinitionInFrench() {
        assertTrue(page("en").contains("<p class=\"definition\">One of the seventeen goals of the 2030 Agenda.</p>"));
        String page = page("fr");
        assertTrue(page.contains("<p class=\"definition\">L’un des dix-sept objectifs du Programme 2030.</p>"), page);
        assertFalse(page.contains("class=\"definition\" lang=\"en\""), page);
    }

    @Test
    void everyTermStandsWhereTheSiteSays() {
        String page = page("en");
        List<String> missing = new ArrayList<>();
        for (String term : terms()) {
            String[] path = Paths.of(term).split("#", -1);
            assertEquals("/ontology", path[0]);
            if (!page.contains("id=\"" + path[1] + "\"")) {
                missing.add(term);
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(terms().size() > 100, "terms: " + terms().size());
        Matcher inside = Pattern.compile("href=\"(?:/ontology(?:\\?lang=en)?)?#([^\"]+)\"")
                .matcher(page);
        while (inside.find()) {
            assertTrue(page.contains("id=\"" + inside.group(1) + "\""), inside.group());
        }
    }

    @Test
    void usesAreWhatSparqlCounts() {
        Map<String, String> counts = new TreeMap<>();
        for (String query : List.of(
                "SELECT ?term (COUNT(*) AS ?n) { ?s ?term ?o } GROUP BY ?term",
                "SELECT ?term (COUNT(*) AS ?n) { ?s a ?term } GROUP BY ?term")) {
            http.sparql(query, "Accept", "text/csv")
                    .body()
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(row -> counts.put(row[0], row[1]));
        }
        Pattern sections = Pattern.compile(
                "(?s)<details class=\"term\"><summary>.*?<div id=\"(\\w+)\">.*?(?:Things|Triples): ([\\d,]+)");
        Matcher section = sections.matcher(page("en"));
        int compared = 0;
        while (section.find()) {
            assertEquals(
                    counts.getOrDefault(GG.NS + section.group(1), "0"),
                    section.group(2).replace(",", ""),
                    section.group(1));
            compared++;
        }
        assertEquals(terms().size(), compared);
    }

    @Test
    void everythingThatShapesAskIsToldInBothLanguages() throws Exception {
        // What shapes ask of the description of the data set is told with all shapes; it is no part of the ontology.
        String english =
                page("en") + http.get("/shapes?lang=en", "Accept", "text/html").body();
        String french =
                page("fr") + http.get("/shapes?lang=fr", "Accept", "text/html").body();
        assertEquals(
                List.of(),
                Pattern.compile("<q[^>]* lang=\"en\">[^<]*")
                        .matcher(french)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList(),
                "in names/french-shapes.tsv");
        List<String> missing = new ArrayList<>();
        int messages = 0;
        try (Stream<Path> shapes = Files.list(Path.of("shapes"))) {
            for (Path file : shapes.sorted().toList()) {
                Matcher message = Pattern.compile("sh:message \"([^\"]+)\"@en").matcher(Files.readString(file));
                while (message.find()) {
                    messages++;
                    String told =
                            ProblemWords.ofShape(message.group(1), Language.FR).words();
                    if (!english.contains(message.group(1).replace("<", "&lt;"))
                            || told.equals(message.group(1))
                            || !french.contains(told.replace("<", "&lt;"))) {
                        missing.add(file + ": " + message.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(messages > 100, "messages: " + messages);
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle",
        "nt, application/n-triples",
        "jsonld, application/ld+json",
        "rdf, application/rdf+xml"
    })
    void everyFormatHoldsTheOntology(String ending, String type) {
        HttpResponse<String> byEnding = http.get("/ontology." + ending);
        HttpResponse<String> byAccept = http.get("/ontology", "Accept", type);
        assertEquals(200, byEnding.statusCode());
        assertEquals(type, header(byEnding, "Content-Type").replaceFirst(";.*", ""));
        assertEquals(type, header(byAccept, "Content-Type").replaceFirst(";.*", ""));
        assertEquals(byEnding.body(), byAccept.body());
        Graph graph = RDFParser.fromString(byEnding.body(), Lang.TURTLE)
                .lang(RDFLanguages.contentTypeToLang(type))
                .toGraph();
        assertTrue(graph.isIsomorphicWith(FILES), ending);
        String tag = header(byEnding, "ETag");
        assertEquals(304, http.get("/ontology." + ending, "If-None-Match", tag).statusCode());
    }

    @Test
    void whatIsNotThereIsRefusedWithTheNearest() {
        assertEquals(
                "did you mean ttl?", problem(http.get("/ontology.ttll"), 404).getString("fix"));
        assertTrue(problem(http.get("/ontology.csv"), 404).getString("fix").contains("jsonld"));
        assertTrue(
                problem(http.get("/ontology/coConvene"), 404).getString("fix").contains("/ontology#coConvenes"));
        problem(http.get("/ontology", "Accept", "image/png"), 406);
    }
}
