package org.genevagraph.serve.pages.words;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** French pages of the made-up tables: what is translated is French, what is not is English and says so, and files stay English. */
class MadeUpFrenchWordsTest {
    private static SnapshotServer server;
    private static Http http;

    @BeforeAll
    static void start() throws IOException, ProblemException {
        server = SnapshotServer.start(Served.of(Mini.snapshot(), Mini.queries(), Limits.STANDARD), "127.0.0.1", 0);
        http = new Http(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String page(String path) {
        return http.get(path, "Accept", "text/html").body();
    }

    @Test
    void thingsSpeakFrenchAsFarAsSomebodyHasTranslatedThem() {
        String alpha = page("/id/organisation/alpha?lang=fr");
        assertTrue(alpha.contains("<p class=\"lead\">Une fondation pour les pourparlers.</p>"), alpha);
        assertTrue(alpha.contains("<span class=\"role\">(organisateur)</span>"), alpha);
        String talks = page("/id/initiative/talks?lang=fr");
        assertTrue(talks.contains("<p class=\"lead\" lang=\"en\">Talks about how to talk.</p>"), talks);
        assertTrue(talks.contains("<span class=\"role\" lang=\"en\">(donor)</span>"), talks);
        assertTrue(talks.contains(">participants</a>") && talks.contains(">12,5 milliers de personnes</span>"), talks);
        assertTrue(page("/id/passage/alpha/2?lang=fr").contains("les pourparlers"));
        String figures = page("/id/figure?lang=fr");
        assertTrue(figures.contains("participants\u202f: 12,5 milliers de personnes (2020)"), figures);
    }

    @Test
    void englishPagesStayAsTheyAre() {
        String alpha = page("/id/organisation/alpha");
        assertTrue(alpha.contains("<p class=\"lead\">A foundation for talks.</p>"), alpha);
        assertTrue(alpha.contains("<span class=\"role\">(convener)</span>"), alpha);
        assertFalse(alpha.contains("pourparlers"), alpha);
    }

    @Test
    void answersSpeakFrenchToReadersAndEnglishToPrograms() {
        String figures = page("/queries/figures?subject=talks&lang=fr&view=table");
        assertTrue(figures.contains("participants") && figures.contains("milliers de personnes"), figures);
        String involved = page("/queries/involved?initiative=talks&lang=fr&view=table");
        assertTrue(involved.contains(">organisateur<"), involved);
        assertTrue(involved.contains("<span lang=\"en\">donor</span>"), involved);
        String csv = http.get("/queries/involved.csv?initiative=talks&lang=fr").body();
        assertTrue(csv.contains("convener") && !csv.contains("organisateur"), csv);
    }

    @Test
    void theSearchFindsAndShowsFrenchSummaries() {
        String found = page("/search?q=fondation&lang=fr");
        assertTrue(found.contains("/id/organisation/alpha"), found);
    }
}
