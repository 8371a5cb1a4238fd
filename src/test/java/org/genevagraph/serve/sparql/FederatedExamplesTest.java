package org.genevagraph.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.federation.ServiceEndpoint;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.foreign.ForeignRun;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documented examples of queries that join other graphs, each asked with endpoints in place of the real ones that have their shape. */
class FederatedExamplesTest {
    private static final Path FOLDER = Path.of("src/test/resources/federated");
    private static final String HTML = "text/html";

    /** What stands in for each endpoint that the examples call. */
    private static final Map<String, String> STAND_INS = Map.of(
            "https://query.wikidata.org/sparql", "wikidata",
            "http://127.0.0.1:3032/sdg/sparql", "sdg",
            "http://127.0.0.1:3033/desk/sparql", "desk");

    private static FusekiServer others;
    private static SnapshotServer allowing;
    private static SnapshotServer strict;

    @BeforeAll
    static void start() throws IOException, ProblemException {
        FusekiServer.Builder builder = FusekiServer.create().port(0).loopback(true);
        for (String name : STAND_INS.values()) {
            DatasetGraph data = DatasetGraphFactory.createTxnMem();
            RDFParser.source(FOLDER.resolve(name + ".ttl")).parse(data);
            builder.add("/" + name, data);
        }
        others = builder.build().start();
        Snapshot snapshot = Mini.realSnapshot();
        QueryCatalogue catalogue = Mini.queries();
        Services services = Services.of(STAND_INS.values().stream()
                .map(name -> new ServiceEndpoint(standIn(name), true))
                .toList());
        allowing = SnapshotServer.start(
                Served.of(snapshot, catalogue, Limits.STANDARD, new ForeignRun(snapshot.dataset(), services)),
                "127.0.0.1",
                0);
        strict = SnapshotServer.start(Served.of(snapshot, catalogue, Limits.STANDARD), "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        allowing.close();
        strict.close();
        others.stop();
    }

    private static String standIn(String name) {
        return "http://127.0.0.1:" + others.getPort() + "/" + name + "/sparql";
    }

    static Collection<QueryFile> examples() throws IOException, ProblemException {
        return Mini.queries().federated();
    }

    /** The example as the editor offers it. */
    private static JsonObject offered(QueryFile query) {
        JsonObject vocabulary = JSON.parse(
                new Http(strict.address()).get("/sparql/vocabulary.json").body());
        return StreamSupport.stream(vocabulary.get("examples").getAsArray().spliterator(), false)
                .map(value -> value.getAsObject())
                .filter(example -> example.getString("name").equals(query.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theyJoinWikidataTheSdgGraphAndAnEndpointOfOnesOwn() throws IOException, ProblemException {
        Set<String> called = new TreeSet<>();
        examples().forEach(query -> called.addAll(query.endpoints()));
        assertEquals(new TreeSet<>(STAND_INS.keySet()), called);
        assertTrue(examples().size() >= 3);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatTheEditorOffersGivesTheRowsThatBothSidesKnow(QueryFile query) throws IOException {
        String text = offered(query).getString("query");
        for (Map.Entry<String, String> endpoint : STAND_INS.entrySet()) {
            text = text.replace("<" + endpoint.getKey() + ">", "<" + standIn(endpoint.getValue()) + ">");
        }
        HttpResponse<String> answer = new Http(allowing.address()).sparql(text, "Accept", "text/csv");
        assertEquals(200, answer.statusCode(), answer::body);
        List<NamedCsvRecord> expected = records(Files.readString(FOLDER.resolve(query.name() + ".csv")));
        assertFalse(expected.isEmpty());
        List<String> columns = expected.get(0).getHeader();
        assertEquals(cells(expected, columns), cells(records(answer.body()), columns), answer::body);
    }

    private static List<NamedCsvRecord> records(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static List<List<String>> cells(List<NamedCsvRecord> rows, List<String> columns) {
        List<List<String>> cells = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            cells.add(columns.stream().map(row::getField).toList());
        }
        return cells;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whereTheyAreNotAllowedThatIsSaidBeforeAndAfterAsking(QueryFile query) {
        Http http = new Http(strict.address());
        String text = offered(query).getString("query");
        assertTrue(text.lines().skip(1).findFirst().orElse("").contains("where the operator allows"), text);
        for (String endpoint : query.endpoints()) {
            assertTrue(text.matches("(?s).*geneva serve.* --(private-)?service \\Q" + endpoint + "\\E.*"), text);
        }
        JsonObject problem = RealServer.problem(http.sparql(text), 403);
        assertTrue(problem.getString("fix").contains("geneva serve --service"), problem::toString);
        for (String language : List.of("en", "fr")) {
            String page = http.get("/sparql?lang=" + language + "&example=" + query.name(), "Accept", HTML)
                    .body();
            String note = page.substring(page.indexOf("<p class=\"note\">"));
            query.endpoints().forEach(endpoint -> assertTrue(note.contains("<code>" + endpoint + "</code>"), note));
            assertTrue(note.contains("/docs/query"), note);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theEndpointOffersThemItself(QueryFile query) {
        HttpResponse<String> answer =
                new Http(strict.address()).sparql("""
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX sh: <http://www.w3.org/ns/shacl#>
                        PREFIX schema: <https://schema.org/>
                        PREFIX spex: <https://purl.expasy.org/sparql-examples/ontology#>
                        SELECT ?endpoint WHERE {
                          ?query a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ; rdfs:comment ?comment ; sh:select ?text ; sh:prefixes ?prefixes ;
                            schema:target ?target ; spex:federatesWith ?endpoint .
                          FILTER (STRENDS(STR(?query), "/query/%s") && CONTAINS(?comment, "allowed"))
                        } ORDER BY ?endpoint""".formatted(query.name()), "Accept", "text/csv");
        assertEquals(query.endpoints(), answer.body().lines().skip(1).sorted().toList(), answer::body);
        assertEquals(
                200,
                new Http(strict.address())
                        .get("/id/query/" + query.name(), "Accept", "text/turtle")
                        .statusCode());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theyAreDocumented(QueryFile query) throws IOException {
        assertTrue(Files.readString(Path.of("README.md")).contains("(queries/federated/" + query.name() + ".rq)"));
        for (String language : List.of("en", "fr")) {
            String page = new Http(strict.address())
                    .get("/docs/query?lang=" + language, "Accept", HTML)
                    .body();
            assertTrue(page.contains("example=" + query.name()), language);
            assertTrue(query.words().containsKey(language), query.name());
        }
    }
}
