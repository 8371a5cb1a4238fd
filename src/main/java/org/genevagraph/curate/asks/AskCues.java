package org.genevagraph.curate.asks;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.genevagraph.curate.names.PhraseWords;

/** The words by which it is seen whom a text asks, from the table {@code curate/ask-cues.txt} among the resources. */
final class AskCues {
    private static final PhraseWords.Lists LISTS = PhraseWords.read("/curate/ask-cues.txt", " \\| ");

    private AskCues() {}

    static Set<String> of(String list) {
        return LISTS.of(list);
    }

    /** The words of a list as alternatives of a pattern, the longest first. */
    static String alternatives(String list) {
        return PhraseWords.alternatives(of(list));
    }

    /** Any form of the verbs of a list: call upon, calls upon, calling upon. */
    static String verbs(String list) {
        return PhraseWords.alternatives(
                of(list).stream().flatMap(AskCues::forms).toList());
    }

    private static Stream<String> forms(String verb) {
        List<String> words = Arrays.asList(verb.split(" ", 2));
        String first = words.get(0);
        String behind = words.size() > 1 ? " " + words.get(1) : "";
        String stem = first.replaceFirst("e$", "");
        return Stream.of(first, first + "s", stem + "ed", stem + "ing").map(form -> form + behind);
    }
}
