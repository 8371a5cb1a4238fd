package org.genevagraph.source.word;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genevagraph.source.text.ListNumbers;

/** The numbers that Word gives the paragraphs of lists: they stand in no text, but follow from the definitions of the lists. */
final class WordNumbers {
    private static final Pattern PLACE = Pattern.compile("%(\\d)");
    private static final int MOST_LEVELS = 9;
    private static final String BULLET = "• ";
    private static final Pattern HEADING = Pattern.compile("(?i)(?:heading ?\\d|title)");
    private static final Pattern CONTENTS = Pattern.compile("(?i)toc ?\\d");

    /** The list of a paragraph that only says at which level it stands. */
    static final String UNNAMED = "?";

    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, Integer> restarts = new HashMap<>();
    private final Map<String, String[]> styles = new HashMap<>();
    private final Map<String, String> basedOn = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();

    /** How a level of a list writes its numbers. */
    private record Level(String format, String text, int start) {}

    /**
     * By the definitions of a Word file.
     *
     * @param numbering its {@code word/numbering.xml}; empty if it has none
     * @param styles its {@code word/styles.xml}; empty if it has none
     */
    WordNumbers(byte[] numbering, byte[] styles) throws XMLStreamException {
        if (numbering.length > 0) {
            readNumbering(reader(numbering));
        }
        if (styles.length > 0) {
            readStyles(reader(styles));
        }
    }

    static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    /** An attribute of Word's own namespace; empty if it is not there. */
    static String value(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void readNumbering(XMLStreamReader xml) throws XMLStreamException {
        String list = "";
        String of = "";
        String level = "0";
        String format = "decimal";
        String text = "";
        int start = 1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "abstractNum" -> list = value(xml, "abstractNumId");
                    case "num" -> of = value(xml, "numId");
                    case "abstractNumId" -> lists.put(of, value(xml, "val"));
                    case "lvl", "lvlOverride" -> {
                        level = value(xml, "ilvl");
                        format = "decimal";
                        text = "";
                        start = 1;
                    }
                    case "start" -> start = ListNumbers.read(value(xml, "val"), 1);
                    case "startOverride" -> restarts.put(of + "/" + level, ListNumbers.read(value(xml, "val"), 1));
                    case "numFmt" -> format = value(xml, "val");
                    case "lvlText" -> text = value(xml, "val");
                    default -> {
                        // Nothing else tells how numbers look.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("lvl")
                    && of.isEmpty()) {
                levels.put(list + "/" + level, new Level(format, text, start));
            }
        }
    }

    private void readStyles(XMLStreamReader xml) throws XMLStreamException {
        String style = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "style" -> style = value(xml, "styleId");
                    case "name" -> names.putIfAbsent(style, value(xml, "val"));
                    case "basedOn" -> basedOn.put(style, value(xml, "val"));
                    case "ilvl" -> styles.computeIfAbsent(style, key -> new String[] {"0", ""})[0] = value(xml, "val");
                    case "numId" -> styles.computeIfAbsent(style, key -> new String[] {"0", ""})[1] = value(xml, "val");
                    default -> {
                        // Nothing else tells of lists.
                    }
                }
            }
        }
    }

    /** Whether paragraphs of a style are headings, whichever language names it. */
    boolean isHeading(String style) {
        return HEADING.matcher(names.getOrDefault(style, style)).matches();
    }

    /** Whether paragraphs of a style are entries of a table of contents. */
    boolean isOfContents(String style) {
        return CONTENTS.matcher(names.getOrDefault(style, style)).matches();
    }

    /** The level and list of a style, or of the one that it is made from. */
    private String[] ofStyle(String style) {
        String at = style;
        for (int step = 0; step < MOST_LEVELS && !at.isEmpty(); step++) {
            if (styles.containsKey(at)) {
                return styles.get(at);
            }
            at = basedOn.getOrDefault(at, "");
        }
        return new String[] {"0", ""};
    }

    /**
     * What stands before the words of the next paragraph.
     *
     * @param style the paragraph's style
     * @param list its own list, which 0 takes away; empty if it names none
     * @param level its level in the list; empty if it names none
     */
    String next(String style, String list, String level) {
        String[] ofStyle = ofStyle(style);
        String own = list.isEmpty() || list.equals(UNNAMED) ? ofStyle[1] : list;
        if (own.isEmpty() || own.equals("0")) {
            return "";
        }
        int depth = ListNumbers.read(level.isEmpty() ? ofStyle[0] : level, 0);
        String of = lists.getOrDefault(own, "");
        Level how = levels.get(of + "/" + depth);
        if (how == null || depth >= MOST_LEVELS) {
            return BULLET;
        }
        int[] counted = counts.computeIfAbsent(of, key -> new int[MOST_LEVELS]);
        Integer restart = restarts.remove(own + "/" + depth);
        counted[depth] = restart != null ? restart : counted[depth] == 0 ? how.start() : counted[depth] + 1;
        for (int below = depth + 1; below < MOST_LEVELS; below++) {
            counted[below] = 0;
        }
        if (how.format().equals("bullet")
                || how.format().equals("none")
                || how.text().isEmpty()) {
            return how.format().equals("bullet") ? BULLET : "";
        }
        return PLACE.matcher(how.text()).replaceAll(place -> {
                    int at = Integer.parseInt(place.group(1)) - 1;
                    Level one = levels.getOrDefault(of + "/" + at, how);
                    return Matcher.quoteReplacement(ListNumbers.written(
                            Math.max(counted[Math.max(at, 0)], one.start()),
                            at == depth ? how.format() : one.format()));
                })
                + " ";
    }
}
