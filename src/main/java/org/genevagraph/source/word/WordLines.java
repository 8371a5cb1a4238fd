package org.genevagraph.source.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.Unreadable;

/**
 * The lines of a Word file (.docx): a paragraph is a line, with the number or bullet that its list gives it; footnotes stand at the end, below a
 * rule.
 */
public final class WordLines {
    /** What is unpacked at most, so that a small file cannot fill the memory. */
    private static final int MOST_BYTES = 64 << 20;

    private static final String DOCUMENT = "word/document.xml";
    private static final String NUMBERING = "word/numbering.xml";
    private static final String STYLES = "word/styles.xml";
    private static final String FOOTNOTES = "word/footnotes.xml";
    private static final String ENDNOTES = "word/endnotes.xml";
    private static final Set<String> PARTS = Set.of(DOCUMENT, NUMBERING, STYLES, FOOTNOTES, ENDNOTES);
    private static final Set<String> NOTES = Set.of("footnote", "endnote");

    private WordLines() {}

    /**
     * The lines of a DOCX.
     *
     * @param shown what its file is called in problems
     * @throws ProblemException if it is damaged, no Word file, or too large
     */
    public static String of(String shown, byte[] bytes) throws ProblemException {
        Map<String, byte[]> parts = parts(shown, bytes);
        byte[] none = new byte[0];
        try {
            WordNumbers numbers =
                    new WordNumbers(parts.getOrDefault(NUMBERING, none), parts.getOrDefault(STYLES, none));
            Map<String, String> notes = new HashMap<>();
            for (String part : List.of(FOOTNOTES, ENDNOTES)) {
                if (parts.containsKey(part)) {
                    notes(WordNumbers.reader(parts.get(part)), notes);
                }
            }
            return lines(WordNumbers.reader(parts.get(DOCUMENT)), numbers, notes);
        } catch (XMLStreamException e) {
            throw Unreadable.at(
                    shown,
                    0,
                    "is a damaged Word file: its text ends in the midst",
                    "open and save it again, or save it as text");
        }
    }

    /** What else an archive with this entry is; empty if that tells nothing. */
    private static String other(String entry) {
        if (entry.startsWith("ppt/")) {
            return "is a presentation (PPTX)";
        }
        if (entry.startsWith("xl/")) {
            return "is a spreadsheet (XLSX)";
        }
        if (entry.equals("content.xml")) {
            return "is an OpenDocument file (such as ODT)";
        }
        return entry.equals("META-INF/container.xml") ? "is an e-book (EPUB)" : "";
    }

    /** What the file holds of its text. */
    private static Map<String, byte[]> parts(String shown, byte[] bytes) throws ProblemException {
        Map<String, byte[]> parts = new HashMap<>();
        List<String> others = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int room = MOST_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] unpacked = limited(shown, zip, room);
                room -= unpacked.length;
                others.add(entry.getName());
                if (PARTS.contains(entry.getName())) {
                    parts.put(entry.getName(), unpacked);
                }
            }
        } catch (IOException e) {
            throw Unreadable.at(shown, 0, "is a damaged archive", "get the file again, or save it as text");
        }
        if (!parts.containsKey(DOCUMENT)) {
            String what = others.stream()
                    .map(WordLines::other)
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse("");
            throw Unreadable.at(
                    shown,
                    0,
                    what.isEmpty() ? "is an archive, but no Word file" : what,
                    what.isEmpty()
                            ? "unpack it and give the text, or save it as DOCX"
                            : "save its text as DOCX, PDF or plain text");
        }
        return parts;
    }

    private static byte[] limited(String shown, InputStream in, int room) throws IOException, ProblemException {
        byte[] unpacked = in.readNBytes(room + 1);
        if (unpacked.length > room) {
            throw Unreadable.at(
                    shown,
                    0,
                    "unpacks to more than " + (MOST_BYTES >> 20) + " MiB, which is the limit",
                    "save it as text");
        }
        return unpacked;
    }

    /** Adds the words of footnotes or endnotes, by what they are and their ids. */
    private static void notes(XMLStreamReader xml, Map<String, String> notes) throws XMLStreamException {
        StringBuilder words = new StringBuilder();
        String id = "";
        boolean inText = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.getLocalName().equals("t");
                if (NOTES.contains(xml.getLocalName())) {
                    id = xml.getLocalName() + WordNumbers.value(xml, "id");
                    words.setLength(0);
                } else if (Set.of("tab", "p", "br").contains(xml.getLocalName())) {
                    words.append(' ');
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                if (NOTES.contains(xml.getLocalName())) {
                    notes.put(id, SourceText.normalise(words.toString()));
                }
            } else if (event == XMLStreamConstants.CHARACTERS && inText) {
                words.append(xml.getText());
            }
        }
    }

    private static String lines(XMLStreamReader xml, WordNumbers numbers, Map<String, String> notes)
            throws XMLStreamException {
        WordParagraphs paragraphs = new WordParagraphs(numbers, notes);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                paragraphs.begins(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                paragraphs.ends(xml.getLocalName());
            } else if (event == XMLStreamConstants.CHARACTERS) {
                paragraphs.words(xml.getText());
            }
        }
        return paragraphs.lines();
    }
}
