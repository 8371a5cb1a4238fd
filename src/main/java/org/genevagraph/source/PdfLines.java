package org.genevagraph.source;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.genevagraph.problem.ProblemException;

/** The lines of a PDF as they stand on its pages; a form feed begins each page but the first. */
final class PdfLines {
    private static final int MOST_PAGES = 1_000;

    private PdfLines() {}

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
                text.append(page == 1 ? "" : "\f").append(stripper.getText(document));
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
