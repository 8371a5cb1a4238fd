package org.genevagraph.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words in which some parts name things.
 *
 * @param parts the parts in their order, which read as a sentence when they are put together
 */
public record Phrase(List<Part> parts) implements Comparable<Phrase> {
    /**
     * A part of a phrase.
     *
     * @param text its words
     * @param iri the IRI of what it names; empty if it names nothing
     */
    public record Part(String text, String iri) {}

    public Phrase {
        parts = List.copyOf(parts);
    }

    /** Words that name nothing. */
    static Phrase of(String text) {
        return new Phrase(text.isEmpty() ? List.of() : List.of(new Part(text, "")));
    }

    /** The name of something. */
    static Phrase naming(String text, String iri) {
        return new Phrase(List.of(new Part(text, iri)));
    }

    /** This and then another. */
    Phrase and(Phrase other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts());
        return new Phrase(all);
    }

    /** This and then words that name nothing. */
    Phrase and(String text) {
        return and(of(text));
    }

    /** Phrases with words between them. */
    static Phrase joined(List<Phrase> phrases, String between) {
        Phrase all = of("");
        for (int i = 0; i < phrases.size(); i++) {
            all = all.and(i == 0 ? "" : between).and(phrases.get(i));
        }
        return all;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** All its words. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    @Override
    public int compareTo(Phrase other) {
        return Comparator.comparing(Phrase::text).compare(this, other);
    }

    /** Its words, as if it were a string. */
    @Override
    public String toString() {
        return text();
    }
}
