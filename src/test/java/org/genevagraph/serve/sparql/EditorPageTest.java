package org.genevagraph.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;

/** The page of the SPARQL editor and what the editor gets from the server. */
class EditorPageTest extends RealServer {
    private static final String VOCABULARY = "/sparql/vocabulary.json";
    private static final String HTML = "text/html";

    private static List<JsonObject> objects(String array) {
        return StreamSupport.stream(
                        JSON.parse(http.get(VOCABULARY).body())
                                .get(array)
                                .getAsArray()
                                .spliterator(),
                        false)
                .map(value -> value.getAsObject())
                .toList();
    }

    @Test
    void hintsAndExamplesAreInTheLanguageOfThePage() {
        String page = http.get("/sparql?lang=fr", "Accept", HTML).body();
        assertTrue(page.contains("data-vocabulary=\"" + VOCABULARY + "?lang=fr\""), page);
        assertTrue(page.contains(">Qui sont les partenaires d’une organisation"), page);
        String french = http.get(VOCABULARY + "?lang=fr").body();
        assertTrue(french.contains("un des dix-sept objectifs du Programme 2030."));
        assertFalse(http.get(VOCABULARY).body().contains("dix-sept"));
    }

    @Test
    void everyCannedQueryIsAnExampleThatAnswers() throws IOException, ProblemException {
        List<JsonObject> examples = objects("examples").stream()
                .filter(example -> example.get("calls").getAsArray().isEmpty())
                .toList();
        assertEquals(Mini.queries().all().size(), examples.size(), "an example value is not in the data");
        for (JsonObject example : examples) {
            HttpResponse<String> answer =
                    http.post("/sparql", "application/sparql-query", example.getString("query"), "Accept", "text/csv");
            assertEquals(200, answer.statusCode(), answer::body);
            assertTrue(answer.body().lines().count() > 1, () -> example.getString("query"));
            // Values stand where the parameters were, and add no columns.
            assertEquals(
                    http.get("/queries/" + example.getString("name") + ".rq")
                            .body()
                            .lines()
                            .filter(line -> line.startsWith("#+ summary: "))
                            .map(line -> "# " + line.substring("#+ summary: ".length()))
                            .collect(Collectors.joining()),
                    example.getString("query").lines().findFirst().orElse(""));
        }
    }

    @Test
    void theVocabularyIsThatOfTheGraph() {
        HttpResponse<String> response = http.get(VOCABULARY);
        assertEquals("application/json", header(response, "Content-Type"));
        assertEquals(
                304,
                http.get(VOCABULARY, "If-None-Match", header(response, "ETag")).statusCode());
        JsonObject json = JSON.parse(response.body());
        assertEquals(
                "https://w3id.org/geneva-graph/ontology#",
                json.get("prefixes").getAsObject().getString("gg"));
        List<JsonObject> terms = objects("terms");
        JsonObject partnerOf = terms.stream()
                .filter(term -> term.getString("iri").endsWith("#partnerOf"))
                .findFirst()
                .orElseThrow();
        assertEquals("property", partnerOf.getString("type"));
        assertTrue(partnerOf.getString("definition").length() > 20, partnerOf::toString);
        // Terms of others are there because the graph uses them, our own even while it does not.
        assertTrue(terms.stream()
                .filter(term -> !term.getString("iri").startsWith("https://w3id.org/geneva-graph/"))
                .allMatch(term -> term.get("uses").getAsNumber().value().intValue() > 0));
        assertTrue(terms.stream()
                .anyMatch(term -> term.getString("iri").equals("http://www.w3.org/2004/02/skos/core#prefLabel")));
    }

    @Test
    void aQueryToEditIsShownAndNotAsked() {
        String hostile = "</textarea><script>alert(1)</script>\"'&lt;";
        HttpResponse<String> page = http.get("/sparql?edit=" + Http.encoded(hostile), "Accept", HTML);
        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains("<script>alert"), page::body);
        assertTrue(
                page.body().contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"'&amp;lt;</textarea>"),
                page::body);
        assertTrue(http.get("/sparql?edit=" + Http.encoded("\n\nASK {}"), "Accept", HTML)
                .body()
                .contains("\n\n\nASK {}</textarea>"));
        assertTrue(http.get("/sparql?example=partners", "Accept", HTML)
                .body()
                .contains("<option value=\"partners\" selected"));
    }

    @Test
    void whatTheEditorCannotTakeIsRefusedWithTheNearestName() {
        assertEquals(404, http.get("/sparql?example=partner", "Accept", HTML).statusCode());
        assertTrue(http.get("/sparql?example=partner", "Accept", HTML).body().contains("partners"));
        assertEquals(400, http.get("/sparql?edit=1&edit=2", "Accept", HTML).statusCode());
        assertEquals(200, http.get("/sparql?query=ASK%7B%7D&edit=ASK").statusCode());
    }

    @Test
    void onlyTheEditorMayWriteStylesAndNoPageScripts() {
        String page = header(http.get("/sparql", "Accept", HTML), "Content-Security-Policy");
        assertTrue(page.contains("default-src 'self'") && page.contains("style-src 'self' 'unsafe-inline'"), page);
        assertFalse(page.contains("script-src"), page);
        for (String path : List.of("/", "/sparql?query=ASK%7B%7D")) {
            assertFalse(
                    header(http.get(path, "Accept", HTML), "Content-Security-Policy")
                            .contains("unsafe"),
                    path);
        }
        assertTrue(http.get("/sparql?edit=ASK", "Accept", "text/turtle").body().contains("SPARQL11Query"));
    }

    @Test
    void errorsComeAsTextToWhoeverShowsThem() {
        HttpResponse<String> text =
                http.sparql("SELECT * {", "Accept", "application/sparql-results+json,text/plain;q=0.5");
        assertEquals(400, text.statusCode());
        assertEquals("text/plain;charset=utf-8", header(text, "Content-Type").replace(" ", ""));
        assertEquals(3, text.body().lines().count(), text::body);
        assertTrue(text.body().contains("line 1, column 10"), text::body);
        problem(http.sparql("SELECT * {", "Accept", "application/json, text/plain, */*"), 400);
    }

    @Test
    void theEditorsFilesAreKeptForGood() {
        String page = http.get("/sparql", "Accept", HTML).body();
        for (String name : List.of("yasgui.js", "yasgui.css", "sparql.js", "sparql.css")) {
            int at = page.indexOf("/assets/" + name + "?v=");
            HttpResponse<String> file = http.get(page.substring(at, page.indexOf('"', at)));
            assertEquals(200, file.statusCode(), name);
            assertTrue(header(file, "Cache-Control").contains("immutable"), name);
        }
        assertEquals(404, http.get("/assets/yasgui.min.js.map").statusCode());
    }
}
