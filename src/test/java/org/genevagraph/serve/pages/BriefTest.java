package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Briefs over HTTP: every fact has its passages as numbers, and every number its footnote. That they fit two sheets a browser tries. */
class BriefTest extends RealServer {
    private static List<Integer> numbers(String pattern, String page) {
        return all(pattern, page).stream().map(Integer::valueOf).toList();
    }

    private static String html(String path) {
        HttpResponse<String> response = http.get(path, "Accept", "text/html");
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gcsp",
                "itu",
                "issue:cybersecurity",
                "setting-up-the-ai-panel",
                "tunis-agenda",
                "gcsp&about=cyberpeace-institute",
                "tunis-agenda&about=tunis-commitment"
            })
    void numbersAndFootnotesBelongTogether(String about) {
        String page = html("/brief?about=" + about);
        List<Integer> notes = numbers("<li id=\"note-(\\d+)\"", page);
        assertEquals(IntStream.rangeClosed(1, notes.size()).boxed().toList(), notes);
        List<Integer> cited = numbers("href=\"#note-(\\d+)\"", page);
        assertEquals(notes, cited.stream().distinct().sorted().toList());
        assertEquals(notes, cited.stream().distinct().toList(), "the order in which they are read");
        assertFalse(notes.isEmpty(), page);
        // Each stands for itself: with its document, and once.
        List<String> passages = all("<li id=\"note-\\d+\"[^>]*>(?:<[^>]*>)*([^<]+)<", page);
        assertEquals(notes.size(), passages.size());
        assertEquals(passages.stream().distinct().toList(), passages);
        assertTrue(passages.stream().allMatch(passage -> passage.matches("\\p{L}.{5,}")), passages::toString);
        assertTrue(page.contains(server.served().snapshot().version()));
        assertFalse(page.contains("details class=\"why\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcsp", "itu", "cyberpeace-institute", "diplofoundation", "united-nations"})
    void aBriefAboutAnOrganisationBeginsWithWhatItDoesAndNotWithIssues(String about) {
        String page = html("/brief?about=organisation:" + about);
        List<String> heads = Pattern.compile("<h2 class=\"begin\">([^<]*)<")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        int commitments = heads.indexOf("Commitments of the Compact that it could carry out");
        assertTrue(commitments > 0, heads::toString);
        List<String> before =
                List.of(page.substring(0, page.indexOf(heads.get(commitments))).split("<li>", -1));
        assertTrue(before.stream().noneMatch(item -> item.startsWith("<a href=\"/id/issue/")), before::toString);
        String told = page.substring(page.indexOf(heads.get(commitments))).replaceFirst("(?s)</section>.*", "");
        for (String item : told.split("<li>", -1)) {
            assertTrue(!item.contains("/id/commitment/") || item.contains("#note-"), item);
        }
    }

    /** A brief about a commitment names those who could carry it out one by one, each with its passages. */
    @Test
    void aBriefAboutACommitmentSaysWhoCouldCarryItOut() {
        String page = html("/brief?about=setting-up-the-ai-panel");
        String told = page.substring(page.indexOf("Who could carry it out")).replaceFirst("(?s)</section>.*", "");
        List<String> items = List.of(told.split("<li>", -1)).subList(1, told.split("<li>", -1).length);
        List<String> organisations = items.stream()
                .filter(item -> item.contains("/id/organisation/"))
                .toList();
        assertTrue(organisations.size() > 5, told);
        assertTrue(organisations.stream().allMatch(item -> item.contains("#note-")), told);
    }

    @Test
    void passagesAreCalledAsPeopleCiteThem() {
        assertTrue(html("/brief?about=gcsp").contains(">GCSP profile, para. 6</a>"));
        String french = html("/brief?about=gcsp&lang=fr");
        assertTrue(french.contains(">Profil GCSP, par.\u00a06</a>"));
        assertTrue(
                french.contains("/brief?about=gcsp&amp;lang=fr</a>"), "the printed address leads to another language");
    }

    @Test
    void whatCannotBeABriefIsSaid() {
        assertEquals(404, http.get("/brief?about=no-such-thing").statusCode());
        assertEquals(400, http.get("/brief?about=gcsp&about=itu&about=gspi").statusCode());
        assertTrue(html("/brief").contains("name=\"about\""));
        assertTrue(html("/id/organisation/gcsp").contains("href=\"/brief?about=organisation:gcsp\""));
    }

    @Test
    void whatAFactRunsThroughHasItsArticleAndNoRelationIsGivenAsARole() {
        for (String thing : List.of("gcsp", "cyberpeace-institute", "diplofoundation")) {
            String english =
                    http.get("/brief?about=" + thing, "Accept", "text/html").body();
            String french = http.get("/brief?about=" + thing + "&lang=fr", "Accept", "text/html")
                    .body();
            assertFalse(english.contains("through Sino-European"), english);
            assertFalse(english.contains(", is a partner in"), english);
            assertFalse(french.contains("via Groupe"), french);
            assertFalse(french.contains(", est partenaire dans"), french);
        }
    }
}
