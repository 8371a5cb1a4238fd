package org.genevagraph.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.HighlightFlag;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.genevagraph.query.search.Highlighted.Segment;

/** Marks words in texts; of a long text it shows the places that have most of them. */
final class Highlighter {
    private static final int LONG = 400;
    private static final int SNIPPET_CHARACTERS = 160;
    private static final int MOST_SNIPPETS = 2;
    private static final String CUT = "…";

    private static final UnifiedHighlighter WHOLE = highlighter(WholeBreakIterator::new);
    private static final UnifiedHighlighter SNIPPETS = highlighter(() -> LengthGoalBreakIterator.createMinLength(
            BreakIterator.getWordInstance(Locale.ROOT), SNIPPET_CHARACTERS, 0.5f));

    private Highlighter() {}

    private static UnifiedHighlighter highlighter(Supplier<BreakIterator> parts) {
        return UnifiedHighlighter.builderWithoutSearcher(SearchWords.ANALYZER)
                .withFlags(Set.of(HighlightFlag.MULTI_TERM_QUERY))
                .withBreakIterator(parts)
                .withFormatter(new Segments())
                .withMaxNoHighlightPassages(0)
                .withMaxLength(Integer.MAX_VALUE - 1)
                .build();
    }

    /**
     * Marks what a query is after.
     *
     * @param field the field of the query's terms
     */
    static Highlighted mark(String text, String field, Query query) {
        try {
            Object marked = (text.length() <= LONG ? WHOLE : SNIPPETS)
                    .highlightWithoutSearcher(field, query, text, text.length() <= LONG ? 1 : MOST_SNIPPETS);
            return marked instanceof Highlighted highlighted ? highlighted : Highlighted.plain(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Segments extends PassageFormatter {
        @Override
        public Highlighted format(Passage[] passages, String text) {
            List<Segment> segments = new ArrayList<>();
            int shown = 0;
            for (Passage passage : passages) {
                if (passage.getStartOffset() > shown) {
                    segments.add(new Segment(shown == 0 ? CUT + " " : " " + CUT + " ", false));
                }
                shown = add(passage, text, segments);
            }
            if (shown < text.length()) {
                segments.add(new Segment(" " + CUT, false));
            }
            return new Highlighted(segments);
        }

        /** Adds a passage without blanks around it, and tells where it ends. */
        private static int add(Passage passage, String text, List<Segment> segments) {
            int done = passage.getStartOffset();
            int last = passage.getEndOffset();
            while (done < last && text.charAt(done) == ' ') {
                done++;
            }
            while (last > done && text.charAt(last - 1) == ' ') {
                last--;
            }
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = passage.getMatchStarts()[i];
                int end = passage.getMatchEnds()[i];
                if (start < done) {
                    // The same word in another form.
                    continue;
                }
                if (start > done) {
                    segments.add(new Segment(text.substring(done, start), false));
                }
                segments.add(new Segment(text.substring(start, end), true));
                done = end;
            }
            if (last > done) {
                segments.add(new Segment(text.substring(done, last), false));
            }
            return last;
        }
    }
}
