package org.genevagraph.source.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.genevagraph.source.text.ListNumbers;
import org.genevagraph.source.text.SourceText;

/**
 * The paragraphs of a Word file while it is read, as its readers see them when all changes are accepted: without what is deleted or hidden, the text of
 * boxes behind the paragraph in which they hang, headings apart.
 */
final class WordParagraphs {
    private static final String RULE = "_".repeat(18);
    private static final String DOTS = " ..... ";

    /** What nobody sees: what was deleted, and what Word writes a second time for older programs, in "Fallback". */
    private static final Set<String> UNSEEN = Set.of("del", "moveFrom", "Fallback");

    private final WordNumbers numbers;
    private final Map<String, String> notes;
    private final StringBuilder lines = new StringBuilder();
    private final List<String> cited = new ArrayList<>();
    private final List<String> boxes = new ArrayList<>();
    private final WordTable table = new WordTable();
    /** Those around the box that is read, the innermost first. */
    private final Deque<Paragraph> around = new ArrayDeque<>();

    private Paragraph paragraph = new Paragraph();
    private int unseen;
    private boolean inText;
    private boolean inProperties;
    private boolean inRun;
    private boolean isHidden;

    /** A paragraph that has begun. */
    private static final class Paragraph {
        private final StringBuilder line = new StringBuilder();
        private String style = "";
        private String list = "";
        private String level = "";
        /** Whether its end is deleted, so that the next goes on with it. */
        private boolean joins;
    }

    /**
     * By what the rest of the file says.
     *
     * @param notes the words of footnotes and endnotes, by what they are and their ids
     */
    WordParagraphs(WordNumbers numbers, Map<String, String> notes) {
        this.numbers = numbers;
        this.notes = Map.copyOf(notes);
    }

    /** An element begins. */
    void begins(XMLStreamReader xml) {
        String name = xml.getLocalName();
        boolean isWord = xml.getNamespaceURI() == null || xml.getNamespaceURI().contains("wordprocessingml");
        switch (name) {
            case "tbl" -> table.begins(lines.length());
            case "tr" -> table.row();
            case "tc" -> table.cell();
            case "gridSpan" -> table.wide(ListNumbers.read(WordNumbers.value(xml, "val"), 1));
            case "vMerge" -> {
                if (!WordNumbers.value(xml, "val").equals("restart")) {
                    table.below();
                }
            }
            case "txbxContent" -> {
                around.push(paragraph);
                paragraph = new Paragraph();
            }
            case "pPr" -> inProperties = true;
            case "r" -> {
                inRun = true;
                isHidden = false;
            }
            case "vanish" ->
                isHidden = inRun && !inProperties && !Set.of("0", "false").contains(WordNumbers.value(xml, "val"));
            case "t" -> inText = true;
            case "tab" -> paragraph.line.append(isWord && paragraph.line.length() > 0 ? "\t" : "");
            case "br", "cr" -> paragraph.line.append(' ');
            case "noBreakHyphen" -> paragraph.line.append('-');
            case "pStyle" -> paragraph.style = WordNumbers.value(xml, "val");
            case "numPr" -> paragraph.list = WordNumbers.UNNAMED;
            case "numId" -> paragraph.list = WordNumbers.value(xml, "val");
            case "ilvl" -> paragraph.level = WordNumbers.value(xml, "val");
            case "footnoteReference", "endnoteReference" -> cite(name, WordNumbers.value(xml, "id"));
            default -> {
                if (UNSEEN.contains(name)) {
                    unseen++;
                    paragraph.joins |= inProperties && !name.equals("Fallback");
                }
            }
        }
    }

    private void cite(String element, String id) {
        String note = notes.getOrDefault(element.replace("Reference", "") + id, "");
        if (!note.isEmpty() && unseen == 0) {
            cited.add(note);
            paragraph.line.append(ListNumbers.raised(cited.size()));
        }
    }

    /** An element ends. */
    void ends(String name) {
        switch (name) {
            case "t" -> inText = false;
            case "pPr" -> inProperties = false;
            case "r" -> inRun = false;
            case "tbl" -> table.ends(lines);
            case "txbxContent" -> paragraph = around.pop();
            case "p" -> endParagraph();
            default -> unseen -= UNSEEN.contains(name) ? 1 : 0;
        }
    }

    private void endParagraph() {
        if (paragraph.joins) {
            StringBuilder line = paragraph.line;
            paragraph = new Paragraph();
            paragraph.line.append(line);
            return;
        }
        String line = paragraph.line.toString();
        int page = line.lastIndexOf('\t');
        if (page >= 0 && numbers.isOfContents(paragraph.style)) {
            line = line.substring(0, page) + DOTS + line.substring(page);
        }
        String words = SourceText.normalise(line);
        String numbered = words.isEmpty() ? "" : numbers.next(paragraph.style, paragraph.list, paragraph.level) + words;
        boolean isHeading = numbers.isHeading(paragraph.style) && !words.isEmpty();
        paragraph = new Paragraph();
        if (!around.isEmpty()) {
            boxes.add(numbered);
            return;
        }
        if (isHeading && lines.length() > 0 && !lines.toString().endsWith("\n\n")) {
            lines.append('\n');
        }
        lines.append(numbered).append(isHeading ? "\n\n" : "\n");
        table.paragraph(numbered);
        boxes.stream().filter(box -> !box.isEmpty()).forEach(box -> {
            lines.append(box).append('\n');
            table.paragraph(box);
        });
        boxes.clear();
    }

    /** Characters, which are text within an element that holds some. */
    void words(String words) {
        if (inText && !isHidden && unseen == 0) {
            paragraph.line.append(words);
        }
    }

    /** All lines; footnotes stand below a rule. */
    String lines() {
        if (!cited.isEmpty()) {
            lines.append(RULE).append('\n');
        }
        for (int i = 0; i < cited.size(); i++) {
            lines.append(ListNumbers.raised(i + 1))
                    .append(' ')
                    .append(cited.get(i))
                    .append('\n');
        }
        return lines.toString();
    }
}
