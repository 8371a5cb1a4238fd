package org.genevagraph.curate.things;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevagraph.curate.names.NewNames;
import org.genevagraph.curate.names.Phrase;

/** Finds things that share a noun: "the 23rd and 24th sessions", "Targets on A, B, and C", "the A, B and C Conventions", "the governments of A and B". */
public final class Enumerations {
    private static final Pattern ORDINALS = Pattern.compile(
            "(\\d+(?:st|nd|rd|th))(?: and (\\d+(?:st|nd|rd|th)))?((?: \\p{L}+){0,3}?)"
                    + " (session|edition|meeting|conference|summit)s?(?: of the (\\p{Lu}\\p{L}+(?: (?:of |for |on )?\\p{Lu}\\p{L}+)*))?(?![\\p{L}])");

    private static final Pattern ON_LIST = Pattern.compile(
            "((?:\\p{Lu}\\p{L}+ ){0,2}\\p{L}+ )?(\\p{L}+)s on ((?:(?!\\p{L}s on )[^.;:()])+(?: \\([^)]*\\)[^.;:()]*)?, (?:and|or) [^.,;:()]+)");
    private static final Pattern BETWEEN_ITEMS = Pattern.compile("(?<!-), (?:(?:and|or) )?");
    private static final Pattern ACRONYM = Pattern.compile(".*\\((\\p{Lu}[\\p{L}&]*s?)\\)");
    private static final int LEAST_ITEMS = 3;
    private static final int LONGEST_ITEM = 50;

    private static final Pattern SHARED_HEAD = Pattern.compile(
            "((?:\\p{Lu}[\\p{L}’]+, )*)(\\p{Lu}[\\p{L}’]+),? (?:and|or) (\\p{Lu}[\\p{L}’]+) (\\p{L}+)(?![\\p{L}’-])");

    private static final Pattern BETWEEN_BODIES = Pattern.compile(",? and |, ");
    private static final Pattern BODIES_OF = Pattern.compile(
            "(?iu)\\b(government|ministr(?:y|ie)|parliament|cit(?:y|ie)|canton)(s?) of ((?-i:(?:the )?\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*"
                    + "(?:, (?:the )?\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)*(?:,? and (?:the )?\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)?))");

    private Enumerations() {}

    /** The things in the words of a passage. */
    public static List<Phrase> in(String words) {
        List<Phrase> found = new ArrayList<>();
        ordinals(words, found);
        onList(words, found);
        sharedHead(words, found);
        bodiesOf(words, found);
        return found;
    }

    private static void ordinals(String words, List<Phrase> found) {
        Matcher matcher = ORDINALS.matcher(words);
        while (matcher.find()) {
            // What has one number only is described as it stands, unless its name follows.
            if (matcher.group(2) == null && matcher.group(5) == null) {
                continue;
            }
            String of = matcher.group(5) == null ? "" : " of the " + matcher.group(5);
            Stream.of(matcher.group(1), matcher.group(2))
                    .filter(number -> number != null)
                    .forEach(number -> found.add(new Phrase(
                            matcher.start(),
                            matcher.end(),
                            number + matcher.group(3) + " " + matcher.group(4) + of,
                            "initiatives")));
        }
    }

    private static void onList(String words, List<Phrase> found) {
        Matcher matcher = ON_LIST.matcher(words);
        while (matcher.find()) {
            String noun = matcher.group(2);
            String head = matcher.group(1) == null
                    ? ""
                    : matcher.group(1).replaceFirst("^(?:The|Its|Our|These|Those|\\p{Ll}+) ", "");
            String table = NewNames.tableOfNoun(noun.toLowerCase(Locale.ROOT));
            boolean named = Character.isUpperCase(noun.charAt(0)) && !head.isEmpty();
            List<String> items = BETWEEN_ITEMS.splitAsStream(matcher.group(3)).toList();
            if ((table.isEmpty() && !named) || items.size() < LEAST_ITEMS) {
                continue;
            }
            for (String item : items) {
                Matcher acronym = ACRONYM.matcher(item);
                String called = acronym.matches()
                        ? acronym.group(1)
                        : item.replaceFirst(" (?:to|that|which|for|in) .*", "").strip();
                if (called.length() <= LONGEST_ITEM) {
                    found.add(new Phrase(
                            matcher.start(),
                            matcher.end(),
                            head + noun + " on " + called,
                            table.isEmpty() ? "initiatives" : table));
                }
            }
        }
    }

    private static void sharedHead(String words, List<Phrase> found) {
        Matcher matcher = SHARED_HEAD.matcher(words);
        while (matcher.find()) {
            String head = matcher.group(4);
            boolean plural = head.endsWith("s");
            String table = NewNames.tableOfNoun(head.toLowerCase(Locale.ROOT));
            // "Science and Technology Conference" is one, "Master’s and PhD programmes" are two.
            if (table.isEmpty() || (!plural && matcher.group(1).isEmpty())) {
                continue;
            }
            String noun = plural && Character.isUpperCase(head.charAt(0)) ? head.replaceFirst("s$", "") : head;
            Stream.concat(
                            Pattern.compile(", ").splitAsStream(matcher.group(1)),
                            Stream.of(matcher.group(2), matcher.group(3)))
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> found.add(new Phrase(matcher.start(), matcher.end(), word + " " + noun, table)));
        }
    }

    private static void bodiesOf(String words, List<Phrase> found) {
        Matcher matcher = BODIES_OF.matcher(words);
        while (matcher.find()) {
            String noun = matcher.group(1).toLowerCase(Locale.ROOT).replaceFirst("ie$", "y");
            boolean small = Character.isLowerCase(matcher.group(1).charAt(0));
            if (!small) {
                continue;
            }
            String kind = Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
            for (String of : BETWEEN_BODIES.splitAsStream(matcher.group(3)).toList()) {
                found.add(new Phrase(matcher.start(), matcher.end(), kind + " of " + of, "organisations"));
            }
        }
    }
}
