package org.genevagraph.curate.names;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What kind of thing bears a name, by the words that stand beside it. */
final class KindBeside {
    private static final Pattern WRITING = Pattern.compile(
            "(?iu)\\b(?:report|paper|book|publication|manual|guide|study|article|brief)s?\\b[^.]{0,25}$");

    /** "A debate titled ‘…’": that what is quoted is a name. */
    private static final Pattern TITLED =
            Pattern.compile("(?iu)\\b(\\p{L}+)s? (?:titled|entitled|called|named|known as|under the title(?: of)?) $");

    private static final Pattern APPOSED = Pattern.compile(
            "^, (?:a|an|its) ((?:[\\p{Ll}-]+ ){0,2}[\\p{Ll}-]+)(?= (?:that|which|on|of|for|by|with|in|from|about)\\b|[,.;)])");

    /** "Its report Counting Machines", "the project Safe Playground": what kind of thing bears the name that follows. */
    private static final Pattern NOUN_BEFORE = Pattern.compile("(?<![\\p{L}-])(\\p{Ll}+) $");

    /** "Publishes the Yearbook, the Barometer and the ": what stands behind is a writing, too. */
    private static final Pattern PUBLISHED = Pattern.compile(
            "\\b(?i:(?:co-)?(?:publish(?:es|ed|ing)?|edit(?:s|ed|ing)?))"
                    + "(?:[\\s,]|\\b(?:the|its|an?|both|annual|monthly|quarterly|yearly|and|as well as|of|for|on|in)\\b|\\b\\p{Lu}[\\p{L}\\p{M}\\p{N}’'-]*+)+$");

    private static final Pattern NOUN_BEHIND = Pattern.compile("^,? (?:(?:an?|the) )?(\\p{Ll}+)");

    private KindBeside() {}

    /** A writing, where one is spoken of right before a title. */
    static Optional<KindCue> writing(String before) {
        return WRITING.matcher(before).find() ? Optional.of(KindCue.REPORT) : Optional.empty();
    }

    /** A writing, where somebody publishes it, among others perhaps. */
    static Optional<KindCue> published(String before) {
        return PUBLISHED.matcher(before).find() ? Optional.of(KindCue.WRITING) : Optional.empty();
    }

    /** What kind of thing a noun behind a title says it is: "the ‘…’ project". */
    static Optional<KindCue> described(String behind) {
        Matcher noun = NOUN_BEHIND.matcher(behind);
        return noun.find()
                ? KindCue.NAMES.stream()
                        .filter(cue -> cue.isNoun(noun.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    /** What kind of initiative a noun right behind a name says that it is: "the Safe Streets working group". */
    static Optional<KindCue> nounBehind(String behind) {
        return KindCue.NAMES.stream()
                .filter(cue -> cue.table().equals("initiatives"))
                .filter(cue -> Pattern.compile("^ " + cue.noun().pattern() + "\\b")
                        .matcher(behind)
                        .find())
                .findFirst();
    }

    /** What kind of thing a noun right before a name says that it is: "the project Safe Streets". */
    static Optional<KindCue> nounBefore(String before) {
        Matcher noun = NOUN_BEFORE.matcher(before);
        return noun.find()
                ? KindCue.NAMES.stream()
                        .filter(cue -> !cue.table().equals("organisations"))
                        .filter(cue -> cue.isSingular(noun.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    /** What kind of thing words behind a name say that it is: ", a report that …". */
    static Optional<KindCue> apposed(String behind) {
        Matcher noun = APPOSED.matcher(behind);
        return noun.find()
                ? Stream.of(noun.group(1).split(" ", -1))
                        .flatMap(word -> KindCue.NAMES.stream().filter(cue -> cue.isNoun(word)))
                        .findFirst()
                : Optional.empty();
    }

    /** What kind of thing is said to have the title that follows. */
    static Optional<KindCue> titled(String before) {
        Matcher titled = TITLED.matcher(before);
        return titled.find()
                ? Optional.of(Stream.concat(KindCue.NAMES.stream(), KindCue.DESCRIPTIONS.stream())
                        .filter(cue -> cue.isNoun(titled.group(1).toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(KindCue.REPORT))
                : Optional.empty();
    }
}
