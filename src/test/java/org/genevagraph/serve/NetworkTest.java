package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
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
            Document graphMl = xml(body("/network.graphml" + filter, "application/graphml+xml"));
            assertEquals(ties, graphMl.getElementsByTagName("edge").getLength());
            assertEquals(organisations, graphMl.getElementsByTagName("node").getLength());
            String svg = body("/network.svg" + filter, "image/svg+xml");
            assertEquals(
                    "http://www.w3.org/2000/svg", xml(svg).getDocumentElement().getNamespaceURI());
            assertTrue(svg.contains(server.served().snapshot().version()), "the picture says of which graph it is");
            assertEquals(organisations, svg.split("class=\"dot ", -1).length - 1);
            assertEquals(svg, body("/network.svg" + filter, "image/svg+xml"));
        }
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
        for (String format : List.of("", ".svg", ".csv", ".graphml", ".json")) {
            JsonObject problem = problem(http.get("/network" + format + "?" + query), 400);
            assertTrue(problem.getString("fix").contains(hint), problem::toString);
        }
    }

    @Test
    void networkxReadsIt(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "no Python to read GraphML with");
        Path file = folder.resolve("network.graphml");
        Files.writeString(file, body("/network.graphml?relation=any", "application/graphml+xml"));
        String script = """
                import sys
                try:
                    import networkx
                except ImportError:
                    sys.exit(77)
                graph = networkx.read_graphml(sys.argv[1])
                print(graph.number_of_nodes(), graph.number_of_edges(), graph.nodes["gcsp"]["acronym"])
                """;
        Process python = new ProcessBuilder(PYTHON.toString(), "-c", script, file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = python.waitFor();
        Assumptions.assumeTrue(status != 77, "no networkx to read GraphML with");
        JsonObject network = json("?relation=any");
        assertEquals(
                organisations(network).size() + " "
                        + network.get("ties").getAsArray().size() + " GCSP",
                said.strip());
    }
}
