package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of an answer has the same rows, on however many pages they stand, and what a facet counts is what choosing it gives. */
class AnswerRowsTest extends RealServer {
    private static final int FACETS_CHOSEN = 4;
    private static final int MOST_ROWS = 400;

    /** Each query of the catalogue with what it needs, and with all of its examples. */
    static Stream<String> questions() {
        return server.served().catalogue().all().stream()
                .flatMap(AnswerRowsTest::asked)
                .distinct();
    }

    private static Stream<String> asked(QueryFile query) {
        List<Parameter> needed =
                query.parameters().stream().filter(Parameter::required).toList();
        return Stream.of(needed, query.parameters())
                .map(given -> "/queries/" + query.name() + "?"
                        + given.stream()
                                .map(parameter -> parameter.name() + "=" + Http.encoded(parameter.example()))
                                .collect(Collectors.joining("&")));
    }

    private static String html(String path) {
        HttpResponse<String> response = http.get(path, "Accept", "text/html");
        assertEquals(200, response.statusCode(), path);
        return response.body();
    }

    private static int total(String path) {
        HttpResponse<String> response = http.get(path, "Accept", "application/json");
        int rows = JSON.parse(response.body())
                .get("results")
                .getAsObject()
                .get("bindings")
                .getAsArray()
                .size();
        assertEquals(
                String.valueOf(rows),
                response.headers().firstValue("X-Total-Rows").orElse(""),
                path);
        return rows;
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyFormHasTheSameRows(String question) {
        int rows = total(question);
        for (String type : List.of("text/csv", "text/tab-separated-values", "application/sparql-results+xml")) {
            HttpResponse<String> response = http.get(question, "Accept", type);
            assertEquals(
                    String.valueOf(rows),
                    response.headers().firstValue("X-Total-Rows").orElse(""),
                    type);
        }
        int shown = 0;
        String page = question + (question.endsWith("?") ? "" : "&") + "view=table";
        while (!page.isEmpty() && shown < MOST_ROWS) {
            String html = html(page);
            shown += (int) all("(?s)<tbody>(.*?)</tbody>", html).stream()
                    .limit(1)
                    .flatMap(body -> all("(<tr)", body).stream())
                    .count();
            page = all("rel=\"next\" href=\"([^\"]+)\"", html).stream()
                    .findFirst()
                    .orElse("");
        }
        assertTrue(page.isEmpty() ? shown == rows : shown < rows, shown + " of " + rows + " rows of " + question);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void rowsAreChosenByTheirFacets(String question) {
        String whole = html(question);
        List<String> choices = all("href=\"(/queries/[^\"]*filter\\.[^\"]+)\"", whole);
        int apart = Math.max(1, choices.size() / FACETS_CHOSEN);
        for (int i = 0; i < choices.size(); i += apart) {
            String choice = choices.get(i);
            String part = html(choice);
            Set<String> counts = Set.copyOf(all("aria-current=\"true\" rel=\"nofollow\">[^<]*<small>([\\d,]+)<", part));
            assertEquals(Set.of(String.format("%,d", total(choice))), counts, choice);
            assertEquals(finding(whole), finding(part), "the finding is that of the whole answer");
            assertTrue(part.contains(">Show all</a>"), choice);
        }
    }

    private static List<String> finding(String page) {
        return all("class=\"finding\">([^<]+)<", page);
    }

    @Test
    void whatNoRowIsChosenByIsToldSo() {
        assertEquals(
                400,
                http.get("/queries/partners?organisation=gcsp&filter.colour=red", "Accept", "text/html")
                        .statusCode());
        assertTrue(html("/queries/partners?organisation=gcsp&filter.standing=outside")
                .contains("Nothing fits this choice."));
    }
}
