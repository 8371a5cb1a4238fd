package org.genevagraph.source.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.source.text.ListNumbers;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.TableRows;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The lines of a web page: what a browser sets as a block is a line, an item of a list has its bullet or number. */
public final class HtmlLines implements NodeVisitor {
    private static final Set<String> MAIN = Set.of("main", "article");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,3}");
    private static final int LONGEST_LABEL = 60;
    private static final int FEWEST_BEHIND_A_NUMBER = 25;

    private final WebLists lists;
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    /** Whether what is on the line only says what comes, such as the number of an item. */
    private boolean isOpen;

    private HtmlLines(WebLists lists) {
        this.lists = lists;
    }

    /** The lines of a web page, less what stands around its text. */
    public static String of(String html) {
        Document page = Jsoup.parse(html);
        WebLists lists = new WebLists(page);
        page.select("style").remove();
        WebFurniture.remove(page);
        page.select("del, s, strike").remove();
        page.select("table").forEach(HtmlLines::setInRows);
        page.select("dd + dd").forEach(HtmlLines::joinValues);
        Element main = MAIN.stream()
                .map(page::selectFirst)
                .filter(element -> element != null
                        && element.text().length() * 2 > page.body().text().length())
                .findFirst()
                .orElse(page.body());
        HtmlLines read = new HtmlLines(lists);
        main.traverse(read);
        read.end();
        return read.lines.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            boolean raised = text.parent() != null
                    && text.parent().closest("sup") != null
                    && text.text().strip().matches("\\d{1,3}");
            line.append(raised ? ListNumbers.raised(Integer.parseInt(text.text().strip())) : text.getWholeText());
            isOpen = isOpen && text.isBlank();
        } else if (node instanceof Element element && breaks(element) && !isOpen) {
            end();
            apart(element);
            if (element.normalName().equals("li")) {
                line.append(lists.bullet(element));
                isOpen = line.length() > 0;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && isLabel(element)) {
            label();
        } else if (node instanceof Element element && isNumber(element)) {
            line.append(BARE_NUMBER.matcher(element.text()).matches() ? ". " : " ");
            isOpen = true;
        } else if (node instanceof Element element && breaks(element)) {
            end();
            apart(element);
        }
    }

    /** Puts a table of values in a block for each of its rows. */
    private static void setInRows(Element table) {
        if (!table.select("table table, li, td p + p, td div + div").isEmpty() || table.parent() == null) {
            return;
        }
        boolean isOfLabels = table.select("tr").stream()
                .allMatch(row ->
                        row.select("> th").size() == 1 && row.select("> td").size() == 1);
        if (isOfLabels) {
            return;
        }
        List<List<String>> cells = WebCells.of(table);
        Element first = table.selectFirst("tr");
        boolean isHeaded = first != null
                && first.select("> th").size() > 1
                && first.select("> td").isEmpty();
        (isHeaded ? TableRows.underHeads(cells) : TableRows.lines(cells)).ifPresent(lines -> {
            Element rows = new Element("div");
            table.select("caption").forEach(caption -> rows.appendElement("div").text(caption.text()));
            lines.forEach(line -> rows.appendElement("div").text(line));
            table.replaceWith(rows);
        });
    }

    /** Puts a further short value of a term beside the one before it, as in "Languages: English, French". */
    private static void joinValues(Element value) {
        Element before = value.previousElementSibling();
        boolean areShort = before != null
                && Stream.of(before, value)
                        .allMatch(one -> one.text().length() < LONGEST_LABEL
                                && one.select("p, div, li").isEmpty()
                                && !one.text().matches("(?s).*[.;:]"));
        if (areShort) {
            before.appendText(", " + value.text());
            value.remove();
        }
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

    /** Whether an element is the number of the block beside it, which is its paragraph. */
    private boolean isNumber(Element element) {
        Element next = element.nextElementSibling();
        String words = element.text().strip();
        boolean bare = BARE_NUMBER.matcher(words).matches();
        return next != null
                && next.isBlock()
                && (bare || ListNumbers.isOne(words))
                && element.elementSiblingIndex() == 0
                && !element.normalName().matches("li|h[1-6]|sup")
                && SourceText.normalise(line.toString()).equals(words)
                && (!bare || next.text().length() >= FEWEST_BEHIND_A_NUMBER);
    }

    private void label() {
        String words = SourceText.normalise(line.toString());
        line.setLength(0);
        line.append(words).append(words.isEmpty() ? "" : words.endsWith(":") ? " " : ": ");
        isOpen = !words.isEmpty();
    }

    /** A heading stands apart from what is around it. */
    private void apart(Element element) {
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

    private void end() {
        String words = SourceText.normalise(line.toString());
        if (!words.isEmpty()) {
            lines.append(words).append('\n');
        }
        line.setLength(0);
        isOpen = false;
    }
}
