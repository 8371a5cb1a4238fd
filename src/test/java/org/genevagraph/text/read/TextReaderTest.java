package org.genevagraph.text.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.genevagraph.Texts;
import org.genevagraph.problem.Problem;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.read.passage.Alignment;
import org.genevagraph.text.read.passage.Facilitation;
import org.genevagraph.text.read.passage.Passage;
import org.genevagraph.text.read.passage.Reading;
import org.junit.jupiter.api.Test;

/** What the readers make of well-formed texts, and what they say of malformed ones. */
class TextReaderTest {
    private static Reading read(String form, String text) {
        return Texts.read(form, SourceText.of("text.txt", "text", text));
    }

    private static List<String> numbers(Reading reading) {
        return reading.passages().stream()
                .map(passage -> passage.number() + " " + passage.kind()
                        + (passage.parent().isEmpty() ? "" : " in " + passage.parent()))
                .toList();
    }

    private static List<String> problems(Reading reading) {
        return reading.problems().stream().map(Problem::toString).toList();
    }

    private static List<String> gaps(Reading reading) {
        return reading.gaps().stream()
                .map(gap -> gap.number() + " before line " + gap.line())
                .toList();
    }

    @Test
    void aTreatyHasParagraphsItemsSectionsFootnotesAndAnAnnex() {
        Reading reading = Texts.read("treaty", Texts.read(Texts.MADE_UP, "treaty"));
        assertEquals(
                List.of(
                        "section.1 section",
                        "preamble.1 paragraph in section.1",
                        "section.2 section",
                        "1 paragraph in section.2",
                        "2 paragraph in section.2",
                        "3 paragraph in section.2",
                        "3.a item in 3",
                        "3.b item in 3",
                        "3.b.1 item in 3.b",
                        "3.b.2 item in 3.b",
                        "3.c item in 3",
                        "3.1 item in 3",
                        "3.d item in 3",
                        "3.e item in 3",
                        "section.3 section",
                        "4 paragraph in section.3",
                        "4.a item in 4",
                        "4.b item in 4",
                        "4.b.i item in 4.b",
                        "4.b.ii item in 4.b",
                        "4.c item in 4",
                        "5 paragraph in section.3",
                        "footnote.1 footnote in 3.a",
                        "annex annex",
                        "annex.header header in annex",
                        "annex.c1 row in annex",
                        "annex.c2 row in annex",
                        "annex.c4 row in annex"),
                numbers(reading));
        assertEquals(List.of(), problems(reading));
        assertEquals(List.of("annex.c3 before line 35"), gaps(reading));
        assertEquals(
                List.of(
                        new Facilitation("c1", List.of("Alpha Foundation", "Gamma Office"), "annex.c1"),
                        new Facilitation("c2", List.of(), "annex.c2"),
                        new Facilitation("c4", List.of("Delta Bank"), "annex.c4")),
                reading.facilitations());
        assertEquals(
                "We ask all who talk to:", reading.passage("3").orElseThrow().text());
        assertEquals(
                "Line Who looks after it",
                reading.passage("annex.header").orElseThrow().text());
    }

    @Test
    void aPassageKnowsWhereItStandsInCodePoints() {
        String text = "1. Older 𝒯alk.\n2.  Then   newer\u00A0talk. \n";
        Passage passage = read("treaty", text).passage("2").orElseThrow();
        assertEquals("Then newer talk.", passage.text());
        assertEquals(3, passage.words());
        int[] points = text.codePoints().toArray();
        assertEquals("Then   newer\u00A0talk.", new String(points, passage.start(), passage.end() - passage.start()));
        assertEquals("1. Older 𝒯alk. 2.", passage.prefix());
        assertEquals("", passage.suffix());
    }

    @Test
    void aMatrixHasAlignmentsInAllSpellings() {
        Reading reading = Texts.read("matrix", Texts.read(Texts.MADE_UP, "matrix"));
        assertEquals(List.of(), problems(reading));
        assertEquals(
                List.of(
                        new Alignment(
                                "1",
                                "Habits",
                                List.of("12"),
                                "13",
                                false,
                                List.of("sdg-9"),
                                false,
                                List.of("c1", "c2", "c7-e-health", "c11")),
                        new Alignment(
                                "1",
                                "Habits",
                                List.of("14"),
                                "15",
                                false,
                                List.of("sdg-10", "sdg-11"),
                                false,
                                List.of("c1", "c2", "c7-e-agriculture")),
                        new Alignment("1", "Manners", List.of("17", "18"), "19", true, List.of(), true, List.of()),
                        new Alignment(
                                "2", "", List.of("25"), "27", false, List.of(), false, List.of("c2", "c5", "c10")),
                        new Alignment("", "", List.of("31"), "33", true, List.of(), false, List.of("c9"))),
                reading.alignments());
    }

    @Test
    void aProfileHasAPassageForEachLine() {
        Reading reading = Texts.read("profile", Texts.read(Texts.MADE_UP, "alpha"));
        assertEquals(
                List.of("1 heading", "2 paragraph in 1", "3 paragraph in 1", "4 paragraph in 1"), numbers(reading));
        assertEquals(27, reading.passage("2").orElseThrow().words());
    }

    @Test
    void missingParagraphsAndItemsAreGaps() {
        Reading reading = read("treaty", "1. One.\n4. Four:\na. first\nd. fourth\n5. Five.\n");
        assertEquals(
                List.of("2 before line 2", "3 before line 2", "4.b before line 4", "4.c before line 4"), gaps(reading));
        assertEquals(List.of(), problems(reading));
    }

    @Test
    void repeatedAndMisplacedParagraphsAreProblems() {
        Reading reading = read("treaty", "1. One.\n3. Three.\n2. Two.\n3. Three.\n3. Not three.\n4.\n");
        assertEquals(
                List.of(
                        "text.txt:3: paragraph 2 comes after paragraph 3 – put it in its place",
                        "text.txt:4: 3 stands already on line 2, in the same words – keep the one that the document has",
                        "text.txt:5: 3 stands already on line 2, in other words – keep the one that the document has",
                        "text.txt:6: 4 has no words – give the text in full"),
                problems(reading));
        assertEquals(List.of("3 before line 4"), gaps(read("treaty", "1. One.\n2. Two.\n\n4. Four.\n")));
    }

    @Test
    void otherDocumentsOfTheKindAreReadAsWell() {
        Reading reading = read("treaty", """
                Resolution adopted by the Assembly

                Recalling its resolution 1/2 of 4 May 2018, which it adopted,

                1. Decides:
                (a) To meet;
                (i) In Town;
                (ii) In Land;
                (b) To part;
                2. Notes that in
                2019. it met.
                Annex I
                1. First rule.
                2. Second rule.
                Annex II
                1. Other rule.
                """);
        assertEquals(
                List.of(
                        "section.1 section",
                        "preamble.1 paragraph in section.1",
                        "1 paragraph in section.1",
                        "1.a item in 1",
                        "1.a.i item in 1.a",
                        "1.a.ii item in 1.a",
                        "1.b item in 1",
                        "2 paragraph in section.1",
                        "annex-i annex",
                        "annex-i.1 paragraph in annex-i",
                        "annex-i.2 paragraph in annex-i",
                        "annex-ii annex",
                        "annex-ii.1 paragraph in annex-ii"),
                numbers(reading));
        assertEquals(List.of(), problems(reading));
    }

    @Test
    void aMatrixSaysWhatItCannotRead() {
        String head = "Objective 1: Talk\nCommitments and actions SDGs WSIS Action Lines\n";
        String commitment =
                "  1. Do something that is long enough not to be taken for a heading of a section of the text\n";
        assertEquals(
                List.of("text.txt:4: 'SDG 18' is no list of goals or Action Lines"),
                shortened(read("matrix", head + commitment + "SDGs 1 and 18 WSIS Action Lines C1\n")));
        assertEquals(
                List.of(
                        "text.txt:4: 'C12' is no list of goals or Action Lines",
                        "text.txt:4: 'C7 E-mail' is no list of goals or Action Lines"),
                shortened(read("matrix", head + commitment + "SDG 1 WSIS Action Lines C1, C12, C7 E-mail\n")));
        assertEquals(
                List.of("text.txt:4: ', or so' is no list of goals or Action Lines"),
                shortened(read("matrix", head + commitment + "SDG 1 WSIS Action Lines C1, or so\n")));
        assertEquals(
                List.of("text.txt:3: commitment is mapped to no goal and no Action Line"),
                shortened(read("matrix", head + commitment + commitment + "SDG 1 WSIS Action Lines C1\n")));
        assertEquals(
                List.of("text.txt:3: mapping has no commitment above it"),
                shortened(read("matrix", head + "SDG 1 WSIS Action Lines C1\n")));
        Reading reading = read("matrix", "Objective 1: A\nObjective 4: B\nObjective 4: C\n");
        assertEquals(List.of("objective-2 before line 2", "objective-3 before line 2"), gaps(reading));
        assertTrue(problems(reading).get(0).startsWith("text.txt:3: objective 4 comes after objective 4"));
    }

    private static List<String> shortened(Reading reading) {
        return problems(reading).stream()
                .map(line -> line.substring(0, line.indexOf(" – ")))
                .toList();
    }
}
