package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be so on each page, whatever it shows. */
class EveryPageTest extends SiteInBrowser {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
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
                "/matrix",
                "/matrix?axes=action-line-objective&counted=singly&action-line=c5&objective=objective-3",
                "/map",
                "/map?objective=objective-5",
                "/queries?lang=fr",
                "/queries/about?thing=gcsp",
                "/queries/connection?a=gcsp&b=itu&lang=fr",
                "/queries/implementation-map?objective=objective-5",
                "/queries/shared-partners?a=gcsp&b=gspi",
                "/search?q=geneva",
                "/search?q=qqqqqqqq&lang=fr"
            })
    void nothingStandsInTheWayOfAReader(String path) throws IOException {
        for (int width : new int[] {1280, 360}) {
            use(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(width, 800));
            open(path);
            assertEquals(1, page.locator("h1").count());
            assertFalse(page.title().isBlank());
            // YASGUI has faults of its own; a plain form does the same where it does not run.
            assertEquals(List.of(), barriers("#editor"));
            Object overflow =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertEquals(0, overflow, "the page is wider than the window of " + width);
        }
    }
}
