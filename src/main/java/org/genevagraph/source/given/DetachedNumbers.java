package org.genevagraph.source.given;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of paragraphs that stand below each other before the paragraphs themselves, as programs leave a list whose numbers are in a column of their
 * own: each is put before its paragraph if there are as many.
 */
final class DetachedNumbers {
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,3})([.)])\\s*");
    private static final Pattern BEGINS = Pattern.compile("\\s*[\\p{Lu}\\p{Lo}“«].*");
    private static final Pattern ENDS = Pattern.compile(".*[.;:。；]\\d{0,2}\\s*");
    private static final Pattern MARKED = Pattern.compile("\\s*(?:\\(?\\w{1,3}[.)]|\\f|•|[-–—]\\s).*");
    private static final int FEWEST = 2;

    private DetachedNumbers() {}

    /** A text with such numbers where they belong; every word stays on its line. */
    static String of(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = 0;
        while (at < lines.size()) {
            List<Integer> numbers = numbers(lines, at);
            if (numbers.size() < FEWEST) {
                at++;
                continue;
            }
            int behind = numbers.get(numbers.size() - 1) + 1;
            List<Integer> begins = begins(lines, behind, numbers.size());
            if (begins.size() == numbers.size()) {
                for (int i = 0; i < numbers.size(); i++) {
                    String number = lines.get(numbers.get(i)).strip();
                    lines.set(
                            begins.get(i),
                            number + " " + lines.get(begins.get(i)).strip());
                    lines.set(numbers.get(i), "");
                }
            }
            at = behind;
        }
        return String.join("\n", lines);
    }

    /** The lines from one on that hold numbers that count on, and nothing else. */
    private static List<Integer> numbers(List<String> lines, int from) {
        List<Integer> numbers = new ArrayList<>();
        int next = 0;
        for (int i = from; i < lines.size(); i++) {
            Matcher number = NUMBER.matcher(lines.get(i));
            boolean counts = number.matches() && (numbers.isEmpty() || Integer.parseInt(number.group(1)) == next);
            if (counts) {
                numbers.add(i);
                next = Integer.parseInt(number.group(1)) + 1;
            } else if (numbers.isEmpty() || !lines.get(i).isBlank()) {
                break;
            }
        }
        return numbers;
    }

    /** Where paragraphs begin; none if there are more or fewer before what is none of theirs. */
    private static List<Integer> begins(List<String> lines, int from, int wanted) {
        List<Integer> begins = new ArrayList<>();
        boolean afterBlank = true;
        boolean ended = true;
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                afterBlank = true;
                continue;
            }
            if (MARKED.matcher(line).matches()) {
                break;
            }
            if (ended && BEGINS.matcher(line).matches()) {
                if (begins.size() == wanted) {
                    return afterBlank ? begins : List.of();
                }
                begins.add(i);
            } else if (begins.isEmpty()) {
                return List.of();
            }
            ended = ENDS.matcher(line).matches();
            afterBlank = false;
        }
        return begins;
    }
}
