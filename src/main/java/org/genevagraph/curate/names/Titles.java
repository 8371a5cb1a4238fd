package org.genevagraph.curate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds titles that no quotation marks tell: "a report titled Paper Boats: Sailing in the Age of Ink", "the course Knots for Everyone". */
public final class Titles {
    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{M}\\p{N}’'&-]*+";

    /** Words with capitals, what links them, and a subtitle behind a colon. */
    private static final String WORDS = CAPITAL
            + "(?:(?:,? (?:of|for|the|and|on|in|to|from|by|at|with|as|an?|de|la|le|les|des|du|et|&))*,? (?:" + CAPITAL
            + "|\\d++(?![.,]\\d))|: (?:the |an? )?" + CAPITAL + ")*";

    /** What kind of thing it is, and that what follows is what it is called. */
    private static final Pattern CALLED =
            Pattern.compile("(?<noun>\\p{Ll}+),? (?:titled|entitled|called|named)(?::| the)? (?<title>" + WORDS + ")");

    /** "The course", "its handbook": a title follows a noun with an article, less often one that stands alone. */
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\p{L}-])(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur)(?: \\p{Ll}[\\p{L}-]+){0,2}? (?<noun>\\p{Ll}+) (?<title>"
                    + WORDS + ")");

    /** A comma before the next of several things, or before what is said of it. */
    private static final Pattern NEXT = Pattern.compile(", (?:and )?.*");

    private static final Pattern IN_A_PLACE = Pattern.compile(" (?:in|at) " + CAPITAL + "$");

    private Titles() {}

    /** Those in the words of a passage that have two words with capitals or more. */
    public static List<NewNames.New> in(String words) {
        List<NewNames.New> found = new ArrayList<>();
        for (Pattern pattern : List.of(CALLED, BARE)) {
            Matcher matcher = pattern.matcher(words);
            while (matcher.find()) {
                cue(matcher.group("noun"))
                        .flatMap(cue -> title(matcher, cue))
                        .filter(title -> found.stream()
                                .noneMatch(other -> other.start() < title.end() && title.start() < other.end()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<NewNames.New> title(Matcher matcher, KindCue cue) {
        String title = NEXT.matcher(matcher.group("title")).replaceFirst("");
        String name = IN_A_PLACE.matcher(title).replaceFirst("");
        boolean isTitle = Pattern.compile(" \\p{Lu}").matcher(name).find()
                // "The project Quiet Roads Association" would be a body.
                && !NewNames.endsAsBody(name);
        return isTitle
                ? Optional.of(new NewNames.New(
                        matcher.start("title"),
                        matcher.start("title") + name.length(),
                        name,
                        "",
                        cue.table(),
                        cue.kind()))
                : Optional.empty();
    }

    /** What kind of thing has such a title; no body has one. */
    private static Optional<KindCue> cue(String noun) {
        return Stream.concat(KindCue.NAMES.stream(), KindCue.DESCRIPTIONS.stream())
                .filter(cue -> !cue.table().equals("organisations"))
                .filter(cue -> cue.isSingular(noun.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
