package org.genevagraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions as readers ask them: with the keyboard and suggestions, without JavaScript, in French, on a phone. */
class AskedQuestionsTest extends SiteInBrowser {
    private void type(Locator field, String text, String expected) {
        field.pressSequentially(text);
        Locator options = field.locator("xpath=..").getByRole(AriaRole.OPTION);
        assertThat(options.filter(new Locator.FilterOptions().setHasText(expected))
                        .first())
                .isVisible();
        assertThat(field).hasAttribute("aria-expanded", "true");
    }

    private Locator field(String label) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private List<String> column(int number) {
        return page.locator("table.sortable tbody tr td:nth-child(" + number + ")")
                .allInnerTexts();
    }

    @Test
    void aSentenceIsFilledInWithTheKeyboardAndAnswered() {
        open("/queries/shared-partners");
        Locator a = field("one organisation");
        type(a, "gcs", "Geneva Centre for Security Policy");
        assertThat(a).not().hasAttribute("list", "list-organisation");
        a.press("ArrowDown");
        assertThat(page.locator("#" + a.getAttribute("aria-activedescendant")))
                .hasText("Geneva Centre for Security Policy GCSP");
        a.press("Enter");
        assertThat(a).hasValue("Geneva Centre for Security Policy");
        assertThat(a).hasAttribute("aria-expanded", "false");
        Locator b = field("the other organisation");
        type(b, "cyberp", "CyberPeace Institute");
        b.press("ArrowDown");
        b.press("Enter");
        page.getByLabel("partners only or everyone involved").selectOption("involved");
        b.press("Enter");
        page.waitForURL("**/queries/shared-partners?a=gcsp&b=cyberpeace-institute&scope=involved");
        assertThat(page.locator("h1"))
                .hasText("Which partners do the Geneva Centre for Security Policy and the CyberPeace Institute share?");
        assertThat(page.locator(".entries ul > li")).hasCount(3);
        page.getByText("Change the question").click();
        assertThat(field("one organisation")).hasValue("Geneva Centre for Security Policy");
    }

    @Test
    void escapeClosesTheSuggestionsAndTheMouseChooses() {
        open("/queries/partners");
        Locator field = field("the organisation");
        type(field, "diplo", "DiploFoundation");
        field.press("Escape");
        assertThat(field).hasAttribute("aria-expanded", "false");
        assertThat(field).hasValue("diplo");
        field.pressSequentially("f");
        page.locator(".suggestions li").first().click();
        assertThat(field).hasValue("DiploFoundation");
        field.pressSequentially("x");
        page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask").setExact(true));
        assertThat(page.locator("input[type=hidden][name=organisation]")).hasCount(0);
    }

    @Test
    void theSearchBoxLeadsToTheThing() {
        page.route(
                "**/id/**",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<title>thing</title>")));
        open("/queries?lang=fr");
        Locator box = page.locator("#search");
        type(box, "gcsp", "Centre de politique de sécurité, Genève");
        assertThat(page.locator("header [aria-live]")).containsText("suggestion");
        box.press("ArrowDown");
        box.press("Enter");
        page.waitForURL("**/id/organisation/gcsp?lang=fr");
    }

    /** A French reader is offered names and short forms in French, and reads them in the field. */
    @Test
    void suggestionsAreInTheReadersLanguage() {
        read("fr-CH", 360);
        open("/queries/partners?lang=fr");
        Locator field = page.locator("main input[data-suggest]");
        type(field, "uit", "Union internationale des télécommunications");
        field.press("ArrowDown");
        assertThat(page.locator("#" + field.getAttribute("aria-activedescendant")))
                .hasText("Union internationale des télécommunications UIT");
        field.press("Enter");
        assertThat(field).hasValue("Union internationale des télécommunications");
        field.press("Enter");
        page.waitForURL("**organisation=itu**");
    }

    @Test
    void columnsAreSortedByTheirHeads() {
        open("/queries/most-connected?view=table&limit=200");
        List<String> server = column(1);
        Locator partners = page.locator("th", new Page.LocatorOptions().setHasText("Partners"));
        partners.getByRole(AriaRole.BUTTON).click();
        assertThat(partners).hasAttribute("aria-sort", "ascending");
        List<Integer> numbers = column(3).stream()
                .map(text -> Integer.valueOf(text.replaceAll("\\D", "")))
                .toList();
        assertEquals(numbers.stream().sorted().toList(), numbers);
        partners.getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(partners).hasAttribute("aria-sort", "descending");
        assertEquals(server, column(1), "equal rows keep their order");
        Locator names = page.locator("th", new Page.LocatorOptions().setHasText("Organisation"));
        names.getByRole(AriaRole.BUTTON).click();
        assertThat(partners).not().hasAttribute("aria-sort", "descending");
        List<String> sorted = column(1);
        assertTrue(sorted.indexOf("École polytechnique fédérale de Lausanne")
                <= sorted.indexOf("Geneva Centre for Security Policy"));
    }

    @Test
    void linkAndLinesOfProgramsAreCopied() {
        use(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        open("/queries/partners?organisation=GCSP");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy the link"))
                .click();
        assertThat(page.locator(".permanent [role=status]")).hasText("Copied");
        assertEquals(
                server.address() + "queries/partners?organisation=gcsp",
                page.evaluate("navigator.clipboard.readText()"));
        page.getByText("Copy for pandas, R or JavaScript").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy for pandas"))
                .click();
        assertEquals(
                "import pandas\n\nanswer = pandas.read_csv(\"" + server.address()
                        + "queries/partners.csv?organisation=gcsp\")",
                page.evaluate("navigator.clipboard.readText()"));
    }

    @Test
    void withoutJavaScriptAFormStillAsks() {
        use(new Browser.NewContextOptions()
                .setLocale("fr-CH")
                .setJavaScriptEnabled(false)
                .setViewportSize(390, 800));
        open("/queries/commitments-by-action-line");
        page.locator("select[name=action-line]").selectOption("c10");
        page.locator("form.ask button").click();
        assertThat(page.locator(".finding")).containsText("engagements du Pacte");
        assertThat(page.locator(".entries > li").first()).isVisible();
        open("/queries/partners");
        page.locator("input[name=organisation]").fill("gcsp");
        page.locator("form.ask button").click();
        assertThat(page.locator("h1"))
                .containsText("Qui sont les partenaires du Centre de politique de sécurité, Genève");
        assertThat(page.locator("details pre").first()).containsText("pandas.read_csv");
    }
}
