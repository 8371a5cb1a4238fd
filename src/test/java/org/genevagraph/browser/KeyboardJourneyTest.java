package org.genevagraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers without a mouse: whatever takes the focus shows that it has it, the order is that of the page, and all is reached and left. */
class KeyboardJourneyTest extends SiteInBrowser {
    /** Whatever leads further than so many stops is not reached in practice. */
    private static final int MOST_STOPS = 60;

    /** What has the focus, how it shows that, and whether it stands in the window. */
    private static final String FOCUSED = """
            (() => {
              const at = document.activeElement;
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
              const drawn = at.querySelector("circle, path");
              const ringed = at instanceof SVGElement && drawn && parseFloat(getComputedStyle(drawn).strokeWidth) >= 3;
              const marked = ringed || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
              return at === document.body ? "" : !seen ? "hidden: " + at.outerHTML : !marked ? "unmarked: " + at.outerHTML : "";
            })()
            """;

    @BeforeEach
    void atADesk() {
        use(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 800));
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    /** Goes on with the Tab key until a selector has the focus; each stop must be seen. */
    private void tabTo(String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press("Tab");
            assertEquals("", page.evaluate(FOCUSED), page.url());
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        fail(selector + " is not reached with " + MOST_STOPS + " stops at " + page.url());
    }

    @Test
    void aThingIsFoundAndItsEvidenceRead() {
        open("/");
        tabTo("input[name=q]");
        // A name leads to the thing itself.
        page.keyboard().type("cyberpeace institute");
        press("Enter");
        page.waitForURL("**/id/organisation/cyberpeace-institute**");
        press("Tab");
        press("Enter");
        // The first stop leads past the head of the page.
        page.waitForURL("**#main");
        tabTo("main details.why > summary");
        press("Enter");
        assertThat(page.locator("main details.why[open]").first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queries/partners?organisation=gcsp", "/matrix", "/network", "/contribute/topic"})
    void everyStopIsSeenAndTheFirstLeadsToWhatThePageSays(String path) {
        open(path);
        tabTo("a.skip");
        press("Enter");
        page.waitForURL("**#main");
        String before = "";
        for (int stop = 0; stop < 20; stop++) {
            press("Tab");
            assertEquals("", page.evaluate(FOCUSED), path);
            String now = (String)
                    page.evaluate(
                            "(() => { const all = [...document.querySelectorAll('*')]; return String(all.indexOf(document.activeElement)); })()");
            assertTrue(!now.equals(before), () -> "the focus stays where it is at " + path);
            before = now;
            if ((boolean) page.evaluate("document.activeElement.closest('footer') !== null")) {
                return;
            }
        }
    }

    @Test
    void aFoldOpensAndClosesWhereItStands() {
        open("/compare?a=gcsp&b=cyberpeace-institute");
        tabTo("a.skip");
        press("Enter");
        page.evaluate("document.querySelector('details.fold > summary').focus()");
        press("Enter");
        assertThat(page.locator("details.fold").first()).hasAttribute("open", "");
        press(" ");
        assertThat(page.locator("details.fold").first()).not().hasAttribute("open", "");
    }
}
