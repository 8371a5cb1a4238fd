package org.genevagraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What readers do with the pictures of the Compact. */
class CompactInBrowserTest extends SiteInBrowser {
    @Test
    void aCellLeadsToItsCommitments() {
        open("/matrix?counted=all");
        Locator cell = page.locator("a[aria-label='C5 and SDG 9: 38 commitments']");
        assertThat(cell).containsText("38");
        cell.click();
        assertThat(page).hasURL(Pattern.compile(".*/matrix\\?counted=all&action-line=c5&sdg=sdg-9#list"));
        assertThat(page.locator("#list-title")).containsText("Building confidence and security");
        assertThat(page.locator(".commitments > li")).hasCount(38);
        assertThat(page.locator(".heat-map a[data-row][aria-current]")).hasCount(1);
    }

    @Test
    void withoutScriptsTheFormAsksForTheSame() {
        use(new Browser.NewContextOptions().setLocale("fr").setJavaScriptEnabled(false));
        open("/matrix");
        page.selectOption("select[name=axes]", "objective-sdg");
        page.selectOption("select[name=counted]", "all");
        page.selectOption("select[name=objective]", "objective-5");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("La matrice");
        assertThat(page.locator(".commitments > li")).hasCount(12);
    }

    /** Letters of 12 pixels are 12 pixels on the screen: a picture for which there is no room is scrolled, or told in words. */
    @Test
    void picturesAreAsLargeAsTheyWereDrawn() {
        for (int width : new int[] {1280, 800}) {
            page.setViewportSize(width, 800);
            for (String path : new String[] {"/matrix", "/map?objective=objective-5", "/network"}) {
                open(path);
                assertEquals(
                        true,
                        page.evaluate("document.querySelector('.picture svg, .view svg').getScreenCTM().a > 0.999"),
                        path);
            }
            open("/");
            assertEquals(
                    List.of(),
                    page.evaluate(
                            "[...document.querySelectorAll('.pair img')]"
                                    + ".filter(one => one.checkVisibility() && one.width < one.getAttribute('width')).map(one => one.src)"));
        }
        page.setViewportSize(1280, 800);
    }

    @Test
    void arrowKeysWalkThroughTheCells() {
        open("/matrix");
        assertEquals(1, page.locator(".heat-map a[data-row][tabindex='0']").count());
        page.locator("a[data-row='0'][data-column='0']").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("a[data-row='1'][data-column='1']")).isFocused();
    }

    @Test
    void theMapOfAnObjectiveShowsItsGapsAndTracesAPath() {
        open("/map");
        page.locator(".flow a[data-key='objective-5']").click();
        assertThat(page.locator("#picture + p")).containsText("Objective 5");
        assertThat(page.locator(".gaps")).containsText("no facilitator in the sources");
        Locator line = page.locator(".flow a[data-key='c5']");
        assertThat(line).containsText("∅ no facilitator");
        assertThat(page.locator(".flow a[data-key='nobody']")).containsText("nobody in the sources");
        line.focus();
        assertTrue(page.locator(".flow .curve.on[data-to='nobody']").count() == 1);
        assertThat(page.locator(".flow .curve.on[data-from='c10']")).hasCount(0);
        line.click();
        assertThat(page.locator("#c5")).containsText("nobody in the sources");
        assertThat(page.locator("#c5")).isInViewport();
    }
}
