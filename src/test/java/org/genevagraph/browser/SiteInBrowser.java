package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.cli.project.ProposalsOnDisk;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Snapshot;
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

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    /** Where proposals of readers are put. */
    @TempDir
    static Path proposals;

    static SnapshotServer server;
    private static Playwright playwright;
    private static Browser browser;

    private BrowserContext context;
    Page page;
    private String watched;
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> chromium = Chromium.find();
        if (System.getenv("CI") != null) {
            assertTrue(chromium.isPresent(), Chromium.HOW);
        }
        Assumptions.assumeTrue(chromium.isPresent(), Chromium.HOW);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        server = serve(Mini.realSnapshot());
        playwright = Chromium.driver();
        browser = Chromium.launch(playwright, chromium.get());
    }

    /** A server of a snapshot on a free port. */
    static SnapshotServer serve(Snapshot snapshot) throws IOException, ProblemException {
        return SnapshotServer.start(
                Served.of(snapshot, Mini.queries(), Limits.STANDARD).with(new Inbox(new ProposalsOnDisk(proposals))),
                "127.0.0.1",
                0);
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
            server.close();
        }
    }

    @BeforeEach
    void openBrowser() {
        use(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    /** Goes on with a browser of other settings. */
    void use(Browser.NewContextOptions settings) {
        if (context != null) {
            context.close();
        }
        watched = server.address();
        context = browser.newContext(settings);
        page = context.newPage();
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

    /** Goes on with another server than that of the class. */
    void watch(SnapshotServer other) {
        watched = other.address();
    }

    /** Opens a path of the site. */
    void open(String path) {
        page.navigate(server.address() + path.substring(1));
    }

    /** Does what the server must refuse with a status, and takes that for no fault. */
    void refused(Runnable action, int status) {
        page.waitForResponse(response -> response.status() == status, action);
        page.waitForTimeout(100);
        faults.removeIf(
                fault -> fault.startsWith(status + ": ") || fault.contains("responded with a status of " + status));
    }

    @AfterEach
    void nothingWasWrong() {
        context.close();
        context = null;
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
}
