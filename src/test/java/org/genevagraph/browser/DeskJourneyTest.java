package org.genevagraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevagraph.Mini;
import org.genevagraph.cli.curate.DeskServer;
import org.genevagraph.serve.SnapshotServer;
import org.junit.jupiter.api.Test;

/** A curator brings a made-up profile from its text to served facts, with the keyboard alone. */
class DeskJourneyTest extends DeskByKeyboard {
    private static final Path OWN = Path.of("src/test/resources/desk/profile.txt");

    /** Walks to a proposal as the arrow of a person's eye would. */
    private void walkTo(String label) {
        Locator wanted = page.locator(".proposal[aria-label^='" + label + "']");
        for (int i = 0; i < 200 && !(boolean) wanted.evaluate("one => one === document.activeElement"); i++) {
            press("j");
        }
        assertThat(wanted).isFocused();
    }

    @Test
    void fromTextToServedFacts() throws Exception {
        Path data = folder.resolve("data");
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Mini.copy(Path.of("data"), data);
        add(Files.exists(GIVEN) ? GIVEN : OWN, data, texts);
        try (SnapshotServer desk = DeskServer.start(
                "jura-trust-lab", "--data", data.toString(), "--sources", texts.toString(), "--port", "0")) {
            use(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 800));
            watch(desk);
            page.navigate(desk.address() + "desk");
            assertEquals(List.of(), barriers());
            assertTrue((boolean)
                    page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));

            walkTo("safe-town-programme");
            press("e");
            type("Programme that teaches town clerks about security.");
            sends("Enter");
            assertThat(page.locator(".undo")).containsText("safe-town-programme");

            walkTo("organisation:jura-trust-lab runs safe-town-programme");
            sends("a");
            assertThat(page.locator(".undo")).containsText("runs, safe-town-programme");

            String silent = page.locator(".proposal").last().getAttribute("aria-label");
            page.locator(".proposal").last().focus();
            press("r");
            type("no fact");
            sends("Enter");
            assertThat(page.locator(".proposal[aria-label=\"" + silent + "\"]")).hasCount(0);
            sends("u");
            assertThat(page.locator(".proposal[aria-label=\"" + silent + "\"]")).hasCount(1);

            page.navigate(desk.address() + "id/organisation/jura-trust-lab");
            assertThat(page.locator("main")).containsText("Safe Town Programme");
            System.out.println("keys pressed: " + keys);
        }
        assertTrue(Files.readString(data.resolve("statements/jura-trust-lab.csv"))
                .contains("organisation:jura-trust-lab,runs,safe-town-programme,"));
    }

    @Test
    void aPageThatIsNarrowAndFrench() throws Exception {
        try (SnapshotServer desk = DeskServer.start(
                "alpha", "--data", Mini.DATA.toString(), "--sources", "src/test/resources/texts", "--port", "0")) {
            use(new Browser.NewContextOptions().setLocale("fr").setViewportSize(360, 800));
            watch(desk);
            page.navigate(desk.address() + "desk?own=organisations");
            assertThat(page.locator("h1")).containsText("Bureau");
            assertEquals(List.of(), barriers());
            assertTrue((boolean)
                    page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
            // However long the text is, one need not walk through it to come to the proposals.
            assertTrue(
                    (boolean) page.evaluate("document.querySelector('.desk > .text').offsetHeight * 2 <= innerHeight"));
        }
    }
}
