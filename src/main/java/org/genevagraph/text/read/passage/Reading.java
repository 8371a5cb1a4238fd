package org.genevagraph.text.read.passage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.problem.Problem;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.read.line.Marker;

/**
 * What a reader got out of a text. Every line that is not blank is in a passage, in a problem or left out.
 *
 * @param passages in the order of the text
 * @param gaps numbers that are missing between others
 * @param alignments rows of a matrix
 * @param facilitations rows of an annex of facilitators
 * @param leftOut lines that are no words of the text, such as page numbers; what they are is told in the problems
 * @param problems what is not as a text of its form should be: warnings, for what can be read is of use all the same
 */
public record Reading(
        List<Passage> passages,
        List<Gap> gaps,
        List<Alignment> alignments,
        List<Facilitation> facilitations,
        List<Integer> leftOut,
        List<Problem> problems) {
    public Reading {
        passages = List.copyOf(passages);
        gaps = List.copyOf(gaps);
        alignments = List.copyOf(alignments);
        facilitations = List.copyOf(facilitations);
        leftOut = List.copyOf(leftOut);
        problems = List.copyOf(problems);
    }

    /**
     * A number that is missing.
     *
     * @param number the number that should be there
     * @param line the line before which it should stand
     */
    public record Gap(String number, int line) {}

    /** The passage with this number. */
    public Optional<Passage> passage(String number) {
        return passages.stream()
                .filter(passage -> passage.number().equals(number))
                .findFirst();
    }

    /**
     * The gaps as warnings, those before one line together.
     *
     * @param file how to call the file when talking to people
     */
    public List<Problem> missing(String file) {
        Map<Integer, List<String>> byLine = new TreeMap<>();
        gaps.forEach(gap ->
                byLine.computeIfAbsent(gap.line(), key -> new ArrayList<>()).add(gap.number()));
        return byLine.entrySet().stream()
                .map(entry -> {
                    List<String> numbers = entry.getValue();
                    String all = numbers.size() < 3
                            ? String.join(" and ", numbers)
                            : numbers.get(0) + " to " + numbers.get(numbers.size() - 1);
                    return Problem.warning(
                            file,
                            entry.getKey(),
                            "",
                            all + (numbers.size() == 1 ? " is" : " are") + " missing before this line",
                            "nothing to do if the document has a gap there");
                })
                .toList();
    }

    /** Collects what a reader finds. */
    public static final class Builder {
        /** What a rule above footnotes is called, which has no words that could be missed. */
        public static final String RULE = "a rule";

        private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

        private final SourceText text;
        private final Map<String, Passage> passages = new LinkedHashMap<>();
        private final List<Gap> gaps = new ArrayList<>();
        private final List<Alignment> alignments = new ArrayList<>();
        private final List<Facilitation> facilitations = new ArrayList<>();
        private final Map<Integer, String> leftOut = new TreeMap<>();
        private int footnotes;
        private final List<Problem> problems = new ArrayList<>();

        /** Begins to read a text. */
        public Builder(SourceText text) {
            this.text = text;
        }

        /** Adds a passage that is a whole line. */
        public boolean add(String number, String kind, String parent, Line line) {
            return add(number, kind, parent, line, 0, line);
        }

        /**
         * Adds a passage; a second one of the same number is a problem instead.
         *
         * @param from how many of the first line's characters are its number
         */
        public boolean add(String number, String kind, String parent, Line first, int from, Line last) {
            String words = SourceText.normalise(text.between(first.start() + from, last.end()));
            return add(number, kind, parent, words, first, from, last);
        }

        /** Adds a passage that is a block without its marker. */
        public boolean add(String number, String kind, String parent, Block block) {
            return add(
                    number,
                    kind,
                    parent,
                    block.words(),
                    block.first(),
                    block.marker().end(),
                    block.last());
        }

        /** Adds a footnote, below the passage that has its mark; one without a number gets the next. */
        public void addFootnote(Block block) {
            String mark = block.marker().number();
            String number = "footnote." + mark;
            if (mark.isEmpty()) {
                do {
                    footnotes++;
                } while (has("footnote." + footnotes));
                number = "footnote." + footnotes;
            }
            int again = 2;
            String first = number;
            while (has(number)) {
                number = first + "." + again;
                again++;
            }
            String parent = block.marker().style().equals(Marker.SLASH)
                    ? holding(mark + "/")
                    : mark.isEmpty() ? holding(block.marker().style()) : marked(mark);
            add(number, "footnote", parent, block);
        }

        /** Adds a passage that is a block with its marker. */
        public boolean addWhole(String number, String kind, String parent, Block block) {
            return add(number, kind, parent, block.whole(), block.first(), 0, block.last());
        }

        /** Numbers are written in small letters, as the tables write them. */
        private boolean add(
                String asWritten, String kind, String parent, String words, Line first, int from, Line last) {
            String number = asWritten.toLowerCase(Locale.ROOT);
            String raw = text.between(first.start() + from, last.end());
            if (words.isEmpty()) {
                problem(first.number(), number + " has no words", "give the text in full");
                return false;
            }
            Passage earlier = passages.get(number);
            if (earlier != null) {
                String repeated = number + " stands already on line " + earlier.line()
                        + (earlier.text().equals(words) ? ", in the same words" : ", in other words");
                for (int line = first.number(); line <= last.number(); line++) {
                    problem(line, repeated, "keep the one that the document has");
                }
                return false;
            }
            int begin = first.start() + from + indent(raw);
            int end = last.end() - indent(new StringBuilder(raw).reverse());
            passages.put(
                    number,
                    new Passage(
                            number,
                            kind,
                            parent.toLowerCase(Locale.ROOT),
                            words,
                            first.number(),
                            last.number(),
                            text.codePointsBefore(begin),
                            text.codePointsBefore(end),
                            text.before(begin),
                            text.after(end)));
            return true;
        }

        /** How many characters of any white space stand at the beginning. */
        private static int indent(CharSequence words) {
            int at = 0;
            while (at < words.length()
                    && (Character.isWhitespace(words.charAt(at)) || Character.isSpaceChar(words.charAt(at)))) {
                at++;
            }
            return at;
        }

        /** Whether there is a passage with this number already. */
        public boolean has(String number) {
            return passages.containsKey(number.toLowerCase(Locale.ROOT));
        }

        /** The words of a passage that was added; empty if it was not. */
        public String words(String number) {
            Passage passage = passages.get(number.toLowerCase(Locale.ROOT));
            return passage == null ? "" : passage.text();
        }

        /** The number of the first passage whose words hold a mark; empty if none does. */
        public String holding(String mark) {
            return passages.values().stream()
                    .filter(passage -> passage.text().contains(mark))
                    .map(Passage::number)
                    .findFirst()
                    .orElse("");
        }

        /** The number of the first passage that has a footnote's number behind one of its words; empty if none does. */
        public String marked(String footnote) {
            String number = Pattern.quote(footnote) + "(?![\\d\\p{L}])";
            if (Character.isLetter(footnote.charAt(0))) {
                return matching("\\p{P}" + number).orElse("");
            }
            String raised = footnote.chars()
                    .mapToObj(c -> String.valueOf(RAISED.charAt(c - '0')))
                    .collect(Collectors.joining());
            // In 79/1 and in 2.1 the last number is none of a note, unless nothing else is.
            return matching("(?<![" + RAISED + "])" + raised + "(?![" + RAISED + "])")
                    .or(() -> matching("(?:[\\p{L}\\p{M}]|(?<!\\d)[\\p{P}&&[^/(\\[\\-]])" + number))
                    .or(() -> matching("[\\p{L}\\p{M}\\p{P}]" + number))
                    .orElse("");
        }

        private Optional<String> matching(String mark) {
            Pattern pattern = Pattern.compile(mark);
            return passages.values().stream()
                    .filter(passage -> pattern.matcher(passage.text()).find())
                    .map(Passage::number)
                    .findFirst();
        }

        /** A number that is missing before a line. */
        public void gap(String number, int line) {
            gaps.add(new Gap(number, line));
        }

        /** What is wrong at a line. */
        public void problem(int line, String message, String fix) {
            problems.add(Problem.warning(text.file(), line, "", message, fix));
        }

        /** Leaves out a line that is no words of the text. */
        public void leaveOut(int line, String what) {
            leftOut.put(line, what);
        }

        /** Tells what was left out: one line for each kind, at the first of its places. */
        private void tellLeftOut() {
            Map<String, List<Integer>> byKind = new TreeMap<>();
            leftOut.forEach((line, what) ->
                    byKind.computeIfAbsent(what, key -> new ArrayList<>()).add(line));
            byKind.remove(RULE);
            byKind.forEach((what, lines) -> {
                String others = lines.stream().skip(1).map(Object::toString).collect(Collectors.joining(", "));
                problem(
                        lines.get(0),
                        "was taken for " + what + " and left out"
                                + (others.isEmpty()
                                        ? ""
                                        : lines.size() == 2 ? ", as was line " + others : ", as were lines " + others),
                        "see whether it belongs to the text");
            });
        }

        /** Adds what a row of a matrix sets beside a commitment. */
        public void add(Alignment alignment) {
            alignments.add(alignment);
        }

        /** Adds who facilitates a line. */
        public void add(Facilitation facilitation) {
            facilitations.add(facilitation);
        }

        /** What was read. */
        public Reading build() {
            tellLeftOut();
            // A number that was missing where it was expected may have come later, out of its order.
            gaps.removeIf(gap -> passages.containsKey(gap.number()));
            return new Reading(
                    new ArrayList<>(passages.values()),
                    gaps,
                    alignments,
                    facilitations,
                    new ArrayList<>(leftOut.keySet()),
                    problems);
        }
    }
}
