package org.genevagraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A browser keeps answers. Whatever it has of an address, it shows the form and the language that is asked for next. */
class CachedFormsTest extends SiteInBrowser {
    /** What is kept of one address must come from its own test. */
    @Override
    @BeforeEach
    void openBrowser() {
        use(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    /** Asks as a script of the page does, through the browser's cache. */
    private Map<?, ?> ask(String path, String accept, String language) {
        return (Map<?, ?>) page.evaluate("""
                async ([path, accept, language]) => {
                  const answer = await fetch(path, {headers: {"Accept": accept, "Accept-Language": language}});
                  return {status: answer.status, type: answer.headers.get("Content-Type").replace(/;.*/, ""),
                    language: answer.headers.get("Content-Language"), body: await answer.text()};
                }
                """, List.of(path, accept, language));
    }

    @ParameterizedTest
    @CsvSource({
        "/id/organisation/gcsp, text/html, text/turtle",
        "/id/organisation/gcsp, text/turtle, text/html",
        "/id/organisation/gcsp, text/turtle, application/ld+json",
        "/ontology, text/html, text/turtle",
        "/graph, application/n-triples, text/html",
        "/queries/partners?organisation=gcsp, text/csv, application/sparql-results+json",
        "/queries/partners?organisation=gcsp, application/sparql-results+json, text/html",
        "/search?q=gcsp, application/json, text/html",
        "/matrix, text/csv, image/svg+xml",
        "/network, application/graphml+xml, text/html",
        "/sparql?query=SELECT%20*%20%7B%3Fs%20a%20%3Fo%7D%20LIMIT%203, text/csv, application/sparql-results+json",
    })
    void oneFormAfterAnother(String path, String first, String second) {
        open("/docs");
        for (String type : List.of(first, second, first, second)) {
            Map<?, ?> answer = ask(path, type, "en");
            assertEquals(200L, ((Number) answer.get("status")).longValue(), type);
            assertEquals(type, answer.get("type"));
            assertEquals(
                    type.equals("text/html"),
                    String.valueOf(answer.get("body")).stripLeading().regionMatches(true, 0, "<!doctype html>", 0, 15),
                    type);
        }
    }

    @Test
    void aPageAfterItsTurtleIsAPage() {
        open("/id/organisation/gcsp");
        assertEquals(
                "text/turtle", ask("/id/organisation/gcsp", "text/turtle", "en").get("type"));
        for (Runnable step :
                List.<Runnable>of(() -> open("/docs"), () -> open("/id/organisation/gcsp"), () -> page.reload(), () -> {
                    page.locator("nav a, header a").first().click();
                    page.goBack();
                })) {
            step.run();
            if (!page.url().endsWith("/docs")) {
                assertThat(page.locator("h1")).containsText("Geneva Centre for Security Policy");
                assertTrue(!page.content().contains("@prefix"), page.url());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/id/organisation/gcsp",
        "/queries",
        "/queries/partners?organisation=gcsp",
        "/docs/facts",
        "/matrix"
    })
    void oneLanguageAfterAnother(String path) {
        open("/docs/site");
        for (String language : List.of("en", "fr", "en", "fr")) {
            Map<?, ?> answer = ask(path, "text/html", language);
            assertEquals(language, answer.get("language"));
            assertTrue(String.valueOf(answer.get("body")).contains("<html lang=\"" + language + "\""), path);
        }
    }

    @Test
    void readersSeePagesInTheirLanguageAndNeverTheRawGraph() {
        for (String locale : List.of("en-GB", "fr-CH")) {
            use(new Browser.NewContextOptions().setLocale(locale));
            for (String path : List.of(
                    "/",
                    "/id",
                    "/id/organisation",
                    "/id/organisation/gcsp",
                    "/id/passage/tunis-agenda/72.l",
                    "/ontology",
                    "/graph",
                    "/.well-known/void",
                    "/shapes",
                    "/sparql",
                    "/queries",
                    "/queries/partners?organisation=gcsp",
                    "/changes",
                    "/dump",
                    "/places",
                    "/network",
                    "/map")) {
                open(path);
                assertThat(page.locator("html")).hasAttribute("lang", locale.substring(0, 2));
                assertEquals("text/html", page.evaluate("document.contentType"), path);
                assertTrue(page.locator("h1").count() > 0, path);
            }
        }
    }
}
