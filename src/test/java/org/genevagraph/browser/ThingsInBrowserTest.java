package org.genevagraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How readers find a thing, ask why, follow a fact to its passage, and change the language; with scripts and without. */
class ThingsInBrowserTest extends SiteInBrowser {
    @Test
    void typingFindsAnOrganisationAndWhyLeadsToItsPassage() {
        server.served().search();
        open("/");
        page.locator("#q").pressSequentially("gcs");
        page.locator("[role=option]")
                .filter(new Locator.FilterOptions().setHasText("Geneva Centre for Security Policy"))
                .click();
        assertThat(page.locator("h1")).containsText("Geneva Centre for Security Policy");
        assertThat(page).hasURL(Pattern.compile(".*/id/organisation/gcsp$"));
        Locator partner = page.locator("#partnerOf > ul > li")
                .filter(new Locator.FilterOptions().setHasText("Strategic Foresight Group"));
        assertThat(partner.locator(".panel")).isHidden();
        partner.locator("summary").press("Enter");
        assertThat(partner.locator(".panel")).isVisible();
        assertThat(partner.locator(".panel .badge.derived").first()).hasText("derived");
        partner.locator(".panel a")
                .filter(new Locator.FilterOptions().setHasText("GCSP profile, para. 6"))
                .click();
        assertThat(page.locator("h1")).containsText("GCSP profile, para. 6");
        assertThat(page.locator("#says")).containsText("Normandy P5");
    }

    @Test
    void theLanguageChangesOnTheSamePageAndStays() {
        open("/id/action-line/c5");
        page.locator(".languages a").click();
        assertThat(page).hasURL(Pattern.compile(".*/id/action-line/c5\\?lang=fr$"));
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        assertThat(page.locator("h1")).containsText("confiance");
        page.locator("article section a[href*='/id/commitment/']").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/id/commitment/.*"));
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        page.locator(".languages a").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void aBrowserThatPrefersFrenchGetsIt() {
        use(new Browser.NewContextOptions().setLocale("fr-CH"));
        open("/");
        assertEquals("fr", page.locator("html").getAttribute("lang"));
        assertTrue(page.title().contains("Accueil"), page.title());
    }

    @Test
    void everythingReadsWithoutScripts() {
        use(new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
        open("/");
        page.locator("#q").fill("gcsp");
        page.locator("main form[role=search] button").click();
        page.locator(".hits a").first().click();
        assertThat(page.locator("h1")).containsText("Geneva Centre for Security Policy");
        Locator why = page.locator("#runs details.why").first();
        why.locator("summary").click();
        assertThat(why.locator(".panel")).isVisible();
        why.locator(".panel a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^This statement")))
                .click();
        assertThat(page.locator("h1")).containsText("runs");
        assertThat(page.locator("main")).containsText("GCSP profile, para. ");
    }

    @Test
    void aTermThatAnAddressPointsAtIsUnfolded() {
        use(new Browser.NewContextOptions().setLocale("en-GB"));
        open("/ontology");
        Locator fold = page.locator("details.term:has(> #partnerOf)");
        assertThat(fold).not().hasAttribute("open", "");
        page.evaluate("location.hash = 'partnerOf'");
        assertThat(page.locator("#partnerOf")).isVisible();
        assertThat(fold.locator("summary")).isInViewport();
        open("/ontology#cites");
        assertThat(page.locator("#cites")).isVisible();
        assertThat(page.locator("details.term:has(> #cites) summary")).isInViewport();
    }
}
