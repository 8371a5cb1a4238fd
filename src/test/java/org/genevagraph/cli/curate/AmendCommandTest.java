package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Table;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.amend.AmendedText;
import org.genevagraph.text.amend.Replacements;
import org.genevagraph.text.read.passage.Passage;
import org.genevagraph.text.read.passage.Reading;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code amend} on a made-up text with the project's own replacements, and on the made-up tables. */
class AmendCommandTest {
    private static final String TERMS = Texts.MADE_UP.resolve("terms.txt").toString();

    @TempDir
    private Path folder;

    private static Mini.Run amend(String format) {
        Mini.Run run = Mini.geneva("amend", TERMS, "--format", format);
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.err());
        return run;
    }

    @Test
    void textMarksWhatWasReplacedAndCounts() {
        List<String> lines = amend("text").lines();
        assertEquals(
                "3.a         [a digital technology] plan, and [a digital strategy] beside the [digital technology] strategy;",
                lines.get(5));
        assertEquals("2           Nobody needs a screen to laugh.", lines.get(3));
        assertEquals(
                List.of(
                        "of                           all  changed  unchanged  unchanged share",
                        "---------------------------  ---  -------  ---------  ---------------",
                        "passages                     11   7        4          36.4 %",
                        "paragraphs                   6    3        3          50.0 %",
                        "items                        3    3        0          0.0 %",
                        "paragraphs with their items  6    4        2          33.3 %",
                        "",
                        "term                                      replaced by         times  as",
                        "----------------------------------------  ------------------  -----  -----------------------------------------------------------",
                        "information and communication technology  digital technology  7      ICT 3, ICTs 3, information and communication technologies 1",
                        "e-                                        digital             3      e-government 1, e-mail 1, e-strategy 1",
                        "information society                       digital society     3      information society 3"),
                lines.subList(12, 24));
        assertTrue(
                lines.contains(
                        "without sense        terms#3.b         e-mail                                                digital mail"));
        assertEquals(
                "13 misfits: 1 in a name, 1 acronym left behind, 1 explains itself, 1 in a compound, 1 without sense, 3 doubled word,"
                        + " 1 told apart no more, 3 article adapted, 1 split term",
                lines.get(lines.size() - 1));
    }

    @Test
    void onATerminalColourTakesThePlaceOfBrackets() {
        Reading reading = Texts.read("treaty", SourceText.of("t.txt", "t", "1. More ICT for us."));
        Replacements replacements = Replacements.read(
                Table.read(
                        "r.csv",
                        Replacements.TABLE,
                        String.join(",", Replacements.COLUMNS) + "\nict,ICT,,digital technology,,,,,s#1\n",
                        Layout.of(Replacements.COLUMNS),
                        new Problems()),
                new Problems());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new AmendedTextLines(new PrintStream(printed, true, StandardCharsets.UTF_8), true)
                .print(AmendedText.of("t", reading, replacements));
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("1  More \u001B[1;32mdigital technology\u001B[0m for us.\n"), text);
        assertTrue(text.endsWith("The terms fit everywhere.\n"), text);
    }

    @Test
    void jsonHoldsTheOriginalToTheLetter() {
        JsonObject json = JSON.parse(amend("json").out());
        List<String> originals = new ArrayList<>();
        int replaced = 0;
        for (JsonValue passage : json.get("passages").getAsArray()) {
            StringBuilder original = new StringBuilder(
                    passage.getAsObject().get("number").getAsString().value() + " ");
            for (JsonValue value : passage.getAsObject().get("segments").getAsArray()) {
                JsonObject segment = value.getAsObject();
                assertTrue(segment.hasKey("kept") != segment.hasKey("amended"), segment.toString());
                original.append(segment.get(segment.hasKey("kept") ? "kept" : "original")
                        .getAsString()
                        .value());
                replaced += segment.hasKey("replacement") ? 1 : 0;
            }
            originals.add(original.toString());
        }
        List<Passage> passages =
                Texts.read("treaty", Texts.read(Texts.MADE_UP, "terms")).passages();
        assertEquals(
                passages.stream()
                        .map(passage -> passage.number() + " " + passage.text())
                        .toList(),
                originals);
        assertEquals(13, replaced);
        JsonObject figures = json.get("figures").getAsObject();
        assertEquals("{ \"ict\" : 7 , \"e\" : 3 , \"information-society\" : 3 }", flat(figures.get("replaced")));
        assertEquals(
                "{ \"of\" : \"passages\" , \"all\" : 11 , \"changed\" : 7 , \"unchanged\" : 4 }",
                flat(figures.get("shares").getAsArray().get(0)));
    }

    private static String flat(JsonValue value) {
        return value.toString().replaceAll("\\s+", " ").strip();
    }

    @Test
    void csvHasTheRowsOfTheTables() {
        assertEquals(
                List.of(
                        "passage,term,count,misfits",
                        "terms-amended#preamble.1,information-society,1,acronym | name",
                        "terms-amended#1,ict,2,explains-itself",
                        "terms-amended#3.a,ict,2,alike | article",
                        "terms-amended#3.a,e,1,article | doubled",
                        "terms-amended#3.b,e,1,senseless",
                        "terms-amended#3.c,ict,1,",
                        "terms-amended#4,ict,1,compound | doubled",
                        "terms-amended#4,e,1,",
                        "terms-amended#4,information-society,1,article",
                        "terms-amended#5,ict,0,split",
                        "terms-amended#section.2,ict,1,",
                        "terms-amended#section.2,information-society,1,doubled"),
                amend("csv").lines());
        List<String> passages = amend("passages").lines();
        assertEquals("number,kind,parent,topic,words,sha256", passages.get(0));
        // No paragraph of the made-up text has a topic; of an unchanged one the hash is that of its own words.
        assertEquals("2,paragraph,section.1,,6," + Iris.digest("Nobody needs a screen to laugh."), passages.get(4));
        assertEquals(12, passages.size());
    }

    @Test
    void passagesTakeOverTheTopicsOfTheOriginal() {
        Mini.Run run = Mini.geneva(
                "amend",
                "alpha",
                "--data",
                Mini.DATA.toString(),
                "--sources",
                Texts.MADE_UP.toString(),
                "--format",
                "passages");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.lines().get(2).startsWith("2,paragraph,1,the talks,"), run.out());
    }

    @Test
    void htmlIsOnePageThatNeedsNothingElse() throws IOException {
        Path page = folder.resolve("page.html");
        Mini.Run run = Mini.geneva("amend", TERMS, "--format", "html", "--out", page.toString());
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.out());
        assertEquals("wrote " + page + "\n", run.err());
        String html = Files.readString(page);
        assertTrue(html.startsWith("<!doctype html>"), html);
        assertFalse(
                Pattern.compile("<script|<link|<img|src=|url\\(|https?:")
                        .matcher(html)
                        .find(),
                html);
        assertTrue(html.contains("<td><span class=\"as\">original: </span>rooms without <del>ICTs</del>.</td>"), html);
        assertTrue(
                html.contains(
                        "<td><span class=\"as\">amended: </span>rooms without <ins>digital technologies</ins>.</td>"),
                html);
        assertTrue(html.contains("<ins class=\"misfit\" title=\"without sense \">digital mail</ins> for all"), html);
        assertTrue(html.contains("cost &lt;less&gt; than"), html);
        assertTrue(html.indexOf("id=\"figures\"") < html.indexOf("id=\"text\""));
        List<String> links = Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertEquals(13, links.size());
        assertEquals(
                List.of(),
                links.stream()
                        .filter(link -> !html.contains("<tr id=\"" + link + "\">"))
                        .toList());
    }

    @Test
    void namesOfTextsAreEscapedInHtml() throws IOException {
        Path text = folder.resolve("<b>.txt");
        Files.writeString(text, "1. More ICT & <script>alert(1)</script>\n");
        String html = Mini.geneva("amend", text.toString(), "--format", "html").out();
        assertTrue(html.contains("<title>&lt;b&gt;, amended"), html);
        assertFalse(html.contains("<script>"), html);
    }

    @Test
    void whatIsWrittenIsWhatIsPrinted() throws IOException {
        Path file = folder.resolve("text.json.gz");
        Mini.Run run = Mini.geneva("amend", TERMS, "--format", "json", "--out", file.toString(), "--quiet");
        assertEquals("", run.out() + run.err());
        assertEquals(
                amend("json").out(),
                new String(
                        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file))).readAllBytes(),
                        StandardCharsets.UTF_8));
    }

    @Test
    void aSourceIsReadInItsOwnForm() throws IOException {
        Mini.Run run = Mini.geneva(
                "amend",
                "alpha",
                "--data",
                Mini.DATA.toString(),
                "--sources",
                Texts.MADE_UP.toString(),
                "--format",
                "csv");
        assertEquals(0, run.status(), run.err());
        assertEquals(Files.readAllLines(Mini.DATA.resolve("amendments.csv")), run.lines());
    }

    @Test
    void aProblemOfTheTextIsAWarningAndAnEmptyTextIsAnError() throws IOException {
        Path text = folder.resolve("text.txt");
        Files.writeString(text, "1. ICT\n1. Other ICT\n");
        Mini.Run twice = Mini.geneva("amend", text.toString());
        assertEquals(0, twice.status());
        assertTrue(twice.err().contains("text.txt:2: 1 stands already on line 1"), twice.err());
        Files.writeString(text, "\n");
        Mini.Run empty = Mini.geneva("amend", text.toString());
        assertEquals(1, empty.status());
        assertEquals(text + ": holds no passages – check whether it is the right file, and its --form\n", empty.err());
        Files.write(text, "1. ICT\n2. Caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
        Mini.Run latin = Mini.geneva("amend", text.toString());
        assertEquals(1, latin.status());
        assertEquals(
                text + ":2: holds a byte that is not UTF-8 and seems to be Windows-1252 – save the file as UTF-8\n",
                latin.err());
    }

    @Test
    void wrongReplacementsAreToldWithTheirPlace() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path table = data.resolve("replacements.csv");
        Files.writeString(table, Files.readString(table).replace(",chat,", ",,"));
        Mini.Run run = Mini.geneva("amend", TERMS, "--data", data.toString());
        assertEquals(1, run.status());
        assertTrue(run.err().contains("replacements.csv:2: replacement: is empty – write what is put in"), run.err());
        Files.delete(table);
        Mini.Run without = Mini.geneva("amend", TERMS, "--data", data.toString());
        assertEquals(2, without.status());
        assertTrue(without.err().contains("replacements.csv is not there – check the path"), without.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "amend | what is meant is not said – give 'TEXT'",
                "amend tunis-agneda | there is no text 'tunis-agneda' – did you mean tunis-agenda",
                "amend nowhere/x.txt | there is no text 'nowhere/x.txt' – give the path of a text file, or one of gcsp, ",
                "amend src/test/resources/texts | there is no text 'src/test/resources/texts' – give the path of a text file",
                "amend tunis-agenda | needs the source texts – give their folder with --sources, one .txt for each document",
                "amend tunis-agenda --sources nowhere | nowhere is not there – check the path",
                "amend tunis-agenda --sources src/test/resources/texts | src/test/resources/texts/tunis-agenda.txt is not there",
                "amend tunis-agenda --sources src/test/resources/texts --form traety | --form 'traety' is none – did you mean treaty?",
                "amend src/test/resources/texts/terms.txt --form poem | --form 'poem' is none – take one of profile, article, treaty, matrix",
                "amend src/test/resources/texts/terms.txt --format pdf | --format 'pdf' is none – take one of text, html, json, csv, passages",
                "amend src/test/resources/texts/terms.txt --out nowhere/x.txt | nowhere/x.txt could not be written: its folder is not there",
            })
    void wrongUsageIsToldWithItsFix(String arguments, String told) {
        Mini.Run run = Mini.geneva(arguments.split(" ", -1));
        assertTrue(run.err().contains(told), run.err());
        assertEquals(2, run.status(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void helpNamesTheFormats() {
        String help = Mini.geneva("amend", "--help").out();
        assertTrue(
                help.lines()
                        .map(String::strip)
                        .collect(Collectors.joining(" "))
                        .contains("text, html, json, csv, passages"),
                help);
    }
}
