package org.genevagraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.genevagraph.cli.project.ProposalsOnDisk;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.curate.inbox.Inbox;
import org.junit.jupiter.api.Test;

/** What readers do on the forms, without JavaScript and on a phone. */
class ContributeInBrowserTest extends SiteInBrowser {
    @Test
    void anErrorIsReportedFromAFactWithItsAddressFilledIn() throws Exception {
        use(new Browser.NewContextOptions()
                .setLocale("fr-CH")
                .setJavaScriptEnabled(false)
                .setViewportSize(360, 800));
        open("/id/organisation/gcsp");
        page.locator("details.why summary").first().click();
        page.locator("details.why[open] a[href*='/imprint']").first().click();
        Locator about = page.locator("#f-about");
        assertTrue(about.inputValue().startsWith("/id/statement/"), about.inputValue());
        String fact = about.inputValue();
        page.locator("#f-right").fill("Le rôle est un autre.");
        refused(() -> page.locator("form.proposal button").click(), 422);
        assertEquals(1, page.locator("[aria-invalid=true]").count());
        // What is wrong has the focus, and the title of the window tells it.
        assertThat(page.locator(".faults")).isFocused();
        assertThat(page).hasTitle(Pattern.compile("^Pas encore envoyé.: Signaler une erreur.*"));
        assertEquals("Le rôle est un autre.", page.locator("#f-right").inputValue());
        assertEquals(fact, page.locator("#f-about").inputValue());
        // The Enter key sends the form, though the button for the other language stands before it.
        refused(() -> page.locator("#f-paragraph").press("Enter"), 422);
        assertThat(page).hasTitle(Pattern.compile("^Pas encore envoyé.*"));
        refused(() -> page.locator(".languages button[lang]").click(), 422);
        assertThat(page).hasTitle(Pattern.compile("^Not sent yet.*"));
        refused(() -> page.locator(".languages button[lang]").click(), 422);
        assertEquals("Le rôle est un autre.", page.locator("#f-right").inputValue());
        page.locator("#f-wrong").fill("Le rôle.");
        page.locator("form.proposal button").click();
        assertThat(page.locator("h1")).hasText("Merci");
        List<Contribution> waiting = new Inbox(new ProposalsOnDisk(proposals)).waiting();
        assertEquals(1, waiting.size());
        assertEquals(fact, waiting.get(0).about());
        assertEquals(
                "wrong: Le rôle.\nright: Le rôle est un autre.", waiting.get(0).note());
        assertTrue(page.url().contains(waiting.get(0).id()), page.url());
        page.locator("main a.button").first().click();
        page.waitForURL("**" + fact + "**");
    }
}
