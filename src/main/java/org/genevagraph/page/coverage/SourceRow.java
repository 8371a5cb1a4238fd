package org.genevagraph.page.coverage;

import java.text.NumberFormat;
import java.util.List;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.snapshot.Snapshot;

/**
 * What one source text gave.
 *
 * @param document the text
 * @param form how it is built
 * @param publishers who publishes it, as far as a source says
 * @param about whom it profiles
 * @param lastRead the day on which it was last read against the tables; empty if nobody says
 * @param counts its passages and what cites them
 * @param silent how many of its passages somebody has read and found no fact in
 */
public record SourceRow(
        Link document,
        String form,
        List<Link> publishers,
        List<Link> about,
        String lastRead,
        Snapshot.SourceCount counts,
        long silent) {
    public SourceRow {
        publishers = List.copyOf(publishers);
        about = List.copyOf(about);
    }

    /** Statements and figures for each passage, with one decimal, as the language writes it. */
    public String factsPerPassage(Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return counts.passages() == 0
                ? ""
                : format.format((double) (counts.statements() + counts.figures()) / counts.passages());
    }
}
