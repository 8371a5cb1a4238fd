package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two things side by side: what both have to do with is told from both sides, and nothing is left out that other questions know. */
class CompareTest extends RealServer {
    private static final String NOTHING = "The sources name nothing that";

    private static List<JsonObject> rows(String address) {
        HttpResponse<String> response = http.get(address, "Accept", "application/json");
        assertEquals(200, response.statusCode(), response::body);
        return JSON.parse(response.body()).get("results").getAsObject().get("bindings").getAsArray().stream()
                .map(row -> row.getAsObject())
                .toList();
    }

    private static String text(JsonObject row, String column) {
        return row.hasKey(column) ? row.get(column).getAsObject().getString("value") : "";
    }

    private static String html(String path) {
        HttpResponse<String> response = http.get(path, "Accept", "text/html");
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    private static List<String> profiled() {
        return server.served().snapshot().dataset().getDefaultGraph().stream(Node.ANY, GG.profiledIn, Node.ANY)
                .map(triple -> Iris.parse(triple.getSubject().getURI()).orElseThrow())
                .filter(id -> id.kind().equals("organisation"))
                .map(Iris.Id::slug)
                .distinct()
                .sorted()
                .toList();
    }

    /** Each profiled organisation with the next one. */
    static List<String> pairs() {
        List<String> all = profiled();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            pairs.add("a=" + all.get(i) + "&b=" + all.get((i + 1) % all.size()));
        }
        assertTrue(pairs.size() > 7, pairs::toString);
        return pairs;
    }

    private static Map<String, Set<String>> shared(List<JsonObject> rows) {
        return rows.stream()
                .filter(row -> text(row, "whose").equals("both"))
                .collect(Collectors.groupingBy(
                        row -> text(row, "thing"),
                        TreeMap::new,
                        Collectors.mapping(row -> text(row, "side"), Collectors.toCollection(TreeSet::new))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatBothHaveIsToldFromBothSidesAndIsTheSameTheOtherWayRound(String pair) {
        List<JsonObject> rows = rows("/compare.json?" + pair);
        Map<String, Set<String>> shared = shared(rows);
        assertEquals(
                List.of(),
                shared.entrySet().stream()
                        .filter(thing -> thing.getValue().size() != 2)
                        .map(Map.Entry::getKey)
                        .toList());
        String turned = pair.replace("a=", "x=").replace("b=", "a=").replace("x=", "b=");
        assertEquals(shared.keySet(), shared(rows("/compare.json?" + turned)).keySet());
        assertEquals(
                List.of(),
                rows.stream()
                        .filter(row -> text(row, "evidence").isEmpty()
                                && !List.of("editorial", "outside").contains(text(row, "standing")))
                        .toList());
        // Whatever one side alone has, the other has in no row.
        Map<String, Set<String>> whose = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, "thing"), Collectors.mapping(row -> text(row, "whose"), Collectors.toSet())));
        whose.forEach((thing, all) -> assertEquals(1, all.size(), thing));
        Set<String> partners = rows("/queries/shared-partners.json?" + pair + "&scope=involved").stream()
                .map(row -> text(row, "partner"))
                .collect(Collectors.toCollection(TreeSet::new));
        partners.removeAll(shared.keySet());
        assertEquals(Set.of(), partners);
        String page = html("/compare?" + pair);
        assertEquals(shared.isEmpty(), page.contains(NOTHING), page);
        assertEquals(
                shared.isEmpty(), html("/compare?" + pair + "&lang=fr").contains("Les sources n’indiquent rien que"));
    }

    @Test
    void filesAreTheAnswerOfTheQuestion() {
        String pair = "a=gcsp&b=cyberpeace-institute";
        assertEquals(
                http.get("/queries/compare.csv?" + pair).body(),
                http.get("/compare.csv?" + pair).body());
        assertEquals(
                http.get("/queries/compare.json?" + pair).body(),
                http.get("/compare.json?" + pair).body());
        String page = html("/compare?" + pair);
        assertTrue(page.contains("href=\"/queries/compare.csv?a=gcsp&amp;b=cyberpeace-institute\""), page);
        assertTrue(page.contains("href=\"/brief?about=gcsp&amp;about=cyberpeace-institute\""), page);
        assertTrue(page.contains("European Union"), page);
    }

    @Test
    void formsAreAnnouncedWhereThereIsAnAnswer() {
        String pair = "a=gcsp&b=cyberpeace-institute";
        assertTrue(header(http.get("/compare?" + pair, "Accept", "text/html"), "Link")
                .contains("/compare.json?"));
        for (String path : List.of("/compare", "/compare?a=gcsp", "/compare?a=gcsp&b=gcsp")) {
            String announced = header(http.get(path, "Accept", "text/html"), "Link");
            assertFalse(announced.contains("/compare."), path + ": " + announced);
        }
    }

    @Test
    void pagesLeadThere() {
        assertTrue(html("/id/organisation/gcsp").contains("href=\"/compare?a=gcsp\""));
        assertTrue(html("/queries/shared-partners?a=gcsp&b=cyberpeace-institute&lang=fr")
                .contains("href=\"/compare?a=gcsp&amp;b=cyberpeace-institute&amp;lang=fr\""));
        assertTrue(html("/compare?a=gcsp").contains("value=\"Geneva Centre for Security Policy\""));
    }

    @Test
    void nothingInCommonIsSaid() {
        List<String> silent = new ArrayList<>();
        List<String> slugs = things("place").subList(0, 6);
        for (String one : slugs) {
            String path = "/compare?a=place:" + one + "&b=sdg:sdg-1";
            if (shared(rows(path.replace("compare", "compare.json"))).isEmpty()) {
                silent.add(path);
            }
        }
        assertFalse(silent.isEmpty());
        silent.forEach(path -> assertTrue(html(path).contains(NOTHING), path));
    }

    private static List<String> things(String kind) {
        return server.served().snapshot().dataset().getDefaultGraph().stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .flatMap(thing -> Iris.parse(thing.getURI()).stream())
                .filter(id -> id.kind().equals(kind))
                .map(Iris.Id::slug)
                .sorted()
                .toList();
    }

    @Test
    void thingsOfEveryKindCanBeCompared() {
        for (String kind : ParameterType.THING.kinds()) {
            List<String> slugs = things(kind);
            String path = "/compare?a=" + kind + ":" + slugs.get(0) + "&b=" + kind + ":" + slugs.get(1);
            String page = html(path);
            assertTrue(page.contains("class=\"finding\""), path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=gcsp&b=GCSP", "a=gcsp&b=no-such-thing", "a=nobody&b=gcsp"})
    void whatCannotBeComparedIsToldInTheForm(String pair) {
        HttpResponse<String> page = http.get("/compare?" + pair, "Accept", "text/html");
        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains("aria-invalid=\"true\""), page.body());
        HttpResponse<String> json = http.get("/compare.json?" + pair);
        assertTrue(json.statusCode() == 400 || json.statusCode() == 404, json.body());
    }
}
