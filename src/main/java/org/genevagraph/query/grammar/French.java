package org.genevagraph.query.grammar;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * French sentences with names in them. Those that begin with a common noun take its article – {@code du Centre}, {@code à l’Union}, {@code aux
 * Nations Unies} – and {@code de} before another name that begins with a vowel becomes {@code d’}. Nouns with their gender and number are the
 * table {@code names/french-nouns.tsv} among the program's resources. What has an English name only takes the article that {@link English} knows for
 * it: {@code du CyberPeace Institute}.
 */
public final class French {
    private static final String TABLE = "/names/french-nouns.tsv";

    private static final Pattern NAME =
            Pattern.compile("(?:(?<=^|[^\\p{L}\\p{N}’])(de|à|De|À) )?(«[\\u202F\\u00A0 ]|)(["
                    + Spoken.BEGINS + Spoken.BEGINS_ENGLISH + "])([^" + Spoken.ENDS + "]*)" + Spoken.ENDS
                    + "(?=([\\s\u00A0\u202F]*[:;–(])?)");
    private static final Pattern FIRST = Pattern.compile("^([\\p{L}]+(?:-[\\p{L}]+)*)(?: [\\p{L}]+)?");

    /** A y before a vowel is none: de YouTube. */
    private static final Pattern VOWEL = Pattern.compile("^(?:[aeiou]|y(?![aeiou])).*");

    private static final Pattern BREAKS = Pattern.compile("(?<=«) | (?=[:;?!»](?:[\\s.,)]|$))");

    private static final Map<String, String> NOUNS =
            Spoken.rows(TABLE).stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));

    private static final Map<String, String[]> VERBS =
            Spoken.rows("/names/french-verbs.tsv").stream().collect(Collectors.toMap(row -> row[0], row -> row));

    private French() {}

    /**
     * A name as it is put into a sentence that {@link #agreed} then reads.
     *
     * @param french whether the name is French, and not English for want of one
     */
    public static String named(String name, String iri, boolean french) {
        char begins = french ? Spoken.BEGINS : Spoken.BEGINS_ENGLISH;
        if (Spoken.isSentence(iri)) {
            return Spoken.named("«\u202F" + name + "\u202F»", begins);
        }
        return Spoken.named(Spoken.isCommon(name, iri) ? Spoken.small(name, Locale.FRENCH) : name, begins);
    }

    /** A sentence whose names take what belongs before them. A name that begins it and is followed by a colon stands for itself. */
    public static String agreed(String sentence) {
        return NAME.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(with(found)));
    }

    /**
     * What a thing is to another, in the gender and number of its name: {@code les gouvernements coopèrent}. The forms of verbs are the table
     * {@code names/french-verbs.tsv} among the program's resources.
     *
     * @param relation the same, worded for one masculine thing
     * @param spoken the name of the thing as {@link #named} puts it into a sentence
     */
    public static String agreeing(String relation, String spoken) {
        Matcher name = NAME.matcher(spoken);
        String gender = name.find() ? gender(name) : "";
        if (!gender.equals("f") && !gender.equals("p")) {
            return relation;
        }
        String begin = relation;
        while (!VERBS.containsKey(begin) && begin.contains(" ")) {
            begin = begin.substring(0, begin.lastIndexOf(' '));
        }
        String[] forms = VERBS.getOrDefault(begin, new String[] {begin, "", ""});
        String form = forms[gender.equals("f") ? 1 : 2];
        return form.isEmpty() ? relation : form + relation.substring(begin.length());
    }

    /** A French text as it is printed: no line breaks within quotation marks or before a mark that has a blank before it. */
    public static String printed(String text) {
        return BREAKS.matcher(text).replaceAll("\u202F");
    }

    private static String with(MatchResult found) {
        String preposition = found.group(1);
        String name = found.group(4);
        boolean first = found.start() == 0;
        String quote = found.group(2);
        boolean heading = first && preposition == null && found.group(5) != null;
        if (!quote.isEmpty() || heading) {
            // It is quoted already, or a heading, and then for itself.
            String bare = name.replaceAll("^«\u202F|\u202F»$", "");
            return (preposition == null ? "" : preposition + " ")
                    + quote
                    + Spoken.capital(bare, heading, Locale.FRENCH);
        }
        String gender = gender(found);
        if (preposition == null) {
            return gender.isEmpty()
                    ? Spoken.capital(name, first, Locale.FRENCH)
                    : Spoken.capital(article(gender, name), first, Locale.FRENCH) + name;
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
        return Spoken.capital(joined, capital, Locale.FRENCH) + name;
    }

    private static String gender(MatchResult found) {
        String name = found.group(4);
        return found.group(3).charAt(0) == Spoken.BEGINS ? gender(name) : English.genderInFrench(name);
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
