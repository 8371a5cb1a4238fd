package org.genevagraph.serve.pages.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.query.search.SearchIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in the project's own data, and how programs get it. */
class SearchTest extends SearchDoor {
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
        assertEquals(
                "Centre de politique de sécurité, Genève", hit.getObj("names").getString("fr"));
        JsonObject itu = results(found("ITU")).get(0);
        assertEquals(
                "[ \"ITU\" ]", itu.getObj("shortNames").get("en").toString().strip());
        assertEquals(
                "[ \"UIT\" ]", itu.getObj("shortNames").get("fr").toString().strip());
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
        JsonObject answer = found("gzsp");
        assertEquals(0, total(answer));
        assertEquals(
                "Nothing is called or described by 'gzsp'. Did you mean Geneva Centre for Security Policy, Geneva Science-Policy Interface?",
                answer.getString("note"));
        assertEquals(ID + "organisation/gcsp", objects(answer, "nearest").get(0).getString("iri"));
        String page = html(http, path("gzsp"));
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
        String nothing = html(http, path("qqqqqqqq"));
        assertTrue(nothing.contains("Nothing is called or described by 'qqqqqqqq'"), nothing);
        // A page that found nothing leads on.
        for (String way : List.of("/id", "/queries", "/docs/contribute")) {
            assertTrue(nothing.contains("href=\"" + way + "\">"), way);
        }
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
}
