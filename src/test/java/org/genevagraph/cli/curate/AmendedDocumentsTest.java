package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.text.amend.AmendedText;
import org.genevagraph.text.amend.AmendmentFigures;
import org.genevagraph.text.amend.AmendmentFigures.Share;
import org.genevagraph.text.amend.Misfit;
import org.genevagraph.text.amend.Replacements;
import org.genevagraph.text.read.TextReader;
import org.genevagraph.text.read.passage.Passage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The amended Tunis texts: the tables are what the command makes of the texts, where a user has these. */
class AmendedDocumentsTest {
    private static final List<String> AMENDED = List.of("tunis-agenda", "tunis-commitment");

    @BeforeEach
    void texts() {
        Texts.assumeReal();
    }

    private static List<String> printed(String text, String format) {
        Mini.Run run = Mini.geneva("amend", text, "--sources", Texts.REAL.toString(), "--format", format);
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.err());
        return run.lines();
    }

    private static Replacements replacements() throws IOException {
        Problems problems = new Problems();
        Replacements replacements = Replacements.read(
                Table.read(
                        "replacements.csv",
                        Replacements.TABLE,
                        Files.readString(Path.of("data/replacements.csv")),
                        Layout.of(Replacements.COLUMNS),
                        problems),
                problems);
        assertEquals(List.of(), problems.sorted());
        return replacements;
    }

    private static AmendedText amended(String text) throws IOException {
        return AmendedText.of(text, Texts.read("treaty", Texts.read(Texts.REAL, text)), replacements());
    }

    @Test
    void theTablesAreWhatTheCommandPrints() throws IOException {
        List<String> counts = new ArrayList<>();
        for (String text : AMENDED) {
            assertEquals(
                    Files.readAllLines(Path.of("data/passages", text + "-amended.csv")),
                    printed(text, "passages"),
                    text);
            counts.addAll(printed(text, "csv")
                    .subList(counts.isEmpty() ? 0 : 1, printed(text, "csv").size()));
        }
        assertEquals(Files.readAllLines(Path.of("data/amendments.csv")), counts);
        assertEquals(145, counts.size());
    }

    @Test
    void figuresOfTheTunisAgenda() throws IOException {
        AmendmentFigures figures = AmendmentFigures.of(amended("tunis-agenda"));
        assertEquals(
                List.of(
                        new Share("passages", 242, 96),
                        new Share("paragraphs", 122, 50),
                        new Share("items", 105, 42),
                        new Share("paragraphs with their items", 122, 55)),
                figures.shares());
        assertEquals(
                List.of(
                        "ict 105 {ICT=69, ICTs=36}",
                        "e 16 {e-business=2, e-content=1, e-government=3, e-mail=1, e-strategies=9}",
                        "information-society 21 {information society=21}"),
                counts(figures));
        assertEquals(
                Map.of(
                        Misfit.Kind.NAME, "43 103 114 115 115 121 annex.c1 annex.c5 annex.c10",
                        Misfit.Kind.COMPOUND, "14 14 18 18 22 23.j 26.e 26.f",
                        Misfit.Kind.SENSELESS, "20 53.a",
                        Misfit.Kind.DOUBLED, "23.i 85 85 90.d 115",
                        Misfit.Kind.ALIKE, "85"),
                places(figures));
    }

    @Test
    void figuresOfTheTunisCommitment() throws IOException {
        AmendmentFigures figures = AmendmentFigures.of(amended("tunis-commitment"));
        assertEquals(
                List.of(
                        new Share("passages", 40, 28),
                        new Share("paragraphs", 40, 28),
                        new Share("items", 0, 0),
                        new Share("paragraphs with their items", 40, 28)),
                figures.shares());
        assertEquals(
                List.of(
                        "ict 30 {ICT=8, ICTs=21, information and communication technologies=1}",
                        "e 1 {e-strategy=1}",
                        "information-society 24 {information society=24}"),
                counts(figures));
        assertEquals(
                Map.of(
                        Misfit.Kind.NAME, "1 1 7 34 40",
                        Misfit.Kind.ACRONYM, "1",
                        Misfit.Kind.EXPLAINS_ITSELF, "5",
                        Misfit.Kind.COMPOUND, "25",
                        Misfit.Kind.DOUBLED, "14",
                        Misfit.Kind.SPLIT, "9"),
                places(figures));
    }

    private static List<String> counts(AmendmentFigures figures) {
        return figures.counts().stream()
                .map(count -> count.replacement().id() + " " + count.times() + " " + count.words())
                .toList();
    }

    private static Map<Misfit.Kind, String> places(AmendmentFigures figures) {
        Map<Misfit.Kind, String> places = new TreeMap<>();
        figures.misfits()
                .forEach((kind, found) -> places.put(
                        kind,
                        String.join(
                                " ",
                                found.stream()
                                        .map(AmendmentFigures.Place::number)
                                        .toList())));
        return places;
    }

    /** Counted in another way, straight from the lines. */
    @Test
    void noTermIsLeftAndNoneIsCountedTwice() throws IOException {
        Map<String, Pattern> terms = Map.of(
                "ict", Pattern.compile("ICTs?(?![A-Za-z])|(?i:information and communications? technolog)"),
                "e", Pattern.compile("(?i)(?<![\\w-])e-[a-z]"),
                "information-society", Pattern.compile("(?i)information societ"));
        for (String text : AMENDED) {
            String held = Files.readString(Texts.REAL.resolve(text + ".txt"));
            AmendmentFigures.of(amended(text))
                    .counts()
                    .forEach(count -> assertEquals(
                            terms.get(count.replacement().id())
                                    .matcher(held)
                                    .results()
                                    .count(),
                            count.times(),
                            text));
            amended(text)
                    .passages()
                    .forEach(passage -> terms.values()
                            .forEach(term -> assertTrue(
                                    !term.matcher(passage.amendment().amended()).find(),
                                    () -> text + "#" + passage.passage().number())));
        }
    }

    @Test
    void theOriginalOfEverySourceCanBeRecovered() throws IOException {
        Replacements replacements = replacements();
        int passages = 0;
        try (Stream<Path> files = Files.list(Texts.REAL)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".txt")).toList()) {
                String name = file.getFileName().toString().replace(".txt", "");
                for (TextReader reader : TextReader.ALL) {
                    for (Passage passage :
                            reader.read(Texts.read(Texts.REAL, name)).passages()) {
                        assertEquals(
                                passage.text(),
                                replacements.amend(passage.text()).original());
                        passages++;
                    }
                }
            }
        }
        assertTrue(passages > 2_000, "passages: " + passages);
    }

    /** A name of the project's tables in which a term stands is listed with its term, so that it is told as a misfit. */
    @Test
    void namesOfTheTablesAreKnownAsNames() throws IOException {
        List<String> unknown = new ArrayList<>();
        int names = 0;
        Replacements replacements = replacements();
        String texts = Files.readString(Texts.REAL.resolve("tunis-agenda.txt"))
                + Files.readString(Texts.REAL.resolve("tunis-commitment.txt"));
        for (Map.Entry<String, String> table : Map.of(
                        "organisations", "id name acronym aliases kind summary website evidence",
                        "initiatives", "id name acronym aliases kind summary from until evidence",
                        "documents", "id title aliases kind date symbol summary evidence",
                        "action-lines", "id code name broader note evidence")
                .entrySet()) {
            for (Row row : Table.read(
                            table.getKey(),
                            table.getKey(),
                            Files.readString(Path.of("data", table.getKey() + ".csv")),
                            Layout.of(List.of(table.getValue().split(" ", -1))),
                            new Problems())
                    .rows()) {
                List<String> ofThing = Stream.of(List.of(row.get("name"), row.get("title")), row.list("aliases"))
                        .flatMap(List::stream)
                        // Spelt with a capital: a description in plain words is no name.
                        .filter(name ->
                                !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && texts.contains(name))
                        .filter(name -> replacements.amend(name).isChanged())
                        .toList();
                for (String name : ofThing) {
                    names++;
                    if (replacements.amend(name).misfits().stream()
                            .noneMatch(misfit -> misfit.kind() == Misfit.Kind.NAME)) {
                        unknown.add(name);
                    }
                }
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(names >= 8, "names: " + names);
    }
}
