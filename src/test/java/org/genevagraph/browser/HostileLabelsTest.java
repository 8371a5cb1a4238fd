package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that try to be more than names stay names on every page. */
class HostileLabelsTest extends SiteInBrowser {
    /** Marks that turn the direction of writing round are refused by the loaders; letters that run from right to left are not. */
    private static final String HOSTILE =
            "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`${7*7}{{7*7}} \u05E9\u05DC\u05D5\u05DD";

    /** The made-up data with hostile words wherever a table has words of people. */
    private static SnapshotServer hostile(Path data) throws IOException, ProblemException {
        Mini.copy(Mini.DATA, data);
        replace(data.resolve("organisations.csv"), "Alpha Foundation,AF", quoted("Alpha " + HOSTILE) + ",AF");
        replace(data.resolve("organisations.csv"), "A foundation for talks.", quoted("Talks " + HOSTILE));
        replace(data.resolve("initiatives.csv"), "Talks on Talks,ToT", quoted("Talks on Talks " + HOSTILE) + ",ToT");
        replace(data.resolve("issues.csv"), "Speech in turns.", quoted("Turns " + HOSTILE));
        replace(data.resolve("figures.csv"), "talkers", quoted("talkers " + HOSTILE));
        Snapshot snapshot = new SnapshotBuilder(Mini.inputs(data), Progress.NONE).build();
        return serve(Served.of(snapshot, Mini.queries(), Limits.STANDARD));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static void replace(Path file, String old, String instead) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(old), file + " no longer holds " + old);
        Files.writeString(file, text.replace(old, instead));
    }

    @Test
    void scriptsInNamesAreOnlyText(@TempDir Path data) throws IOException, ProblemException {
        List<String> alerts = new ArrayList<>();
        try (SnapshotServer other = hostile(data)) {
            watch(other);
            page.onDialog(dialog -> {
                alerts.add(page.url() + ": " + dialog.message());
                dialog.dismiss();
            });
            for (String path : List.of(
                    "/",
                    "/id/organisation",
                    "/id/organisation/alpha",
                    "/id/initiative/talks",
                    "/id/issue/dialogue",
                    "/id/passage/alpha/1",
                    "/search?q=alpha",
                    "/queries/partners?organisation=alpha",
                    "/queries/about?thing=alpha",
                    "/network",
                    "/matrix",
                    "/map",
                    "/docs/coverage",
                    "/ontology",
                    "/sparql")) {
                page.navigate(other.address() + path.substring(1));
                assertEquals(0, page.locator("img[src=x]").count(), path);
            }
            page.navigate(other.address() + "id/organisation/alpha");
            assertTrue(page.locator("h1").innerText().contains("<script>alert(1)</script>"));
        }
        assertEquals(List.of(), alerts);
    }

    @Test
    void hostileQuestionsAreOnlyText() {
        page.onDialog(dialog -> {
            throw new AssertionError(page.url() + ": " + dialog.message());
        });
        page.navigate(server.address() + "search?q="
                + URLEncoder.encode("</script><script>alert(1)</script> \"\u202E", StandardCharsets.UTF_8));
        assertTrue(page.locator("h1").isVisible());
    }
}
