package org.genevagraph.text.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.line.Wrapping;

/** A table of contents: its lines say again what stands as headings in the text, with the page or paragraph behind it. */
final class Contents {
    private static final Pattern HEADING = Pattern.compile(
            "(?iu)(?:table of )?contents|table des matières|sommaire|índice|tabla de (?:contenidos?|materias)|contenido|inhalt(?:sverzeichnis)?|目录");
    private static final Pattern COLUMNS = Pattern.compile(
            "(?iu)(?:chapters?|sections?|chapitres?|capítulos?|paragraphs?|paragraphes?|párrafos?|pages?|páginas?| )+");
    private static final String PLACES = "(?:[\\d–-]+\\s+)?(\\d{1,4}|[ivxl]{1,6})";

    /** "Introduction ....... 3". */
    private static final Pattern DOTTED =
            Pattern.compile("(.*?\\S)\\s*(?:\\.{4,}|(?:\\.\\s){3,}\\.?|…{2,}|·{4,}|_{4,})[\\s.]*" + PLACES + "\\s*");

    /** "Introduction      3". */
    private static final Pattern SPACED = Pattern.compile("(.*?\\S)(?:\\s{2,}|\\t)\\s*" + PLACES + "\\s*");

    private static final Pattern CLOSE = Pattern.compile("(.*?\\p{L}.*?) (\\d{1,3})\\s*");
    private static final int FEWEST = 2;
    private static final int LONGEST_ENTRY = 200;

    private final Set<Integer> lines = new TreeSet<>();
    private final Set<String> titles = new HashSet<>();

    private Contents() {}

    /** The tables of contents of a text. */
    static Contents of(List<Line> all) {
        Contents contents = new Contents();
        List<Line> filled = all.stream().filter(line -> !line.text().isBlank()).toList();
        int i = 0;
        while (i < filled.size()) {
            String words = SourceText.normalise(filled.get(i).text());
            int end = HEADING.matcher(words).matches() ? contents.below(filled, i) : i;
            if (end == i && HEADING.matcher(words).matches()) {
                end = contents.repeated(filled, i);
            }
            if (end == i) {
                end = contents.dotted(filled, i);
            }
            i = Math.max(end, i + 1);
        }
        return contents;
    }

    /** The numbers of its lines. */
    Set<Integer> lines() {
        return Set.copyOf(lines);
    }

    /** Whether words are those of a heading that it lists. */
    boolean lists(String words) {
        return titles.contains(words);
    }

    /** Takes the entries below a heading that announces them; returns the place behind the last, or the heading's if there are none. */
    private int below(List<Line> filled, int heading) {
        List<String> found = new ArrayList<>();
        int page = 0;
        String open = "";
        int end = heading + 1;
        for (int i = heading + 1; i < filled.size(); i++) {
            String line = Marker.plain(filled.get(i).text());
            Matcher entry = entry(line, page);
            if (entry != null) {
                found.add(SourceText.normalise(open + " " + entry.group(1)));
                page = page(entry.group(2), page);
                open = "";
                end = i + 1;
            } else if (COLUMNS.matcher(line).matches() && found.isEmpty()) {
                end = i + 1;
            } else if (open.isEmpty() && i + 1 < filled.size() && wraps(filled.get(i + 1), line)) {
                open = line;
            } else if (!found.isEmpty() && divides(filled, i)) {
                open = "";
            } else {
                break;
            }
        }
        if (found.size() < FEWEST) {
            return heading;
        }
        filled.subList(heading, end).forEach(line -> lines.add(line.number()));
        titles.addAll(found);
        return end;
    }

    /** Whether the next line ends the entry that a line begins: it begins small, and the page stands at its end. */
    private static boolean wraps(Line next, String line) {
        return !Wrapping.isFinished(SourceText.normalise(line))
                && Wrapping.beginsSmall(next.text())
                && (DOTTED.matcher(next.text()).matches()
                        || SPACED.matcher(next.text()).matches());
    }

    /** Whether a line without a page stands between entries, as "Annexes" does before those of annexes. */
    private static boolean divides(List<Line> filled, int i) {
        return i + 1 < filled.size()
                && Headings.looksLike(SourceText.normalise(filled.get(i).text()))
                && DOTTED.matcher(filled.get(i + 1).text()).matches();
    }

    private static Matcher entry(String line, int page) {
        for (Pattern pattern : List.of(DOTTED, SPACED, CLOSE)) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches() && page(matcher.group(2), page) >= page) {
                return matcher;
            }
        }
        return null;
    }

    private static int page(String number, int before) {
        return number.matches("\\d+") ? Integer.parseInt(number) : before;
    }

    /** Takes entries without pages below a heading that announces them: up to where the first of them stands again, and then most others. */
    private int repeated(List<Line> filled, int heading) {
        if (heading + FEWEST >= filled.size()) {
            return heading;
        }
        List<String> words = filled.subList(heading + 1, filled.size()).stream()
                .map(line -> SourceText.normalise(line.text()))
                .toList();
        int again = words.subList(1, words.size()).indexOf(words.get(0)) + 1;
        if (again <= FEWEST) {
            return heading;
        }
        Set<String> below = new HashSet<>(words.subList(again, words.size()));
        List<String> entries = words.subList(0, again);
        long found = entries.stream().filter(below::contains).count();
        if (found * 4 < entries.size() * 3L || entries.stream().anyMatch(entry -> entry.length() > LONGEST_ENTRY)) {
            return heading;
        }
        int end = heading + 1 + again;
        filled.subList(heading, end).forEach(line -> lines.add(line.number()));
        return end;
    }

    /** Takes entries that dots lead to their pages, without a heading. */
    private int dotted(List<Line> filled, int from) {
        int i = from;
        List<String> found = new ArrayList<>();
        while (i < filled.size()) {
            Matcher entry = DOTTED.matcher(Marker.plain(filled.get(i).text()));
            if (!entry.matches()) {
                break;
            }
            found.add(SourceText.normalise(entry.group(1)));
            i++;
        }
        if (found.size() < FEWEST) {
            return from;
        }
        filled.subList(from, i).forEach(line -> lines.add(line.number()));
        titles.addAll(found);
        return i;
    }
}
