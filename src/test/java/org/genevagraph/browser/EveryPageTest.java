package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be so on each page, whatever it shows. */
class EveryPageTest extends SiteInBrowser {
    /** By how much the page is wider than the window. */
    private static final String BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?lang=fr",
                "/id",
                "/id/organisation",
                "/id/organisation/gcsp",
                "/id/initiative/igf",
                "/id/document/tunis-agenda",
                "/id/passage/tunis-agenda/72",
                "/id/issue/cybersecurity?lang=fr",
                "/id/issue/development?part=about-inverse&offset=300",
                "/id/sdg/sdg-9",
                "/id/place/geneva",
                "/queries",
                "/queries/shared-partners",
                "/queries/partners?organisation=gcsp",
                "/search?q=gcsp",
                "/sparql",
                "/sparql?example=partners&lang=fr",
                "/ontology",
                "/ontology?lang=fr",
                "/docs",
                "/docs/facts",
                "/docs/cite",
                "/docs/query",
                "/docs/query?lang=fr",
                "/docs/api",
                "/docs/contribute",
                "/docs/contribute?lang=fr",
                "/docs/coverage",
                "/docs/coverage?lang=fr",
                "/docs/site",
                "/network",
                "/network?relation=any&issue=cybersecurity&lang=fr",
                "/network?relation=succeeds&organisation=gcsp",
                "/contribute",
                "/contribute/thing?lang=fr",
                "/contribute/relation?subject=gcsp",
                "/contribute/topic",
                "/contribute/document?lang=fr",
                "/contribute/correction?about=/id/organisation/gcsp",
                "/contribute/filed/0123456789abcdef?lang=fr",
                "/imprint?about=/id/organisation/gcsp",
                "/compare",
                "/compare?a=gcsp&lang=fr",
                "/compare?a=gcsp&b=cyberpeace-institute",
                "/compare?a=tunis-agenda&b=tunis-commitment&lang=fr",
                "/matrix",
                "/matrix?axes=action-line-objective&counted=singly&action-line=c5&objective=objective-3",
                "/map",
                "/map?objective=objective-5",
                "/queries?lang=fr",
                "/queries/about?thing=gcsp",
                "/queries/connection?a=gcsp&b=itu&lang=fr",
                "/queries/implementation-map?objective=objective-5",
                "/queries/commitments-for?organisation=gcsp&view=table",
                "/queries/why?subject=tunis-agenda&view=table&lang=fr",
                "/queries/shared-partners?a=gcsp&b=gspi",
                "/search?q=geneva",
                "/places",
                "/places?lang=fr",
                "/dump",
                "/dump?lang=fr",
                "/changes",
                "/changes?lang=fr",
                "/graph",
                "/graph?lang=fr",
                "/graph/statements-gcsp",
                "/graph/statements?lang=fr",
                "/shapes",
                "/shapes?lang=fr",
                "/docs/reconcile",
                "/docs/reconcile?lang=fr",
                "/id?lang=fr",
                "/search?q=qqqqqqqq&lang=fr"
            })
    void nothingStandsInTheWayOfAReader(String path) throws IOException {
        open(path);
        assertEquals(1, page.locator("h1").count());
        assertFalse(page.title().isBlank());
        // YASGUI has faults of its own; a plain form does the same where it does not run.
        assertEquals(List.of(), barriers("#editor"));
        // A desk, a desk at twice the size, a phone.
        for (int width : new int[] {1280, 640, 360}) {
            page.setViewportSize(width, 800);
            assertEquals(0, page.evaluate(BEYOND), "the page is wider than the window of " + width);
            int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
            assertTrue(
                    height <= (width == 1280 ? 12_000 : 18_000),
                    "at " + width + " the page is " + height + " pixels high");
            // Who scrolls that far with a thumb wants to see what there is.
            assertTrue(
                    height <= 12_000 || page.locator(".contents, [rel=next]").count() > 0,
                    "at " + width + " the page is " + height + " pixels high, without contents or a next page");
        }
        // The same with letters twice as large: they wrap, and nothing is pushed out of the window.
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            assertEquals(0, page.evaluate(BEYOND), "with large letters the page is wider than the window of " + width);
        }
    }
}
