package org.genevagraph.query.names;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of names that people write short, in English and in French: "uni geneve", "intl", « org. ». */
final class Abbreviations {
    /** Each with what it stands for in English, and in French. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("uni", List.of("university", "universite")),
            Map.entry("univ", List.of("university", "universite")),
            Map.entry("inst", List.of("institute", "institut")),
            Map.entry("intl", List.of("international", "internationale")),
            Map.entry("int'l", List.of("international", "internationale")),
            Map.entry("org", List.of("organization", "organisation")),
            Map.entry("govt", List.of("government", "gouvernement")),
            Map.entry("gov", List.of("government", "gouvernement")),
            Map.entry("dept", List.of("department", "departement")),
            Map.entry("assoc", List.of("association", "association")),
            Map.entry("comm", List.of("commission", "commission")),
            Map.entry("conf", List.of("conference", "conference")),
            Map.entry("fed", List.of("federal", "federal")));

    private Abbreviations() {}

    /** A name with its short words in full, in each language; none if it has no short words. */
    static List<String> inFull(String name) {
        List<String> words = List.of(Spelling.folded(name).split(" "));
        if (words.stream().noneMatch(word -> WORDS.containsKey(bare(word)))) {
            return List.of();
        }
        return Stream.of(0, 1)
                .map(language -> words.stream()
                        .map(word -> WORDS.containsKey(bare(word))
                                ? WORDS.get(bare(word)).get(language)
                                : word)
                        .collect(Collectors.joining(" ")))
                .distinct()
                .toList();
    }

    private static String bare(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }
}
