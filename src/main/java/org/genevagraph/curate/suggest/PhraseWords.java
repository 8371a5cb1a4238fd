package org.genevagraph.curate.suggest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of words by which descriptions of things are seen in a text, from the table {@code curate/phrase-words.txt} among the resources. */
final class PhraseWords {
    private static final String TABLE = "/curate/phrase-words.txt";
    private static final Map<String, Set<String>> LISTS = read();

    private PhraseWords() {}

    /**
     * The words of a list.
     *
     * @throws IllegalArgumentException if the table has no such list
     */
    static Set<String> of(String list) {
        Set<String> words = LISTS.get(list);
        if (words == null) {
            throw new IllegalArgumentException(TABLE + " has no list '" + list + "'");
        }
        return words;
    }

    /** The words of a list as alternatives of a pattern. */
    static String alternatives(String list) {
        return of(list).stream().sorted().collect(Collectors.joining("|"));
    }

    private static Map<String, Set<String>> read() {
        try (InputStream table = PhraseWords.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toUnmodifiableMap(
                            parts -> parts[0], parts -> Set.copyOf(List.of(parts[1].split(" ")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
