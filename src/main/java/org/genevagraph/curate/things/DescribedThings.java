package org.genevagraph.curate.things;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.genevagraph.curate.names.NewNames;
import org.genevagraph.curate.names.Phrase;
import org.genevagraph.curate.names.PhraseWords;
import org.genevagraph.text.Sentences;

/** Finds what a text describes without giving it a name: "an online diagnostic tool", "training programmes for scientists". */
public final class DescribedThings {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}’'/-]*");
    private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th)");

    private static final Set<String> NOT_BEFORE = PhraseWords.of("not-before");
    private static final Set<String> BEFORE_MORE = PhraseWords.of("before-more");
    /** Words at which what follows such a noun ends. */
    private static final Set<String> END = PhraseWords.of("end");

    private static final Set<String> LINKING = PhraseWords.of("linking");
    /** Words that say too little to tell one tool from another. */
    private static final Set<String> VAGUE = PhraseWords.of("vague");

    private static final Set<String> NOUNS_IN_ING = PhraseWords.of("nouns-in-ing");
    private static final Pattern ORNAMENTS =
            Pattern.compile("^(?:(?:" + PhraseWords.alternatives("ornaments") + ") )+");
    private static final Pattern TOOLS = Pattern.compile("(?:" + PhraseWords.alternatives("tools") + ")s?");

    /** "Courses are increasingly focused on …", "a roundtable in Geneva to discuss …": what a thing is about, behind its noun. */
    private static final Pattern ABOUT = Pattern.compile(
            "^(?: in \\p{Lu}\\p{L}+| mentioned above,?| (?:published|held|offered) by (?:the )?\\p{L}+)?,?(?: (?:is|are|was|were))?"
                    + "(?: (?:also|increasingly|primarily|mainly))? (?:related to|focus(?:es|ed|ing)? on|centred on|dedicated to|exploring|examining"
                    + "|addressing|covering|providing information (?:on|about)|to (?:discuss|explore|examine)|used by) (?:how |what |all )?(?:the )?");

    private static final Pattern IN_A_PLACE = Pattern.compile(" in \\p{Lu}\\p{L}+");

    /** "Workshops are offered to …": for whom a thing is. */
    private static final Pattern FOR_WHOM = Pattern.compile(
            "^ (?:is|are|was|were) (?:also )?(?:offered|organi[sz]ed|provided|held) (?:to|for) (?:all )?(?:the )?");

    /** What a tool is for, as far as a comma. */
    private static final Pattern PURPOSE = Pattern.compile("^ to \\p{Ll}+(?: [\\p{L}\\p{N}’'/-]+){2,16}");

    private static final Pattern AROUND = Pattern.compile(" (?:in the context of|as part of|in the fields? of) ");
    private static final Pattern LIGHT = Pattern.compile("(?<= )(?:the )?(?:use|nature) of (?:the )?");

    private static final int MOST_BEFORE = 3;
    private static final int MOST_AFTER = 10;
    private static final int LONGEST_ITEM = 5;

    /** The phrases in the words of a passage, less those whose noun is part of a name. */
    public List<Phrase> in(String words, BitSet names) {
        List<Phrase> found = new ArrayList<>();
        for (Sentences.Sentence sentence : Sentences.of(words)) {
            List<MatchResult> tokens = WORD.matcher(words)
                    .region(sentence.start(), sentence.end())
                    .results()
                    .toList();
            int free = 0;
            for (int noun = 0; noun < tokens.size(); noun++) {
                Optional<Phrase> phrase = phrase(words, tokens, noun, free, names);
                if (phrase.isPresent()) {
                    found.add(phrase.get());
                    free = noun + 1;
                }
            }
        }
        return found;
    }

    /** The phrase that is made around a word, if it is such a noun and the phrase tells something. */
    private static Optional<Phrase> phrase(String words, List<MatchResult> tokens, int noun, int free, BitSet names) {
        String table = table(tokens, noun, names);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        int first = first(words, tokens, noun, free, names);
        int joined = joined(words, tokens, first, noun, free, names);
        int end = tokens.get(noun).end();
        String core = words.substring(tokens.get(Math.min(first, joined)).start(), end);
        int last = last(words, tokens, noun);
        boolean telling = joined < first || isTelling(tokens, first, noun, last);
        String tail = words.substring(end, tokens.get(last).end());
        if (last == noun || IN_A_PLACE.matcher(tail).matches()) {
            String behind = words.substring(end, tokens.get(tokens.size() - 1).end());
            Matcher about = ABOUT.matcher(behind);
            Matcher whom = FOR_WHOM.matcher(behind);
            Matcher purpose = PURPOSE.matcher(behind);
            if (about.find() && !about.group().isBlank()) {
                int until = stretch(words, tokens, end + about.end());
                if (until >= 0) {
                    tail = (about.group().contains("used by") ? " used by " : " on ")
                            + words.substring(
                                    end + about.end(), tokens.get(until).end());
                }
            } else if (last == noun && whom.find()) {
                int until = stretch(words, tokens, end + whom.end());
                if (until >= 0) {
                    tail = " for "
                            + words.substring(
                                    end + whom.end(), tokens.get(until).end());
                }
            } else if (!telling && TOOLS.matcher(tokens.get(noun).group()).matches() && purpose.find()) {
                tail = purpose.group();
            }
            telling |= !tail.isEmpty();
        }
        if (!telling) {
            return Optional.empty();
        }
        int start = tokens.get(Math.min(first, joined)).start();
        return Optional.of(new Phrase(start, end, label(core + tail), table));
    }

    private static String label(String words) {
        String plain = LIGHT.matcher(AROUND.matcher(words).replaceAll(" in ")).replaceAll("");
        return ORNAMENTS.matcher(plain).replaceFirst("");
    }

    /** The table in which a thing stands that a word describes; empty if it is no such noun, or part of a name. */
    private static String table(List<MatchResult> tokens, int i, BitSet names) {
        String word = tokens.get(i).group();
        boolean capital = Character.isUpperCase(word.charAt(0));
        if (names.get(tokens.get(i).start()) || (capital && i > 0)) {
            return "";
        }
        return NewNames.tableOfNoun(word.toLowerCase(Locale.ROOT));
    }

    /** The first word of a phrase that is made around a noun. */
    private static int first(String words, List<MatchResult> tokens, int noun, int free, BitSet names) {
        int first = noun;
        while (first > free && noun - first < MOST_BEFORE && goesBefore(words, tokens, first, names)) {
            first--;
        }
        return first;
    }

    /** Where "training, courses, and events" begins, seen from its last noun; the first word of the phrase if it stands alone. */
    private static int joined(String words, List<MatchResult> tokens, int first, int noun, int free, BitSet names) {
        if (noun + 1 < tokens.size() && isJoined(words, tokens, noun + 1)) {
            int next = noun + 1;
            while (next < tokens.size()
                    && next - noun < MOST_BEFORE
                    && table(tokens, next, names).isEmpty()) {
                next++;
            }
            if (next < tokens.size() && !table(tokens, next, names).isEmpty()) {
                // The last noun of the list speaks for all.
                return first;
            }
        }
        int at = first;
        while (at > free && isJoined(words, tokens, at)) {
            int before = at - 1;
            if (Set.of("and", "or").contains(tokens.get(before).group()) && before > free) {
                before--;
            }
            if (before < free || table(tokens, before, names).isEmpty()) {
                break;
            }
            at = first(words, tokens, before, free, names);
        }
        return at;
    }

    /** Whether a comma, "and" or "or" stands between a word and the one before. */
    private static boolean isJoined(String words, List<MatchResult> tokens, int i) {
        String before = tokens.get(i - 1).group();
        String gap = words.substring(tokens.get(i - 1).end(), tokens.get(i).start());
        return gap.equals(", ")
                || (gap.equals(" ") && Set.of("and", "or").contains(before))
                || (gap.equals(" ")
                        && Set.of("and", "or").contains(tokens.get(i).group()));
    }

    private static boolean isTelling(List<MatchResult> tokens, int first, int noun, int last) {
        return IntStream.rangeClosed(first, last)
                .filter(i -> i != noun)
                .mapToObj(i -> tokens.get(i).group().toLowerCase(Locale.ROOT))
                .anyMatch(word -> !VAGUE.contains(word) && !LINKING.contains(word) && !word.equals("how"));
    }

    /** Whether the word before a word is part of the phrase. */
    private static boolean goesBefore(String words, List<MatchResult> tokens, int i, BitSet names) {
        MatchResult before = tokens.get(i - 1);
        String gap = words.substring(before.end(), tokens.get(i).start());
        return gap.equals(" ")
                && !names.get(before.start())
                && !NOT_BEFORE.contains(before.group().toLowerCase(Locale.ROOT))
                && !before.group().endsWith("ly")
                && (!Character.isDigit(before.group().charAt(0))
                        || ORDINAL.matcher(before.group()).matches())
                && (!before.group().endsWith("ing")
                        || NOUNS_IN_ING.contains(before.group())
                        || (i > 1 && tokens.get(i - 2).group().matches("an?|upgraded|updated|improved")));
    }

    private static int last(String words, List<MatchResult> tokens, int noun) {
        int next = noun + 1;
        if (next >= tokens.size()
                || !joins(words, tokens, next)
                || !BEFORE_MORE.contains(tokens.get(next).group())
                || (tokens.get(next).group().equals("in")
                        && next + 1 < tokens.size()
                        && Character.isDigit(tokens.get(next + 1).group().charAt(0)))) {
            return noun;
        }
        return until(words, tokens, next, noun);
    }

    /** The last word of what begins at a character; -1 if no word does. */
    private static int stretch(String words, List<MatchResult> tokens, int from) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).start() == from) {
                return END.contains(tokens.get(i).group()) ? -1 : until(words, tokens, i, i);
            }
        }
        return -1;
    }

    private static int until(String words, List<MatchResult> tokens, int from, int least) {
        int last = least;
        for (int next = from; next < tokens.size() && next - from < MOST_AFTER; next++) {
            if (next > from && !joins(words, tokens, next) && !goesOn(words, tokens, next)) {
                break;
            }
            String word = tokens.get(next).group();
            boolean more = next + 1 < tokens.size();
            if (END.contains(word)
                    && !(word.equals("to")
                            && more
                            && Character.isUpperCase(
                                    tokens.get(next + 1).group().charAt(0)))
                    && !(word.equals("as")
                            && more
                            && tokens.get(next + 1).group().equals("part"))) {
                break;
            }
            if (!LINKING.contains(word)) {
                last = next;
            }
        }
        return last;
    }

    /** Whether a comma stands within a list that ends soon in "and". */
    private static boolean goesOn(String words, List<MatchResult> tokens, int i) {
        for (int next = i; next < tokens.size() && next - i < LONGEST_ITEM; next++) {
            String gap =
                    words.substring(tokens.get(next - 1).end(), tokens.get(next).start());
            String word = tokens.get(next).group();
            if (!(gap.equals(", ") || (next > i && gap.equals(" "))) || END.contains(word)) {
                return false;
            }
            if (word.matches("and|or")) {
                return true;
            }
        }
        return false;
    }

    private static boolean joins(String words, List<MatchResult> tokens, int i) {
        return words.substring(tokens.get(i - 1).end(), tokens.get(i).start()).equals(" ");
    }
}
