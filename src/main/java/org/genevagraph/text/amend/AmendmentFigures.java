package org.genevagraph.text.amend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.genevagraph.text.amend.AmendedText.AmendedPassage;
import org.genevagraph.text.read.passage.Passage;

/**
 * How much of a text its amendment changes, and where the terms do not fit.
 *
 * @param shares how many passages change: of all, of the paragraphs, of the items, of the paragraphs taken together with their items
 * @param counts how often each term was replaced
 * @param misfits where terms do not fit, in the order of their kinds
 */
public record AmendmentFigures(List<Share> shares, List<Count> counts, Map<Misfit.Kind, List<Place>> misfits) {
    private static final String PARAGRAPH = "paragraph";
    private static final String ITEM = "item";

    /**
     * How many of some passages change.
     *
     * @param what which passages
     * @param all how many there are
     * @param changed in how many a term was replaced
     */
    public record Share(String what, int all, int changed) {
        /** In how many nothing was replaced. */
        public int unchanged() {
            return all - changed;
        }

        /** In how many of a hundred nothing was replaced, for people; a dash if there are none. */
        public String unchangedPercent() {
            return all == 0 ? "–" : String.format("%.1f %%", 100.0 * unchanged() / all);
        }

        private static Share of(String what, Iterable<Boolean> changes) {
            int all = 0;
            int changed = 0;
            for (boolean change : changes) {
                all++;
                changed += change ? 1 : 0;
            }
            return new Share(what, all, changed);
        }
    }

    /**
     * How often a term was replaced.
     *
     * @param replacement the term and what stands in its place
     * @param times how often
     * @param words how often each of its spellings or words was replaced, in lower case unless they are acronyms
     */
    public record Count(Replacement replacement, int times, Map<String, Integer> words) {}

    /**
     * A place where a term does not fit.
     *
     * @param number the passage's number
     * @param misfit what does not fit there
     */
    public record Place(String number, Misfit misfit) {}

    public AmendmentFigures {
        shares = List.copyOf(shares);
        counts = List.copyOf(counts);
    }

    /** Counts. */
    public static AmendmentFigures of(AmendedText text) {
        Map<Misfit.Kind, List<Place>> misfits = new TreeMap<>();
        for (AmendedPassage passage : text.passages()) {
            for (Misfit misfit : passage.amendment().misfits()) {
                misfits.computeIfAbsent(misfit.kind(), key -> new ArrayList<>())
                        .add(new Place(passage.passage().number(), misfit));
            }
        }
        return new AmendmentFigures(
                List.of(
                        share("passages", text, passage -> true),
                        share("paragraphs", text, passage -> passage.kind().equals(PARAGRAPH)),
                        share("items", text, passage -> passage.kind().equals(ITEM)),
                        Share.of(
                                "paragraphs with their items",
                                changedParagraphs(text).values())),
                text.replacements().all().stream()
                        .map(replacement -> count(replacement, text))
                        .toList(),
                misfits);
    }

    private static Share share(String what, AmendedText text, Predicate<Passage> counted) {
        return Share.of(
                what,
                text.passages().stream()
                        .filter(passage -> counted.test(passage.passage()))
                        .map(passage -> passage.amendment().isChanged())
                        .toList());
    }

    /** Whether each paragraph changes, or one of the items below it. */
    private static Map<String, Boolean> changedParagraphs(AmendedText text) {
        Map<String, Passage> byNumber = new HashMap<>();
        text.passages().forEach(passage -> byNumber.put(passage.passage().number(), passage.passage()));
        Map<String, Boolean> changed = new LinkedHashMap<>();
        for (AmendedPassage passage : text.passages()) {
            Passage holder = passage.passage();
            while (holder != null && holder.kind().equals(ITEM)) {
                holder = byNumber.get(holder.parent());
            }
            if (holder != null && holder.kind().equals(PARAGRAPH)) {
                changed.merge(holder.number(), passage.amendment().isChanged(), Boolean::logicalOr);
            }
        }
        return changed;
    }

    private static Count count(Replacement replacement, AmendedText text) {
        Map<String, Integer> words = new TreeMap<>();
        int times = 0;
        for (AmendedPassage passage : text.passages()) {
            for (Segment.Replaced segment : passage.amendment().replaced()) {
                if (segment.replacement().equals(replacement.id())) {
                    times++;
                    words.merge(spelling(segment.original(), replacement), 1, Integer::sum);
                }
            }
        }
        return new Count(replacement, times, words);
    }

    /** The form as the table has it; a word that begins with one, in lower case. */
    private static String spelling(String original, Replacement replacement) {
        String words = original.toLowerCase(Locale.ROOT);
        return replacement.allForms().stream()
                .filter(form -> words.endsWith(form.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> words.substring(words.lastIndexOf(' ') + 1));
    }

    /** How many places there are where a term does not fit. */
    public int misfitCount() {
        return misfits.values().stream().mapToInt(List::size).sum();
    }
}
