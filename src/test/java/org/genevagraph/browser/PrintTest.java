package org.genevagraph.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages on paper: facts with their passages, nothing to press or to fill in, nothing beyond the edge; a brief is two sheets. */
class PrintTest extends SiteInBrowser {
    private static final double A4_WIDTH = 595;
    private static final double A4_HEIGHT = 842;
    private static final int MOST_SHEETS = 2;

    /** What a sheet says, and what of it lies beyond its edges. */
    private static final class Edges extends PDFTextStripper {
        private final List<String> beyond = new ArrayList<>();

        /** How far down each sheet has words. */
        private final Map<Integer, Float> lowest = new TreeMap<>();

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            for (TextPosition position : positions) {
                lowest.merge(getCurrentPageNo(), position.getYDirAdj(), Math::max);
                if (position.getXDirAdj() < 0 || position.getXDirAdj() + position.getWidthDirAdj() > A4_WIDTH) {
                    beyond.add(text);
                    break;
                }
            }
            super.writeString(text, positions);
        }
    }

    /**
     * A page on paper.
     *
     * @param emptyish the sheets before the last one that are less than half full
     */
    private record Paper(int sheets, String text, List<Integer> emptyish) {}

    private Paper print(String path) throws IOException {
        open(path);
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage sheet : document.getPages()) {
                assertEquals(A4_WIDTH, sheet.getMediaBox().getWidth(), 2, path);
            }
            Edges edges = new Edges();
            String lines = edges.getText(document);
            assertEquals(List.of(), edges.beyond, path);
            assertEquals(
                    List.of(),
                    lines.lines().filter(line -> line.matches("\\h*[;,].*")).toList(),
                    "a line begins with what ends the one before at " + path);
            String text = lines.replaceAll("\\s+", " ");
            int sheets = document.getNumberOfPages();
            return new Paper(
                    sheets,
                    text,
                    IntStream.range(1, sheets)
                            .filter(sheet -> edges.lowest.getOrDefault(sheet, 0f) < A4_HEIGHT / 2)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void aBriefIsTwoSheets() throws IOException {
        List<String> long_ = new ArrayList<>();
        for (String about : List.of(
                "gcsp",
                "cyberpeace-institute",
                "diplofoundation",
                "ecma-international",
                "geneva-graduate-institute",
                "itu",
                "united-nations",
                "issue:cybersecurity",
                "issue:artificial-intelligence",
                "setting-up-the-ai-panel",
                "tunis-agenda",
                "global-digital-compact",
                "c7-e-health",
                "gcsp&about=cyberpeace-institute",
                "tunis-agenda&about=tunis-commitment",
                "gcsp&lang=fr")) {
            Paper paper = print("/brief?about=" + about);
            if (paper.sheets() > MOST_SHEETS) {
                long_.add(about + ": " + paper.sheets());
            }
            assertTrue(paper.text().contains(server.served().snapshot().version()), about);
        }
        assertEquals(List.of(), long_);
        String text = print("/brief?about=gcsp").text();
        assertTrue(text.contains("GCSP profile, para. 6"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/organisation/gcsp",
                "/queries/partners?organisation=gcsp",
                "/queries/partners?organisation=gcsp&view=table",
                "/queries/about?thing=normandy-p5&view=table",
                "/compare?a=gcsp&b=cyberpeace-institute",
                "/id/commitment/setting-up-the-ai-panel"
            })
    void paperHasPassagesAndNothingToPress(String path) throws IOException {
        Paper paper = print(path);
        assertFalse(paper.text().contains("why?"), paper.text());
        assertFalse(paper.text().contains("Skip to the content"), paper.text());
        assertFalse(paper.text().contains("Change the question"), paper.text());
        assertTrue(paper.text().matches(".*(, para(\\.|s)[ \u00a0]\\d|, rows?[ \u00a0]\\d).*"), paper.text());
        assertTrue(paper.text().contains(server.served().snapshot().version()), paper.text());
    }

    /** The home page and the questions are on paper what they say: no form, no heading of one, no sheet that hardly anything stands on. */
    @Test
    void formsLeaveNothingOnPaper() throws IOException {
        String home = print("/").text();
        assertTrue(home.contains("DiploFoundation"), home);
        assertFalse(home.contains("Ask"), home);
        Paper questions = print("/queries");
        assertFalse(questions.text().contains("Ask"), questions.text());
        assertEquals(List.of(), questions.emptyish());
    }

    /** What a picture offers on a screen is of no use on paper; codes above the numbers are whole. */
    @Test
    void picturesOnPaperAskForNothing() throws IOException {
        String matrix = print("/matrix").text();
        assertTrue(matrix.contains("SDG 17"), matrix);
        String table = matrix.substring(matrix.indexOf("The numbers"));
        assertEquals(
                1, Pattern.compile("Total( \\d+){9}").matcher(table).results().count(), table);
        String all = matrix + print("/network").text() + print("/map").text();
        for (String pressed : List.of(
                "Put it into another page", "<img", "Show", "Choose a number", "Choose a box", "leads to its")) {
            assertFalse(all.contains(pressed), () -> pressed + " in " + all);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queries/implementation-map?objective=objective-3&lang=fr",
                "/queries/implementation-map?objective=objective-5",
                "/queries/implementation-map?objective=objective-1&lang=fr",
                "/queries/about?thing=gcsp",
                "/queries/reading?document=tunis-agenda&number=72",
                "/id/organisation/gcsp",
                "/id/document/tunis-agenda",
                "/id/issue/cybersecurity?lang=fr",
                "/compare?a=gcsp&b=cyberpeace-institute",
                "/search?q=cyber"
            })
    void noSheetIsLeftHalfEmptyForWhatFollows(String path) throws IOException {
        Paper paper = print(path);
        assertEquals(List.of(), paper.emptyish(), paper.sheets() + " sheets");
    }
}
