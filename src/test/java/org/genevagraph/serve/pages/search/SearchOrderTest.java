package org.genevagraph.serve.pages.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.Mini;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in graphs that were made up for it, and in which order. */
class SearchOrderTest extends SearchDoor {
    /** One thing for each way of matching the word "amber", named so that the alphabet would turn the order around. */
    private static Graph ways() {
        return graph("""
                org:z1 skos:prefLabel "Amber"@en .
                org:y2 skos:prefLabel "Why"@en ; gg:acronym "AMBER" ; skos:altLabel "AMBER" .
                org:x3 skos:prefLabel "Xylophone"@en ; skos:altLabel "the Amber" .
                org:w4 skos:prefLabel "Amber Works"@en .
                org:v5 skos:prefLabel "Vault of amber"@en .
                org:u6 skos:prefLabel "Union of Amberley"@en .
                org:t7 skos:prefLabel "Talks"@en ; gg:summary "Talks about ambers."@en .
                issue:s8 skos:prefLabel "Slow amber trade"@en ; skos:broader issue:none .
                issue:r9 skos:prefLabel "Resin"@en ; skos:definition "Such as amber."@en .
                <https://w3id.org/geneva-graph/id/passage/q/10> skos:prefLabel "q#10"@en ; gg:topic "amber"@en .
                <https://w3id.org/geneva-graph/id/passage/p/9> skos:prefLabel "p#9"@en ; gg:topic "stones"@en ;
                  gg:text "Toutes les pierres, dont l'AMBER."@fr .
                org:o11 skos:prefLabel "Old Umber"@en .
                org:n12 skos:prefLabel "No"@en ; gg:summary "It is all umber."@en .
                <https://w3id.org/geneva-graph/id/statement/amber> skos:prefLabel "Amber"@en .
                """);
    }

    @Test
    void betterWaysOfMatchingComeFirst() throws IOException {
        try (SnapshotServer other = searching(ways())) {
            JsonObject answer = found(new Http(other.address()), path("amber"));
            List<String> order = results(answer).stream()
                    .map(hit -> hit.getString("id") + " " + hit.getString("matched") + " " + snippet(hit, true))
                    .toList();
            assertEquals(
                    List.of(
                            "z1 name [Amber]",
                            "y2 acronym [AMBER]",
                            "x3 alias the [Amber]",
                            "w4 name [Amber] Works",
                            "s8 name Slow [amber] trade",
                            "v5 name Vault of [amber]",
                            "u6 name Union of [Amberley]"),
                    order.subList(0, 7));
            assertEquals(
                    Set.of("q#10 topic [amber]", "r9 definition Such as [amber].", "t7 summary Talks about [ambers]."),
                    Set.copyOf(order.subList(7, 10)));
            assertEquals(
                    List.of(
                            "p#9 text Toutes les pierres, dont [l'AMBER].",
                            "o11 name Old [Umber]",
                            "n12 summary It is all [umber]."),
                    order.subList(10, order.size()));
        }
    }

    @Test
    void equalHitsStandInTheOrderOfTheirNames() throws IOException {
        Graph graph = graph("""
                org:c skos:prefLabel "Amber 10"@en .
                org:b skos:prefLabel "amber 9"@en .
                org:e skos:prefLabel "Âmber 9"@en .
                org:a skos:prefLabel "Amber B"@en .
                org:d skos:prefLabel "Amber aa"@en .
                """);
        try (SnapshotServer other = searching(graph)) {
            assertEquals(
                    List.of("organisation/b", "organisation/e", "organisation/c", "organisation/d", "organisation/a"),
                    things(found(new Http(other.address()), path("amber"))));
        }
    }

    @Test
    void wordsMayStandInDifferentPlaces() throws IOException {
        Graph graph = graph("""
                org:a skos:prefLabel "Amber House"@en ; gg:acronym "AHX" ; gg:summary "Trades in resin."@en .
                org:b skos:prefLabel "Resin House"@en .
                """);
        try (SnapshotServer other = searching(graph)) {
            Http client = new Http(other.address());
            assertEquals(List.of("organisation/a"), things(found(client, path("ahx amber"))));
            assertEquals(List.of("organisation/a"), things(found(client, path("ahx resin"))));
            assertEquals(List.of("organisation/b", "organisation/a"), things(found(client, path("resin"))));
        }
    }

    @Test
    void passagesAreFoundByTheirOwnWordsWhereTheGraphHasThem() throws IOException {
        String text = "First words. " + "Much is said about other things in between. ".repeat(30)
                + "Here the Émigré's ombudsman decides. " + "And so it goes on and on to the end. ".repeat(30);
        Graph graph = graph("""
                <https://w3id.org/geneva-graph/id/passage/law/1.a> skos:prefLabel "law#1.a"@en ;
                  gg:topic "who decides"@en ; gg:text "%s"@en .
                """.formatted(text.strip()));
        try (SnapshotServer other = searching(graph)) {
            Http client = new Http(other.address());
            JsonObject hit = results(found(client, path("emigre OMBUDSMAN"))).get(0);
            assertEquals("text", hit.getString("matched"));
            assertEquals("law#1.a", hit.getString("id"));
            assertEquals("/id/passage/law/1.a", hit.getString("path"));
            String snippet = snippet(hit, true);
            assertTrue(snippet.contains("Here the [Émigré's] [ombudsman] decides"), snippet);
            assertTrue(snippet.startsWith("… ") && snippet.endsWith(" …"), snippet);
            assertTrue(snippet.length() < 300, snippet);
            String page = html(client, path("ombudsman"));
            assertTrue(page.contains("href=\"/id/passage/law/1.a\""), page);
            assertTrue(page.contains("<mark>ombudsman</mark> decides"), page);
            assertTrue(page.contains("<p>who decides</p>"), page);
            String unmarked = snippet(hit, false).replaceAll("^… | …$", "");
            assertTrue(text.contains(unmarked), unmarked);
        }
    }

    @Test
    void theSameGraphGivesTheSameBytes() throws IOException {
        List<Triple> triples = server.served().snapshot().dataset().getDefaultGraph().stream()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(triples, new Random(3));
        Graph shuffled = GraphFactory.createDefaultGraph();
        triples.forEach(shuffled::add);
        List<String> paths = paths();
        try (SnapshotServer other = searching(shuffled)) {
            Http client = new Http(other.address());
            assertEquals(bodies(paths, http), bodies(paths, client));
        }
    }

    @Test
    void firstSearchesMayComeAtOnce() throws IOException {
        Served fresh = Served.of(server.served().snapshot(), server.served().catalogue(), Limits.STANDARD);
        try (SnapshotServer other = SnapshotServer.start(fresh, "127.0.0.1", 0)) {
            Http client = new Http(other.address());
            List<String> paths = paths();
            List<String> bodies =
                    paths.parallelStream().map(path -> client.get(path).body()).toList();
            assertEquals(bodies(paths, http), bodies);
        }
    }

    private static List<String> paths() {
        return Stream.of("geneva", "digital rights", "intrenet", "tunis agenda", "gscp", "a")
                .map(words -> path(words) + "&limit=100")
                .toList();
    }

    private static List<String> bodies(List<String> paths, Http client) {
        return paths.stream().map(path -> client.get(path).body()).toList();
    }

    @Test
    void theIndexBelongsToWhatIsServed() throws IOException {
        Served real = server.served();
        try (SnapshotServer other = SnapshotServer.start(real, "127.0.0.1", 0)) {
            Http client = new Http(other.address());
            assertEquals(0, total(found(client, path("Alpha Foundation"))));
            Served small = Served.of(Mini.snapshot(), real.catalogue(), Limits.STANDARD);
            other.publish(small);
            JsonObject answer = found(client, path("alpha"));
            assertEquals("organisation/alpha", things(answer).get(0));
            assertEquals(small.snapshot().version(), answer.getString("version"));
            assertNotEquals(real.snapshot().version(), answer.getString("version"));
            assertEquals(
                    "organisation/alpha",
                    things(found(client, path("old-alpha"))).get(0),
                    "a retired id");
            assertEquals(List.of("passage/alpha#4"), things(found(client, path("rhetoric"))));
            assertEquals(
                    "passage/alpha-amended#4",
                    things(found(client, path("alpha-amended#4"))).get(0));
        }
    }

    @Test
    void inAnEmptyGraphNothingIsFound() throws IOException {
        try (SnapshotServer other = searching(graph(""))) {
            Http client = new Http(other.address());
            assertEquals(0, total(found(client, path("gcsp"))));
            assertTrue(html(client, path("gcsp")).contains("Nothing is called or described"));
        }
    }

    /** The whole name of a thing, but for a plural or slips in its words, is meant before what only has its words. */
    @ParameterizedTest
    @ValueSource(strings = {"amber roads", "ambre road", "ambr raod", "amber roada", "Amber-Roads"})
    void aWholeNameWithSlipsComesBeforeDescriptions(String asked) throws IOException {
        Graph graph = graph("""
                org:a1 skos:prefLabel "Ambers"@en ; gg:summary "Ambre roada, amber roads and a road."@en .
                org:b2 skos:prefLabel "Amber Road, north"@en .
                org:c3 skos:prefLabel "Amber Road"@en .
                """);
        try (SnapshotServer other = searching(graph)) {
            assertEquals(
                    "c3",
                    results(found(new Http(other.address()), path(asked)))
                            .get(0)
                            .getString("id"));
        }
    }
}
