package org.genevagraph.curate.asks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.curate.names.PhraseWords;

/** Finds for whom something is that a sentence tells of: whom a training trains, for whom a tool is made, with whom a body works. */
public final class Audiences {
    private static final PhraseWords.Lists LISTS = PhraseWords.read("/curate/audience-cues.txt", " \\| ");
    private static final String GROUP_KIND = "actor-group";

    private static final Pattern CUE = pattern("(?:" + alternatives("things") + ") for|" + alternatives("for") + "|"
            + alternatives("towards")
            + "|(?:exchanges?|dialogues?|discussions?|cooperation|engagement)(?: [\\p{L}-]+){0,6} (?:among|between)");
    private static final Pattern WHO = pattern(alternatives("who"));

    /** Where those who are named behind a cue end. */
    private static final Pattern END =
            Pattern.compile("[.;:()–]|(?iu)(?<![\\p{L}-])(?:" + alternatives("ends") + ")(?![\\p{L}-])");

    /** "For Geneva-based diplomats": a few words of description. */
    private static final Pattern FOR = Pattern.compile(
            "(?iu)(?<!\\b(?:need|needs|call|calls|calling|called|recommendations|responsible|flags) )(?<![\\p{L}-])for (?:(?:the|all|its|their|both|future) )?(?:[\\p{L}-]+ ){0,2}$");

    /** "Such as diplomats" is an example, and "of diplomats" says whose something is. */
    private static final Pattern OF = Pattern.compile("(?iu)\\b(?:of|by) (?:the )?$");

    private static final String FOR_WORD = "for ";
    private static final int FARTHEST = 60;

    /** Groups of one list stand no farther from each other, in characters. */
    private static final int FARTHEST_IN_LIST = 40;

    private Audiences() {}

    /**
     * A group for which something is.
     *
     * @param actor the group
     * @param cue where the words begin that tell it
     * @param words those words
     */
    public record Audience(Actor actor, int cue, String words) {}

    private static String alternatives(String list) {
        return PhraseWords.alternatives(LISTS.of(list));
    }

    private static Pattern pattern(String alternatives) {
        return Pattern.compile("(?iu)(?<![\\p{L}-])(?:" + alternatives + ")(?![\\p{L}-])");
    }

    /**
     * Those of a sentence.
     *
     * @param known the groups of actors that it names, with their places in it
     * @param named the cell of the group that has a name; empty if the graph knows none
     */
    public static List<Audience> in(String sentence, List<Actor> known, Function<String, Optional<String>> named) {
        List<Actor> groups = groups(sentence, known, named);
        List<Audience> found = new ArrayList<>();
        for (Actor group : groups) {
            cue(sentence, group, groups).ifPresent(found::add);
        }
        return found;
    }

    private static List<Actor> groups(String sentence, List<Actor> known, Function<String, Optional<String>> named) {
        List<Actor> groups = new ArrayList<>(
                known.stream().filter(actor -> actor.kind().equals(GROUP_KIND)).toList());
        Matcher who = WHO.matcher(sentence);
        while (who.find()) {
            int start = who.start();
            int end = who.end();
            if (known.stream().noneMatch(actor -> actor.start() < end && start < actor.end())) {
                groups.add(Actor.group(start, end, named.apply(who.group()).orElse(""), who.group()));
            }
        }
        groups.sort(Comparator.comparingInt(Actor::start));
        return groups;
    }

    /** The last cue before a group with nothing between them but words that describe it, and others of the same list. */
    private static Optional<Audience> cue(String sentence, Actor group, List<Actor> groups) {
        String before = sentence.substring(0, group.start());
        Matcher cue = CUE.matcher(before);
        Optional<Audience> found = Optional.empty();
        while (cue.find()) {
            String between = before.substring(cue.end());
            int first = groups.stream()
                    .mapToInt(Actor::start)
                    .filter(start -> start >= cue.end())
                    .min()
                    .orElse(group.start());
            int last = groups.stream()
                    .filter(other -> other.start() >= cue.end() && other.end() <= group.start())
                    .mapToInt(Actor::end)
                    .max()
                    .orElse(first);
            if (!END.matcher(between).find()
                    && group.start() - last <= FARTHEST_IN_LIST
                    && first - cue.end() <= FARTHEST
                    && !OF.matcher(between).find()) {
                found = Optional.of(new Audience(group, cue.start(), cue.group()));
            }
        }
        Matcher plain = FOR.matcher(before);
        if (found.isEmpty()
                && plain.find()
                && !END.matcher(before.substring(plain.start() + FOR_WORD.length()))
                        .find()) {
            found = Optional.of(new Audience(group, plain.start(), FOR_WORD.strip()));
        }
        return found;
    }
}
