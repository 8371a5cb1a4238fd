package org.genevagraph.source.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.source.text.ListNumbers;

/**
 * Pages on which two columns of prose stand side by side, as {@code pdftotext -layout} leaves them: they are read one below the other. Tables,
 * whose cells are short, stay as they are.
 */
public final class Columns {
    private static final Pattern BEHIND_A_GAP = Pattern.compile("(?:^|\\S)( {3,})(?=\\S)");
    private static final Pattern HANGING = Pattern.compile(".*\\S {2,}(\\S{1,6}) +");
    private static final int FEWEST_LINES = 4;
    private static final int DEEPEST_INDENT = 6;
    private static final double FEWEST_WORDS = 2.5;
    private static final double MOST_CROSSING = 0.3;
    private static final double FEWEST_SMALL = 0.25;
    private static final double FEWEST_OF_ALL = 0.4;

    private Columns() {}

    /** A text without columns: where a page has two, the left one comes first. */
    public static String unrolled(String text) {
        return Arrays.stream(text.split("(?=\f)", -1)).map(Columns::page).collect(Collectors.joining());
    }

    /** Whether a page has two columns. */
    static boolean has(String page) {
        List<String> lines = lines(page);
        return gutter(lines) > 0 || part(lines).isPresent();
    }

    private static List<String> lines(String page) {
        return page.replace("\r", "").lines().toList();
    }

    private static String page(String page) {
        List<String> lines = lines(page);
        int gutter = gutter(lines);
        if (gutter == 0) {
            return part(lines)
                    .map(part -> String.join("\n", lines.subList(0, part.from())) + "\n"
                            + page(String.join("\n", lines.subList(part.from(), part.end())), part.gutter())
                            + "\n" + page(String.join("\n", lines.subList(part.end(), lines.size())))
                            + (page.endsWith("\n") ? "\n" : ""))
                    .orElse(page);
        }
        return page(page, gutter);
    }

    private static String page(String page, int column) {
        List<String> lines = lines(page);
        int gutter = withNumbers(lines, column);
        List<String> read = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (String line : lines) {
            if (crosses(line, column)) {
                read.addAll(right);
                right.clear();
                read.add(line);
            } else {
                read.add(line.substring(0, Math.min(gutter, line.length())).stripTrailing());
                String behind = line.substring(Math.min(gutter, line.length()));
                if (!behind.isBlank() || !right.isEmpty()) {
                    right.add(behind);
                }
            }
        }
        read.addAll(right);
        return String.join("\n", withoutGaps(read)) + (page.endsWith("\n") ? "\n" : "");
    }

    /**
     * A part of a page that has two columns while what is above and below has not.
     *
     * @param from its first line
     * @param end behind its last
     * @param gutter where its right column begins
     */
    private record Part(int from, int end, int gutter) {}

    /** The first part of a page in which prose stands in two columns. */
    private static Optional<Part> part(List<String> lines) {
        return begins(lines).entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST_LINES)
                .map(Map.Entry::getKey)
                .flatMap(place -> part(lines, place).stream())
                .min(Comparator.comparingInt(Part::from));
    }

    private static Optional<Part> part(List<String> lines, int place) {
        int from = 0;
        while (from < lines.size()) {
            if (!isBoth(lines.get(from), place)) {
                from++;
                continue;
            }
            int end = from;
            while (end < lines.size() && !crosses(lines.get(end), place) && !isEnd(lines, end, place)) {
                end++;
            }
            if (isProse(lines.subList(from, end), place)) {
                return Optional.of(new Part(from, end, place));
            }
            from = end + 1;
        }
        return Optional.empty();
    }

    /** Whether a line that stands in the left column alone is below the columns: behind a blank line, with no line of both below it. */
    private static boolean isEnd(List<String> lines, int at, int place) {
        return !lines.get(at).isBlank()
                && at > 0
                && lines.get(at - 1).isBlank()
                && lines.get(at).stripTrailing().length() < place
                && lines.subList(at, lines.size()).stream()
                        .takeWhile(line -> !crosses(line, place))
                        .noneMatch(line -> isBoth(line, place));
    }

    private static boolean isBoth(String line, int place) {
        return !crosses(line, place)
                && line.length() > place
                && !line.substring(0, place).isBlank()
                && !line.substring(place).isBlank();
    }

    /** Whether both columns hold sentences that go on from line to line; the cells of a table do not. */
    private static boolean isProse(List<String> lines, int place) {
        List<String> both = lines.stream().filter(line -> isBoth(line, place)).toList();
        List<String> left = both.stream().map(line -> line.substring(0, place)).toList();
        List<String> right = both.stream().map(line -> line.substring(place)).toList();
        return both.size() >= FEWEST_LINES && goesOn(left) && goesOn(right);
    }

    private static boolean goesOn(List<String> parts) {
        long small = parts.stream()
                .filter(part -> Character.isLowerCase(part.strip().codePointAt(0)))
                .count();
        return words(parts) >= FEWEST_WORDS && small >= parts.size() * FEWEST_SMALL;
    }

    /** Where the right column begins with the numbers that hang before its paragraphs. */
    private static int withNumbers(List<String> lines, int column) {
        return lines.stream()
                .filter(line -> isBoth(line, column))
                .map(line -> HANGING.matcher(line.substring(0, column)))
                .filter(number -> number.matches() && ListNumbers.isOne(number.group(1)))
                .mapToInt(number -> number.start(1))
                .min()
                .orElse(column);
    }

    /** The lines with no more than one blank one at a time. */
    private static List<String> withoutGaps(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()
                    || (!kept.isEmpty() && !kept.get(kept.size() - 1).isBlank())) {
                kept.add(line);
            }
        }
        return kept;
    }

    /** The place at which the lines of the right column begin; 0 if there is none. */
    private static int gutter(List<String> lines) {
        return begins(lines).entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST_LINES)
                .map(Map.Entry::getKey)
                .filter(place -> divides(lines, place))
                .findFirst()
                .orElse(0);
    }

    /** How many lines go on behind a gap, by the place where they do. */
    private static Map<Integer, Integer> begins(List<String> lines) {
        Map<Integer, Integer> begins = new TreeMap<>();
        for (String line : lines) {
            Matcher matcher = BEHIND_A_GAP.matcher(line);
            while (matcher.find()) {
                begins.merge(matcher.end(1), 1, Integer::sum);
            }
        }
        return begins;
    }

    private static boolean divides(List<String> lines, int place) {
        List<String> filled = lines.stream().filter(line -> !line.isBlank()).toList();
        List<String> both = filled.stream()
                .filter(line -> !crosses(line, place))
                .filter(line ->
                        line.length() > place && !line.substring(0, place).isBlank())
                .toList();
        long crossing = filled.stream().filter(line -> crosses(line, place)).count();
        return both.size() >= FEWEST_LINES
                && crossing <= both.size() * MOST_CROSSING
                && both.size() >= filled.size() * FEWEST_OF_ALL
                && words(both.stream().map(line -> line.substring(0, place)).toList()) >= FEWEST_WORDS
                && words(both.stream().map(line -> line.substring(place)).toList()) >= FEWEST_WORDS;
    }

    private static double words(List<String> parts) {
        return parts.stream()
                .mapToLong(part -> Arrays.stream(part.strip().split("\\s+", -1))
                        .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                        .count())
                .average()
                .orElse(0);
    }

    /** Whether words of a line stand where the columns part. */
    private static boolean crosses(String line, int place) {
        if (line.length() <= place) {
            return line.stripTrailing().length() > place - 1;
        }
        String right = line.substring(place);
        int indent = right.length() - right.stripLeading().length();
        return !line.substring(Math.max(0, place - 2), place).isBlank()
                || (indent > DEEPEST_INDENT && !right.isBlank());
    }
}
