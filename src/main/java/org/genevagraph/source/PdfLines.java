package org.genevagraph.source;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.genevagraph.problem.ProblemException;

/** The lines of a PDF as they stand on its pages; a form feed begins each page but the first. */
final class PdfLines {
    private static final int MOST_PAGES = 1_000;

    private PdfLines() {}

    /** Writes words where they stand on the page, as far as blanks can, so that columns are seen. */
    private static final class PlacedWords extends PDFTextStripper {
        private static final float WIDTH_OF_A_BLANK = 4.5f;
        private static final float WIDEST_BETWEEN_WORDS = 2.5f;
        private int written;
        private float end;

        PlacedWords() {
            setSortByPosition(true);
            setLineSeparator("\n");
            setParagraphEnd("");
        }

        @Override
        protected void writeString(String words, List<TextPosition> places) throws IOException {
            TextPosition first = places.get(0);
            int target = Math.round(first.getXDirAdj() / WIDTH_OF_A_BLANK);
            boolean apart = first.getXDirAdj() - end > WIDEST_BETWEEN_WORDS * first.getWidthOfSpace();
            if (written == 0 || apart) {
                String gap = " ".repeat(Math.max(written == 0 ? 0 : 3, target - written));
                super.writeString(gap);
                written += gap.length();
            }
            super.writeString(words);
            written += words.length();
            TextPosition last = places.get(places.size() - 1);
            end = last.getXDirAdj() + last.getWidthDirAdj();
        }

        @Override
        protected void writeWordSeparator() throws IOException {
            super.writeWordSeparator();
            written++;
        }

        @Override
        protected void writeLineSeparator() throws IOException {
            super.writeLineSeparator();
            written = 0;
        }
    }

    static String of(String shown, byte[] bytes) throws ProblemException {
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw GivenText.wrong(
                        shown,
                        0,
                        "has more than " + MOST_PAGES + " pages, which is the limit",
                        "give the pages that are needed");
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n");
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                PlacedWords placed = new PlacedWords();
                placed.setStartPage(page);
                placed.setEndPage(page);
                String columns = placed.getText(document);
                text.append(page == 1 ? "" : "\f")
                        .append(
                                Columns.has(columns)
                                        ? Columns.unrolled(columns)
                                                .lines()
                                                .map(line -> line.strip().replaceAll(" {2,}", " ") + "\n")
                                                .collect(Collectors.joining())
                                        : stripper.getText(document));
            }
            if (text.toString().isBlank()) {
                throw GivenText.wrong(
                        shown,
                        0,
                        "is a PDF without text, such as pictures of pages",
                        "recognise its text first, and look it through");
            }
            return text.toString();
        } catch (InvalidPasswordException e) {
            throw GivenText.wrong(shown, 0, "is a PDF behind a password", "save it without one");
        } catch (IOException
                | IllegalStateException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException e) {
            throw GivenText.wrong(shown, 0, "is a damaged PDF", "get the file again, or save it as text");
        }
    }
}
