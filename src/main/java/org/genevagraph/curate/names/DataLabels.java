package org.genevagraph.curate.names;

import java.util.Locale;
import java.util.Map;

/** What the labels of the data lines of a profile tell of its body, by {@code data-lines.txt}. */
public final class DataLabels {
    private static final PhraseWords.Lists LABELS = PhraseWords.read("/curate/data-lines.txt", " \\| ");

    private DataLabels() {}

    /** What a label tells, such as {@code acronym} or {@code kind}; empty if it tells no fact. */
    public static String told(String label) {
        String small = label.toLowerCase(Locale.ROOT);
        return LABELS.lists().entrySet().stream()
                .filter(entry -> entry.getValue().contains(small))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
