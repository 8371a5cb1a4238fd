package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.Mini;
import org.junit.jupiter.api.Test;

/** Every table comes to harm in every way that spreadsheets and editors know: one slip is told first, and little or nothing after it. */
class TableDamageTest {
    private static final int MOST_LINES = 3;
    /** Rules and shapes are run over every so many damaged tables: they take long. */
    private static final int EVERY = 12;

    /**
     * A way in which a table comes to harm.
     *
     * @param change the damaged text; empty if the table cannot come to harm so
     * @param told what the first problem says
     */
    private record Way(String name, Function<String, Optional<String>> change, String told) {}

    private static final List<Way> WAYS = List.of(
            new Way(
                    "a header letter",
                    text -> header(
                            text, header -> header.substring(0, 1).toUpperCase(Locale.ROOT) + header.substring(1)),
                    "is not a column of this table"),
            new Way(
                    "a header misspelt",
                    text -> header(text, header -> header.replaceFirst("(\\w)(\\w)(?=\\W*$)", "$2$1"))
                            .filter(after -> !after.equals(text)),
                    "is not a column of this table"),
            new Way("semicolons", text -> separated(text, ";"), "separates its cells by ';'"),
            new Way("tabs", text -> separated(text, "\t"), "separates its cells by tabs"),
            new Way("a quote missing", TableDamageTest::openQuote, "cannot be read as CSV"),
            new Way("Windows-1252", TableDamageTest::windows, "has a byte that is not UTF-8"),
            new Way(
                    "UTF-16",
                    text -> Optional.of(new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_8)),
                    "is in UTF-16"),
            new Way("a byte order mark", text -> Optional.of("\uFEFF" + text), "begins with a byte order mark"),
            new Way(
                    "Windows line ends",
                    text -> isTabbed(text) ? Optional.empty() : Optional.of(text.replace("\n", "\r\n")),
                    "has a carriage return"),
            new Way(
                    "a column missing",
                    text -> columns(text, cells -> cells.subList(0, cells.size() - 1)),
                    "is missing from the header"),
            new Way(
                    "a column twice",
                    text -> columns(text, cells -> {
                        List<String> more = new ArrayList<>(cells);
                        more.add(cells.get(0));
                        return more;
                    }),
                    "stands twice in the header"),
            new Way(
                    "two columns crossed in the header",
                    text -> text.lines()
                                            .filter(line -> line.matches("[a-z0-9-]+,.*"))
                                            .count()
                                    < 5
                            ? Optional.empty()
                            : header(text, header -> header.replaceFirst("^id,(name|title)", "$1,id"))
                                    .filter(after -> !after.equals(text)),
                    "stands over other cells than its own"),
            new Way(
                    "no header",
                    text -> isTabbed(text) ? Optional.empty() : Optional.of(text.substring(text.indexOf('\n') + 1)),
                    "has not the header of this table"));

    private static boolean isTabbed(String text) {
        return text.startsWith("#") || text.lines().findFirst().orElse("").contains("\t");
    }

    private static Optional<String> header(String text, Function<String, String> change) {
        Matcher header = Pattern.compile("(?m)^(?!#).*$").matcher(text);
        assertTrue(header.find(), text);
        return Optional.of(
                text.substring(0, header.start()) + change.apply(header.group()) + text.substring(header.end()));
    }

    /** The cells of each line; none if a quote or comment stands in the table, so that this simple reading would be wrong. */
    private static Optional<String> columns(String text, Function<List<String>, List<String>> change) {
        if (text.contains("\"") || isTabbed(text)) {
            return Optional.empty();
        }
        return Optional.of(text.lines()
                .map(line -> String.join(",", change.apply(Arrays.asList(line.split(",", -1)))))
                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static Optional<String> separated(String text, String separator) {
        return isTabbed(text) || text.contains("\"") ? Optional.empty() : Optional.of(text.replace(",", separator));
    }

    private static Optional<String> openQuote(String text) {
        // In the first cell of the second row, so that much is swallowed.
        int second = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
        return isTabbed(text) || second <= 0 || second >= text.length() || text.contains("\"")
                ? Optional.empty()
                : Optional.of(text.substring(0, second) + "\"" + text.substring(second));
    }

    private static Optional<String> windows(String text) {
        String typed = text.contains("é") ? text : text.replaceFirst("(?<=[a-z])a(?=[a-z]*[.,\\t]?[^\\n]*\\n?$)", "é");
        return typed.equals(text) && !text.contains("é")
                ? Optional.empty()
                : Optional.of(new String(typed.getBytes(Charset.forName("windows-1252")), StandardCharsets.UTF_8));
    }

    @Test
    void oneSlipIsToldFirstAndAlmostAlone() throws IOException {
        Inputs inputs = Inputs.read(Mini.HOME, Mini.DATA);
        assertTrue(inputs.tables().size() > 25, "tables: " + inputs.tables());
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Inputs.File table : inputs.tables()) {
            for (Way way : WAYS) {
                Optional<String> damaged = way.change().apply(table.text());
                if (damaged.isPresent()) {
                    tried++;
                    check(table, way, errors(inputs, table, damaged.get(), tried % EVERY == 0), wrong);
                }
            }
        }
        assertEquals("", String.join("\n\n", wrong));
        assertTrue(tried > 200, "tried: " + tried);
    }

    /** The real tables, of which one has another letter in its header: a thousand rows name what it declares. */
    @Test
    void aHeaderLetterInTheRealDataIsOneFault() throws IOException {
        Inputs inputs = Inputs.read(Mini.HOME, Mini.HOME.resolve("data"));
        Inputs.File organisations = inputs.tables().stream()
                .filter(file -> file.name().equals("organisations.csv"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("data/organisations.csv:1: Id: is not a column of this table – did you mean id?"),
                errors(inputs, organisations, organisations.text().replaceFirst("id,", "Id,"), false));
        List<String> unreadable =
                errors(inputs, organisations, organisations.text().replaceFirst("id,.*", "one,two,three"), false);
        assertTrue(unreadable.get(0).contains("has not the header of this table"), unreadable::toString);
        assertEquals(1, unreadable.size(), unreadable::toString);
    }

    @Test
    void aRowWithThreeFaultsShowsThree() throws IOException {
        Inputs inputs = Inputs.read(Mini.HOME, Mini.DATA);
        Inputs.File organisations = inputs.tables().stream()
                .filter(file -> file.name().equals("organisations.csv"))
                .findFirst()
                .orElseThrow();
        List<String> told = errors(
                inputs,
                organisations,
                organisations.text().replaceFirst("(?m)^delta,.*$", "delta,Delta Bank,,,companie,A bank.,bank,"),
                true);
        String place = organisations.shown() + ":5: ";
        assertEquals(3, told.size(), told::toString);
        for (String fault : List.of(
                "kind: 'companie' is no organisation kind",
                "evidence: organisation has no evidence",
                "website: 'bank' is")) {
            assertTrue(told.stream().anyMatch(line -> line.startsWith(place + fault)), () -> fault + " in " + told);
        }
    }

    private static void check(Inputs.File table, Way way, List<String> told, List<String> wrong) {
        boolean right = !told.isEmpty()
                && told.get(0).startsWith(table.shown() + ":")
                && told.get(0).contains(way.told())
                && told.size() <= MOST_LINES;
        if (!right) {
            wrong.add(way.name() + " in " + table.name() + ":\n"
                    + told.stream().limit(8).collect(Collectors.joining("\n")));
        }
    }

    private static List<String> errors(Inputs inputs, Inputs.File table, String text, boolean shapes)
            throws IOException {
        List<Inputs.File> tables = inputs.tables().stream()
                .map(file -> file.equals(table) ? new Inputs.File(file.shown(), file.name(), text) : file)
                .toList();
        return Builds.errors(Builds.with(inputs, tables, shapes));
    }
}
