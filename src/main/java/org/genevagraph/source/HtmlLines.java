package org.genevagraph.source;

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

    private HtmlLines() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select(APPARATUS).remove();
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
                    line.append(text.getWholeText());
                } else if (node instanceof Element element && breaks(element)) {
                    end(lines, line);
                    if (element.normalName().equals("li")) {
                        line.append(bullet(element));
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && breaks(element)) {
                    end(lines, line);
                }
            }
        });
        end(lines, line);
        return lines.toString();
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
        int place = item.elementSiblingIndex() + 1;
        String start = list.attr("start");
        int number = (start.matches("\\d{1,4}") ? Integer.parseInt(start) - 1 : 0) + place;
        return switch (list.attr("type")) {
            case "a" -> number <= 26 ? "(" + (char) ('a' + number - 1) + ") " : number + ". ";
            default -> number + ". ";
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
