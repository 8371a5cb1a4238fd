package org.genevagraph.source.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.source.text.Unreadable;

/** The lines of a PDF as they stand on its pages; a form feed begins each page but the first. */
public final class PdfLines {
    private static final int MOST_PAGES = 1_000;

    private PdfLines() {}

    /** Writes words where they stand on the page, as far as blanks can, so that columns are seen. */
    private static final class PlacedWords extends PdfPage {
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

    /** The pages that are pictures without words, counted from 1. */
    public static List<Integer> pictures(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            return pictures(document);
        } catch (IOException
                | IllegalStateException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException e) {
            // What is wrong with the whole file is told where it is read.
            return List.of();
        }
    }

    private static List<Integer> pictures(PDDocument document) throws IOException {
        List<Integer> pictures = new ArrayList<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            if (stripper.getText(document).isBlank()
                    && hasPicture(document.getPage(page - 1).getResources())) {
                pictures.add(page);
            }
        }
        return pictures;
    }

    private static boolean hasPicture(PDResources resources) throws IOException {
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)
                    || (resources.getXObject(name) instanceof PDFormXObject form && hasPicture(form.getResources()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The lines of a PDF.
     *
     * @param shown what its file is called in problems
     * @throws ProblemException if it is damaged, locked, too long, or has no words
     */
    public static String of(String shown, byte[] bytes) throws ProblemException {
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw Unreadable.at(
                        shown,
                        0,
                        "has more than " + MOST_PAGES + " pages, which is the limit",
                        "give the pages that are needed");
            }
            PDFTextStripper stripper = new PdfPage();
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
                int pages = pictures(document).size();
                throw Unreadable.at(
                        shown,
                        0,
                        pages == 0
                                ? "is a PDF without words and without pictures"
                                : "is a scanned PDF: "
                                        + (pages == 1 ? "its page is a picture" : pages + " of its pages are pictures")
                                        + " without text",
                        pages == 0
                                ? "see whether it is the right file, or save it anew as text"
                                : "have its words recognised (OCR), for example by ocrmypdf, and look them through");
            }
            return text.toString();
        } catch (InvalidPasswordException e) {
            throw Unreadable.at(
                    shown,
                    0,
                    "is a PDF behind a password",
                    "open it with the password and save it without one, for example by printing it to a PDF");
        } catch (IOException
                | IllegalStateException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException e) {
            throw Unreadable.at(shown, 0, "is a damaged PDF", "get the file again, or save it as text");
        }
    }
}
