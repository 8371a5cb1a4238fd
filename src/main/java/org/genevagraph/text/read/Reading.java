package org.genevagraph.text.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.problem.Problem;
import org.genevagraph.source.SourceText;
import org.genevagraph.source.SourceText.Line;

/**
 * What a reader got out of a text. Every line that is not blank is in a passage or in a problem.
 *
 * @param passages in the order of the text
 * @param gaps numbers that are missing between others
 * @param alignments rows of a matrix
 * @param facilitations rows of an annex of facilitators
 * @param problems what is not as a text of its form should be: warnings, for what can be read is of use all the same
 */
public record Reading(
        List<Passage> passages,
        List<Gap> gaps,
        List<Alignment> alignments,
        List<Facilitation> facilitations,
        List<Problem> problems) {
    public Reading {
        passages = List.copyOf(passages);
        gaps = List.copyOf(gaps);
        alignments = List.copyOf(alignments);
        facilitations = List.copyOf(facilitations);
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

    /** Collects what a reader finds. */
    static final class Builder {
        private final SourceText text;
        private final Map<String, Passage> passages = new LinkedHashMap<>();
        private final List<Gap> gaps = new ArrayList<>();
        final List<Alignment> alignments = new ArrayList<>();
        final List<Facilitation> facilitations = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Builder(SourceText text) {
            this.text = text;
        }

        /** Adds a passage that is a whole line. */
        boolean add(String number, String kind, String parent, Line line) {
            return add(number, kind, parent, line, 0, line);
        }

        /**
         * Adds a passage; a second one of the same number is a problem instead.
         *
         * @param from how many of the first line's characters are its number
         */
        boolean add(String number, String kind, String parent, Line first, int from, Line last) {
            String raw = text.between(first.start() + from, last.end());
            String words = SourceText.normalise(raw);
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
            int begin = first.start() + from + raw.length() - raw.stripLeading().length();
            int end = begin + raw.strip().length();
            passages.put(
                    number,
                    new Passage(
                            number,
                            kind,
                            parent,
                            words,
                            first.number(),
                            last.number(),
                            SourceText.codePointsBefore(first, begin),
                            SourceText.codePointsBefore(last, end),
                            text.before(begin),
                            text.after(end)));
            return true;
        }

        /** Whether there is a passage with this number already. */
        boolean has(String number) {
            return passages.containsKey(number);
        }

        /** The words of a passage that was added; empty if it was not. */
        String words(String number) {
            Passage passage = passages.get(number);
            return passage == null ? "" : passage.text();
        }

        /** The number of the first passage whose words hold a mark; empty if none does. */
        String holding(String mark) {
            return passages.values().stream()
                    .filter(passage -> passage.text().contains(mark))
                    .map(Passage::number)
                    .findFirst()
                    .orElse("");
        }

        void gap(String number, int line) {
            gaps.add(new Gap(number, line));
        }

        void problem(int line, String message, String fix) {
            problems.add(Problem.warning(text.file(), line, "", message, fix));
        }

        Reading build() {
            // A number that was missing where it was expected may have come later, out of its order.
            gaps.removeIf(gap -> passages.containsKey(gap.number()));
            return new Reading(new ArrayList<>(passages.values()), gaps, alignments, facilitations, problems);
        }
    }
}
