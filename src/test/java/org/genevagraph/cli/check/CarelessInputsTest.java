package org.genevagraph.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.load.ExpectedCounts;
import org.genevagraph.load.Loaders;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Table;
import org.genevagraph.source.table.TableFix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What careless people and spreadsheets make of tables and rows: each slip is told once, as what it is, with what to do. The inputs stand in
 * {@code src/test/resources/careless}.
 */
class CarelessInputsTest {
    private static final Path FOLDER = Path.of("src/test/resources/careless");
    private static final String TABLE = "statements/alpha";
    private static final Layout LAYOUT = Loaders.of(TABLE).orElseThrow().layout();

    @TempDir
    private Path folder;

    record Input(String name, String text, List<String> told, String fix) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The inputs of a file, each of which begins with a line of this key. */
    private static List<Input> inputs(String file, String key) throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            if (line.startsWith("#")) {
                continue;
            }
            String value = line.replaceFirst("^\\w+: ", "");
            if (line.startsWith(key + ": ")) {
                inputs.add(new Input(value, value, new ArrayList<>(), ""));
                continue;
            }
            Input last = inputs.remove(inputs.size() - 1);
            switch (line.substring(0, line.indexOf(':'))) {
                case "text" -> inputs.add(new Input(last.name(), value, last.told(), ""));
                case "fix" -> inputs.add(new Input(last.name(), last.text(), last.told(), value));
                case "told" -> {
                    last.told().add(value);
                    inputs.add(last);
                }
                default -> throw new IllegalArgumentException(line);
            }
        }
        return inputs;
    }

    static List<Input> files() throws IOException {
        return inputs("files.txt", "name");
    }

    /** The bytes of a text in which {@code \n}, {@code \r}, {@code \t} and {@code \x92} stand for what they do in Java and C. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\x", i)) {
                bytes.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (text.charAt(i) == '\\') {
                bytes.write("nrt".indexOf(text.charAt(i + 1)) == 0 ? '\n' : text.charAt(i + 1) == 'r' ? '\r' : '\t');
                i++;
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> told(String text) {
        Problems problems = new Problems();
        Table.read("rows.csv", TABLE, text, LAYOUT, problems);
        return problems.sorted().stream()
                .map(problem -> problem.toString().replaceFirst("^rows\\.csv(?::(?=\\d))?", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isToldOnceAndFixedIfThatHasOneRightAnswer(Input input) {
        byte[] bytes = bytes(input.text());
        assertEquals(input.told(), told(new String(bytes, StandardCharsets.UTF_8)));
        if (input.fix().isEmpty()) {
            return;
        }
        TableFix fix = TableFix.of(bytes, Optional.of(LAYOUT));
        if (input.fix().equals("yes")) {
            assertEquals(List.of(), told(fix.text()), fix.text());
        } else {
            assertTrue(told(fix.text()).size() > 0, fix.text());
        }
        assertEquals(
                List.of(),
                TableFix.of(fix.text().getBytes(StandardCharsets.UTF_8), Optional.of(LAYOUT))
                        .corrections());
    }

    @Test
    void everythingThatIsWrongWithARowIsToldAtOnceWithWhatToWrite() throws IOException {
        List<Input> rows = inputs("rows.txt", "row");
        Path file = folder.resolve("proposed.csv");
        Files.writeString(
                file,
                String.join(",", Loaders.of(TABLE).orElseThrow().columns()) + "\n"
                        + String.join("\n", rows.stream().map(Input::text).toList()) + "\n");
        Mini.Run run = Mini.geneva("check", file.toString(), "--data", Mini.DATA.toString());
        assertEquals(1, run.status());
        Map<Integer, List<String>> told = new TreeMap<>();
        for (String line : run.lines()) {
            String[] parts = line.split("proposed\\.csv:", 2)[1].split(": ", 2);
            told.computeIfAbsent(Integer.parseInt(parts[0]), any -> new ArrayList<>())
                    .add(parts[1]);
        }
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(
                    rows.get(i).told(),
                    told.getOrDefault(i + 2, List.of()),
                    rows.get(i).text());
        }
    }

    @Test
    void oldIdsAndNamesAreToldWhatIsWrongWithThem() throws IOException {
        Path rows = Files.createDirectories(folder.resolve("rows"));
        Files.writeString(rows.resolve("retired.csv"), """
                kind,id,successor
                gizmo,abc,alpha
                Organisation,abd,alpha
                organisation,here,there
                organisation,there,here
                """);
        Files.writeString(rows.resolve("names.csv"), """
                thing,language,name,aliases
                speech,fr,Discours,
                issue:speech,fr,Expression,
                ,fr,Discours,
                """);
        List<String> told = Mini.geneva("check", rows.toString(), "--data", Mini.DATA.toString()).lines().stream()
                .map(line -> line.replaceFirst(".*/rows/", ""))
                .toList();
        List<String> expected = List.of(
                "names.csv:3: thing: has a name in this language at line 2 already – keep one and make the other an alias",
                "names.csv:4: thing: is empty – write the id of its thing",
                "retired.csv:2: kind: 'gizmo' is no kind of thing – choose one of organisation, ",
                "retired.csv:3: kind: 'Organisation' is no kind of thing – did you mean organisation?",
                "retired.csv:4: successor: leads back to itself: here > there > here – name a thing that is still there");
        assertEquals(expected.size(), told.size(), told::toString);
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(told.get(i).startsWith(expected.get(i)), told::toString);
        }
    }

    private static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(Mini.DATA)) {
            return files.filter(file -> file.toString().endsWith(".csv") && !file.endsWith("expected-counts.csv"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsWrongWithTheCharactersOfACellIsToldOnceInEveryColumnOfEveryTable() throws IOException {
        List<String> slips = List.of("#N/A", "n/a", "\u200Balpha", "\u0430lpha");
        Map<String, List<String>> columns = new TreeMap<>();
        for (Path table : tables()) {
            List<String> lines = Files.readAllLines(table);
            List<String> head = List.of(lines.get(0).split(",", -1));
            List<List<String>> rows = lines.stream()
                    .skip(1)
                    .filter(line -> line.indexOf('"') < 0)
                    .map(line -> List.of(line.split(",", -1)))
                    .filter(cells -> cells.size() == head.size())
                    .toList();
            String name = Mini.DATA.relativize(table).toString();
            List<String> written = new ArrayList<>(List.of(lines.get(0)));
            for (int column = 0; column < head.size() && !rows.isEmpty(); column++) {
                for (String slip : slips) {
                    List<String> cells = new ArrayList<>(rows.get(0));
                    cells.set(column, slip);
                    written.add(String.join(",", cells));
                    columns.computeIfAbsent(name, any -> new ArrayList<>()).add(head.get(column));
                }
            }
            Path proposed = folder.resolve("proposed").resolve(name);
            Files.createDirectories(proposed.getParent());
            Files.write(proposed, written);
        }
        List<String> told = Mini.geneva("check", folder.resolve("proposed").toString(), "--data", Mini.DATA.toString())
                .lines();
        List<String> wrong = new ArrayList<>();
        columns.forEach((table, cells) -> {
            for (int i = 0; i < cells.size(); i++) {
                String place = table + ":" + (i + 2) + ": " + cells.get(i) + ": ";
                List<String> here = told.stream()
                        .filter(line -> line.startsWith("error: ") && line.contains(place))
                        .toList();
                if (here.size() != 1) {
                    wrong.add(place + slips.get(i % slips.size()) + " " + here);
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements.csv", "rows.CSV", "rows.txt", "my rows (1).csv", "rows"})
    void rowsAreReadWhateverTheirFileIsCalled(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, String.join(";", LAYOUT.required()) + "\nnobody;runs;talks;;;;;stated;alpha#1\n");
        Mini.Run run = Mini.geneva("check", file.toString(), "--data", Mini.DATA.toString());
        assertEquals(1, run.status());
        assertTrue(run.lines().get(0).contains(":1: separates its cells by ';'"), run.out());
        assertTrue(run.lines().get(1).contains(":2: subject: 'nobody' is unknown"), run.out());
        assertEquals(2, run.lines().size(), run.out());
    }

    @Test
    void aCopyOfTheTablesIsToldInFewLines() throws IOException {
        Path copy = folder.resolve("copy");
        Mini.copy(Mini.DATA, copy);
        Mini.Run run = Mini.geneva("check", copy.toString(), "--data", Mini.DATA.toString());
        assertEquals(1, run.status());
        assertTrue(run.lines().stream().allMatch(line -> line.contains(": stands already on line ")), run.out());
        long tables = run.lines().stream()
                .map(line -> line.split("\\.csv:|\\.tsv:", 2)[0])
                .distinct()
                .count();
        assertTrue(run.lines().size() <= 3 * tables, run.out());
    }

    @Test
    void ofManyCellsWithTheSameSlipTheFirstIsTold() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path table = data.resolve("statements/alpha.csv");
        Files.writeString(table, Files.readString(table).replace(",stated,", ",TRUE,"));
        List<String> lines = Mini.geneva("validate", "--data", data.toString()).lines().stream()
                .filter(line -> line.contains("alpha.csv:"))
                .toList();
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).contains("'TRUE' is no standing (and at "), lines.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "issues.csv | speech,Speech,,, | speech,Speech,,dialogue, | issues.csv:2: broader: lies below itself: speech > dialogue > speech",
                "places.csv | land,Land,,country,, | land,Land,,country,town, | places.csv:2: within: lies below itself: town > land > town",
                "statements/alpha (1).csv | '' | '' | is called after no source: there is no table passages/alpha (1) – did you mean alpha"
            })
    void aSlipByWhichMuchElseIsWrongIsToldAlone(String file, String right, String wrong, String told)
            throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path table = data.resolve(file);
        String text = Files.readString(Files.exists(table) ? table : data.resolve("statements/alpha.csv"));
        assertTrue(text.contains(right), text);
        Files.writeString(table, text.replace(right, wrong));
        List<String> errors = Mini.geneva("validate", "--data", data.toString()).lines().stream()
                .filter(line -> line.contains(".csv:") && !line.startsWith("warning"))
                .toList();
        assertEquals(1, errors.size(), errors.toString());
        assertTrue(errors.get(0).contains(told), errors.toString());
    }

    @Test
    void aTableUnderAnotherNameIsNotTakenForAnotherTable() {
        Table expected = Table.read(
                "expected-counts.csv",
                "expected-counts",
                "table,minimum,maximum\nsources,1,9\nstatements/gcsp,1,9\nissues,1,9\nstatements/gspi,1,9\n",
                Layout.of(ExpectedCounts.COLUMNS),
                new Problems());
        Problems problems = new Problems();
        ExpectedCounts.check(
                expected, Map.of("issues", 1, "statements/gcsp copy", 1, "statements/gspi", 1), Set.of(), problems);
        assertEquals(
                List.of(
                        "the table 'sources' is not there – bring it back, or delete the row",
                        "the table 'statements/gcsp' is not there – did you mean statements/gcsp copy?"),
                problems.sorted().stream()
                        .map(problem -> problem.message() + " – " + problem.fix())
                        .toList(),
                Arrays.toString(
                        problems.sorted().stream().map(Problem::toString).toArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables.xlsx", "tables.ods"})
    void aSpreadsheetWithSomebodysRowsIsNotWrittenOver(String name) throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path book = folder.resolve(name);
        assertEquals(
                0,
                Mini.geneva("sheets", book.toString(), "--data", data.toString())
                        .status());
        assertEquals(
                0,
                Mini.geneva("sheets", book.toString(), "--data", data.toString())
                        .status());
        Path table = data.resolve("figures.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("\\n[^\\n]*\\n$", "\n"));
        Mini.Run again = Mini.geneva("sheets", book.toString(), "--data", data.toString());
        assertEquals(2, again.status());
        assertTrue(
                again.err().contains("holds rows or comments that the tables do not have – bring it in with --read"),
                again.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | is empty – save it again as .xlsx or .ods",
                "subject,relation         | is no spreadsheet, whatever its name says – save it as .xlsx or .ods",
                "\\xD0\\xCF\\x11\\xE0\\xA1\\xB1 | is protected by a password, or a spreadsheet of an old program – take the password away",
                "PK\\x03\\x04              | is no spreadsheet of its kind, or a damaged one"
            })
    void whatIsNoSpreadsheetIsToldAsWhatItIs(String text, String told) throws IOException {
        Path book = folder.resolve("rows.xlsx");
        Files.write(book, bytes(text));
        Mini.Run run = Mini.geneva("check", book.toString(), "--data", Mini.DATA.toString());
        assertEquals(1, run.status());
        assertTrue(run.err().contains("rows.xlsx: " + told), run.out() + run.err());
    }
}
