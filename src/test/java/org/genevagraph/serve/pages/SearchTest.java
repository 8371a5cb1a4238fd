package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search as people and programs meet it: real HTTP, the project's own data and made-up ones. */
class SearchTest extends RealServer {
    private static final String ID = "https://w3id.org/geneva-graph/id/";

    @TempDir
    private Path folder;

    private static String path(String words) {
        return "/search?q=" + Http.encoded(words);
    }

    private static JsonObject found(Http client, String path) {
        HttpResponse<String> response = client.get(path);
        assertEquals(200, response.statusCode(), response::body);
        assertEquals("application/json", header(response, "Content-Type"));
        return JSON.parse(response.body());
    }

    private static JsonObject found(String words) {
        return found(http, path(words) + "&limit=100");
    }

    private static String html(Http client, String path) {
        HttpResponse<String> response = client.get(path, "Accept", "text/html");
        assertEquals(200, response.statusCode(), response::body);
        assertEquals("text/html;charset=utf-8", header(response, "Content-Type").replace(" ", ""));
        return withoutOwnScripts(response.body());
    }

    /** A page without the scripts of the site itself, so that no other can hide behind them. */
    private static String withoutOwnScripts(String page) {
        return page.replaceAll("<script src=\"/assets/[a-z.]+\\?v=[0-9a-f]+\" defer></script>", "");
    }

    private static List<JsonObject> objects(JsonObject holder, String key) {
        return holder.getArray(key).map(JsonValue::getAsObject).toList();
    }

    private static List<JsonObject> results(JsonObject answer) {
        return objects(answer, "results");
    }

    /** Kind and id of what was found, best first. */
    private static List<String> things(JsonObject answer) {
        return results(answer).stream()
                .map(result -> result.getString("kind") + "/" + result.getString("id"))
                .toList();
    }

    private static String snippet(JsonObject result, boolean marked) {
        return objects(result, "snippet").stream()
                .map(segment -> marked && segment.getBoolean("match")
                        ? "[" + segment.getString("text") + "]"
                        : segment.getString("text"))
                .collect(Collectors.joining());
    }

    private static int total(JsonObject answer) {
        return answer.get("total").getAsNumber().value().intValue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gcsp | organisation/gcsp | acronym",
                "GCSP | organisation/gcsp | acronym",
                "the gcsp! | organisation/gcsp | acronym",
                "geneva centre | organisation/gcsp | name",
                "geneva centre for security policy | organisation/gcsp | name",
                "the Geneva Centre for Security Policy | organisation/gcsp | name",
                "ÉCOLE POLYTECHNIQUE FÉDÉRALE DE LAUSANNE | organisation/epfl | name",
                "ecole polytechnique federale de lausanne | organisation/epfl | name",
                "geopolitique de la datasphere | organisation/geopolitique-de-la-datasphere | alias",
                "A/RES/55/63 | document/a-res-55-63 | symbol",
                "SDG 1 | sdg/sdg-1 | alias",
                "c7 | action-line/c7 | alias",
                "C7: e-health | action-line/c7-e-health | alias",
                "gcsp#6 | passage/gcsp#6 | id",
                "tunis agenda 72 | passage/tunis-agenda#72 | id",
                "organisation:gcsp | organisation/gcsp | id",
                "https://w3id.org/geneva-graph/id/organisation/gcsp | organisation/gcsp | id",
                "https://w3id.org/geneva-graph/id/passage/tunis-agenda/72.l | passage/tunis-agenda#72.l | id",
                "geneva center | organisation/gcsp | name",
                "cybersécurité | issue/cybersecurity | alias",
                "CYBERSECURITE | issue/cybersecurity | alias",
                "gouvernance de l'internet | issue/internet-governance | alias",
                "gouvernance de l’Internet | issue/internet-governance | alias",
                "institut de hautes etudes | organisation/geneva-graduate-institute | alias",
                "UIT | organisation/itu | alias",
                "ODD 4 | sdg/sdg-4 | alias",
                "many-sided responses to spam | passage/tunis-agenda#41 | topic"
            })
    void whatIsMeantComesFirst(String words, String thing, String matched) {
        JsonObject answer = found(words);
        assertEquals(thing, things(answer).get(0));
        assertEquals(matched, results(answer).get(0).getString("matched"));
    }

    @Test
    void aHitSaysWhatItIsAndWhereItMatched() {
        JsonObject answer = found(http, path("gcsp") + "&kind=organisation&limit=1");
        assertEquals(
                List.of("query", "version", "total", "limit", "offset", "results", "also"),
                List.copyOf(answer.keys().stream().toList()));
        assertEquals("gcsp", answer.getString("query"));
        assertEquals(server.served().snapshot().version(), answer.getString("version"));
        JsonObject hit = results(answer).get(0);
        assertEquals(ID + "organisation/gcsp", hit.getString("iri"));
        assertEquals("Geneva Centre for Security Policy", hit.getString("label"));
        assertEquals(
                "GCSP",
                hit.getArray("acronyms").findFirst().orElseThrow().getAsString().value());
        assertEquals("[GCSP]", snippet(hit, true));
        assertEquals(200, http.get(hit.getString("path")).statusCode());
    }

    @Test
    void whatIsFoundByAFrenchNameKeepsItsEnglishOne() {
        JsonObject hit = results(found("cybersécurité")).get(0);
        assertEquals("Cybersecurity", hit.getString("label"));
        assertEquals("[Cybersécurité]", snippet(hit, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Geneva Centre for Security Policy", "CyberPeace Institute", "Tunis Commitment"})
    void aNameIsFoundWhileItIsTyped(String name) {
        for (int length = 3; length <= name.length(); length++) {
            String typed = name.substring(0, length);
            assertTrue(
                    results(found(typed)).stream()
                            .limit(20)
                            .anyMatch(hit -> hit.getString("label").contains(name)),
                    typed);
        }
    }

    @Test
    void aWordWithOneWrongLetterIsFoundNonetheless() {
        String word = "cyberpeace";
        Set<String> typos = new LinkedHashSet<>();
        for (int i = 0; i < word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i + 1);
            typos.add(before + after);
            typos.add(before + "x" + after);
            typos.add(before + "x" + word.substring(i));
            if (!after.isEmpty()) {
                typos.add(before + after.charAt(0) + word.charAt(i) + after.substring(1));
            }
        }
        for (String typo : typos) {
            assertTrue(things(found(typo + " institute")).contains("organisation/cyberpeace-institute"), typo);
        }
        assertTrue(typos.size() > 35);
        assertTrue(things(found("pece forum")).contains("initiative/paris-peace-forum"), "a lost letter of five");
    }

    @Test
    void articlesAndTheLikeDoNoHarm() {
        assertEquals(
                "organisation/cyberpeace-institute",
                things(found("the institute")).get(0));
        assertEquals(total(found("institute")), total(found("the institute of the")));
        assertTrue(total(found("of the")) > 0);
    }

    @Test
    void onlyWhatPeopleLookForIsFound() {
        Set<String> kinds = new TreeSet<>();
        for (String words : List.of("a", "geneva", "gcsp", "rule", "partners", "2020")) {
            results(found(words)).forEach(hit -> kinds.add(hit.getString("kind")));
        }
        assertTrue(SearchIndex.KINDS.containsAll(kinds), kinds::toString);
        assertTrue(kinds.size() > 6, kinds::toString);
    }

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

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString("""
                        PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        PREFIX org: <https://w3id.org/geneva-graph/id/organisation/>
                        PREFIX issue: <https://w3id.org/geneva-graph/id/issue/>
                        """ + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    /** A server that searches another graph than that of its snapshot. */
    private static SnapshotServer searching(Graph graph) throws IOException {
        Served real = server.served();
        SearchIndex index = SearchIndex.of(graph);
        return SnapshotServer.start(
                new Served(
                        real.runner(),
                        real.catalogue(),
                        real.foreign(),
                        new ConcurrentHashMap<>(Map.of(SearchIndex.class, () -> index))),
                "127.0.0.1",
                0);
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
    void marksLeaveTheTextAsItIs() {
        for (String words : List.of("geneva", "children's rights", "technologies", "genva centre", "the internet")) {
            for (JsonObject hit : results(found(words))) {
                String field = hit.getString("matched");
                assertTrue(snippet(hit, true).contains("["), hit::toString);
                if (field.equals("name")) {
                    assertEquals(hit.getString("label"), snippet(hit, false));
                }
            }
        }
    }

    @Test
    void pagesJoinToTheWhole() {
        String path = path("digital") + "&limit=";
        List<String> whole = walk(path + 100, "next");
        assertTrue(whole.size() > 30, whole::toString);
        assertEquals(whole, walk(path + 7, "next"));
        assertEquals(whole.size(), total(found(http, path + 7)));
        int last = (whole.size() - 1) / 7 * 7;
        List<String> back = walk(path + "7&offset=" + last, "prev");
        assertEquals(whole.size(), back.size());
        assertEquals(Set.copyOf(whole), Set.copyOf(back));
    }

    /** What the pages list that one comes to by following links of a relation. */
    private static List<String> walk(String path, String relation) {
        List<String> things = new ArrayList<>();
        for (String next = path; !next.isEmpty(); ) {
            HttpResponse<String> response = http.get(next);
            things.addAll(things(JSON.parse(response.body())));
            next = link(response, relation);
        }
        return things;
    }

    private static String link(HttpResponse<String> response, String relation) {
        return response.headers().allValues("Link").stream()
                .map(Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"")::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("");
    }

    @Test
    void pastTheEndThereIsNothingButAWayBack() {
        HttpResponse<String> response = http.get(path("gcsp") + "&kind=organisation&offset=1000000&limit=1");
        JsonObject answer = JSON.parse(response.body());
        assertEquals(0, results(answer).size());
        assertTrue(total(answer) > 0);
        assertFalse(answer.hasKey("note"));
        assertEquals("", link(response, "next"));
        String back = link(response, "prev");
        assertEquals(1, results(found(http, back)).size(), back);
        assertTrue(back.contains("kind=organisation") && back.contains("limit=1"), back);
    }

    @Test
    void kindsCanBeWantedAlone() {
        for (String kind : SearchIndex.KINDS) {
            for (String thing : things(found(http, path("digital") + "&limit=100&kind=" + kind))) {
                assertTrue(thing.startsWith(kind + "/"), thing);
            }
        }
        int sum = SearchIndex.KINDS.stream()
                .mapToInt(kind -> total(found(http, path("digital") + "&kind=" + kind)))
                .sum();
        assertEquals(total(found("digital")), sum);
        assertEquals(sum, total(found(http, path("digital") + "&kind=&limit=&offset=")));
    }

    @Test
    void nothingFoundIsSaidWithTheNearestNames() {
        JsonObject answer = found("gscp");
        assertEquals(0, total(answer));
        assertEquals(
                "Nothing is called or described by 'gscp'. Did you mean Geneva Centre for Security Policy, Geneva Science-Policy Interface?",
                answer.getString("note"));
        assertEquals(ID + "organisation/gcsp", objects(answer, "nearest").get(0).getString("iri"));
        String page = html(http, path("gscp"));
        assertTrue(page.contains("<a href=\"/search?q=Geneva+Centre+for+Security+Policy\">"), page);

        JsonObject elsewhere = found(http, path("gcsp") + "&kind=place");
        assertTrue(
                elsewhere
                        .getString("note")
                        .matches("No place is called or described by 'gcsp'; of other kinds there are \\d+\\..*"),
                elsewhere.getString("note"));
        assertEquals(
                "There is no word in '!?'. Try fewer words, or another name.",
                found("!?").getString("note"));
        assertTrue(html(http, path("qqqqqqqq")).contains("Try fewer words, or another name."));
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=a&kind=organization | kind: 'organization' is no kind of thing | did you mean organisation?",
                "q=a&kind=statement | kind: 'statement' is no kind of thing | choose one of organisation, initiative, issue, action-line, sdg, objective, commitment, document, place, actor-group, passage",
                "q=a&limit=0 | limit: '0' is not a whole number from 1 to 100 | for example limit=20",
                "q=a&limit=101 | limit: '101' is not a whole number from 1 to 100 | for example limit=20",
                "q=a&limit=ten | limit: 'ten' is not a whole number from 1 to 100 | for example limit=20",
                "q=a&offset=-1 | offset: '-1' is not a whole number from 0 to 1000000 | for example offset=20",
                "q=a&offset=99999999999999999999 | offset: '99999999999999999999' is not a whole number from 0 to 1000000 | for example offset=20",
                "q=a&q=b | the parameter 'q' is given more than once | give it once",
                "q=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z+a+b+c+d+e+f+g+h+i+j+k+l+m+n+o | q: has 41 words | use at most 40"
            })
    void badInputIsAnsweredWithCauseAndFix(String parameters, String cause, String fix) {
        JsonObject problem = problem(http.get("/search?" + parameters), 400);
        assertEquals(cause, problem.getString("cause"));
        assertEquals(fix, problem.getString("fix"));
    }

    @Test
    void wordsHaveTheirLimits() {
        assertEquals(
                "q: has 201 characters",
                problem(http.get(path("a".repeat(201))), 400).getString("cause"));
        assertEquals(
                "q: has 10000 characters",
                problem(http.get(path("~*?\"(".repeat(2000))), 400).getString("cause"));
        assertEquals(0, total(found("a".repeat(200))));
        assertEquals(0, total(found("\uD835\uDC9C".repeat(200))));
        problem(http.get(path("一".repeat(41))), 400);
        assertTrue(http.get(path("a".repeat(201)), "Accept", "text/html").body().contains("use at most 200"));
        problem(http.get("/search?q=gcsp", "Accept", "image/png"), 406);
    }

    /** Texts that could mean something to a parser of queries, to a regular expression, to JSON or to HTML. */
    private static Stream<String> hostile() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "*",
                "?",
                "~",
                "~2",
                "^4",
                "^-1",
                "\"",
                "'",
                "\\",
                "/",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "[* TO *]",
                ":",
                "names:",
                "*:*",
                "_exists_:",
                "&&",
                "||",
                "!",
                "+",
                "-",
                "AND",
                "OR",
                "NOT",
                " ",
                "  ",
                "\t",
                "\r\n",
                "\u0000",
                "\u0001",
                "\u001B",
                "\u007F",
                "\u0085",
                "\u200B",
                "\u202E",
                "\u2028",
                "\uFEFF",
                "\uFFFF",
                "\u00AD",
                "\u0301",
                "e\u0301\u0301\u0301",
                "İ",
                "ß",
                "ﬁ",
                "ｇｃｓｐ",
                "中文",
                "ไทย",
                "עברית",
                "\uD83D\uDE00",
                "\uDBFF\uDFFF",
                "<script>alert(1)</script>",
                "<!--",
                "]]>",
                "&amp;",
                "%00",
                "%",
                "${7*7}",
                "#{7*7}",
                "{{7*7}}",
                "../../etc/passwd",
                "';DROP TABLE",
                "gcsp",
                "the",
                "a",
                "9",
                "-0",
                "1e999",
                "NaN",
                ".*",
                "a{99}",
                "(a+)+$",
                "l'",
                "'s",
                "s's's",
                ".",
                "a.b.c",
                "_",
                "__",
                "x_y",
                "x:y");
        Stream<String> mixed = IntStream.range(0, 150).mapToObj(i -> {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(8);
            for (int j = 0; j < length; j++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            return text.toString();
        });
        return Stream.concat(pieces.stream(), mixed);
    }

    @Test
    void hostileTextIsJustText() {
        long start = System.nanoTime();
        int asked = 0;
        for (String text : hostile().toList()) {
            HttpResponse<String> json = http.get(path(text));
            assertTrue(json.statusCode() == 200 || json.statusCode() == 400, text + ": " + json.statusCode());
            JSON.parse(json.body());
            if (json.statusCode() == 400) {
                String cause = problem(json, 400).getString("cause");
                assertTrue(
                        cause.equals("there is nothing to search for")
                                || cause.matches("q: has \\d+ (words|characters)"),
                        text + ": " + cause);
            }
            HttpResponse<String> page = http.get(path(text), "Accept", "text/html");
            assertTrue(page.statusCode() == 200 || page.statusCode() == 400, text + ": " + page.statusCode());
            assertFalse(withoutOwnScripts(page.body()).contains("<script"), page::body);
            assertFalse(page.body().chars().anyMatch(c -> c < ' ' && c != '\n'), text);
            asked++;
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000L;
        assertTrue(asked > 200 && seconds < 60, asked + " searches took " + seconds + " s");
    }

    @Test
    void brokenEncodingIsABadRequest() {
        for (String broken : List.of("%ff", "%c3%28", "%ED%A0%80")) {
            assertEquals(400, http.get("/search?q=" + broken).statusCode(), broken);
        }
    }

    @ParameterizedTest
    @MethodSource("costly")
    void noSearchIsExpensive(String words) {
        found(words);
        long start = System.nanoTime();
        found(words);
        assertTrue(System.nanoTime() - start < 2_000_000_000L, words);
    }

    private static Stream<String> costly() {
        return Stream.of(
                "abcdefghijklmnopqrst".repeat(10),
                "abcdefghijklmno ".repeat(12),
                "a b c d e f g h i j k l",
                "responsibilty ".repeat(14),
                "q w e r t y u i o p a s d f g h j k l z x c v b n m q w e r t y u i o p a s d f",
                "responsibilitis internetional cooperatoin developmnt informatoin communicaton organisatoin",
                "a");
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        HttpResponse<String> first = http.get(path("geneva"));
        assertEquals(server.served().snapshot().version(), header(first, "X-Graph-Version"));
        HttpResponse<String> again = http.get(path("geneva"), "If-None-Match", header(first, "ETag"));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(200, http.get(path("geneva"), "If-None-Match", "\"other\"").statusCode());
        HttpResponse<String> head = http.method("HEAD", path("geneva"));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
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
        assertTrue(page.contains("href=\"/search?q=geneva&amp;limit=5&amp;offset=5\" rel=\"next\">"), page);
        assertTrue(html(http, path("sdg 1")).contains("<small>alias</small> <mark>SDG</mark> <mark>1</mark>"));
        assertTrue(html(http, path("C7") + "&kind=action-line")
                .contains("<option value=\"action-line\" selected>Action Line"));
        assertFalse(page.contains("<script>") || page.contains(" style=") || page.contains("<style"), page);
        assertTrue(html(http, path("geneva") + "&offset=999").contains("There are not as many."));
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

    @Test
    void inAnEmptyGraphNothingIsFound() throws IOException {
        try (SnapshotServer other = searching(graph(""))) {
            Http client = new Http(other.address());
            assertEquals(0, total(found(client, path("gcsp"))));
            assertTrue(html(client, path("gcsp")).contains("Nothing is called or described"));
        }
    }
}
