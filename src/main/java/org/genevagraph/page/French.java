package org.genevagraph.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.vocabulary.Iris;

/**
 * French sentences with names in them. Those that begin with a common noun take its article – {@code du Centre}, {@code à l’Union}, {@code aux
 * Nations Unies} – and {@code de} before another name that begins with a vowel becomes {@code d’}. Nouns with their gender and number are the
 * table {@code names/french-nouns.tsv} among the program's resources.
 */
public final class French {
    private static final String TABLE = "/names/french-nouns.tsv";

    /** Around a name while its sentence is made. */
    private static final char BEGINS = '\u0001';

    private static final char ENDS = '\u0002';

    private static final Pattern NAME = Pattern.compile("(?:(?<=^|[^\\p{L}\\p{N}’])(de|à|De|À) )?" + BEGINS + "([^"
            + ENDS + "]*)" + ENDS + "(?=([\\s\u00A0\u202F]*[:;–(])?)");
    private static final Set<String> CONCEPTS = Set.of("issue", "actor-group");
    private static final Pattern FIRST = Pattern.compile("^([\\p{L}]+(?:-[\\p{L}]+)*)(?: [\\p{L}]+)?");

    /** A y before a vowel is none: de YouTube. */
    private static final Pattern VOWEL = Pattern.compile("^(?:[aeiou]|y(?![aeiou])).*");

    private static final Map<String, String> NOUNS = nouns();

    private French() {}

    private static Map<String, String> nouns() {
        try (InputStream table = French.class.getResourceAsStream(TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name as it is put into a sentence that {@link #agreed} then reads. */
    static String named(String name, String iri) {
        boolean concept =
                Iris.parse(iri).map(Iris.Id::kind).filter(CONCEPTS::contains).isPresent();
        // The name of a concept is a common noun; an acronym stays what it is.
        boolean small = concept && name.length() > 1 && !Character.isUpperCase(name.charAt(1));
        return BEGINS + (small ? name.substring(0, 1).toLowerCase(Locale.FRENCH) + name.substring(1) : name) + ENDS;
    }

    /** A sentence whose names take what belongs before them. A name that begins it and is followed by a colon stands for itself. */
    static String agreed(String sentence) {
        return NAME.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(
                        with(found.group(1), found.group(2), found.start() == 0, found.group(3) != null)));
    }

    private static String with(String preposition, String name, boolean first, boolean alone) {
        String gender = gender(name);
        if (preposition == null) {
            return gender.isEmpty() || alone ? capital(name, first) : capital(article(gender, name), first) + name;
        }
        String small = preposition.toLowerCase(Locale.ROOT);
        boolean capital = !small.equals(preposition);
        if (gender.isEmpty()) {
            return small.equals("de") && isVowel(name) ? (capital ? "D’" : "d’") + name : preposition + " " + name;
        }
        String article = article(gender, name);
        String joined = switch (article) {
            case "le " -> small.equals("de") ? "du " : "au ";
            case "les " -> small.equals("de") ? "des " : "aux ";
            default -> small + " " + article;
        };
        return capital(joined, capital) + name;
    }

    private static String capital(String text, boolean wanted) {
        return wanted ? text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1) : text;
    }

    /**
     * The gender and number of what a name begins with: {@code m}, {@code f} or {@code p}; empty if it begins with nothing that is known. Two
     * words go before one, since the plural of some nouns shows in the next word only: processus démocratiques.
     */
    private static String gender(String name) {
        Matcher first = FIRST.matcher(name);
        if (!first.find()) {
            return "";
        }
        String one = NOUNS.getOrDefault(first.group(1).toLowerCase(Locale.FRENCH), "");
        return NOUNS.getOrDefault(first.group().toLowerCase(Locale.FRENCH), one);
    }

    private static String article(String gender, String name) {
        if (gender.equals("p")) {
            return "les ";
        }
        return isVowel(name) ? "l’" : gender.equals("f") ? "la " : "le ";
    }

    private static boolean isVowel(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
        // Of the nouns in use only some begin with an h that is not heard.
        return VOWEL.matcher(plain).matches() || plain.startsWith("hu") || plain.startsWith("his");
    }
}
