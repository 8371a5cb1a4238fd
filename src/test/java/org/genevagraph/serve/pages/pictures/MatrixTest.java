package org.genevagraph.serve.pages.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix says what the queries say, in its picture, its lists and its file, and refuses what it does not know. */
class MatrixTest extends RealServer {
    private static final Pattern CELL = Pattern.compile(
            "action-line=([a-z0-9-]+)&amp;sdg=([a-z0-9-]+)[^\"]*\"[^>]*data-row.*?</a>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile(">(\\d+)</text>");
    private static final Pattern LISTED = Pattern.compile("class=\"hit\" href=\"/id/commitment/([a-z0-9-]+)\"");

    @ParameterizedTest
    @CsvSource({
        "'', '', namedSingly",
        "'?counted=all', '', commitments",
        "'?counted=all&objective=objective-4', '?objective=objective-4', commitments"
    })
    void everyCellShowsTheNumberOfTheQuery(String page, String query, String column) {
        Map<String, Integer> asked = new TreeMap<>();
        for (JsonValue row : rows("/queries/matrix.json" + query)) {
            int number = Integer.parseInt(value(row, column));
            if (number > 0) {
                asked.put(slug(value(row, "actionLine")) + " " + slug(value(row, "sdg")), number);
            }
        }
        Map<String, Integer> shown = new TreeMap<>();
        Matcher cells = CELL.matcher(page("/matrix" + page));
        int all = 0;
        while (cells.find()) {
            all++;
            Matcher number = NUMBER.matcher(cells.group());
            if (number.find()) {
                shown.put(cells.group(1) + " " + cells.group(2), Integer.parseInt(number.group(1)));
            }
        }
        assertEquals(18 * 17, all);
        assertFalse(asked.isEmpty());
        assertEquals(asked, shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c5", "c7", "c7-e-health"})
    void aRowListsTheCommitmentsOfTheQuery(String line) {
        assertEquals(
                new TreeSet<>(
                        slugs(rows("/queries/commitments-by-action-line.json?action-line=" + line), "commitment")),
                new TreeSet<>(listed("/matrix?counted=all&action-line=" + line)));
    }

    @Test
    void aColumnListsTheCommitmentsOfTheQueryInTheirOrder() {
        assertEquals(
                slugs(rows("/queries/commitments-by-sdg.json?sdg=sdg-4"), "commitment"),
                listed("/matrix?counted=all&sdg=4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "axes=action-line-sdg&action-line=c5&sdg=sdg-9&objective=objective-3",
                "axes=action-line-objective&action-line=c5&sdg=sdg-9&objective=objective-3",
                "axes=objective-sdg&action-line=c5&sdg=sdg-9&objective=objective-3"
            })
    void whicheverAxesCrossTheSameChoiceHasTheSameCommitments(String choice) {
        List<String> both = listed("/matrix?counted=all&action-line=c5&sdg=sdg-9");
        both.retainAll(listed("/matrix?counted=all&axes=objective-sdg&objective=objective-3"));
        assertFalse(both.isEmpty());
        assertEquals(both, listed("/matrix?counted=all&" + choice));
    }

    @Test
    void theFileHasEveryCellTheEmptyOnesToo() {
        String[] lines = http.get("/matrix.csv").body().split("\r?\n", -1);
        assertEquals("actionLine,actionLineLabel,sdg,sdgLabel,commitments,namedSingly", lines[0]);
        assertEquals(
                18 * 17 + 1,
                List.of(lines).stream().filter(line -> !line.isEmpty()).count());
        assertTrue(lines[1].endsWith(",27,2"), lines[1]);
        assertEquals(
                http.get("/matrix.csv").body(),
                http.get("/matrix", "Accept", "text/csv").body());
    }

    @Test
    void thePictureStandsByItself() {
        HttpResponse<String> light = http.get("/matrix.svg?counted=all");
        assertEquals("image/svg+xml; charset=utf-8", header(light, "Content-Type"));
        assertTrue(light.body().strip().startsWith("<svg xmlns="), light.body());
        assertTrue(light.body().contains("<title>C5 and SDG 9: 38 commitments</title>"));
        assertFalse(light.body().contains("var(--") || light.body().contains("<a "));
        assertFalse(light.body()
                .equals(http.get("/matrix.svg?counted=all&theme=dark").body()));
    }

    @Test
    void anEmptyCellSaysThatTheSourceMapsNothingThere() {
        String page = page("/matrix?action-line=c7-e-science&sdg=sdg-2");
        assertTrue(page.contains("The source maps no commitment there by name."), page);
        assertTrue(page.contains("With those that it maps to all at once: 25 commitments."), page);
        assertTrue(page.contains("E-science and SDG 2: no commitment")
                || page.contains("C7 e-science and SDG 2: no commitment"));
    }

    @ParameterizedTest
    @CsvSource({
        "/matrix?action-line=c77, c7",
        "/matrix?sdg=99, sdg-9",
        "/matrix?counted=singley, singly",
        "/matrix?axes=sdg-sdg, objective-sdg",
        "/matrix.svg?theme=drak, dark",
        "/matrix.csv?sdg=c5, sdg",
        "/matrix?sdg=1&sdg=2, once",
        "/map?objective=objektive-1, objective-1",
        "/map.csv?objective=c5, objective",
        "/map.svg?theme=blue, choose one of"
    })
    void whatIsUnknownIsRefusedWithTheNearestNames(String path, String hint) {
        JsonObject problem = problem(http.get(path, "Accept", "application/problem+json, */*"), 400);
        assertTrue(problem.getString("detail").contains(hint), problem.getString("detail"));
    }

    @Test
    void theLanguageGoesAlong() {
        String page = page("/matrix?lang=fr&action-line=c5&sdg=sdg-9");
        assertTrue(page.contains("C5 et ODD 9"), page);
        assertTrue(page.contains("&amp;lang=fr#list"));
        assertTrue(page.contains("name=\"lang\" value=\"fr\""));
    }

    private static String page(String path) {
        HttpResponse<String> response = http.get(path, "Accept", "text/html");
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    private static List<String> listed(String path) {
        List<String> slugs = new ArrayList<>();
        Matcher links = LISTED.matcher(page(path));
        while (links.find()) {
            slugs.add(links.group(1));
        }
        return slugs;
    }

    private static List<JsonValue> rows(String path) {
        return JSON.parse(http.get(path).body())
                .getObj("results")
                .getArray("bindings")
                .toList();
    }

    private static List<String> slugs(List<JsonValue> rows, String column) {
        List<String> slugs = new ArrayList<>();
        rows.forEach(row -> slugs.add(slug(value(row, column))));
        return slugs;
    }

    private static String value(JsonValue row, String column) {
        return row.getAsObject().getObj(column).getString("value");
    }

    private static String slug(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
