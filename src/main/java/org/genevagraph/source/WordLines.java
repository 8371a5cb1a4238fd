package org.genevagraph.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genevagraph.problem.ProblemException;

/**
 * The lines of a Word file (.docx): a paragraph is a line. The numbers of lists are not in the paragraphs' text but in styles; a paragraph of
 * a list gets a bullet.
 */
final class WordLines {
    /** What is unpacked at most, so that a small file cannot fill the memory. */
    private static final int MOST_BYTES = 64 << 20;

    private static final String DOCUMENT = "word/document.xml";

    private WordLines() {}

    static String of(String shown, byte[] bytes) throws ProblemException {
        byte[] document = document(shown, bytes);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return lines(factory.createXMLStreamReader(new ByteArrayInputStream(document)));
        } catch (XMLStreamException e) {
            throw GivenText.wrong(
                    shown,
                    0,
                    "is a damaged Word file: its text ends in the midst",
                    "open and save it again, or save it as text");
        }
    }

    private static byte[] document(String shown, byte[] bytes) throws ProblemException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int room = MOST_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] unpacked = limited(shown, zip, room);
                room -= unpacked.length;
                if (entry.getName().equals(DOCUMENT)) {
                    return unpacked;
                }
            }
        } catch (IOException e) {
            throw GivenText.wrong(shown, 0, "is a damaged archive", "get the file again, or save it as text");
        }
        throw GivenText.wrong(
                shown, 0, "is an archive, but no Word file", "unpack it and give the text, or save it as DOCX");
    }

    private static byte[] limited(String shown, InputStream in, int room) throws IOException, ProblemException {
        byte[] unpacked = in.readNBytes(room + 1);
        if (unpacked.length > room) {
            throw GivenText.wrong(
                    shown,
                    0,
                    "unpacks to more than " + (MOST_BYTES >> 20) + " MiB, which is the limit",
                    "save it as text");
        }
        return unpacked;
    }

    private static String lines(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder();
        boolean inText = false;
        boolean listed = false;
        int deleted = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "t" -> inText = true;
                    case "tab" ->
                        line.append(xml.getNamespaceURI().contains("wordprocessingml") && line.length() > 0 ? " " : "");
                    case "br", "cr" -> line.append(' ');
                    case "noBreakHyphen" -> line.append('-');
                    case "numPr" -> listed = true;
                    case "del", "moveFrom" -> deleted++;
                    default -> {
                        // Nothing else holds text.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "t" -> inText = false;
                    case "del", "moveFrom" -> deleted--;
                    case "p" -> {
                        String words = SourceText.normalise(line.toString());
                        lines.append(listed && !words.isEmpty() ? "• " : "")
                                .append(words)
                                .append('\n');
                        line.setLength(0);
                        listed = false;
                    }
                    default -> {
                        // Nothing else ends a line.
                    }
                }
            } else if (event == XMLStreamConstants.CHARACTERS && inText && deleted == 0) {
                line.append(xml.getText());
            }
        }
        return lines.toString();
    }
}
