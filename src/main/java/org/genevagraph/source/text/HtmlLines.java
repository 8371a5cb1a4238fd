package org.genevagraph.source.text;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The lines of a web page: what a browser sets as a block is a line, an item of a list has its bullet or number. */
final class HtmlLines {
    private static final String APPARATUS =
            "script, style, noscript, template, nav, header nav, footer, form, button, iframe, svg, [hidden], [aria-hidden=true]";
    private static final Set<String> MAIN = Set.of("main", "article");

    private static final int LONGEST_LABEL = 60;

    private HtmlLines() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select(APPARATUS).remove();
        page.select("table").forEach(HtmlLines::setInRows);
        Element main = MAIN.stream()
                .map(page::selectFirst)
                .filter(element -> element != null
                        && element.text().length() * 2 > page.body().text().length())
                .findFirst()
                .orElse(page.body());
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder();
        main.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    boolean raised = text.parent() != null
                            && text.parent().closest("sup") != null
                            && text.text().strip().matches("\\d{1,3}");
                    line.append(
                            raised
                                    ? ListNumbers.raised(
                                            Integer.parseInt(text.text().strip()))
                                    : text.getWholeText());
                } else if (node instanceof Element element && breaks(element) && !isLabelled(element, line)) {
                    end(lines, line);
                    apart(lines, element);
                    if (element.normalName().equals("li")) {
                        line.append(bullet(element));
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && isLabel(element)) {
                    label(line);
                } else if (node instanceof Element element && breaks(element)) {
                    end(lines, line);
                    apart(lines, element);
                }
            }
        });
        end(lines, line);
        return lines.toString();
    }

    /** Puts a table of values in a block for each of its rows. */
    private static void setInRows(Element table) {
        List<List<String>> cells = table.select("tr").stream()
                .map(row -> row.select("th, td").eachText())
                .toList();
        if (!table.select("table table, li, td p + p, td div + div").isEmpty() || table.parent() == null) {
            return;
        }
        TableRows.lines(cells).ifPresent(lines -> {
            Element rows = new Element("div");
            table.select("caption").forEach(caption -> rows.appendElement("div").text(caption.text()));
            lines.forEach(line -> rows.appendElement("div").text(line));
            table.replaceWith(rows);
        });
    }

    /** Whether an element says what the next one gives, as "Acronym" in the first cell of a row of two, or the term of a list of terms. */
    private static boolean isLabel(Element element) {
        Element next = element.nextElementSibling();
        boolean cell = element.normalName().equals("th")
                && element.elementSiblingIndex() == 0
                && element.siblingElements().size() == 1;
        boolean term = element.normalName().equals("dt");
        return next != null
                && ((cell && next.normalName().equals("td"))
                        || (term && next.normalName().equals("dd")))
                && element.text().length() < LONGEST_LABEL
                && element.select("p, div, li").isEmpty();
    }

    private static void label(StringBuilder line) {
        String words = SourceText.normalise(line.toString());
        line.setLength(0);
        line.append(words).append(words.isEmpty() ? "" : words.endsWith(":") ? " " : ": ");
    }

    /** Whether a block goes on with the line that a label or a list's number has begun. */
    private static boolean isLabelled(Element element, StringBuilder line) {
        Element before = element.previousElementSibling();
        boolean given = before != null && isLabel(before);
        Element parent = element.parent();
        boolean firstOfItem = parent != null
                && parent.normalName().equals("li")
                && before == null
                && !line.toString().isBlank()
                && line.toString().equals(bullet(parent));
        return given || firstOfItem;
    }

    /** A heading stands apart from what is around it. */
    private static void apart(StringBuilder lines, Element element) {
        if (element.normalName().matches("h[1-6]")
                && lines.length() > 0
                && !lines.toString().endsWith("\n\n")) {
            lines.append('\n');
        }
    }

    private static boolean breaks(Element element) {
        return element.isBlock()
                || element.normalName().equals("br")
                || element.normalName().equals("td");
    }

    private static String bullet(Element item) {
        Element list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            return "• ";
        }
        int number = ListNumbers.read(list.attr("start"), 1) + item.elementSiblingIndex();
        number = ListNumbers.read(item.attr("value"), number);
        return switch (list.attr("type")) {
            case "a" -> "(" + ListNumbers.written(number, "lowerLetter") + ") ";
            case "A" -> "(" + ListNumbers.written(number, "upperLetter") + ") ";
            case "i" -> "(" + ListNumbers.written(number, "lowerRoman") + ") ";
            case "I" -> ListNumbers.written(number, "upperRoman") + ". ";
            // The numbers of a list within a list are others than those of the paragraphs.
            default -> list.closest("li") == null ? number + ". " : "(" + number + ") ";
        };
    }

    private static void end(StringBuilder lines, StringBuilder line) {
        String words = SourceText.normalise(line.toString());
        if (!words.isEmpty()) {
            lines.append(words).append('\n');
        }
        line.setLength(0);
    }
}
