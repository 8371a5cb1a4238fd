package org.genevagraph.text.read.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;

/** Lines that belong to the pages of a file and not to its text: running heads, page numbers, job numbers, symbols. */
public final class PageFurniture {
    private static final int NEAR = 2;
    private static final int OFTEN = 3;
    private static final int LONGEST_HEAD = 120;
    private static final Pattern PAGE = Pattern.compile(
            "(?iu)\\[?(?:page|página|seite|pág\\.|стр\\.|p\\.) ?\\d{1,4}(?: ?(?:of|de|sur|von|/) ?\\d{1,4})?\\]?|(?!(?:19|20)\\d\\d/\\d{1,3}$)\\d{1,4} ?/ ?\\d{1,4}|[-–—] ?\\d{1,4} ?[-–—]|\\d{1,4} (?:of|de|sur) \\d{1,4}"
                    + "|\\[ ?\\d{1,4} ?\\]|[ivxl]{2,6}|第 ?\\d+ ?页(?:.*)|\\d{1,4} ?\\| ?p ?a ?g ?e|p ?a ?g ?e ?\\| ?\\d{1,4}|/ ?(?:\\.\\.\\.|…)|(?:\\.\\.\\.|…) ?/(?: ?(?:\\.\\.\\.|…))?"
                    + "|\\((?:continued(?: (?:on|from) .{1,20})?|suite(?: page suivante)?|continuación)\\)");
    private static final Pattern LANGUAGE = Pattern.compile(
            "(?iu)(?:english|français|french|español|spanish|русский|عربي|中文|(?:original ?: ?)(?:english|français|french|español|spanish))(?: only)?");
    private static final Pattern JOB = Pattern.compile(
            "(?:[A-Z]{1,2}\\.)?\\d{2}-\\d{5}\\d?(?: ?\\([A-Z]\\))?(?: ?\\d{6})*|\\*\\d{6,8}\\*|\\d{6}(?: \\d{6})*|Please recycle.*|Merci de recycler.*|Se ruega reciclar.*");
    private static final Pattern SYMBOL = Pattern.compile(
            "(?=.*\\d)(?:Document )?[A-Z]{1,8}[A-Z0-9-]*(?:/[A-Z0-9][A-Za-z0-9.\\-]*)+(?:/?\\([A-Za-z0-9.]+(?: \\d)?\\)|\\*|/Rev\\.\\d|-[A-Z])*(?<!\\.)");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern DOTTED = Pattern.compile("\\s*\\d{1,3}[.)].*");
    private static final String SYMBOLIC = "[A-Z]{1,8}[A-Z0-9-]*(?:/[A-Za-z0-9.()*-]+)+";
    private static final Pattern HEADED =
            Pattern.compile("(?=.*\\d)(?:\\s*" + SYMBOLIC + "\\s{3,}\\S.*|.*\\S\\s{3,}" + SYMBOLIC + "\\s*)");
    private static final Pattern SYMBOLS_AT_THE_EDGE = Pattern.compile("^" + SYMBOLIC + "\\s+|\\s+" + SYMBOLIC + "$");
    private static final Pattern TITLE_BEHIND_NUMBER = Pattern.compile("(?<= )\\d{1,4}/\\d{1,4}[A-Z]?\\. (?=\\p{Lu})");
    private static final int LINES_OF_A_FIRST_PAGE = 60;
    /** The page that stands before or behind a running head. */
    private static final Pattern NUMBERED_EDGE = Pattern.compile(
            "(?iu)^(?:(?:page|página|seite|pág\\.|p\\.) ?)?\\d{1,4} (?:(?:of|de|sur|von|/) \\d{1,4} )?(?:[|–—-] )?"
                    + "|[ |]+(?:[–—-] )?(?:(?:page|página|seite|pág\\.|p\\.) ?)?\\d{1,4}(?:(?: (?:of|de|sur|von) |/)\\d{1,4})?$");

    /** The number of a page that stands far from a running head. */
    private static final Pattern FAR_NUMBER = Pattern.compile("^\\s*\\d{1,4}\\s{3,}\\S|\\S\\s{3,}\\d{1,4}\\s*$");

    private static final int LONGEST_LINE = 250;
    private static final int LINES_OF_A_NOTE = 12;
    private static final Pattern GAP = Pattern.compile("\\s{2,}|\\t");

    private final Map<Integer, String> found = new LinkedHashMap<>();

    private PageFurniture() {}

    /**
     * What of a text's lines is furniture.
     *
     * @param lines all its lines
     * @param numbered whether a number alone on its line can be that of a paragraph
     */
    public static PageFurniture of(List<Line> lines, boolean numbered) {
        PageFurniture furniture = new PageFurniture();
        List<Line> filled =
                lines.stream().filter(line -> !line.text().isBlank()).toList();
        Set<Integer> sure = new HashSet<>();
        boolean dotted = !numbered
                || filled.stream()
                        .anyMatch(line ->
                                DOTTED.matcher(Marker.plain(line.text())).matches());
        for (int i = 0; i < filled.size(); i++) {
            String what = what(filled.get(i).text());
            // A symbol on the first line is the text's own.
            if (!what.isEmpty() && (i > 0 || what.equals("a page number"))) {
                sure.add(i);
                furniture.found.put(filled.get(i).number(), what);
            }
        }
        furniture.addFirst(filled);
        furniture.addSecondLines(filled);
        furniture.addBareNumbers(filled, sure, dotted);
        furniture.addRunningHeads(filled, sure);
        for (int i = 1; i < filled.size(); i++) {
            if (near(i, sure)
                    && LANGUAGE.matcher(SourceText.normalise(filled.get(i).text()))
                            .matches()) {
                furniture.found.putIfAbsent(filled.get(i).number(), "a running head");
            }
        }
        return furniture;
    }

    /** The first line is a running head, too, if it stands again as one. */
    private void addFirst(List<Line> filled) {
        if (filled.isEmpty()) {
            return;
        }
        Line first = filled.get(0);
        String words = SourceText.normalise(first.text());
        boolean again = HEADED.matcher(Marker.plain(first.text())).matches()
                && filled.stream()
                        .skip(1)
                        .filter(this::holds)
                        .anyMatch(line -> SourceText.normalise(line.text()).equals(words));
        if (again) {
            found.put(first.number(), "a running head");
        }
    }

    /** A running head in which the title of a resolution goes on on a second line, as it does behind its number on the first page. */
    private void addSecondLines(List<Line> filled) {
        for (int i = 1; i + 1 < filled.size(); i++) {
            if (!HEADED.matcher(Marker.plain(filled.get(i).text())).matches() || !holds(filled.get(i))) {
                continue;
            }
            String head = SYMBOLS_AT_THE_EDGE
                    .matcher(SourceText.normalise(filled.get(i).text()))
                    .replaceAll("");
            String title = head + " " + SourceText.normalise(filled.get(i + 1).text());
            String firstPage = SourceText.normalise(filled.stream()
                    .limit(Math.min(i, LINES_OF_A_FIRST_PAGE))
                    .map(Line::text)
                    .collect(Collectors.joining(" ")));
            if (TITLE_BEHIND_NUMBER
                    .matcher(firstPage)
                    .results()
                    .anyMatch(number -> firstPage.startsWith(title, number.end()))) {
                found.putIfAbsent(filled.get(i + 1).number(), "a running head");
            }
        }
    }

    /** Whether a line is furniture. */
    public boolean holds(Line line) {
        return found.containsKey(line.number());
    }

    /** What kind of furniture each line is, in the order of the text. */
    public Map<Integer, String> lines() {
        return Map.copyOf(found);
    }

    private static String what(String line) {
        if (line.length() > LONGEST_LINE) {
            return "";
        }
        if (HEADED.matcher(Marker.plain(line)).matches()) {
            return "a running head";
        }
        String kind = "";
        for (String part : GAP.split(Marker.plain(line).strip(), -1)) {
            String words = SourceText.normalise(part);
            if (SYMBOL.matcher(words).matches()) {
                kind = "a running head";
            } else if (JOB.matcher(words).matches()) {
                kind = kind.isEmpty() ? "a job number" : kind;
            } else if (PAGE.matcher(words).matches()) {
                kind = kind.isEmpty() ? "a page number" : kind;
            } else if (!BARE_NUMBER.matcher(words).matches() || kind.isEmpty()) {
                return joined(words);
            }
        }
        return kind;
    }

    /** A symbol, job and page number that one blank separates. */
    private static String joined(String words) {
        List<String> parts = List.of(words.split(" ", -1));
        boolean all = parts.size() > 1
                && parts.size() <= 4
                && parts.stream()
                        .allMatch(part -> SYMBOL.matcher(part).matches()
                                || JOB.matcher(part).matches()
                                || part.matches("\\d{1,4}(?:/\\d{1,4})?|\\([A-Z]\\)"))
                && parts.stream()
                        .anyMatch(part -> SYMBOL.matcher(part).matches()
                                || JOB.matcher(part).matches());
        return all ? "a running head" : "";
    }

    /** Numbers alone on their lines that count on, in a text whose paragraphs are numbered otherwise. */
    private void addBareNumbers(List<Line> lines, Set<Integer> sure, boolean dotted) {
        List<Integer> places = new ArrayList<>();
        Set<Integer> raised = RaisedNumbers.of(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (!raised.contains(lines.get(i).number())
                    && lines.get(i).text().length() < LONGEST_LINE
                    && !isInNotes(lines, i)
                    && BARE_NUMBER
                            .matcher(SourceText.normalise(lines.get(i).text()))
                            .matches()) {
                places.add(i);
            }
        }
        for (int place : places) {
            boolean atPage = near(place, sure)
                    || lines.get(place).text().indexOf('\f') >= 0
                    || (place + 1 < lines.size() && lines.get(place + 1).text().startsWith("\f"));
            if (atPage || (dotted && !isYear(lines.get(place)))) {
                sure.add(place);
                found.put(lines.get(place).number(), "a page number");
            }
        }
    }

    /** "the outcome of / 2003 / and": no text of these has so many pages. */
    private static boolean isYear(Line line) {
        return SourceText.normalise(line.text()).matches("(?:19|20)\\d{2}");
    }

    /** Whether a number alone on its line can be that of a footnote: below a rule. */
    private static boolean isInNotes(List<Line> lines, int at) {
        for (int i = at - 1; i >= Math.max(0, at - LINES_OF_A_NOTE); i--) {
            Marker.Kind kind = Marker.of(lines.get(i).text()).kind();
            if (kind == Marker.Kind.RULE || kind == Marker.Kind.NUMBER) {
                return kind == Marker.Kind.RULE
                        && at + 1 < lines.size()
                        && !what(lines.get(at + 1).text()).equals("a job number");
            }
        }
        return false;
    }

    private void addRunningHeads(List<Line> lines, Set<Integer> sure) {
        Map<String, List<Integer>> alike = new HashMap<>();
        Map<String, Set<String>> spellings = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).text().length() > LONGEST_LINE) {
                continue;
            }
            String words = SourceText.normalise(lines.get(i).text());
            String edgeless = NUMBERED_EDGE.matcher(words).replaceFirst("");
            if (edgeless.length() < LONGEST_HEAD
                    && !edgeless.isEmpty()
                    && !edgeless.matches(".*[;:,]")
                    && !divides(lines.get(i).text(), words, edgeless)
                    && edgeless.codePoints().anyMatch(Character::isLetter)) {
                alike.computeIfAbsent(edgeless, key -> new ArrayList<>()).add(i);
                spellings.computeIfAbsent(edgeless, key -> new HashSet<>()).add(words);
            }
        }
        alike.forEach((words, places) -> {
            // What stands one below the other is a list, as of the reports of three years.
            boolean listed = IntStream.range(1, places.size()).anyMatch(i -> places.get(i) == places.get(i - 1) + 1);
            boolean numbered = places.size() >= OFTEN
                    && !listed
                    && spellings.getOrDefault(words, Set.of()).size() == places.size();
            long atPages = places.stream()
                    .filter(place -> near(place, sure)
                            || lines.get(place).text().startsWith("\f")
                            || (place + 1 < lines.size()
                                    && lines.get(place + 1).text().startsWith("\f")))
                    .count();
            boolean beside = places.size() >= 2
                    && spellings.getOrDefault(words, Set.of()).size() == places.size()
                    && places.stream()
                            .allMatch(place ->
                                    FAR_NUMBER.matcher(lines.get(place).text()).find());
            boolean isTitle = places.size() == 1 && atPages == 1 && isTitled(lines, words);
            if (numbered || beside || isTitle || (places.size() >= 2 && atPages >= 2 && atPages * 2 >= places.size())) {
                boolean begins = numbered || beside;
                places.stream()
                        .filter(place -> place > 0 || !begins || !isTitleAlone(lines.get(0), words))
                        .forEach(place -> found.put(lines.get(place).number(), "a running head"));
            }
        });
    }

    /** The first line, if it has no page, is the title that running heads say again. */
    private static boolean isTitleAlone(Line first, String words) {
        return SourceText.normalise(first.text()).equals(words);
    }

    /** Whether a line says the title of a resolution again, which stands in the text behind its number: "70/125. Outcome …" */
    private static boolean isTitled(List<Line> lines, String words) {
        return lines.stream()
                .map(line -> SourceText.normalise(line.text()))
                .anyMatch(line -> line.endsWith(". " + words)
                        && line.substring(0, line.length() - words.length()).matches("\\d{1,3}/\\d{1,3}[A-Z]?\\. "));
    }

    /** Whether a line begins a part of the text, so that its number counts parts and not pages: "Article 2", "Chapter 3", an annex. */
    private static boolean divides(String line, String words, String edgeless) {
        Marker.Kind kind = Marker.of(line).kind();
        return kind == Marker.Kind.ANNEX
                || (kind == Marker.Kind.NUMBER && line.strip().matches("P.{4,9} \\d+") && !edgeless.equals(words))
                || ((kind == Marker.Kind.ARTICLE || kind == Marker.Kind.DIVISION) && !edgeless.equals(words));
    }

    private static boolean near(int place, Set<Integer> sure) {
        for (int i = place - NEAR; i <= place + NEAR; i++) {
            if (i != place && sure.contains(i)) {
                return true;
            }
        }
        return false;
    }
}
