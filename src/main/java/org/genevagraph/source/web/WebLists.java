package org.genevagraph.source.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.source.text.ListNumbers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/** The bullets and numbers of the lists of a web page, as its attributes and styles set them; lists of footnotes have those of their notes. */
final class WebLists {
    private static final Pattern RULE = Pattern.compile("([^{}]{1,200})\\{([^{}]{0,2000})}");
    private static final Pattern STYLE = Pattern.compile(
            "(?i)list-style(?:-type)?\\s*:[^;]*?\\b(lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman|decimal|none)\\b");
    private static final Pattern NUMBERED = Pattern.compile("(?:\\(?(?:\\d{1,3}|\\p{L}|[ivx]{1,5})[.)]|§)\\s?\\S.*");
    private static final Pattern PARAGRAPH = Pattern.compile("\\d{1,3}\\s?[.)].*:");
    private static final Pattern NOTE_MARK = Pattern.compile("[\\[(]?\\d{1,3}[\\])]?");
    private static final String BULLET = "• ";
    private static final int MOST_STYLES = 500;

    private final Map<Element, Integer> numbers = new HashMap<>();
    private final Map<Element, Integer> notes = new HashMap<>();
    private final Map<Element, String> styles = new HashMap<>();

    /**
     * Looks at a page.
     *
     * @param page its marks of notes that stand in a list become raised digits, and the links back from there vanish
     */
    WebLists(Document page) {
        readStyles(page);
        page.select("ol").forEach(this::count);
        readNotes(page);
    }

    private void readStyles(Document page) {
        String sheets = page.select("style").stream()
                .map(Element::data)
                .collect(Collectors.joining("\n"))
                .replaceAll("/\\*[^*]*\\*/", "");
        Matcher rule = RULE.matcher(sheets);
        int read = 0;
        while (rule.find() && read < MOST_STYLES) {
            Matcher style = STYLE.matcher(rule.group(2));
            if (style.find()) {
                read++;
                set(page, rule.group(1).strip(), style.group(1));
            }
        }
        page.select("ol[style], li[style]").forEach(element -> {
            Matcher style = STYLE.matcher(element.attr("style"));
            if (style.find()) {
                styles.put(element, style.group(1));
            }
        });
    }

    private void set(Document page, String selector, String style) {
        try {
            page.select(selector).forEach(element -> styles.put(element, style));
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            // What only a browser can select is no list.
        }
    }

    private void count(Element list) {
        List<Element> items = list.children().stream()
                .filter(child -> child.normalName().equals("li"))
                .toList();
        boolean countsDown = list.hasAttr("reversed");
        int next = ListNumbers.read(list.attr("start"), countsDown ? items.size() : 1);
        for (Element item : items) {
            int number = ListNumbers.read(item.attr("value"), next);
            numbers.put(item, number);
            next = countsDown ? number - 1 : number + 1;
        }
    }

    private void readNotes(Document page) {
        Map<String, Element> places = new HashMap<>();
        Map<Element, Integer> order = new HashMap<>();
        page.getAllElements().forEach(element -> order.put(element, order.size()));
        page.select("[id]").forEach(element -> places.putIfAbsent(element.id(), element));
        page.select("a[name]").forEach(element -> places.putIfAbsent(element.attr("name"), element));
        for (Element mark : page.select("a[href^=#]")) {
            Element place = places.get(mark.attr("href").substring(1));
            if (place != null
                    && NOTE_MARK.matcher(mark.text().strip()).matches()
                    && leadsBack(mark, place, places, order)) {
                lift(mark, place);
                continue;
            }
            Element item = place == null ? null : place.closest("ol > li");
            if (item == null
                    || item.equals(mark.closest("ol > li"))
                    || !NOTE_MARK.matcher(mark.text().strip()).matches()) {
                continue;
            }
            notes.put(item, numbers.get(item));
            Element raised = mark.closest("sup") == null ? mark : mark.closest("sup");
            raised.text(ListNumbers.raised(numbers.get(item)));
            // A link within the note leads back.
            item.select("a[href^=#]").remove();
        }
    }

    /** The number of a note that links back to where it is said, behind a word: a raised one, as there. */
    private static void lift(Element link, Element place) {
        Element said = place.closest("sup") == null ? place : place.closest("sup");
        String number = link.text().replaceAll("\\D", "");
        if (said.previousSibling() != null && !number.isEmpty() && link.previousSibling() == null) {
            link.text(ListNumbers.raised(Integer.parseInt(number)) + " ");
        }
    }

    /** Whether a link stands behind another one that leads to it, as that of a note does to where it is said. */
    private static boolean leadsBack(
            Element link, Element place, Map<String, Element> places, Map<Element, Integer> order) {
        Element note = places.get(place.attr("href").replaceFirst("^#", ""));
        return order.getOrDefault(place, 0) < order.getOrDefault(link, 0)
                && note != null
                && (note.equals(link) || link.parents().contains(note));
    }

    /** What stands before an item. */
    String bullet(Element item) {
        if (notes.containsKey(item)) {
            return ListNumbers.raised(notes.get(item)) + " ";
        }
        Element list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            return BULLET;
        }
        int number = numbers.getOrDefault(item, 1);
        return switch (style(item, list)) {
            case "a", "lower-alpha", "lower-latin" -> "(" + ListNumbers.written(number, "lowerLetter") + ") ";
            case "A", "upper-alpha", "upper-latin" -> "(" + ListNumbers.written(number, "upperLetter") + ") ";
            case "i", "lower-roman" -> "(" + ListNumbers.written(number, "lowerRoman") + ") ";
            case "I", "upper-roman" -> ListNumbers.written(number, "upperRoman") + ". ";
            case "none" -> "";
            default -> isWithin(list) ? "(" + number + ") " : number + ". ";
        };
    }

    private String style(Element item, Element list) {
        boolean areWritten = list.children().stream()
                .filter(child -> child.normalName().equals("li"))
                .allMatch(child -> NUMBERED.matcher(child.text()).matches());
        String own = Stream.of(styles.getOrDefault(item, ""), styles.getOrDefault(list, ""), list.attr("type"))
                .filter(style -> !style.isEmpty())
                .findFirst()
                .orElse("");
        return areWritten ? "none" : own.equals("none") && hasCounter(list) ? "" : own;
    }

    /** Whether nothing in the items says their numbers, so that a style sheet draws them. */
    private static boolean hasCounter(Element list) {
        return list.select("li").stream()
                .noneMatch(item -> NUMBERED.matcher(item.text()).matches());
    }

    /** Whether the numbers of a list are others than those of the paragraphs: it stands in another, or below one that has its number in its words. */
    private static boolean isWithin(Element list) {
        Element before = list.previousElementSibling();
        return (list.parent() != null && list.parent().closest("li, ol, ul") != null)
                || (before != null
                        && before.normalName().matches("p|div")
                        && PARAGRAPH.matcher(before.text()).matches());
    }
}
