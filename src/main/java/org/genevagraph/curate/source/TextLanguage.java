package org.genevagraph.curate.source;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.source.text.SourceText;

/** In which language a text is written, by the small words that stand in it most often. */
final class TextLanguage {
    private static final Map<String, Set<String>> COMMON = Map.of(
            "en", Set.of("the", "of", "and", "to", "in", "is", "that", "with", "by"),
            "fr", Set.of("le", "la", "les", "des", "et", "du", "une", "dans", "pour", "est"),
            "es", Set.of("el", "los", "las", "y", "del", "una", "para", "es", "con", "en"));

    /** Scripts in which one of the languages of the United Nations is written, and most of what is read here in them. */
    private static final Map<Character.UnicodeScript, String> SCRIPTS = Map.of(
            Character.UnicodeScript.HAN, "zh",
            Character.UnicodeScript.CYRILLIC, "ru",
            Character.UnicodeScript.ARABIC, "ar");

    private TextLanguage() {}

    /** The language, as its code. */
    static String of(SourceText text) {
        List<String> words = text.lines().stream()
                .flatMap(line -> Stream.of(SourceText.normalise(line.text()).split(" ", -1)))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        Optional<String> written = words.stream()
                .flatMap(word -> word.codePoints().mapToObj(Character.UnicodeScript::of))
                .filter(script -> script != Character.UnicodeScript.COMMON)
                .collect(Collectors.groupingBy(script -> script, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> SCRIPTS.get(most.getKey()));
        if (written.isPresent()) {
            return written.get();
        }
        return COMMON.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Set<String>>>comparingLong(entry -> words.stream()
                                .filter(entry.getValue()::contains)
                                .count())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse("en");
    }
}
