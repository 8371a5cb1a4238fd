package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.cli.project.ProposalsOnDisk;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real browser before a real server with the project's own data, for the tests of a class. After each test nothing may have been wrong:
 * no message in the browser's console, no request to elsewhere, no answer that failed.
 */
abstract class SiteInBrowser {
    /** For so many milliseconds something is waited for; on a busy machine the desk takes a minute for a graph. */
    private static final double PATIENCE = 180_000;

    private static final int HEIGHT = 800;

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    /** Where proposals of readers are put. */
    @TempDir
    static Path proposals;

    static SnapshotServer server;
    private static Playwright playwright;
    private static Browser browser;

    /** By language and width: the readers who come again. */
    private static final Map<String, Reader> READERS = new HashMap<>();

    /** The reader whose browser is closed after the test; null where that is kept for the next one. */
    private Reader once;

    private Reader reader;
    Page page;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> chromium = Chromium.find();
        if (System.getenv("CI") != null) {
            assertTrue(chromium.isPresent(), Chromium.HOW);
        }
        Assumptions.assumeTrue(chromium.isPresent(), Chromium.HOW);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        server = serve(Mini.served());
        playwright = Chromium.driver();
        browser = Chromium.launch(playwright, chromium.get());
    }

    /** A server on a free port, which takes proposals. */
    static SnapshotServer serve(Served served) throws IOException {
        return SnapshotServer.start(served.with(new Inbox(new ProposalsOnDisk(proposals))), "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        READERS.clear();
        if (playwright != null) {
            playwright.close();
            server.close();
        }
    }

    @BeforeEach
    void openBrowser() {
        read("en-GB", 1280);
    }

    /**
     * Goes on as a reader who comes again, in the same window: most of the time that a first page takes goes into what only the first page
     * loads and compiles.
     */
    void read(String language, int width) {
        look(READERS.computeIfAbsent(
                language + " " + width,
                settings -> new Reader(
                        new Browser.NewContextOptions().setLocale(language).setViewportSize(width, HEIGHT))));
        page.setViewportSize(width, HEIGHT);
    }

    /** Goes on with a new browser, which has seen nothing of the site. */
    void use(Browser.NewContextOptions settings) {
        Reader next = new Reader(settings);
        look(next);
        once = next;
    }

    private void look(Reader next) {
        leave();
        reader = next;
        reader.watched = server.address();
        page = reader.page;
    }

    private void leave() {
        if (once != null) {
            once.page.context().close();
            once = null;
        } else if (reader != null) {
            page.navigate("about:blank");
        }
    }

    /** Goes on with another server than that of the class. */
    void watch(SnapshotServer other) {
        reader.watched = other.address();
    }

    /** Opens a path of the site. */
    void open(String path) {
        page.navigate(server.address() + path.substring(1));
    }

    /** Does what the server must refuse with a status, and takes that for no fault. */
    void refused(Runnable action, int status) {
        page.waitForResponse(response -> response.status() == status, action);
        page.waitForTimeout(100);
        reader.faults.removeIf(
                fault -> fault.startsWith(status + ": ") || fault.contains("responded with a status of " + status));
    }

    @AfterEach
    void nothingWasWrong() {
        leave();
        List<String> faults = List.copyOf(reader.faults);
        reader.faults.clear();
        assertEquals(List.of(), faults);
    }

    /** What axe finds serious or critical on the page, but for what the selectors name; its colours are those of every language. */
    List<?> barriers(String... except) throws IOException {
        try (InputStream axe = SiteInBrowser.class.getResourceAsStream(AXE)) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) page.evaluate("""
                async except => (await axe.run({exclude: except}, {
                    resultTypes: ["violations"],
                    rules: {"color-contrast": {enabled: document.documentElement.lang === "en"}}
                  })).violations
                  .filter(violation => ["serious", "critical"].includes(violation.impact))
                  .map(violation => violation.id + ": " + violation.nodes.map(node => node.html + " " + node.failureSummary).join(" | "))
                """, Stream.of(except).map(List::of).toList());
    }

    /** A window, and what was wrong in it. */
    private static final class Reader {
        final Page page;
        final List<String> faults = new ArrayList<>();
        String watched;

        Reader(Browser.NewContextOptions settings) {
            page = browser.newContext(settings).newPage();
            page.setDefaultTimeout(PATIENCE);
            page.setDefaultNavigationTimeout(PATIENCE);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add("console: " + message.text() + " at " + page.url());
                }
            });
            page.onPageError(error -> faults.add("script: " + error + " at " + page.url()));
            page.onRequest(request -> {
                if (!request.url().startsWith(watched)
                        && !request.url().startsWith("data:")
                        && !request.url().startsWith("blob:")) {
                    faults.add("asked elsewhere: " + request.url());
                }
            });
            page.onResponse(response -> {
                if (response.status() >= 400) {
                    faults.add(response.status() + ": " + response.url());
                }
            });
        }
    }
}
