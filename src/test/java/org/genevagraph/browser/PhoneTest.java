package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone of 360 pixels and a thumb: no table is cut, and whatever is to be pressed is large enough or has room around it. */
class PhoneTest extends SiteInBrowser {
    private static final int WIDTH = 360;

    /** Of the tables that can be seen, those wider than the window. */
    private static final String CUT = """
            [...document.querySelectorAll("main table")].filter(table => table.checkVisibility())
              .filter(table => table.getBoundingClientRect().right > innerWidth)
              .map(table => table.outerHTML.slice(0, 120))
            """;

    /**
     * What is to be pressed and is less than 24 pixels wide or high, with less room around its middle: as the Web Content Accessibility Guidelines
     * 2.2 have it (target size, level AA), links within sentences do not count.
     */
    private static final String SMALL = """
            (() => {
              const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
                .filter(one => one.checkVisibility() && one.getBoundingClientRect().width > 1)
                .filter(one => {
                  const closed = (one.tagName === "SUMMARY" ? one.parentElement.parentElement : one).closest("details:not([open])");
                  return !closed;
                });
              const boxes = all.map(one => one.getBoundingClientRect());
              return all.filter((one, i) => {
                const box = boxes[i];
                const around = one.parentElement.textContent.trim().length - one.textContent.trim().length;
                if ((box.width >= 24 && box.height >= 24) || (getComputedStyle(one).display === "inline" && around > 3)) {
                  return false;
                }
                const x = box.x + box.width / 2;
                const y = box.y + box.height / 2;
                return boxes.some((other, j) => i !== j && !one.contains(all[j]) && !all[j].contains(one)
                  && Math.hypot(Math.max(other.x - x, 0, x - other.right), Math.max(other.y - y, 0, y - other.bottom)) < 12);
              }).map(one => one.outerHTML.slice(0, 120));
            })()
            """;

    /** Where there is no room for the picture, an organisation that is chosen has its ties in words, each with its "why?". */
    @Test
    void theTiesOfAChosenOrganisationAreToldInWords() {
        read("en", WIDTH);
        open("/network");
        page.locator(".steps li a").first().click();
        page.waitForURL("**/network?organisation=*");
        assertTrue(page.locator(".steps .end a[href*='/queries/why']").first().isVisible());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/id",
                "/id/organisation/gcsp",
                "/id/initiative/cyber-school-initiative",
                "/id/figure",
                "/id/rule/partners-through-initiatives",
                "/docs/api",
                "/docs/contribute",
                "/docs/coverage",
                "/docs/facts",
                "/docs/operate",
                "/graph",
                "/dump",
                "/map",
                "/map?objective=objective-5",
                "/network",
                "/ontology",
                "/places",
                "/search?q=cyber"
            })
    void nothingIsCutOrTooSmallForAThumb(String path) {
        for (String language : List.of("en", "fr")) {
            read(language, WIDTH);
            open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertEquals(List.of(), page.evaluate(CUT), path + " " + language);
            assertEquals(List.of(), page.evaluate(SMALL), path + " " + language);
        }
    }

    /** Tables in what is folded are not cut either, once it is open. */
    @ParameterizedTest
    @ValueSource(strings = {"/ontology", "/docs/coverage", "/network", "/id/organisation/gcsp"})
    void whatIsFoldedIsNotCutEither(String path) {
        read("en", WIDTH);
        open(path);
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        assertEquals(List.of(), page.evaluate(CUT), path);
    }

    /** With the keyboard the questions about a thing with much to tell are few steps away. */
    @ParameterizedTest
    @CsvSource({"en", "fr"})
    void theQuestionsAboutALargeThingAreNear(String language) {
        read(language, 1280);
        open("/id/organisation/gcsp?lang=" + language);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        int steps = 0;
        while (steps < 40 && !(boolean) page.evaluate("document.activeElement.hash === '#questions'")) {
            page.keyboard().press("Tab");
            steps++;
        }
        assertTrue(steps < 25, "steps to the questions: " + steps);
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertTrue((boolean) page.evaluate("document.activeElement.closest('#questions') !== null"));
    }

    @Test
    void theDrawnExplanationIsInTheReadersLanguage() {
        read("fr", WIDTH);
        open("/docs/facts?lang=fr");
        assertTrue(page.locator(".flow").innerText().contains("Énoncé attesté"));
        assertEquals(0, page.locator("main img").count());
    }
}
