package org.genevagraph.serve.pages.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search as people see it. */
class SearchPageTest extends SearchDoor {
    @TempDir
    private Path folder;

    /** Of several names that fit the one is shown that the reader understands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "en:<mark>cyber</mark> fights",
                "fr:<mark>cyberconflits</mark> et <mark>cyberguerre</mark>",
                "fr:crise <mark>cyber</mark>",
                "en:<mark>Cyber</mark> crises"
            })
    void aNameIsShownInTheLanguageOfThePage(String shown) throws Exception {
        Graph graph = graph("""
                issue:fights skos:prefLabel "Digital conflict"@en , "Conflits numériques"@fr ;
                  skos:altLabel "cyber fights"@en , "cyberconflits et cyberguerre"@fr .
                issue:crises skos:prefLabel "Cyber crises"@en , "Gestion de crise cyber"@fr .
                """);
        try (SnapshotServer searching = searching(graph)) {
            String page = html(new Http(searching.address()), "/search?q=cyber&lang=" + shown.substring(0, 2));
            assertTrue(page.contains(shown.substring(3)), page);
        }
    }

    /** Where the words are a question, it is not said that nothing is called so. */
    @Test
    void aQuestionThatIsFoundIsNoSilence() {
        String page = html(http, path("who funds HealthAI") + "&lang=en");
        assertTrue(page.contains("/queries/funders?organisation=healthai") && !page.contains("class=\"note\""), page);
    }

    @Test
    void withoutWordsPeopleGetTheForm() {
        for (String path : List.of("/search", "/search?q=", "/search?q=+%09+", "/search?kind=&q=")) {
            String page = html(http, path);
            assertTrue(page.contains("<input type=\"search\" id=\"q\" name=\"q\" value=\"\""), page);
            assertFalse(page.contains("class=\"note\""), page);
            JsonObject problem = problem(http.get(path), 400);
            assertEquals("there is nothing to search for", problem.getString("cause"));
            assertTrue(problem.getString("fix").contains("/search?q=gcsp"));
        }
    }

    @Test
    void labelsAreEscaped() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path table = data.resolve("organisations.csv");
        String name = "<script>alert('x')</script> & \"Sons\"";
        Files.writeString(
                table,
                Files.readString(table)
                        .replace("Delta Bank", "\"" + name.replace("\"", "\"\"") + "\"")
                        .replace("A bank that pays.", "<img src=x onerror=alert(1)>"));
        Served served = Served.of(build(data), server.served().catalogue(), Limits.STANDARD);
        try (SnapshotServer other = SnapshotServer.start(served, "127.0.0.1", 0)) {
            Http client = new Http(other.address());
            String page = html(client, path("alert sons"));
            assertTrue(page.contains("&lt;script&gt;<mark>alert</mark>("), page);
            assertTrue(page.contains("&lt;img src=x onerror=alert(1)&gt;"), page);
            assertFalse(page.contains("<script>") || page.contains("<img"), page);
            assertEquals(name, results(found(client, path("alert sons"))).get(0).getString("label"));
            String asked = html(client, path("\"><script>alert(2)</script>"));
            assertTrue(
                    asked.contains("value=\"&#34;>&lt;script>") || asked.contains("value=\"&#34;&gt;&lt;script"),
                    asked);
            assertFalse(asked.contains("<script"), asked);
        }
    }

    private static Snapshot build(Path data) throws IOException {
        try {
            return new SnapshotBuilder(Inputs.read(Mini.HOME, data), Progress.NONE).build();
        } catch (ProblemException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @Test
    void thePageShowsNamesKindsMarksAndWaysOn() {
        String page = html(http, path("geneva") + "&limit=5");
        assertTrue(page.contains("<mark>Geneva</mark> Centre for Security Policy</a>"), page);
        assertTrue(page.contains("href=\"/id/organisation/gcsp\""), page);
        assertTrue(page.contains("GCSP · organisation"), page);
        assertTrue(page.contains("International foundation in Geneva for peace and security"), page);
        assertTrue(page.contains("rel=\"next\" href=\"/search?q=geneva&amp;limit=5&amp;offset=5\">"), page);
        assertTrue(html(http, path("sdg 1")).contains("<small>alias</small> <mark>SDG</mark> <mark>1</mark>"));
        assertTrue(html(http, path("C7") + "&kind=action-line")
                .contains("<option value=\"action-line\" selected>Action Line"));
        assertFalse(page.contains("<script>") || page.contains(" style=") || page.contains("<style"), page);
        assertTrue(html(http, path("geneva") + "&offset=999").contains("There are not as many."));
    }

    /** What nobody says says so plainly, word by word, names what the words name, and leads on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "who zzchairs the GCSP | en | has the word “zzchairs” | Geneva Centre for Security Policy",
                "zzqqxone zzqqxtwo | en | has the words “zzqqxone” and “zzqqxtwo” | href=\"/queries\"",
                "qui zzpréside le GCSP | fr | ne contient le mot «\u202fzzpréside\u202f» | Centre de politique de sécurité, Genève",
                "Женева | en | The names here are in English and French. | href=\"/id\""
            })
    void whatNobodySaysIsToldAndLeadsOn(String asked, String language, String told, String leads) {
        String page = http.get(path(asked), "Accept", "text/html", "Accept-Language", language)
                .body();
        assertTrue(page.contains(told), page);
        assertTrue(page.contains(leads), page);
        assertTrue(page.contains("href=\"/docs/contribute\""), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search", "/search?q=gcsp", "/queries", "/queries/why", "/sparql"})
    void everyPageHasASearchForm(String path) {
        String page = html(http, path);
        Matcher forms =
                Pattern.compile("(?s)<form class=\"search[^\"]*\".*?</form>").matcher(page);
        Set<String> inputs = new TreeSet<>();
        while (forms.find()) {
            assertTrue(forms.group().contains("action=\"/search\" method=\"get\""), forms.group());
            Matcher input = Pattern.compile("<input type=\"search\" id=\"(\\w+)\" name=\"q\"")
                    .matcher(forms.group());
            assertTrue(input.find(), forms.group());
            assertTrue(forms.group().contains("<label for=\"" + input.group(1) + "\""), forms.group());
            assertTrue(forms.group().matches("(?s).*<button [^>]*type=\"submit\".*"), forms.group());
            assertTrue(inputs.add(input.group(1)), "two of one id");
        }
        assertTrue(inputs.contains("search"), page);
        assertEquals(path.equals("/") || path.startsWith("/search"), inputs.contains("q"), page);
    }
}
