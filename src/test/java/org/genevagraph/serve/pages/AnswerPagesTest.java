package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.grammar.English;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions as forms and their answers as pages, over HTTP: what they show, what they refuse, and that all ways to an answer lead to the same. */
class AnswerPagesTest extends RealServer {
    private static final Pattern ENTRY =
            Pattern.compile("(?s)<li><h3[^>]*>(<a [^>]*>[^<]*</a>).*?</h3>\\s*(?:<ul>(.*?)</ul>)?</li>");

    private static HttpResponse<String> page(String path) {
        return http.get(path, "Accept", "text/html");
    }

    private static String html(String path) {
        HttpResponse<String> response = page(path);
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    private static String csv(String path) {
        HttpResponse<String> response = http.get(path, "Accept", "text/csv");
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    private static String example(QueryFile query) {
        String parameters = query.parameters().stream()
                .map(parameter -> parameter.name() + "=" + Http.encoded(parameter.example()))
                .collect(Collectors.joining("&"));
        return "/queries/" + query.name() + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** What a question says of a parameter that is left open. */
    private static Stream<String> open(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                AnswerPagesTest.class.getResourceAsStream("/messages/ask" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words.stringPropertyNames().stream()
                .filter(name -> name.startsWith("ask.any-"))
                .map(words::getProperty);
    }

    /** A question that names nothing is one that somebody would ask: not "Who facilitates any Action Line?". */
    @ParameterizedTest
    @ValueSource(strings = {"", "_fr"})
    void whatIsLeftOpenIsLeftOutOfTheQuestion(String language) throws IOException {
        List<String> clumsy = new ArrayList<>();
        List<String> open = open(language).toList();
        for (QueryFile query : server.served().catalogue().all()) {
            if (query.parameters().stream().noneMatch(Parameter::required)) {
                String path = "/queries/" + query.name() + ".html?lang=" + (language.isEmpty() ? "en" : "fr");
                String heading = all("<h1>([^<]*)</h1>", html(path)).get(0);
                if (open.stream().anyMatch(word -> heading.matches(".*\\b" + word + "\\b.*"))) {
                    clumsy.add(heading);
                }
            }
        }
        assertEquals(List.of(), clumsy);
    }

    /** Dates are read as people write them, whatever shows them, and sorted by their figures. */
    @ParameterizedTest
    @CsvSource({"text, en, 21 December 2001", "timeline, fr, 21 décembre 2001", "table, fr, 21 décembre 2001"})
    void datesAreInWords(String view, String language, String date) {
        String path = "/queries/events.html?from=2001&to=2001&view=" + view + "&lang=" + language;
        assertTrue(html(path).contains(date), path);
        assertFalse(html(path).matches("(?s).*>[^<]*2001-12-21[^<]*<.*"), path);
    }

    /** Addresses that were given away once still lead to the answer; from there on the parameter has its name of today. */
    @Test
    void aParameterIsTakenUnderItsOtherNamesToo() {
        assertEquals(csv("/queries/timeline?thing=gcsp"), csv("/queries/timeline?organisation=gcsp"));
        String page = html("/queries/timeline?organisation=gcsp");
        assertTrue(page.contains("name=\"thing\""), page);
        assertFalse(page.contains("name=\"organisation\""), page);
        String faulty = page("/queries/timeline?organisation=gcps").body();
        assertTrue(faulty.contains("value=\"gcps\""), faulty);
        assertEquals(
                400,
                http.get("/queries/timeline?thing=gcsp&organisation=gcsp", "Accept", "text/csv")
                        .statusCode());
    }

    @Test
    void theShownSparqlAndThePermanentLinkAnswerTheSame() {
        for (QueryFile query : server.served().catalogue().all()) {
            String page = html(example(query));
            String answer = csv(example(query));
            String endpoint = all("class=\"endpoint\" href=\"([^\"]+)\"", page).get(0);
            assertEquals(answer, csv(endpoint), query.name());
            String permanent = all("id=\"permanent\" href=\"([^\"]+)\"", page).get(0);
            assertEquals(answer, csv(permanent), query.name());
            String file = all("href=\"(/queries/[a-z-]+\\.csv[^\"]*)\"", page).get(0);
            assertEquals(answer, http.get(file).body(), query.name());
        }
    }

    @Test
    void thePermanentLinkNamesThingsByWhatStays() {
        String page = html("/queries/shared-partners?b=CyberPeace+Institute&scope=partner&a=gcsp");
        assertEquals(
                List.of("/queries/shared-partners?a=gcsp&b=cyberpeace-institute"),
                all("id=\"permanent\" href=\"([^\"]+)\"", page));
        String address = server.address() + "queries/shared-partners.csv?a=gcsp&amp;b=cyberpeace-institute";
        assertTrue(page.contains("pandas.read_csv(\"" + address + "\")"), page);
    }

    @Test
    void whatAFactRunsThroughHasItsArticle() {
        int found = 0;
        for (QueryFile query : server.served().catalogue().all()) {
            Matcher through = Pattern.compile(
                            ">through</span>\\s*<a href=\"/id/([a-z-]+)/([a-z0-9-]+)\"[^>]*>([^<]+)</a>")
                    .matcher(html(example(query)));
            while (through.find()) {
                Node thing = Iris.thing(through.group(1), through.group(2));
                String name = English.named(server.served().runner().things().label(thing), thing.getURI());
                assertEquals(
                        English.agreed(" " + name).strip(),
                        through.group(3).replace("&amp;", "&").replace("&#39;", "'"),
                        query.name());
                found++;
            }
        }
        assertTrue(found > 10, "found: " + found);
    }

    @Test
    void everyWhyHasAReason() {
        for (String path : List.of(
                "/queries/shared-partners?a=gcsp&b=cyberpeace-institute&scope=involved",
                "/queries/commitments-by-action-line?action-line=c10",
                "/queries/about?thing=normandy-p5")) {
            List<String> links = all("href=\"(/queries/why[^\"]+)\"", html(path));
            assertFalse(links.isEmpty(), path);
            for (String link : links.subList(0, Math.min(5, links.size()))) {
                assertTrue(csv(link).lines().count() > 1, link);
            }
        }
    }

    @Test
    void anEmptyAnswerSaysWhatItMeansAndWhatToAskInstead() {
        String page = html("/queries/shared-partners?a=gcsp&b=cyberpeace-institute&lang=fr");
        assertTrue(
                page.contains(
                        "Les sources n’indiquent aucun partenaire commun au Centre de politique de sécurité, Genève"),
                page);
        assertTrue(page.contains("a un profil"), page);
        String instead = "/queries/shared-partners?a=gcsp&amp;b=cyberpeace-institute&amp;scope=involved&amp;lang=fr";
        assertTrue(
                page.contains("<a href=\"" + instead
                        + "\">tous ceux qui jouent un rôle – Le Centre de politique de sécurité, Genève,"
                        + " et le CyberPeace Institute sont en lien avec une même organisation"),
                page);
    }

    @Test
    void longAnswersComeInPagesAndFilesAreWhole() {
        String first = html("/queries/reading?document=tunis-agenda");
        long rows = csv("/queries/reading?document=tunis-agenda").lines().count() - 1;
        assertTrue(rows > 500, "rows: " + rows);
        String last =
                all("Facts 1 to (\\d+) of " + String.format("%,d", rows), first).get(0);
        assertTrue(Integer.parseInt(last) <= 50, last);
        String next = all("rel=\"next\" href=\"([^\"]+)\"", first).get(0);
        assertEquals("/queries/reading?document=tunis-agenda&offset=" + last, next);
        assertTrue(html(next).contains("rel=\"prev\" href=\"/queries/reading?document=tunis-agenda&amp;offset=0\""));
        assertEquals(
                5,
                all("(<tr>)", html("/queries/reading?document=tunis-agenda&limit=5&view=table"))
                                .size()
                        - 1);
    }

    private static String finding(String page) {
        return String.join(" ", all("class=\"finding\">([^<]+)<", page));
    }

    @Test
    void everyAnswerOpensWithWhatItFindsInBothLanguages() {
        List<String> without = new ArrayList<>();
        for (QueryFile query : server.served().catalogue().all()) {
            for (String language : List.of("en", "fr")) {
                assertFalse(query.words(language).finding().isEmpty(), query.name() + " in " + language);
                String path = example(query);
                String page = html(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                String finding = finding(page);
                if (!finding.matches("[\\p{Lu}\\d].*\\p{L}.*[.]") || finding.contains("{") || finding.contains("…")) {
                    without.add(query.name() + " " + language + ": " + finding);
                }
                assertTrue(page.indexOf("class=\"finding\"") < page.indexOf("<form class=\"ask\""), path);
            }
        }
        assertEquals(List.of(), without);
    }

    @Test
    void aFindingCountsInWordsAndAgrees() {
        assertTrue(finding(html("/queries/shared-partners?a=gcsp&b=cyberpeace-institute&scope=involved"))
                .startsWith("One organisation has to do with both "));
        String several = finding(html("/queries/partners?organisation=gcsp"));
        assertTrue(several.matches("[A-Z][a-z]+ organisations work with .*: .* and .*\\."), several);
        String everyone = finding(html("/queries/partners?organisation=gcsp&scope=involved"));
        assertTrue(everyone.contains(" have to do with "), everyone);
    }

    @Test
    void everyViewOfEveryQueryIsThere() {
        int views = 0;
        for (QueryFile query : server.served().catalogue().all()) {
            String page = html(example(query));
            assertNothingIsSaidOfItself(
                    html(example(query) + (example(query).contains("?") ? "&" : "?") + "view=text"));
            List<String> links = all("href=\"(/queries/[^\"]*view=[a-z]+)\"", page);
            assertFalse(links.isEmpty(), query.name());
            for (String link : links) {
                views++;
                assertTrue(finding(html(link)).equals(finding(page)), link);
            }
        }
        assertTrue(views > 40, "views: " + views);
        assertEquals(
                400, page("/queries/partners?organisation=gcsp&view=networks").statusCode());
    }

    /** What stands above its facts is not one of them. */
    private static void assertNothingIsSaidOfItself(String page) {
        for (MatchResult entry : ENTRY.matcher(page).results().toList()) {
            for (String line : String.valueOf(entry.group(2)).split("<li>", -1)) {
                assertFalse(line.matches("(?s)\\s*<span>" + Pattern.quote(entry.group(1)) + "</span>.*"), entry::group);
            }
        }
    }

    /** Of a place it is told what is there, in sentences, and not that it is there itself. */
    @ParameterizedTest
    @CsvSource({"en, is based in, Geneva", "fr, a pour lieu d’implantation, Genève"})
    void whatIsInAPlaceIsToldInSentences(String language, String relation, String place) {
        String page = html("/queries/places?view=text&lang=" + language).replaceAll("<[^>]+>", "");
        assertTrue(page.contains("DiploFoundation " + relation + " " + place), page);
        for (MatchResult entry : ENTRY.matcher(html("/queries/places?kind=place&view=text&lang=" + language))
                .results()
                .toList()) {
            assertEquals(null, entry.group(2), entry::group);
        }
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        HttpResponse<String> response = page("/queries/connection?a=&b=ituu&max=many&over=ties");
        assertEquals(400, response.statusCode());
        String page = response.body();
        assertTrue(page.contains("id=\"ask-connection-a-fault\">Please fill this in.</span>"), page);
        assertTrue(
                page.contains("id=\"ask-connection-b-fault\">Nothing of this kind is called “ituu”. Did you mean:"),
                page);
        assertTrue(page.contains("href=\"/queries/connection?b=itu&amp;max=many&amp;over=ties\""), page);
        assertTrue(page.contains("id=\"ask-connection-max-fault\">“many” does not fit."), page);
        assertTrue(page.contains("aria-describedby=\"ask-connection-max-fault\""), page);
        assertFalse(page.contains("ask-connection-over-fault"), page);
        assertTrue(page("/queries/connection?a=gcsp&b=GCSP").body().contains("Please name two different ones."));
        assertTrue(page("/queries/connection?a=gcsp&b=itu&max=99").body().contains("“99” is too small or too large"));
        assertEquals("application/problem+json", header(http.get("/queries/connection?a=gcsp&b=ituu"), "Content-Type"));
        String unknown = page("/queries/connection?a=gcsp&b=itu&c=1").body();
        assertTrue(
                unknown.contains("Connection has no parameter &#39;c&#39;")
                        || unknown.contains("Connection has no parameter 'c'"),
                unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' autofocus onfocus='alert(1)",
                "javascript:alert(1)",
                "\u202Egcsp\u202C\u2067",
                "{b}${7*7}</code></textarea>",
                "gcsp\u0000\n\tx"
            })
    void hostileValuesAreInert(String value) {
        for (String path :
                List.of("/queries/partners?organisation=", "/queries/reading?document=tunis-agenda&number=")) {
            String page = page(path + Http.encoded(value)).body();
            assertFalse(page.contains("<script>") || page.contains("<img src=x"), page);
            // Without the values of attributes, a tag that got another attribute would show it.
            assertFalse(page.replaceAll("=\"[^\"]*\"", "").matches("(?s).*<[^>]*onfocus.*"), page);
            assertFalse(page.contains("href=\"javascript:"), page);
            String outside = page.replaceAll("value=\"[^\"]*\"", "").replaceAll("(?s)<pre.*?</pre>", "");
            assertFalse(outside.contains("“\u202E"), outside);
        }
    }

    /** All facts of all documents, in both languages: each is a sentence with links to its two things. */
    @Test
    void everyFactOfEveryDocumentIsASentence() {
        List<String> documents = server.served().snapshot().dataset().getDefaultGraph().stream(
                        Node.ANY, GG.inDocument, Node.ANY)
                .map(triple ->
                        Iris.parse(triple.getObject().getURI()).orElseThrow().slug())
                .distinct()
                .toList();
        assertFalse(documents.isEmpty());
        int facts = 0;
        for (String document : documents) {
            String path = "/queries/reading?document=" + document + "&limit=100000&lang=";
            for (String language : List.of("en", "fr")) {
                HttpResponse<String> page = page(path + language);
                assertEquals(200, page.statusCode(), document + " " + language);
                facts += all("(class=\"ask-why\")", page.body()).size();
            }
        }
        assertTrue(facts > 2000, facts + " facts in " + documents.size() + " documents");
    }

    /** Of several passages of a document only the first names it: "GCSP profile, paras 5, 8 and 12". */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aDocumentIsNamedOnceForItsPassages(String language) {
        Pattern neighbours = Pattern.compile(
                "<a href=\"/id/passage/([^/\"]+)/[^\"]*\" class=\"passage[^\"]*\">[^<]+</a>(?:,| and| et)? "
                        + "<a href=\"/id/passage/\\1/[^\"]*\" class=\"passage(| goes-on)\">([^<]+)</a>");
        List<String> named = new ArrayList<>();
        int lists = 0;
        for (QueryFile query : server.served().catalogue().all()) {
            String path = example(query);
            Matcher lines = neighbours.matcher(html(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                    .replaceAll("[?]lang=[a-z]+", ""));
            while (lines.find()) {
                lists++;
                if (lines.group(2).isEmpty() || lines.group(3).length() > "section 2, heading".length()) {
                    named.add(path + ": " + lines.group());
                }
            }
        }
        assertEquals(List.of(), named);
        assertTrue(lists > 20, "neighbours: " + lists);
    }

    /** Of most organisations nobody says where they are: those of a place are those that somebody places there, not all that there are. */
    @Test
    void whatIsInAPlaceIsSaidByTheSourcesAndRegisters() {
        String whose = "According to the sources and registers, ";
        assertTrue(
                finding(html("/queries/organisations?kind=un-body&in=geneva")).startsWith(whose));
        assertTrue(finding(html("/queries/organisations?in=switzerland")).startsWith(whose));
        assertFalse(finding(html("/queries/organisations?kind=un-body")).contains(whose));
        assertTrue(finding(html("/queries/organisations?in=geneva&lang=fr"))
                .startsWith("D’après les sources et les registres, "));
    }
}
