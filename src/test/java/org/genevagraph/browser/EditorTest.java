package org.genevagraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SPARQL editor as people use it: by mouse and keyboard, and without scripts. */
class EditorTest extends SiteInBrowser {
    /** The editor keeps in the browser what was asked. */
    @Override
    @BeforeEach
    void openBrowser() {
        use(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    private static final String IN_TAB = ".tabPanel.active ";

    @BeforeAll
    static void waitLongEnough() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @Test
    void anExampleAnswersWithLinksToItsThings() throws IOException {
        open("/sparql");
        assertEquals(0, page.locator("form.plain").count());
        page.selectOption("#example", "partners");
        page.click("form.examples button");
        assertThat(page.locator(".tab")).hasCount(2);
        assertThat(page.locator(IN_TAB + ".yasqe")).containsText("Who are an organisation's partners?");
        run();
        Locator links = page.locator(IN_TAB + "td a.iri");
        assertThat(links.first()).isVisible();
        assertTrue(
                links.all().stream().anyMatch(link -> link.getAttribute("href").equals("/id/organisation/cicir")));
        assertTrue(
                links.all().stream().anyMatch(link -> link.getAttribute("href").startsWith("/id/passage/gcsp/")));
        assertEquals(0, page.locator("[href*='//triply.cc']:visible").count());
        assertEquals(List.of(), barriers("#editor"));
        // The widget's own faults that can be fixed are.
        assertThat(page.locator(IN_TAB + ".CodeMirror textarea").first()).hasAttribute("aria-label", "SPARQL query");
    }

    @Test
    void termsAndThingsAreCompleted() {
        // The first search waits for the index.
        page.request().get(server.address() + "search?q=gcsp");
        open("/sparql");
        page.locator(".addTab").click();
        write("SELECT ?x {\n?x ");
        type("gg:partnero");
        Locator hints = page.locator(".CodeMirror-hint");
        assertThat(hints.first()).containsText("gg:partnerOf");
        page.keyboard().press("Enter");
        type(" <gcsp");
        assertThat(hints.first()).containsText("Geneva Centre for Security Policy");
        page.keyboard().press("Enter");
        type(" }");
        assertEquals(
                "PREFIX gg: <https://w3id.org/geneva-graph/ontology#>\nSELECT ?x {\n?x gg:partnerOf "
                        + "<https://w3id.org/geneva-graph/id/organisation/gcsp> }",
                text().replaceAll("(?m)^ +", ""));
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(IN_TAB + "td a.iri").first()).isVisible();
        page.keyboard().press("Tab");
        assertEquals(
                false,
                page.evaluate("document.activeElement.closest('.CodeMirror-code, .CodeMirror textarea') !== null"));
    }

    @Test
    void aLinkFillsTheEditorAndDoesNotAsk() {
        open("/sparql#query=ASK%20%7B%20%3Fs%20%3Fp%20%221%2B1%22%20%7D");
        assertThat(page.locator(IN_TAB + ".CodeMirror-code")).containsText("\"1+1\"");
        assertEquals("ASK { ?s ?p \"1+1\" }", text());
        assertEquals(0, page.locator(IN_TAB + ".yasr_results > *").count());
        open(
                "/sparql?edit=SELECT%20%28%22%3C/textarea%3E%3Cscript%3Ealert%281%29%3C/script%3E%22%20AS%20%3Fx%29%20%7B%7D");
        assertThat(page.locator(IN_TAB + ".CodeMirror-code")).containsText("</textarea>");
        run();
        assertThat(page.locator(IN_TAB + "td").last()).containsText("</textarea><script>alert(1)</script>");
        // Both tabs are there when the reader comes back.
        open("/sparql?lang=fr");
        assertThat(page.locator(".tab")).hasCount(2);
        assertThat(page.locator("h1")).hasText("Interroger en SPARQL");
    }

    @Test
    void aRefusalSaysWhereAndGoesThere() {
        open("/sparql");
        page.locator(".addTab").click();
        write("SELECT * {\n  ?s ?p }");
        refused(this::run, 400);
        assertThat(page.locator(IN_TAB + ".told")).containsText("line 2, column 9");
        page.getByText("Go to line 2").click();
        assertEquals(
                1, page.evaluate("document.querySelector('.tabPanel.active .CodeMirror').CodeMirror.getCursor().line"));
        write("SELECT * { ?s ?p ?o . ?t ?q ?r }");
        refused(this::run, 503);
        assertThat(page.locator(IN_TAB + ".told")).containsText(Pattern.compile("limit"));
    }

    @Test
    void withoutScriptsTheFormAsks() throws IOException {
        use(new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
        open("/sparql");
        page.selectOption("#example", "most-connected");
        page.click("form.examples button");
        assertTrue(page.inputValue("#query").contains("SELECT"), page.inputValue("#query"));
        page.selectOption("#format", "csv");
        Download answer =
                page.waitForDownload(() -> page.getByText("Ask", exact()).click());
        String csv = new String(answer.createReadStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(csv.lines().count() > 10, csv);
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private void run() {
        page.click(IN_TAB + ".yasqe_queryButton");
    }

    private void write(String query) {
        page.evaluate("""
                query => {
                  const editor = document.querySelector(".tabPanel.active .CodeMirror").CodeMirror;
                  editor.setValue(query);
                  editor.focus();
                  editor.setCursor(editor.lineCount(), 0);
                }""", query);
    }

    private void type(String text) {
        page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(30));
    }

    private String text() {
        return (String) page.evaluate("document.querySelector('.tabPanel.active .CodeMirror').CodeMirror.getValue()");
    }
}
