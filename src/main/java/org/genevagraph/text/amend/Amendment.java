package org.genevagraph.text.amend;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the replacement of terms makes of a passage. Both the original and the amended words can be had from it.
 *
 * @param segments all of the passage's words, in their order
 * @param unreached places where a term stands but cannot be replaced
 */
public record Amendment(List<Segment> segments, List<Misfit> unreached) {
    public Amendment {
        segments = List.copyOf(segments);
        unreached = List.copyOf(unreached);
    }

    /** The words of the original, to the letter. */
    public String original() {
        return segments.stream().map(Segment::original).collect(Collectors.joining());
    }

    /** The words of the amended passage. */
    public String amended() {
        return segments.stream().map(Segment::amended).collect(Collectors.joining());
    }

    /** The segments whose words were replaced. */
    public List<Segment.Replaced> replaced() {
        return segments.stream()
                .filter(Segment.Replaced.class::isInstance)
                .map(Segment.Replaced.class::cast)
                .toList();
    }

    /** Whether anything was replaced. */
    public boolean isChanged() {
        return !replaced().isEmpty();
    }

    /** How often a term was replaced. */
    public int count(Replacement replacement) {
        return (int) replaced().stream()
                .filter(segment -> segment.replacement().equals(replacement.id()))
                .count();
    }

    /** All places where a term does not fit. */
    public List<Misfit> misfits() {
        return Stream.concat(replaced().stream().flatMap(segment -> segment.misfits().stream()), unreached.stream())
                .toList();
    }
}
