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
        Set<String> there = Set.copyOf(Words.of(text));
        double all = 0;
        double found = 0;
        for (String word : Words.telling(phrase)) {
            double weight = weight(word);
            all += weight;
            found += Words.holds(there, word) ? weight : 0;
        }
        return found >= Math.min(LEAST, Math.log(count + 1.0) / 2) && found >= SHARE * all;
    }

    private double weight(String word) {
        return Math.log((count + 1.0) / (passages.getOrDefault(word, 0) + 1.0));
    }
}
