package org.genevagraph.query.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.genevagraph.vocabulary.Iris;

/** What surrounds names while the sentences are made in which they stand, until the grammar of a language has read them. */
public final class Spoken {
    /** Before a name in the language of the sentence. */
    static final char BEGINS = '\u0001';

    /** Before a name in English, in a sentence of another language. */
    static final char BEGINS_ENGLISH = '\u0003';

    /** Before a name that takes no article, whatever it is made of. */
    static final char BEGINS_BARE = '\u0004';

    /** After a name. */
    static final char ENDS = '\u0002';

    /** Looks whether a sentence goes on behind a name, with a word or with another name. */
    static final String GOES_ON = "(?=([ \\u00A0][\\p{L}\\p{N}«“" + BEGINS + BEGINS_ENGLISH + BEGINS_BARE + "])?)";

    /** A name that ends with what is said beside it – Centre de politique de sécurité, Genève – and not with the last of several, or in quotation marks. */
    private static final Pattern BESIDE =
            Pattern.compile("(?!.*(?:\\([^)]*,[^)]*\\)|[”»])$).*, (?!(?:.* )?(?:et|ou|and|or|&) )[^,]+");

    private static final Set<String> CONCEPTS = Set.of("issue", "actor-group");
    private static final Set<String> SENTENCES = Set.of("commitment", "sdg", "objective", "action-line");

    private Spoken() {}

    /** A name as it is put into a sentence. */
    static String named(String name, char begins) {
        return begins + name + ENDS;
    }

    /** Whether a thing is a passage, which is called as people cite it. */
    static boolean isPassage(String iri) {
        return Iris.kind(iri).equals("passage");
    }

    /** Whether a thing is a concept, so that its name is a common noun. */
    static boolean isConcept(String iri) {
        return CONCEPTS.contains(Iris.kind(iri));
    }

    /** Whether the name of a thing is small within a sentence: that of a concept, unless it is an acronym. */
    static boolean isCommon(String name, String iri) {
        return name.length() > 1 && !Character.isUpperCase(name.charAt(1)) && isConcept(iri);
    }

    /** Whether the name of a thing is a sentence or a title of its own, and stands in quotation marks within another. */
    static boolean isSentence(String iri) {
        return SENTENCES.contains(Iris.kind(iri));
    }

    static String small(String name, Locale locale) {
        return name.substring(0, 1).toLowerCase(locale) + name.substring(1);
    }

    static String capital(String text, boolean wanted, Locale locale) {
        return wanted ? text.substring(0, 1).toUpperCase(locale) + text.substring(1) : text;
    }

    /** A name with the comma that closes what it ends with, where something stands behind it. */
    public static String closed(String name) {
        return closed(name, name, "");
    }

    /**
     * A name with the comma that closes what it ends with, if the sentence goes on behind it.
     *
     * @param said the name as the sentence has it
     * @param goesOn what {@link #GOES_ON} found; null if the sentence does not
     */
    static String closed(String said, String name, String goesOn) {
        return goesOn != null && BESIDE.matcher(name).matches() ? said + "," : said;
    }

    /** The rows of a table among the program's resources, without its head. */
    static List<String[]> rows(String table) {
        try (InputStream in = Spoken.class.getResourceAsStream(table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
