package org.genevagraph.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.genevagraph.Mini;
import org.genevagraph.serve.SnapshotServer;

/** Takes pictures of the site's pages, at the width of a desk and of a phone: {@code mvn -Pscreenshots test-compile exec:exec}. */
public final class Screenshots {
    static final Path FOLDER = Path.of("src/site/screenshots");

    /** Name of the picture to path of the page. */
    static final Map<String, String> PAGES = pages();

    static final Map<String, int[]> WIDTHS = Map.of("desk", new int[] {1280, 1300}, "phone", new int[] {390, 844});

    private static final int QUALITY = 72;

    private Screenshots() {}

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("organisation", "/id/organisation/gcsp");
        pages.put("passage", "/id/passage/tunis-agenda/72");
        pages.put("questions", "/queries");
        pages.put("answer", "/queries/shared-partners?a=gcsp&b=cyberpeace-institute&scope=involved");
        pages.put("network", "/network");
        pages.put("matrix", "/matrix");
        pages.put("map", "/map");
        pages.put("editor", "/sparql");
        pages.put("ontology", "/ontology");
        pages.put("coverage", "/docs/coverage");
        pages.put("search", "/search?q=cyber");
        pages.put("french", "/id/issue/cybersecurity?lang=fr");
        return pages;
    }

    /** Takes them all. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        Path chromium = Chromium.find().orElseThrow(() -> new IllegalStateException(Chromium.HOW));
        try (SnapshotServer server = SiteInBrowser.serve(Mini.served());
                Playwright playwright = Chromium.driver();
                Browser browser = Chromium.launch(playwright, chromium)) {
            for (Map.Entry<String, int[]> width : WIDTHS.entrySet()) {
                try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setLocale("en-GB")
                        .setViewportSize(width.getValue()[0], width.getValue()[1]))) {
                    Page page = context.newPage();
                    for (Map.Entry<String, String> picture : PAGES.entrySet()) {
                        page.navigate(server.address() + picture.getValue().substring(1));
                        page.waitForLoadState(LoadState.NETWORKIDLE);
                        Path file = FOLDER.resolve(picture.getKey() + "-" + width.getKey() + ".jpg");
                        page.screenshot(new Page.ScreenshotOptions()
                                .setPath(file)
                                .setType(ScreenshotType.JPEG)
                                .setQuality(QUALITY));
                        out.println(file);
                    }
                }
            }
        }
        Files.writeString(FOLDER.resolve("README.md"), index());
    }

    /** The pictures as a page of their own. */
    static String index() {
        StringBuilder index = new StringBuilder("""
                # The pages of the site

                Taken by `mvn -Pscreenshots test-compile exec:exec`.

                | page | at a desk | on a phone |
                |---|---|---|
                """);
        PAGES.forEach((name, path) -> index.append("| `")
                .append(path)
                .append("` | ![")
                .append(name)
                .append("](")
                .append(name)
                .append("-desk.jpg) | ![")
                .append(name)
                .append(" on a phone](")
                .append(name)
                .append("-phone.jpg) |\n"));
        return index.toString();
    }
}
