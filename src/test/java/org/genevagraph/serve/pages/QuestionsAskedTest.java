package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds besides things: the question of the catalogue that a reader asks in own words, and the terms of the glossary. */
class QuestionsAskedTest extends RealServer {
    private static String path(String asked) {
        return "/search?q=" + Http.encoded(asked);
    }

    private static List<String> also(String asked) {
        String json = http.get(path(asked), "Accept", "application/json").body();
        return JSON.parse(json).get("also").getAsArray().stream()
                .map(entry -> entry.getAsObject().get("path").getAsString().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            partners of GCSP                                     | /queries/partners?organisation=gcsp
            who facilitates C2?                                  | /queries/facilitators?action-line=c2
            Who works on cybersecurity                           | /queries/organisations-by-issue?issue=cybersecurity
            partners shared by GCSP and the CyberPeace Institute | /queries/shared-partners?a=gcsp&b=cyberpeace-institute
            timeline of the ITU                                  | /queries/timeline?thing=itu
            qui coordonne C5                                     | /queries/facilitators?action-line=c5
            """)
    void aQuestionLeadsToItsAnswer(String asked, String path) {
        List<String> also = also(asked);
        assertTrue(also.contains(path), also::toString);
        assertEquals(200, http.get(path, "Accept", "text/html").statusCode());
        String page = http.get(path(asked), "Accept", "text/html").body();
        assertTrue(page.contains("href=\"" + path.replace("&", "&amp;") + "\""), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GCSP", "who is GCSP", "partners", "of of of", "<script>alert(1)</script> of GCSP", "?"})
    void whatIsNoQuestionIsNone(String asked) {
        assertFalse(also(asked).stream().anyMatch(path -> path.contains("?")), asked);
    }

    @Test
    void termsOfTheGlossaryAreFound() {
        assertTrue(
                also("glossary").contains("/docs/facts#glossary"),
                () -> also("glossary").toString());
        assertTrue(
                also("facilitator").contains("/docs/facts#term-facilitator"),
                () -> also("facilitator").toString());
        assertTrue(
                also("arguable").stream().anyMatch(path -> path.endsWith("/arguable")),
                () -> also("arguable").toString());
    }

    @Test
    void aPassageIsCalledAsPeopleCiteIt() {
        String page = http.get("/search?q=" + Http.encoded("GCSP profile, para. 6"), "Accept", "text/html")
                .body();
        assertTrue(page.contains(">GCSP profile, para. 6</a>"), page);
    }
}
