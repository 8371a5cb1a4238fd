package org.genevagraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.genevagraph.page.Paths;
import org.genevagraph.query.catalogue.Parameter;
import org.genevagraph.query.catalogue.QueryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers come for, as they find it: on a phone and at a desk, in both languages. */
class JourneysTest extends SiteInBrowser {
    private static final int MOST_PIXELS = 12_000;
    private static final int DESK = 1280;
    private static final int PHONE = 360;

    private void read(int width, String language) {
        use(new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 800));
    }

    /** The page has no barrier and nothing beyond its right edge. */
    private void isWell() throws IOException {
        assertEquals(List.of(), barriers(), page.url());
        Object fits = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        assertTrue((boolean) fits, page.url());
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void whoWorksWithAnOrganisationAndWhy(int width, String language) throws IOException {
        read(width, language);
        open("/id/organisation/gcsp");
        page.locator(".findings a").first().click();
        Locator entries = page.locator(".entries > li");
        assertTrue(entries.count() > 3);
        assertThat(page.locator(".finding")).containsText("Xiamen University");
        isWell();
        entries.first().locator(".from a").last().click();
        assertThat(page.locator(".finding")).isVisible();
        assertThat(page.locator(".answer a.passage").first()).containsText("GCSP");
        isWell();
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void partnersSharedByTwo(int width, String language) throws IOException {
        read(width, language);
        open("/queries/shared-partners?a=gcsp&b=cyberpeace-institute");
        String union = language.equals("fr") ? "Union européenne" : "European Union";
        Locator instead = page.locator(".note a").filter(new Locator.FilterOptions().setHasText(union));
        isWell();
        instead.click();
        assertThat(page.locator(".entries h3")).hasText(union);
        page.locator(".views a[href*=network]").click();
        assertThat(page.locator(".tree .end").first()).hasText(union);
        isWell();
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void whoCanCarryOutACommitment(int width, String language) throws IOException {
        read(width, language);
        open("/id/commitment/setting-up-the-ai-panel");
        isWell();
        page.locator(".findings a").first().click();
        assertTrue(page.locator(".entries h3").count() > 5);
        isWell();
    }

    @ParameterizedTest
    @CsvSource({"360, en", "360, fr", "1280, en", "1280, fr"})
    void aParagraphIsFoundByItsNumber(int width, String language) throws IOException {
        read(width, language);
        open("/id/document/tunis-agenda");
        page.locator("#paragraph").fill("72(l)");
        page.locator("#paragraph").press("Enter");
        page.waitForURL("**/id/passage/tunis-agenda/72.l*");
        assertThat(page.locator("h1")).containsText(language.equals("fr") ? "par. 72" : "para. 72(l)");
        isWell();
    }

    /** A chain, events and numbers fit a phone, too. */
    @Test
    void viewsFitAPhone() throws IOException {
        read(PHONE, "en");
        for (String path : List.of(
                "/queries/connection?a=gcsp&b=itu",
                "/queries/timeline?thing=cyberpeace-institute",
                "/queries/figures?subject=diplofoundation",
                "/queries/partners?organisation=gcsp&view=table",
                "/queries/coverage-gaps",
                "/id/organisation")) {
            open(path);
            isWell();
        }
    }

    @Test
    void noAnswerAndNoListIsEndless() {
        read(DESK, "en");
        List<String> paths =
                new ArrayList<>(List.of("/id/organisation", "/id/initiative", "/id/issue", "/id/commitment"));
        for (QueryFile query : server.served().catalogue().all()) {
            StringBuilder path = new StringBuilder("/queries/" + query.name());
            char before = '?';
            for (Parameter parameter : query.parameters()) {
                if (parameter.required()) {
                    path.append(before).append(parameter.name()).append('=').append(Paths.encoded(parameter.example()));
                    before = '&';
                }
            }
            paths.add(path.toString());
        }
        List<String> endless = new ArrayList<>();
        for (String path : paths) {
            open(path);
            int height = (Integer) page.evaluate("document.documentElement.scrollHeight");
            if (height > MOST_PIXELS) {
                endless.add(path + ": " + height);
            }
        }
        assertEquals(List.of(), endless);
        assertTrue(paths.size() > 30, "pages: " + paths.size());
    }
}
