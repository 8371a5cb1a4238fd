package org.genevagraph.curate.asks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.curate.names.RomanceNames;

/**
 * Finds whom a passage in French or Spanish asks for something: "prie le Secrétaire général de …", "insta a los gobiernos a que …", "les États
 * devraient …".
 */
final class RomanceAsks {
    private static final String WORD_BEGINS = "(?<![\\p{L}’'-])";
    private static final String WORD_ENDS = "(?![\\p{L}-])";
    private static final String ADVERBS = "(?: (?iu:" + AskCues.alternatives("adverbs-elsewhere") + "))*";
    private static final String DETERMINER = "(?iu:" + AskCues.alternatives("determiners-elsewhere") + ")";
    private static final String PRONOUNS =
            "(?:(?:lui|leur|se|s’|y|en|ne pas|ne plus|le|la|les|l’|l'|n’|m’|également|mieux|continuer à|continuer de) ?)*";
    private static final String INFINITIVE = PRONOUNS + "\\p{Ll}+(?:er|ir|re|oir|ar|arse|erse|irse)" + WORD_ENDS;

    /** The part of a sentence from the verb to what is asked: "prie … de présenter", "insta … a que protejan", "invite … :". */
    private static final Pattern ASKING = Pattern.compile(
            WORD_BEGINS + "((?iu:"
                    + AskCues.alternatives("asking-elsewhere") + "))" + ADVERBS + " (?=" + DETERMINER + "[ \\p{L}])"
                    + "([^.;:]{2,160}?)(?:,[^,]{3,80},)?"
                    + "(?: (?:à|de|a) (?=" + INFINITIVE
                    + ")| (?:d|(?<!selon |suivant |lorsque |autant )qu)[’'](?=\\p{Ll})| (?:a que|que|para que|pour que|afin que) (?=\\p{Ll})| ?:\\s*$)");

    private static final Pattern DUTY = Pattern.compile("(?:^|[;:,] |\\bque )(" + DETERMINER
            + "(?: |(?<=[’']))[^.;:]{2,120}?) (?iu:" + AskCues.alternatives("duty-elsewhere")
            + ")(?: également| aussi| también)?(?:\\s*(:)\\s*$| (?=\\p{Ll}))");

    private static final Pattern BETWEEN = Pattern.compile(
            ", (?:et|ainsi que|y|e|así como|en particulier|notamment|en particular|incluid[oa]s) |, | et | ainsi que | y | e | así como ");
    private static final Pattern DETERMINERS = Pattern.compile("^(?:" + DETERMINER + "(?: |(?<=[’'])))+");
    private static final Pattern END_OF_ACTION = Pattern.compile(
            "[;:.]|,? (?:et|y) " + "(?iu:" + AskCues.alternatives("asking-elsewhere")
                    + ") |,? et (?:à|de) (?=\\p{Ll}+(?:er|ir|re)\\b)|,? y (?:a )?que |, (?:en tenant|compte tenu|teniendo|tomando|notamment|y compris|de conformidad)");
    private static final int LONGEST_ACTION = 70;
    private static final int MOST_WORDS = 6;

    private static final Map<String, String> GROUPS = AskCues.of("groups-elsewhere").stream()
            .map(pair -> pair.split(" = ", 2))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private final Function<String, Optional<String>> called;

    /**
     * With the names of a graph.
     *
     * @param called the cell of whom the graph knows by a name in any of its forms
     */
    RomanceAsks(Function<String, Optional<String>> called) {
        this.called = called;
    }

    /** What a passage asks, and whom it asks for what stands below it. */
    Asks.Found in(String words, List<Actor> known) {
        List<Ask> asks = new ArrayList<>();
        List<Actor> leadIn = new ArrayList<>();
        Matcher asking = ASKING.matcher(words);
        while (asking.find()) {
            List<Actor> actors = actors(words, asking.start(2), asking.end(2), known);
            add(words, asking.start(1), asking.end(), actors, 0.75, "'" + asking.group(1) + "' asks", asks, leadIn);
        }
        Matcher duty = DUTY.matcher(words);
        while (duty.find()) {
            List<Actor> actors = actors(words, duty.start(1), duty.end(1), known);
            add(words, duty.end(1), duty.end(), actors, 0.65, "what they have to do", asks, leadIn);
        }
        return new Asks.Found(asks, leadIn);
    }

    private static void add(
            String words,
            int cue,
            int from,
            List<Actor> actors,
            double score,
            String reason,
            List<Ask> asks,
            List<Actor> leadIn) {
        String action = action(words.substring(from));
        if (action.isEmpty()) {
            leadIn.addAll(actors);
        } else {
            actors.forEach(actor -> asks.add(new Ask(actor, cue, action, true, score, reason)));
        }
    }

    private static String action(String words) {
        Matcher end = END_OF_ACTION.matcher(words);
        String action = (end.find() ? words.substring(0, end.start()) : words).strip();
        return action.length() <= LONGEST_ACTION
                ? action
                : action.substring(0, action.lastIndexOf(' ', LONGEST_ACTION))
                        .replaceFirst(
                                "(?: (?:et|ou|de|du|des|la|le|les|à|au|aux|en|son|sa|ses|su|sus|dans|y|o|del|el|los|las|a|con|para|sur|par))+$",
                                "");
    }

    private List<Actor> actors(String words, int from, int to, List<Actor> known) {
        List<Actor> found = new ArrayList<>();
        Matcher between = BETWEEN.matcher(words).region(from, to);
        int start = from;
        while (start <= to) {
            boolean more = between.find();
            while (more && isInAName(words, between.start(), from)) {
                more = between.find();
            }
            int end = more ? between.start() : to;
            actor(words, start, end, known).ifPresent(found::add);
            if (!more) {
                break;
            }
            start = between.end();
        }
        return found;
    }

    /** "La Comisión de Ciencia y Tecnología" is one. */
    private static boolean isInAName(String words, int place, int from) {
        return RomanceNames.places(words.substring(from)).get(place - from);
    }

    private Optional<Actor> actor(String words, int from, int to, List<Actor> known) {
        String part = words.substring(from, to).strip();
        String bare = DETERMINERS.matcher(part).replaceFirst("").strip();
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        Optional<Actor> named = known.stream()
                .filter(actor -> actor.start() >= from && actor.end() <= to)
                .filter(actor -> words.substring(from, actor.start()).strip().matches("(?iu)(?:" + DETERMINER + " ?)*"))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        String small = bare.toLowerCase(Locale.ROOT);
        List<String> all = List.of(small.split(" ", -1));
        for (int count = all.size(); count > 0; count--) {
            String name = String.join(" ", all.subList(0, count));
            Optional<String> cell = called.apply(GROUPS.getOrDefault(name, name));
            if (cell.isPresent()) {
                return Optional.of(Actor.group(from, to, cell.get(), bare));
            }
        }
        boolean acts = RomanceNames.isBody(bare)
                || (all.size() <= MOST_WORDS && AskCues.of("actors-elsewhere").contains(all.get(0)));
        return acts ? Optional.of(Actor.group(from, to, "", bare)) : Optional.empty();
    }
}
