package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.page.docs.DocPage;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;

/** The documentation: in both languages, with links that lead somewhere and numbers that the graph has. */
class DocumentationPagesTest extends RealServer {

    private static List<String> paths() {
        return Stream.concat(
                        Stream.of(DocPage.INDEX, "/ontology"),
                        Stream.of(DocPage.values()).map(DocPage::path))
                .toList();
    }

    private static String page(String path, String language) {
        HttpResponse<String> response = http.get(path, "Accept", "text/html", "Accept-Language", language);
        assertEquals(200, response.statusCode(), path);
        assertEquals(language, header(response, "Content-Language"));
        return response.body();
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    @Test
    void everyPageSpeaksBothLanguages() {
        for (String path : paths()) {
            String english = main(page(path, "en"));
            String french = main(page(path, "fr"));
            assertNotEquals(english, french, path);
            Pattern heading = Pattern.compile("<h[12][^>]*>(?:<a[^>]*>)?([^<]+)");
            assertEquals(
                    heading.matcher(english).results().count(),
                    heading.matcher(french).results().count(),
                    path + " has other headings in French");
            Pattern code = Pattern.compile("(?s)<pre tabindex=\"0\"><code[^>]*>.*?</code>");
            assertEquals(
                    code.matcher(english).results().count(),
                    code.matcher(french).results().count(),
                    path);
        }
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Set<String> links = new TreeSet<>();
        for (String path : paths()) {
            for (String language : List.of("en", "fr")) {
                Matcher link = Pattern.compile("href=\"([/#][^\"]*)\"").matcher(page(path, language));
                while (link.find()) {
                    links.add(link.group(1).startsWith("#") ? path + link.group(1) : link.group(1));
                }
            }
        }
        List<String> broken = new ArrayList<>();
        for (String link : links) {
            String[] parts = link.replace("&amp;", "&").split("#", 2);
            HttpResponse<String> response = http.get(parts[0], "Accept", "text/html,*/*;q=0.8");
            if (response.statusCode() == 303) {
                // A document of the ontology leads to the page that tells it; a browser keeps the place in it.
                response = http.get(response.headers().firstValue("Location").orElseThrow(), "Accept", "text/html");
            }
            if (response.statusCode() != 200
                    || (parts.length == 2 && !response.body().contains("id=\"" + parts[1] + "\""))) {
                broken.add(link + ": " + response.statusCode());
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links.size() > 100, "links: " + links.size());
    }

    @Test
    void anUnknownPageIsRefusedWithTheNearest() {
        assertEquals("did you mean cite?", problem(http.get("/docs/cites"), 404).getString("fix"));
        assertTrue(problem(http.get("/docs/zzz"), 404).getString("fix").contains("coverage"));
        assertEquals(404, http.get("/docs/cites", "Accept", "text/html").statusCode());
    }

    @Test
    void citationsNameVersionAndDate() {
        String page = page("/docs/cite", "en");
        String version = header(http.get("/health"), "X-Graph-Version");
        assertTrue(page.contains("version      = {" + version + "}"), page);
        assertTrue(page.matches("(?s).*Version " + version + ", sources last read on \\d+ \\p{L}+ \\d{4}\\..*"), page);
        Matcher fact = Pattern.compile("https://w3id.org/geneva-graph/id/statement/\\w+")
                .matcher(page);
        assertTrue(fact.find());
        String why =
                http.get("/queries/why.csv?subject=gcsp&object=normandy-p5").body();
        assertTrue(why.contains(fact.group()), why);
    }

    @Test
    void theBoardCountsWhatSparqlCounts() {
        String page = page("/docs/coverage", "en");
        http.sparql("""
                PREFIX gg: <https://w3id.org/geneva-graph/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?code (COUNT(*) AS ?n) { ?s gg:standing/skos:notation ?code } GROUP BY ?code
                """, "Accept", "text/csv")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(row -> assertTrue(
                        Pattern.compile("(?s)scheme-standing-" + row[0] + ".*?<td class=\"number\"[^>]*>"
                                        + String.format("%,d", Long.valueOf(row[1])) + "</td></tr>")
                                .matcher(page)
                                .find(),
                        row[0]));
        String silent = http.sparql("""
                PREFIX gg: <https://w3id.org/geneva-graph/ontology#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                SELECT (COUNT(*) AS ?n) { ?o a gg:Organisation FILTER NOT EXISTS { ?o foaf:homepage ?page } }
                """, "Accept", "text/csv")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
        assertTrue(page.contains("Without a website: " + silent + "."), silent);
        String gaps = http.get("/queries/coverage-gaps.csv").body();
        long lines = gaps.lines()
                .filter(line -> line.contains("Action Line,no facilitator"))
                .count();
        assertTrue(page.contains("Without a facilitator in the sources: " + lines + "."), gaps);
        long idle = gaps.lines()
                .filter(line -> line.contains("commitment,no facilitator") || line.contains("commitment,no active"))
                .map(line -> line.split(",", 2)[0])
                .distinct()
                .count();
        assertTrue(page.contains("on any of their Action Lines: " + idle + "."), gaps);
    }

    @Test
    void namesThatHaveNoFrenchAreMarkedAsEnglish() {
        String page = page("/docs/coverage", "fr");
        Matcher name = Pattern.compile(
                        "<th scope=\"row\" class=\"name-of\"><a href=\"(/id/organisation/[^\"?]*)[^\"]*\"( lang=\"en\")?>")
                .matcher(page);
        int marked = 0;
        int all = 0;
        while (name.find()) {
            boolean hasFrench = http.sparql(
                            "ASK { <https://w3id.org/geneva-graph" + name.group(1)
                                    + "> <http://www.w3.org/2004/02/skos/core#prefLabel> ?name FILTER (LANG(?name) = 'fr') }",
                            "Accept",
                            "application/json")
                    .body()
                    .contains("true");
            assertEquals(!hasFrench, name.group(2) != null, name.group(1));
            all++;
            marked += hasFrench ? 0 : 1;
        }
        assertTrue(marked > 0 && marked < all, marked + " of " + all);
    }

    @Test
    void examplesAskTheServerThatTheReaderSees() throws IOException {
        assertTrue(asked("localhost:8080").contains("http://localhost:8080/queries/partners.csv"));
        assertFalse(asked("graph.example:8080").contains("graph.example"));
        for (String host : List.of("\"><script>alert(1)</script>", "a b", "evil.example/x?")) {
            String page = asked(host);
            assertFalse(page.contains("<script>alert") || page.contains("evil.example/x"), page);
        }
    }

    /** The page of examples as it comes to a client that calls the server by this name. */
    private static String asked(String host) throws IOException {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET /docs/query HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
