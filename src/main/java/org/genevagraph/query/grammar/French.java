package org.genevagraph.query.grammar;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * French sentences with names in them. Those that begin with a common noun take its article – {@code du Centre}, {@code à l’Union}, {@code aux
 * Nations Unies} – and {@code de} and {@code que} before another name that begins with a vowel become {@code d’} and {@code qu’}. Nouns with their gender and number are the
 * table {@code names/french-nouns.tsv} among the program's resources. What has an English name only takes the article that {@link English} knows for
 * it: {@code du CyberPeace Institute}.
 */
public final class French {
    private static final String TABLE = "/names/french-nouns.tsv";

    private static final Pattern NAME =
            Pattern.compile("(?:(?<=^|[^\\p{L}\\p{N}’]|qu’)(de|à|que|De|À|Que) )?(«[\\u202F\\u00A0 ]|)(["
                    + Spoken.BEGINS + Spoken.BEGINS_ENGLISH + "])([^" + Spoken.ENDS + "]*)" + Spoken.ENDS
                    + "(?=([\\s\u00A0\u202F]*[:;–(])?)" + Spoken.GOES_ON);
    private static final Pattern FIRST = Pattern.compile("^(?:\\d+(?:e|er|re) )?((\\p{L}+(?:-\\p{L}+)*)(?: \\p{L}+)?)");

    /** A y before a vowel is none: de YouTube. */
    private static final Pattern VOWEL = Pattern.compile("^(?:[aeiou]|y(?![aeiou])).*");

    /** A name that is a quotation from end to end, and not one that ends with one. */
    private static final Pattern QUOTED = Pattern.compile("^«\u202F(.*)\u202F»$");

    private static final Pattern PARTICIPLE = Pattern.compile("(?<=é|étroit)s$");

    /** A further noun of a name, behind a comma or an "et". */
    private static final Pattern FURTHER = Pattern.compile("(,| et) (\\p{Ll}+(?:-\\p{Ll}+)*)(?=[ ,]|$)");

    /** What the gender of a name ends with that takes no article: toutes les parties prenantes. */
    private static final String BARE = "-";

    private static final Pattern BREAKS = Pattern.compile("(?<=«) | (?=[:;?!»](?:[\\s.,)]|$))");

    /** What is drawn together with the article of a day, or left out before it: du 1er mai 2024, le 1er mai 2024. */
    private static final Pattern BEFORE_DAY = Pattern.compile("\\b(de|à|en) le(?= \\d{1,2}(?:er)? \\p{L}+ \\d{4})");

    private static final Pattern BEFORE_YEAR = Pattern.compile("(?<=jusqu’)à(?= (?:\\p{L}+ )?\\d{4}\\b)");

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
        String named = NAME.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(with(found)));
        return BEFORE_DAY.matcher(BEFORE_YEAR.matcher(named).replaceAll("en")).replaceAll(day -> switch (day.group(1)) {
            case "de" -> "du";
            case "à" -> "au";
            default -> "le";
        });
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
        String gender = name.find() ? gender(name).replace(BARE, "") : "";
        boolean several = !gender.isEmpty() && isCoordinated(name.group(4));
        boolean many = gender.endsWith("p") || several;
        if (!many && !gender.equals("f")) {
            return relation;
        }
        String begin = relation;
        while (!VERBS.containsKey(begin) && begin.contains(" ")) {
            begin = begin.substring(0, begin.lastIndexOf(' '));
        }
        String[] forms = VERBS.getOrDefault(begin, new String[] {begin, "", ""});
        String form = forms[many ? 2 : 1];
        if (gender.equals("fp")) {
            form = PARTICIPLE.matcher(form).replaceAll("es");
        }
        return form.isEmpty() ? relation : form + relation.substring(begin.length());
    }

    /** What programs are told of problems, as regular expressions, each with what it is in French. */
    public static List<String[]> problems() {
        return Spoken.rows("/names/french-problems.tsv");
    }

    /** What the shapes say of data that breaks them, each with what it is in French. */
    public static List<String[]> shapes() {
        return Spoken.rows("/names/french-shapes.tsv");
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
            String bare = QUOTED.matcher(name).replaceAll("$1");
            return (preposition == null ? "" : preposition + " ")
                    + quote
                    + Spoken.capital(bare, heading, Locale.FRENCH);
        }
        return Spoken.closed(
                prepared(preposition, name, gender(found).replaceFirst(".*" + BARE, ""), first), name, found.group(6));
    }

    /** A name with its article and the preposition before it, which is null where there is none. */
    private static String prepared(String preposition, String name, String gender, boolean first) {
        if (preposition == null) {
            return gender.isEmpty()
                    ? Spoken.capital(name, first, Locale.FRENCH)
                    : Spoken.capital(article(gender, name), first, Locale.FRENCH) + coordinated(name, "");
        }
        String small = preposition.toLowerCase(Locale.ROOT);
        boolean capital = !small.equals(preposition);
        if (gender.isEmpty()) {
            return small.endsWith("e") && isVowel(name)
                    ? preposition.substring(0, preposition.length() - 1) + "’" + name
                    : preposition + " " + name;
        }
        return Spoken.capital(drawnTogether(small, gender, name), capital, Locale.FRENCH) + coordinated(name, small);
    }

    /** The article of a name with the preposition before it, if there is one: {@code du }, {@code à l’}. */
    private static String drawnTogether(String preposition, String gender, String name) {
        String article = article(gender, name);
        if (preposition.isEmpty()) {
            return article;
        }
        if (preposition.equals("que")) {
            return preposition + " " + article;
        }
        return switch (article) {
            case "le " -> preposition.equals("de") ? "du " : "au ";
            case "les " -> preposition.equals("de") ? "des " : "aux ";
            default -> preposition + " " + article;
        };
    }

    /** The name of a concept in which each noun takes its article: les conflits et la consolidation de la paix. */
    private static String coordinated(String name, String preposition) {
        if (!isCoordinated(name)) {
            return name;
        }
        return FURTHER.matcher(name)
                .replaceAll(further -> Matcher.quoteReplacement(further.group(1)
                        + " "
                        + drawnTogether(preposition, NOUNS.get(further.group(2)), further.group(2))
                        + further.group(2)));
    }

    /** Whether a name is that of a concept, written small, and made of several nouns that are all known; not where they stand between two. */
    private static boolean isCoordinated(String name) {
        return !name.isEmpty()
                && Character.isLowerCase(name.charAt(0))
                && !name.contains(" entre ")
                && FURTHER.matcher(name).find()
                && FURTHER.matcher(name)
                        .results()
                        .allMatch(further -> NOUNS.containsKey(further.group(2))
                                && !NOUNS.get(further.group(2)).endsWith(BARE));
    }

    private static String gender(MatchResult found) {
        String name = found.group(4);
        return found.group(3).charAt(0) == Spoken.BEGINS ? gender(name) : English.genderInFrench(name);
    }

    /**
     * The gender and number of what a name begins with: {@code m}, {@code f}, {@code p} or {@code fp}, with a hyphen where it takes no article;
     * empty if it begins with nothing that is known. Two words go before one, since the plural of some nouns shows in the next word only:
     * processus démocratiques.
     */
    private static String gender(String name) {
        Matcher first = FIRST.matcher(name);
        if (!first.find()) {
            return "";
        }
        String one = NOUNS.getOrDefault(first.group(2).toLowerCase(Locale.FRENCH), "");
        return NOUNS.getOrDefault(first.group(1).toLowerCase(Locale.FRENCH), one);
    }

    private static String article(String gender, String name) {
        if (gender.endsWith("p")) {
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
