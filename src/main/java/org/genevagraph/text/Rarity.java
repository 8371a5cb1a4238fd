package org.genevagraph.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How telling words are in a collection of passages: a word that stands in every third passage says little about which thing is meant, one that
 * stands in two says a lot.
 */
public final class Rarity {
    /** Which share of what a phrase tells must be in a text that describes it. */
    private static final double SHARE = 0.6;

    /** How rare what is found of it must be together: as one passage in twenty; among few passages, half as rare as can be. */
    private static final double LEAST = Math.log(20);

    private final Map<String, Integer> passages = new HashMap<>();
    private int count;

    /** Learns from the passages. */
    public Rarity(Iterable<String> texts) {
        for (String text : texts) {
            new HashSet<>(Words.of(text)).forEach(word -> passages.merge(word, 1, Integer::sum));
            count++;
        }
    }

    /** Whether a text describes what a phrase names: most of what the phrase tells is in it, and that is no commonplace. */
    public boolean describes(String text, String phrase) {
        double found = found(text, phrase);
        return found >= Math.min(LEAST, Math.log(count + 1.0) / 2) && found >= SHARE * all(phrase);
    }

    /** Which share of what a phrase tells is in a text, from 0 to 1; 0 if it tells nothing. */
    public double share(String phrase, String text) {
        double all = all(phrase);
        return all == 0 ? 0 : found(text, phrase) / all;
    }

    private double found(String text, String phrase) {
        Set<String> there = Set.copyOf(Words.of(text));
        return Words.telling(phrase).stream()
                .filter(word -> Words.holds(there, word))
                .mapToDouble(this::weight)
                .sum();
    }

    private double all(String phrase) {
        return Words.telling(phrase).stream().mapToDouble(this::weight).sum();
    }

    private double weight(String word) {
        return Math.log((count + 1.0) / (passages.getOrDefault(word, 0) + 1.0));
    }
}
