package org.genevagraph.serve.pages.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The network as people and programs get it, with the project's own data. */
class NetworkTest extends RealServer {
    private static final String ORGANISATION = "https://w3id.org/geneva-graph/id/organisation/";
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private static String body(String path, String type) {
        HttpResponse<String> response = http.get(path);
        assertEquals(200, response.statusCode(), response::body);
        assertTrue(header(response, "Content-Type").startsWith(type), header(response, "Content-Type"));
        return response.body();
    }

    private static JsonObject json(String filter) {
        return JSON.parse(body("/network.json" + filter, "application/json"));
    }

    private static Set<String> organisations(JsonObject network) {
        return network.getArray("organisations")
                .map(JsonValue::getAsObject)
                .map(one -> one.getString("iri").replace(ORGANISATION, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    /** The usual network is what the question after everyone's partners answers. */
    @Test
    void partnersAreTheGraphsPartners() {
        String rows = http.sparql("""
                        PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                        SELECT DISTINCT ?a ?b WHERE { ?a gg:partnerOf ?b FILTER (STR(?a) < STR(?b)) }
                        """, "Accept", "text/csv").body();
        Set<String> asked = rows.lines().skip(1).collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown = json("").getArray("ties")
                .map(JsonValue::getAsObject)
                .map(tie -> tie.getString("source") + "," + tie.getString("target"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(asked, shown);
        assertTrue(asked.size() > 30, "pairs: " + asked.size());
    }

    @Test
    void everyFormatHasTheSameTies() throws Exception {
        for (String filter : List.of("", "?relation=any", "?relation=any&kind=un-body", "?organisation=GCSP&steps=2")) {
            JsonObject network = json(filter);
            int ties = network.get("ties").getAsArray().size();
            int organisations = organisations(network).size();
            assertEquals(ties, body("/network.csv" + filter, "text/csv").lines().count() - 1, filter);
            List<String> known = strings(network.getArray("ties").map(JsonValue::getAsObject), NetworkTest::tie);
            JsonObject cytoscape = JSON.parse(body("/network.cyjs" + filter, "application/vnd.cytoscape.cyjs+json"))
                    .getObj("elements");
            assertEquals(
                    known,
                    strings(
                            cytoscape
                                    .getArray("edges")
                                    .map(edge -> edge.getAsObject().getObj("data")),
                            NetworkTest::edge));
            assertEquals(organisations, cytoscape.get("nodes").getAsArray().size());
            JsonObject nodeLink =
                    JSON.parse(body("/network.node-link.json" + filter, "application/vnd.networkx.node-link+json"));
            assertEquals(
                    known,
                    strings(
                            nodeLink.getArray("links")
                                    .map(JsonValue::getAsObject)
                                    .filter(edge -> !edge.getString("key").endsWith("/reversed")),
                            NetworkTest::edge));
            assertEquals(organisations, nodeLink.get("nodes").getAsArray().size());
            Document graphMl = xml(body("/network.graphml" + filter, "application/graphml+xml"));
            assertEquals(
                    nodeLink.get("links").getAsArray().size(),
                    graphMl.getElementsByTagName("edge").getLength());
            assertEquals(organisations, graphMl.getElementsByTagName("node").getLength());
            String svg = body("/network.svg" + filter, "image/svg+xml");
            assertEquals(
                    "http://www.w3.org/2000/svg", xml(svg).getDocumentElement().getNamespaceURI());
            assertTrue(svg.contains(server.served().snapshot().version()), "the picture says of which graph it is");
            assertEquals(organisations, svg.split("class=\"dot ", -1).length - 1);
            assertEquals(svg, body("/network.svg" + filter, "image/svg+xml"));
        }
    }

    /** What a tie says, in the words that all forms share. */
    private static String tie(JsonObject tie) {
        return String.join(
                " ",
                tie.getString("source").replace(ORGANISATION, ""),
                tie.getString("relation"),
                tie.getString("target").replace(ORGANISATION, ""),
                tie.get("symmetric").toString(),
                tie.hasKey("via") ? tie.getString("via") : "",
                tie.getString("standing"),
                tie.hasKey("certainty") ? tie.getString("certainty") : "",
                tie.hasKey("from") ? tie.getString("from") : "",
                tie.hasKey("until") ? tie.getString("until") : "",
                tie.get("evidence").isArray()
                        ? tie.getArray("evidence")
                                .map(passage -> passage.getAsString().value())
                                .collect(Collectors.joining(" "))
                        : tie.getString("evidence"));
    }

    private static String edge(JsonObject edge) {
        assertTrue(
                edge.hasKey("label") && edge.get("weight").getAsNumber().value().intValue() > 0, edge::toString);
        return tie(edge);
    }

    private static List<String> strings(Stream<JsonObject> ties, Function<JsonObject, String> words) {
        return ties.map(words).sorted().toList();
    }

    @Test
    void filtersNarrow() {
        Set<String> all = organisations(json("?relation=any"));
        assertTrue(all.containsAll(organisations(json("?relation=any&issue=cybersecurity"))));
        assertTrue(organisations(json("?relation=any&issue=cybersecurity")).contains("cyberpeace-institute"));
        Set<String> near = organisations(json("?organisation=itu"));
        assertEquals(Set.of("itu", "undp", "unicef"), near);
        assertTrue(organisations(json("?relation=any&organisation=itu&steps=2"))
                .containsAll(organisations(json("?relation=any&organisation=itu"))));
        for (JsonValue tie : json("?relation=partOf").get("ties").getAsArray()) {
            assertEquals("partOf", tie.getAsObject().getString("relation"));
        }
    }

    @Test
    void nothingIsSaidInWords() {
        String page = http.get("/network?relation=succeeds&organisation=gcsp", "Accept", "text/html")
                .body();
        assertTrue(page.contains("No two organisations are tied like this in the sources."), page);
        assertEquals(
                0,
                json("?relation=succeeds&organisation=gcsp")
                        .get("ties")
                        .getAsArray()
                        .size());
        String french = http.get("/network?lang=fr", "Accept", "text/html").body();
        assertTrue(french.contains("<h1>Qui travaille avec qui</h1>"));
    }

    /** Short forms are those of the language wherever they stand: in the picture, beside names in its table, and where one searches. */
    @Test
    void shortNamesAreInTheReadersLanguage() {
        for (String path : List.of("/network?relation=any", "/network.svg?relation=any", "/search?q=UIT")) {
            String french = http.get(path + "&lang=fr", "Accept", "text/html, image/svg+xml")
                    .body();
            assertTrue(french.contains(">UIT"), path);
            assertFalse(french.contains(">ITU"), path);
            String english = http.get(path + "&lang=en", "Accept", "text/html, image/svg+xml")
                    .body();
            assertTrue(english.contains(">ITU"), path);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "issue=cybersecurty, cybersecurity",
        "kind=un-bodi, un-body",
        "relation=partnersOf, partnerOf",
        "organisation=gcps, gcsp",
        "steps=7, one or two",
        "relation=%22%3E%3Cscript%3E, choose one of"
    })
    void wrongInputIsRefusedWithTheNearest(String query, String hint) {
        for (String format : List.of("", ".svg", ".csv", ".graphml", ".json", ".cyjs", ".node-link.json")) {
            JsonObject problem = problem(http.get("/network" + format + "?" + query), 400);
            assertTrue(problem.getString("fix").contains(hint), problem::toString);
        }
    }

    /** Both forms are one and the same graph to networkx, whichever ties are asked for: with directions where a relation has one. */
    @ParameterizedTest
    @CsvSource({"'', false", "?relation=involved, false", "?relation=partOf, true", "?relation=any, true"})
    void networkxReadsIt(String filter, boolean directed, @TempDir Path folder)
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "no Python to read networks with");
        Path graphMl = folder.resolve("network.graphml");
        Path nodeLink = folder.resolve("network.json");
        Files.writeString(graphMl, body("/network.graphml" + filter, "application/graphml+xml"));
        Files.writeString(
                nodeLink, body("/network.node-link.json" + filter, "application/vnd.networkx.node-link+json"));
        String script = """
                import json
                import sys
                try:
                    import networkx
                except ImportError:
                    sys.exit(77)
                graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
                other = networkx.node_link_graph(json.load(open(sys.argv[2], encoding="utf-8")))
                assert graph.is_directed() == other.is_directed()
                assert dict(graph.nodes(data=True)) == dict(other.nodes(data=True))
                # The id of an edge in GraphML is its key in networkx, and stays among its attributes.
                edges = lambda g: {(*e[:3], *((k, v) for k, v in e[3].items() if k != "id"))
                    for e in g.edges(keys=True, data=True)}
                ends = lambda g: {(frozenset(e[:2]) if not g.is_directed() else e[:2], *e[2:]) for e in edges(g)}
                assert ends(graph) == ends(other), ends(graph) ^ ends(other)
                print(graph.is_directed(), graph.number_of_nodes(), graph.number_of_edges())
                """;
        Process python = new ProcessBuilder(PYTHON.toString(), "-c", script, graphMl.toString(), nodeLink.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = python.waitFor();
        Assumptions.assumeTrue(status != 77, "no networkx to read networks with");
        JsonObject network = json(filter);
        long edges = network.getArray("ties")
                .map(JsonValue::getAsObject)
                .mapToInt(tie -> directed && tie.getBoolean("symmetric") ? 2 : 1)
                .sum();
        assertEquals((directed ? "True " : "False ") + organisations(network).size() + " " + edges, said.strip());
    }
}
