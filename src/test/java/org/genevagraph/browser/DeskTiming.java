package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.cli.curate.DeskServer;
import org.genevagraph.curate.desk.DeskTables;
import org.genevagraph.problem.Problems;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.junit.jupiter.api.Test;

/**
 * What a made-up profile costs a curator from its text to served facts: every row that {@code src/test/resources/desk/jura-trust-lab} has is brought
 * into the tables at the desk with the keyboard alone, as a proposal that is accepted, as one that is changed, or as a row of one's own. It takes
 * minutes and says something of the machine, so that it runs by its name: {@code mvn test -Dtest=DeskTiming}.
 */
class DeskTiming extends DeskByKeyboard {
    private static final Path ROWS = Path.of("src/test/resources/desk/jura-trust-lab");
    private static final List<String> TABLES =
            List.of("initiatives", "documents", "statements/" + SOURCE, "figures", "citations");

    /** Proposals as a script of the page sees them: the table, then the cells by their columns. */
    private static final String PROPOSALS = """
            [...document.querySelectorAll('.proposal')].map(one => {
              const seen = {table: one.querySelector('select[name=table]').value};
              one.querySelectorAll('.cells input').forEach(cell => seen[cell.name.replace('cell.', '')] = cell.value);
              return seen;
            })""";

    private static final String AT = "[...document.querySelectorAll('.proposal')].indexOf(document.activeElement)";

    private int asProposed;
    private int changed;
    private int own;

    @Test
    void fromTextToServedFacts() throws Exception {
        assumeTrue(Files.exists(GIVEN), () -> "the profile is not there: " + GIVEN);
        Path data = folder.resolve("data");
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Mini.copy(Path.of("data"), data);
        Map<String, String> before = contents(data);
        long began = System.nanoTime();
        add(GIVEN, data, texts);
        int rows = 0;
        try (SnapshotServer desk =
                DeskServer.start(SOURCE, "--data", data.toString(), "--sources", texts.toString(), "--port", "0")) {
            use(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 800));
            watch(desk);
            page.navigate(desk.address() + "desk");
            for (String table : TABLES) {
                for (Row row : rows(ROWS.resolve(table + ".csv"), table)) {
                    bring(table, row);
                    rows++;
                }
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            page.navigate(desk.address() + "id/organisation/" + SOURCE);
            assertThat(page.locator("main"), "Safe Town Programme");
            Map<String, String> after = contents(data);
            List<String> cells = new ArrayList<>();
            after.forEach((table, text) -> text.lines()
                    .filter(line -> before.getOrDefault(table, "").lines().noneMatch(line::equals))
                    .forEach(line -> Stream.of(line.split(",", -1))
                            .filter(cell -> !cell.isEmpty())
                            .forEach(cells::add)));
            System.out.printf(
                    "desk: %d rows with %d keys in %d s (%d accepted as proposed, %d changed, %d of one's own); by hand: %d cells of %d characters%n",
                    rows,
                    keys,
                    took.toSeconds(),
                    asProposed,
                    changed,
                    own,
                    cells.size(),
                    cells.stream().mapToInt(String::length).sum());
        }
        for (String table : TABLES) {
            List<String> written = Files.readAllLines(data.resolve(table + ".csv"));
            for (String line : Files.readAllLines(ROWS.resolve(table + ".csv"))) {
                assertTrue(written.contains(line), () -> line + " is not in " + table);
            }
        }
        Mini.Run valid = Mini.geneva("validate", "--data", data.toString());
        assertEquals(0, valid.status(), valid.out());
    }

    private static void assertThat(Locator place, String words) {
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(place)
                .containsText(words);
    }

    private static Map<String, String> contents(Path data) throws Exception {
        try (Stream<Path> files = Files.walk(data)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                contents.put(data.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
            return contents;
        }
    }

    private static List<Row> rows(Path file, String table) throws Exception {
        return Table.read(
                        file.toString(),
                        table,
                        Files.readString(file),
                        Layout.of(DeskTables.columns(table)),
                        new Problems())
                .rows();
    }

    /** Brings a row into its table. */
    private void bring(String table, Row row) {
        int at = proposal(table, row);
        if (at < 0) {
            begin(table);
            own++;
        } else {
            walkTo(at);
        }
        boolean asItIs = fill(table, row);
        if (at >= 0) {
            asProposed += asItIs ? 1 : 0;
            changed += asItIs ? 0 : 1;
        }
        sends(asItIs ? "a" : "Enter");
        Locator looked = page.locator(".proposal.current .checked");
        if (looked.count() > 0) {
            assertEquals(List.of(), page.locator(".checked .error").allInnerTexts(), row.get("evidence"));
            sends("a");
        }
        String last = row.get(DeskTables.columns(table).get(0));
        assertThat(page.locator(".undo"), last);
    }

    /** The number of the proposal on the page that comes closest to a row; -1 if none is about the same. */
    private int proposal(String table, Row row) {
        List<?> proposals = (List<?>) page.evaluate(PROPOSALS);
        int best = -1;
        int most = 0;
        for (int i = 0; i < proposals.size(); i++) {
            Map<?, ?> seen = (Map<?, ?>) proposals.get(i);
            if (seen.get("table").equals(table) && isAbout(table, row, seen)) {
                int same = (int) DeskTables.columns(table).stream()
                        .filter(column -> row.get(column).equals(seen.get(column)))
                        .count();
                if (same > most) {
                    most = same;
                    best = i;
                }
            }
        }
        return best;
    }

    private static boolean isAbout(String table, Row row, Map<?, ?> seen) {
        return switch (table) {
            case "initiatives", "documents" -> row.get("id").equals(seen.get("id"));
            case "figures" -> row.get("value").equals(seen.get("value"));
            case "citations" -> false;
            default ->
                row.get("evidence").equals(seen.get("evidence"))
                        && bare(row.get("subject")).equals(bare(seen.get("subject")))
                        && bare(row.get("object")).equals(bare(seen.get("object")));
        };
    }

    private static String bare(Object thing) {
        return String.valueOf(thing).replaceFirst("^[a-z-]+:", "");
    }

    private void walkTo(int wanted) {
        int at = (int) page.evaluate(AT);
        for (; at < wanted; at++) {
            press("j");
        }
        for (; at > wanted; at--) {
            press("k");
        }
        assertEquals(wanted, page.evaluate(AT));
    }

    /** Begins a row of one's own. */
    private void begin(String table) {
        press("t");
        type(table.substring(0, Math.min(3, table.length())));
        assertEquals(table, page.evaluate("document.activeElement.value"));
        press("Tab");
        sends("Enter");
    }

    /** Writes what a row has into the form where it has something else; true if nothing was to be written. */
    private boolean fill(String table, Row row) {
        List<String> columns = DeskTables.columns(table);
        List<String> wanted = columns.stream()
                .filter(column -> !row.get(column)
                        .equals(page.evaluate(
                                "column => (document.activeElement.closest('.proposal') || document.querySelector('.proposal.current'))"
                                        + ".querySelector(`[name='cell.${column}']`).value",
                                column)))
                .toList();
        if (wanted.isEmpty()) {
            return true;
        }
        press("e");
        for (String column : wanted) {
            String focused =
                    String.valueOf(page.evaluate("document.activeElement.name")).replaceFirst("^cell\\.", "");
            int steps = columns.indexOf(column) - columns.indexOf(focused);
            for (int i = 0; i < Math.abs(steps); i++) {
                press(steps > 0 ? "Tab" : "Shift+Tab");
            }
            press("Control+a");
            press("Delete");
            type(row.get(column));
        }
        return false;
    }
}
