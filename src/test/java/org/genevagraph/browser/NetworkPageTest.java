package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network page as a reader uses it. */
class NetworkPageTest extends SiteInBrowser {
    @Test
    void filterThenFollow() {
        open("/network");
        int all = page.locator("#picture .dot").count();
        assertEquals(all, page.locator("table.ties tbody tr").count());
        page.selectOption("#issue", "cybersecurity");
        page.selectOption("#relation", "any");
        page.click("form.filters button");
        // Waits until the page that comes is whole, too.
        page.waitForURL("**/network?*issue=cybersecurity*");
        int few = page.locator("#picture .dot").count();
        assertNotEquals(all, few);
        assertEquals(few, page.locator("table.ties tbody tr").count());
        assertEquals(
                "/id/organisation/gcsp",
                page.locator("#picture .dot[data-id=gcsp]").getAttribute("href"));
        // Only what the dot leads to may be missing as long as nobody has built it.
        page.route("**/id/**", route -> route.fulfill());
        page.click("#picture .dot[data-id=gcsp] path");
        page.waitForURL("**/id/organisation/gcsp");
    }

    @Test
    void pointedAtShowsItsTies() {
        open("/network");
        page.focus("#picture .dot[data-id=itu]");
        assertEquals(3, page.locator("#picture .dot.near").count());
        page.focus("h1 ~ form select");
        assertEquals(0, page.locator("#picture .near").count());
        String whole = page.getAttribute("#picture", "viewBox");
        page.click("[data-zoom=in]");
        assertNotEquals(whole, page.getAttribute("#picture", "viewBox"));
        page.click("[data-zoom=all]");
        assertEquals(
                List.of(whole.split(" ", -1)).stream().map(Double::valueOf).toList(),
                List.of(page.getAttribute("#picture", "viewBox").split(" ", -1)).stream()
                        .map(text -> Math.round(Double.parseDouble(text) * 10) / 10.0)
                        .toList());
    }

    /** Names in the picture stand apart, as this browser's typeface has them. */
    @ParameterizedTest
    @ValueSource(strings = {"/network", "/network?relation=any", "/network?relation=involved"})
    void namesDoNotCollide(String path) {
        open(path);
        assertEquals(List.of(), page.evaluate("""
                () => {
                  const texts = [...document.querySelectorAll("#picture .dot text, #picture .point text")]
                    .map(text => [text.textContent, text.getBBox()]);
                  const found = [];
                  texts.forEach(([one, a], i) => texts.slice(0, i).forEach(([other, b]) => {
                    if (a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 2 < b.y + b.height && b.y + 2 < a.y + a.height) {
                      found.push(one + "/" + other);
                    }
                  }));
                  return found;
                }"""));
    }

    @Test
    void readableWithoutScripts() {
        use(new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
        open("/network?organisation=GCSP");
        assertTrue(page.locator("#picture .dot").count() > 3);
        assertFalse(page.locator("#png").isVisible());
        assertFalse(page.locator(".controls").isVisible());
    }

    @Test
    void savesAPicture() throws IOException {
        open("/network?organisation=gcsp");
        Download download = page.waitForDownload(() -> page.click("#png"));
        assertEquals("network.png", download.suggestedFilename());
        try (InputStream file = download.createReadStream()) {
            byte[] bytes = file.readAllBytes();
            assertEquals("PNG", new String(bytes, 1, 3, StandardCharsets.US_ASCII));
            assertTrue(bytes.length > 20_000, "an empty picture: " + bytes.length);
        }
    }
}
