package org.genevagraph.syntax;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IRI where it stands in Turtle or SPARQL, whose words look the same.
 *
 * @param iri the IRI in full
 * @param written how it is written there
 * @param line the line, counted from 1
 */
public record TermUse(String iri, String written, int line) {
    private static final String LETTER = "A-Za-z\\u00C0-\\uFFFD";
    private static final Pattern WORD = Pattern.compile(
            "(?s)#[^\\n]*" // a comment
                    + "|\"\"\".*?(?:(?<!\\\\)\"\"\"|\\z)|'''.*?(?:(?<!\\\\)'''|\\z)" // long strings
                    + "|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'"
                    + "|<(?<iri>[^<>\"{}|^`\\\\\\s]*)>"
                    + "|[?$]\\w+" // a variable
                    + "|@(?:prefix|base)\\b|@[A-Za-z][A-Za-z0-9-]*"
                    + "|(?<prefix>(?:[" + LETTER + "](?:[" + LETTER + "0-9_.-]*[" + LETTER + "0-9_-])?)?|_):"
                    + "(?<local>(?:[" + LETTER + "0-9_:-](?:[" + LETTER + "0-9_.:-]|%[0-9A-Fa-f]{2}|\\\\.)*)?)"
                    + "|[" + LETTER + "_]\\w*");

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    /** What was found before, for the same reason as in {@link SparqlText}. */
    private static final Cache<Read, List<TermUse>> FOUND = Caffeine.newBuilder()
            .maximumWeight(4_000_000)
            .weigher((Read read, List<TermUse> uses) -> read.text().length())
            .build();

    private record Read(String text, Map<String, String> prefixes, int firstLine) {}

    /**
     * All in a text.
     *
     * @param prefixes namespaces by prefix that hold without being declared there
     * @param firstLine the line on which the text begins
     */
    public static List<TermUse> in(String text, Map<String, String> prefixes, int firstLine) {
        return FOUND.get(new Read(text, Map.copyOf(prefixes), firstLine), TermUse::find);
    }

    private static List<TermUse> find(Read read) {
        String text = read.text();
        List<TermUse> uses = new ArrayList<>();
        Map<String, String> known = new HashMap<>(read.prefixes());
        Matcher words = WORD.matcher(text);
        int line = read.firstLine();
        int counted = 0;
        // After PREFIX comes the prefix, then its namespace.
        boolean declares = false;
        String declared = null;
        while (words.find()) {
            for (; counted < words.start(); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            String word = words.group();
            if (words.group("iri") != null) {
                String iri = words.group("iri");
                if (declared != null) {
                    known.put(declared, iri);
                } else if (!declares && ABSOLUTE.matcher(iri).matches()) {
                    uses.add(new TermUse(iri, word, line));
                }
                declares = false;
                declared = null;
            } else if (words.group("prefix") != null) {
                if (declares) {
                    declared = words.group("prefix");
                } else {
                    prefixed(words, known, line).ifPresent(uses::add);
                }
            } else if (!word.startsWith("#")) {
                String bare = word.replaceFirst("^@", "");
                declares = bare.equalsIgnoreCase("prefix") || bare.equalsIgnoreCase("base");
                declared = null;
            }
        }
        return List.copyOf(uses);
    }

    private static Optional<TermUse> prefixed(Matcher words, Map<String, String> known, int line) {
        String namespace = known.get(words.group("prefix"));
        // A full stop at the end belongs to the statement.
        String local = words.group("local").replaceFirst("\\.+$", "").replaceAll("\\\\(.)", "$1");
        String written = words.group("prefix") + ":" + local;
        return namespace == null ? Optional.empty() : Optional.of(new TermUse(namespace + local, written, line));
    }
}
