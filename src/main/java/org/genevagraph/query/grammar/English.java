package org.genevagraph.query.grammar;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * English sentences with names in them. A name that is made around a common noun takes the article – the Geneva Centre for Security Policy, the
 * University of Geneva – and one that is not takes none: CERN, Xiamen University. The nouns are the table {@code names/english-nouns.tsv} among the
 * program's resources, with the gender that such a name has in a French sentence: le CyberPeace Institute. A row {@code university of} holds for the noun
 * before this word only, {@code internet …} for a first word that keeps its capital, and a whole name for itself alone.
 */
public final class English {
    private static final String TABLE = "/names/english-nouns.tsv";
    private static final String THE = "the";
    private static final String PROPER = " …";
    private static final Pattern NAME =
            Pattern.compile("(?:(?<=^|[^\\p{L}\\p{N}])([Tt]he) )?([“\"]?)" + "([" + Spoken.BEGINS + Spoken.BEGINS_BARE
                    + "])([^" + Spoken.ENDS + "]*)" + Spoken.ENDS + "(?=(\\s*[:–(”\"])?)" + Spoken.GOES_ON);

    /** Where what says more about the noun begins. */
    private static final Pattern MORE = Pattern.compile(
            "\\s+(?<word>of|for|on|in|to|against|at|with|by|between|behind|from|under|towards)(?:\\s.*|$)|\\s*[,:;].*|\\s+–.*");

    private static final Pattern BESIDE = Pattern.compile("\\s*\\([^)]*\\)|\\s+\\d{4}$");
    /** The 2019 Digital Day, of which there is one each year. */
    private static final Pattern OF_A_YEAR = Pattern.compile("\\d{4} \\p{Lu}");

    private static final Pattern PLURAL = Pattern.compile(".*(?<![sui]|ic|new|serie)s");
    private static final Pattern ACRONYMS = Pattern.compile("\\p{Lu}{2,}s");
    private static final Pattern HISSING = Pattern.compile(".*(?:sh|ch|ss|x|z|o)es");
    /** A verb before its subject, which goes on after it: what does the Forum do, where else is it known. */
    private static final Pattern INVERTED = Pattern.compile("\\b(does|is|has|was)( (?:the )?[" + Spoken.BEGINS
            + Spoken.BEGINS_BARE + "]([^" + Spoken.ENDS + "]*)" + Spoken.ENDS + ")(?= (?!(?:and|or)\\b)\\p{Ll})");

    /** In 2021, in May 2021, on 12 May 2021. */
    private static final Pattern BEFORE_DAY = Pattern.compile("\\bin(?= \\d{1,2} \\p{Lu}\\p{Ll}+ \\d{4}\\b)");

    private static final Pattern A_PART = Pattern.compile("^ an? (partner|member) ");
    private static final Map<String, String> MANY =
            Map.of("is", "are", "was", "were", "has", "have", "does", "do", "focuses", "focus");
    private static final Pattern QUOTED = Pattern.compile("^“(.*)”$", Pattern.DOTALL);
    private static final Pattern OWN = Pattern.compile("^(?:the\\b|[^ ]+['’]s?\\s).*");
    private static final Map<String, Noun> NOUNS = Spoken.rows(TABLE).stream()
            .map(row -> new Noun(row[0], row[1], row[2], row.length > 3 ? row[3] : row[2]))
            .collect(Collectors.toMap(Noun::words, Function.identity()));

    /** A row of the table. */
    private record Noun(String words, String article, String gender, String number) {
        static final Noun NONE = new Noun("", "", "", "");
    }

    private English() {}

    /** A name as it is put into a sentence that {@link #agreed} then reads. */
    public static String named(String name, String iri) {
        if (Spoken.isSentence(iri)) {
            return Spoken.named("“" + name + "”", Spoken.BEGINS_BARE);
        }
        String small = name.toLowerCase(Locale.ENGLISH);
        boolean proper = NOUNS.containsKey(small.replaceFirst("[ ,].*", "") + PROPER);
        // Of concepts few take an article, and the table has their whole names; passages are cited without.
        boolean bare = Spoken.isPassage(iri) || (Spoken.isConcept(iri) && !NOUNS.containsKey(small));
        char begins = bare ? Spoken.BEGINS_BARE : Spoken.BEGINS;
        return Spoken.named(!proper && Spoken.isCommon(name, iri) ? Spoken.small(name, Locale.ENGLISH) : name, begins);
    }

    /**
     * A sentence whose names take their articles, and a verb before one its number: what do the reports ask. A name that begins the sentence and is
     * followed by a colon stands for itself.
     */
    public static String agreed(String sentence) {
        String inNumber = INVERTED.matcher(sentence)
                .replaceAll(asked -> Matcher.quoteReplacement(
                        isPlural(asked.group(3)) ? MANY.get(asked.group(1)) + asked.group(2) : asked.group()));
        String named = NAME.matcher(inNumber).replaceAll(found -> Matcher.quoteReplacement(with(found)));
        return BEFORE_DAY.matcher(named).replaceAll("on");
    }

    private static String with(MatchResult found) {
        String given = found.group(1);
        String quote = found.group(2);
        String name = found.group(4);
        boolean first = found.start() == 0;
        boolean alone = first && found.group(5) != null;
        if (!quote.isEmpty() || alone) {
            // It is quoted already, or a heading, and then for itself.
            String bare = QUOTED.matcher(name).replaceFirst("$1");
            return (given == null ? "" : given + " ") + quote + Spoken.capital(bare, alone, Locale.ENGLISH);
        }
        boolean article = given == null && found.group(3).charAt(0) == Spoken.BEGINS && takesArticle(name);
        return (given == null ? "" : given + " ")
                + Spoken.capital(
                        (article ? THE + " " : "") + Spoken.closed(name, name, found.group(6)),
                        first && given == null,
                        Locale.ENGLISH);
    }

    private static boolean takesArticle(String name) {
        return !isOwn(name)
                && (OF_A_YEAR.matcher(name).lookingAt() || noun(name).article().equals(THE));
    }

    /** The gender and number in French of a name that takes an article; empty if it takes none. */
    static String genderInFrench(String name) {
        return takesArticle(name) ? noun(name).gender() : "";
    }

    /**
     * What a thing is to another, in the number of its name: {@code governments take part}. A name is a plural if the table says so of its noun, or if
     * it is made around a common noun, written small, that is one.
     *
     * @param relation the same, worded for one thing
     * @param spoken the name of the thing as {@link #named} puts it into a sentence
     */
    public static String agreeing(String relation, String spoken) {
        Matcher name = NAME.matcher(spoken);
        if (!name.find() || !name.group(2).isEmpty() || !isPlural(name.group(4))) {
            return relation;
        }
        String[] words = relation.split(" ", 2);
        String rest = words.length == 1 ? "" : " " + words[1];
        return MANY.getOrDefault(words[0], ending(words[0]))
                + A_PART.matcher(rest).replaceFirst(" $1s ");
    }

    private static String ending(String verb) {
        return verb.endsWith("ies")
                ? verb.substring(0, verb.length() - "ies".length()) + "y"
                : HISSING.matcher(verb).matches()
                        ? verb.substring(0, verb.length() - "es".length())
                        : verb.endsWith("s") ? verb.substring(0, verb.length() - 1) : verb;
    }

    private static boolean isPlural(String name) {
        Noun noun = noun(name);
        String head = head(name);
        return noun.number().equals("p")
                || (noun.equals(Noun.NONE)
                        && PLURAL.matcher(head).matches()
                        && !name.startsWith("“")
                        && (Character.isLowerCase(head.charAt(0))
                                || ACRONYMS.matcher(head).matches()));
    }

    /** The last word of what comes before what says more about it. */
    private static String head(String name) {
        String plain = BESIDE.matcher(name).replaceAll("");
        Matcher more = MORE.matcher(plain);
        return last(more.find() ? plain.substring(0, more.start()) : plain);
    }

    /** Whether it begins with an article, or with whose it is. */
    private static boolean isOwn(String name) {
        return OWN.matcher(name.toLowerCase(Locale.ENGLISH)).matches();
    }

    private static Noun noun(String name) {
        String whole = name.toLowerCase(Locale.ENGLISH);
        String plain = BESIDE.matcher(whole).replaceAll("");
        Matcher more = MORE.matcher(plain);
        boolean cut = more.find();
        String head = last(cut ? plain.substring(0, more.start()) : plain);
        String after = cut && more.group("word") != null ? " " + more.group("word") : "";
        // The noun may stand at the end for all that: Future of Life Institute.
        return Stream.of(whole, head + after, head, last(plain))
                .filter(NOUNS::containsKey)
                .findFirst()
                .map(NOUNS::get)
                .orElse(Noun.NONE);
    }

    private static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }
}
