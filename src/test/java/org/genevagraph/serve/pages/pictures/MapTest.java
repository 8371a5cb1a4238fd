package org.genevagraph.serve.pages.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The implementation map shows what its query answers: who facilitates, who is active, and where nobody is. */
class MapTest extends RealServer {
    private static final Pattern ORGANISATION = Pattern.compile("/id/organisation/([a-z0-9-]+)");

    /** What a commitment has: its lines, who facilitates one of them, who is active on one. */
    private record Row(Set<String> facilitators, Set<String> active) {}

    @ParameterizedTest
    @ValueSource(strings = {"objective-1", "objective-5", "follow-up-and-review"})
    void everyCommitmentHasTheOrganisationsOfTheQuery(String objective) {
        Map<String, Row> asked = new TreeMap<>();
        for (JsonObject row : rows("/queries/implementation-map.json?objective=" + objective)) {
            Row commitment = asked.computeIfAbsent(
                    slug(value(row, "commitment")), any -> new Row(new TreeSet<>(), new TreeSet<>()));
            commitment.facilitators().addAll(slugs(value(row, "facilitators")));
            commitment.active().addAll(slugs(value(row, "organisations")));
        }
        String page = page("/map?objective=" + objective);
        Map<String, Row> shown = new TreeMap<>();
        Matcher rows = Pattern.compile("<tr id=\"([a-z0-9-]+)\">(.*?)</tr>", Pattern.DOTALL)
                .matcher(page);
        while (rows.find()) {
            String[] cells = rows.group(2).split("<td", -1);
            shown.put(rows.group(1), new Row(organisations(cells[2]), organisations(cells[3])));
        }
        assertFalse(asked.isEmpty());
        assertEquals(asked, shown);
    }

    @Test
    void theGapsAreThoseOfTheQuery() {
        String page = page("/map");
        String gaps =
                page.substring(page.indexOf("id=\"gaps\""), page.indexOf("</section>", page.indexOf("id=\"gaps\"")));
        Set<String> asked = new TreeSet<>();
        for (JsonObject row : rows("/queries/coverage-gaps.json")) {
            asked.add(slug(value(row, "thing")));
        }
        Set<String> shown = new TreeSet<>();
        Matcher links =
                Pattern.compile("href=\"(?:#|/id/commitment/)([a-z0-9-]+)\"").matcher(gaps);
        while (links.find()) {
            shown.add(links.group(1));
        }
        assertEquals(asked, shown);
        assertTrue(gaps.contains("10 of 18 Action Lines have no facilitator in the sources"), gaps);
        assertTrue(page.contains(
                "aria-label=\"C5: Building confidence and security in the use of ICTs. ∅ no facilitator"));
    }

    @Test
    void aLineWithoutFacilitatorIsConnectedWithNobody() {
        String page = page("/map?objective=objective-5");
        Set<String> without = rows("/queries/implementation-map.json?objective=objective-5").stream()
                .filter(row -> value(row, "facilitators").isEmpty())
                .map(row -> slug(value(row, "actionLine")))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> drawn = new TreeSet<>();
        Matcher curves =
                Pattern.compile("data-from=\"([a-z0-9-]+)\" data-to=\"nobody\"").matcher(page);
        while (curves.find()) {
            drawn.add(curves.group(1));
        }
        assertEquals(without, drawn);
    }

    @Test
    void nothingThatDoesNotExistActsAndCommitteesActForTheirBody() {
        Set<String> active = new TreeSet<>();
        rows("/queries/implementation-map.json").forEach(row -> active.addAll(slugs(value(row, "organisations"))));
        Set<String> others = new TreeSet<>();
        String query = """
                PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT DISTINCT ?who {
                  { ?who gg:status/skos:notation ?status FILTER (?status != "existing") }
                  UNION
                  { ?who gg:kind/skos:notation "committee" ; gg:partOf+ ?whole }
                  ?who a gg:Organisation
                }""";
        rows("/sparql?format=json&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .forEach(row -> others.add(slug(value(row, "who"))));
        assertFalse(others.isEmpty());
        assertTrue(active.size() > 20, active.toString());
        active.retainAll(others);
        assertEquals(Set.of(), active);
    }

    @Test
    void theFileIsTheAnswerOfTheQuery() {
        assertEquals(
                http.get("/queries/implementation-map.csv?objective=objective-2")
                        .body(),
                http.get("/map.csv?objective=2").body());
    }

    @Test
    void thePictureStandsByItselfAndNothingInItOverlaps() {
        String picture = http.get("/map.svg?objective=objective-3").body();
        assertTrue(picture.strip().startsWith("<svg xmlns="), picture);
        assertFalse(picture.contains("var(--"));
        Matcher boxes = Pattern.compile("<rect x=\"(\\d+)\" y=\"(\\d+)\" width=\"\\d+\" height=\"(\\d+)\" rx=\"4\"")
                .matcher(picture);
        Map<Integer, List<int[]>> columns = new TreeMap<>();
        while (boxes.find()) {
            columns.computeIfAbsent(Integer.parseInt(boxes.group(1)), any -> new ArrayList<>())
                    .add(new int[] {Integer.parseInt(boxes.group(2)), Integer.parseInt(boxes.group(3))});
        }
        assertEquals(3, columns.size());
        columns.values().forEach(column -> {
            column.sort(Comparator.comparing((int[] box) -> box[0]));
            for (int i = 1; i < column.size(); i++) {
                assertTrue(column.get(i - 1)[0] + column.get(i - 1)[1] < column.get(i)[0], "boxes overlap");
            }
        });
    }

    private static String page(String path) {
        return http.get(path, "Accept", "text/html").body();
    }

    private static List<JsonObject> rows(String path) {
        return JSON.parse(http.get(path).body())
                .getObj("results")
                .getArray("bindings")
                .map(JsonValue::getAsObject)
                .toList();
    }

    private static String value(JsonObject row, String column) {
        return row.hasKey(column) ? row.getObj(column).getString("value") : "";
    }

    private static Set<String> organisations(String cell) {
        Set<String> slugs = new TreeSet<>();
        Matcher links = ORGANISATION.matcher(cell);
        while (links.find()) {
            slugs.add(links.group(1));
        }
        return slugs;
    }

    private static List<String> slugs(String iris) {
        return Arrays.stream(iris.split(" ", -1))
                .filter(iri -> !iri.isEmpty())
                .map(MapTest::slug)
                .toList();
    }

    private static String slug(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
