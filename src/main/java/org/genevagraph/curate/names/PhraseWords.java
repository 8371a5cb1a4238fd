package org.genevagraph.curate.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists of words by which descriptions of things are seen in a text, from tables among the resources. */
public final class PhraseWords {
    private static final String TABLE = "/curate/phrase-words.txt";
    private static final Lists LISTS = read(TABLE, " ");

    private PhraseWords() {}

    /**
     * Lists of words.
     *
     * @param table the resource that holds them
     * @param lists the words of each list by its name, in their order
     */
    public record Lists(String table, Map<String, Set<String>> lists) {
        public Lists {
            lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
        }

        /**
         * The words of a list.
         *
         * @throws IllegalArgumentException if the table has no such list
         */
        public Set<String> of(String list) {
            Set<String> words = lists.get(list);
            if (words == null) {
                throw new IllegalArgumentException(table + " has no list '" + list + "'");
            }
            return words;
        }
    }

    /** The words of a list of {@code phrase-words.txt}. */
    public static Set<String> of(String list) {
        return LISTS.of(list);
    }

    /** The words of a list as alternatives of a pattern. */
    public static String alternatives(String list) {
        return of(list).stream().sorted().collect(Collectors.joining("|"));
    }

    /** Words as alternatives of a pattern, taken as they stand, the longest first. */
    public static String alternatives(Collection<String> words) {
        return words.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /**
     * Reads lists, one a line: its name, a colon, and the words.
     *
     * @param table the resource
     * @param between what stands between two words, as a pattern
     */
    public static Lists read(String table, String between) {
        try (InputStream stream = PhraseWords.class.getResourceAsStream(table);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Lists(
                    table,
                    lines.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split(": ", 2))
                            .collect(Collectors.toMap(
                                    parts -> parts[0],
                                    parts -> words(parts[1].strip().split(between)),
                                    (one, other) -> {
                                        throw new IllegalStateException(table + " has a list twice: " + one);
                                    },
                                    LinkedHashMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String... words) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(words)));
    }
}
