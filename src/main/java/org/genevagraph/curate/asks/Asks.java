package org.genevagraph.curate.asks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.text.Sentences;
import org.genevagraph.text.Words;

/**
 * Finds whom a passage asks for something: "invites the private sector to …", "governments should …", and the items below "The mandate of the
 * Forum is to:".
 */
public final class Asks {
    private static final String WORD_ENDS = "(?![\\p{L}-])";
    private static final String WORD_BEGINS = "(?<![\\p{L}-])";

    /** "Calls upon …": what asks whoever is named behind it. */
    private static final Pattern ASKING =
            Pattern.compile(WORD_BEGINS + "(?iu:" + AskCues.verbs("asking") + ")" + WORD_ENDS);

    /** "Invites towns, through the League, to …": by whom a request reaches those whom it asks. */
    private static final Pattern THROUGH = Pattern.compile(
            ",? (?:(?:acting |working )?through|via|by way of|by means of|through the intermediary of|by the intermediary of) (?=the |its |their |\\p{Lu})");

    private static final Pattern TO = Pattern.compile("(?<=[ ,—–])to(?= \\p{Ll}|:|, )");
    private static final Pattern NOT_TO =
            Pattern.compile("(?iu).*" + WORD_BEGINS + AskCues.alternatives("not-to") + " $", Pattern.DOTALL);

    /** "Does not ask": nobody is asked. */
    private static final Pattern NOT =
            Pattern.compile("(?iu)(?:\\b(?:not|never|no longer|neither|nor)|n[’']t)(?: \\p{L}+ly)? $");

    /** "That": what follows is wished to be done. */
    private static final Pattern THAT = Pattern.compile("^,? that ");

    /** "Governments should": what asks whoever is named before it. */
    private static final Pattern DUTY = Pattern.compile(WORD_BEGINS
            + "(?:(?:(?:should|shall|must) be|is|are|was|were|be|been)(?: \\p{Ll}+ly| also| further| hereby)? "
            + AskCues.alternatives("asked") + " to|" + AskCues.alternatives("duty") + ")" + WORD_ENDS);

    /** What is done to somebody is no task of theirs: "should be used". */
    private static final Pattern PASSIVE =
            Pattern.compile("(?:not )?(?:continue to |to )?be \\p{L}+(?:ed|en|lt|nt)\\b.*");

    /** "These three agencies": those whom the sentence before names. */
    private static final Pattern ANAPHOR =
            Pattern.compile("(?iu)(?:.*, )?" + AskCues.alternatives("anaphors") + "(?: \\p{L}+)? (\\p{L}+)");

    private static final Pattern WISH = Pattern.compile(WORD_BEGINS + AskCues.alternatives("wish") + WORD_ENDS);
    private static final Pattern NOT_WHO_ACTS =
            Pattern.compile("(?iu)(?:^|.*[^\\p{L}-])" + AskCues.alternatives("not-who-acts") + "\\s*$", Pattern.DOTALL);
    /** "And invite them": those whom the sentence has named. */
    private static final Pattern THEM = Pattern.compile(" (them|it)(?![\\p{L}-]),?");

    private static final Pattern THEY = Pattern.compile("(?:They|It)");

    /** Before the one who acts stands another sentence: "we reiterate that …", "…; …". */
    private static final Pattern CLAUSE = Pattern.compile("[;:—–] |^[Tt]hat |(?<=[\\p{L},)]) that ");

    /** "To be started by …": whose the task is. */
    private static final Pattern TO_BE_DONE_BY =
            Pattern.compile("to be (\\p{Ll}+(?:ed|n|t))(?: [\\p{L} ]{0,40}?)? by ");

    /** What stands before what is wished. */
    private static final Pattern WISHED = Pattern.compile(
            "^.*(?:call(?:s|ing)? for|needs? for|encourag(?:e|es|ing)|seek|should|recognize|recognise)(?: the)? (?=.{4})");

    /** "Undertaken by": what somebody does already. */
    private static final Pattern DONE = Pattern.compile(".*\\p{L}(?:ed|en|et) ", Pattern.DOTALL);

    private static final Pattern WISHING = Pattern.compile("(?iu)" + WORD_BEGINS + AskCues.alternatives("wishing"));
    private static final Pattern AMONG = Pattern.compile(WORD_BEGINS + AskCues.alternatives("among") + WORD_ENDS);

    /** "The mandate of the Forum is to": whose the items that follow are. */
    private static final Pattern MANDATE = Pattern.compile(
            "(?iu)" + WORD_BEGINS + AskCues.alternatives("mandate")
                    + "(?: and \\p{L}+)? of (.{3,80}?) (?:is|are|shall be|will be|should be|includes?|shall include)(?: to)?:$");

    private static final Pattern END_OF_ACTION = Pattern.compile("[;:.]|,? and to |,? and (?:we )?(?:also )?"
            + AskCues.verbs("asking") + " |, (?:taking|bearing|as |in order|noting|including|with a view|so )");
    private static final Pattern ASIDE = Pattern.compile(
            "^,? ?(?:\\([a-z]+\\) ?)?(?:inter alia|as appropriate|where appropriate|when appropriate|also|further|therefore|[Tt]o(?= \\p{Ll}))?,? ?");
    /** "À entretenir", "A que protejan": an item below what asks, in French or Spanish. */
    private static final Pattern ITEM_ELSEWHERE = Pattern.compile(
            "^(?:À|De) (?=\\p{Ll}+(?:er|ir|re|oir)\\b)|^D[’'](?=\\p{Ll}+(?:er|ir|re|oir)\\b)|^(?:A que|Que) ");

    /** Nothing but "also" stands between what asks and the colon. */
    private static final Pattern ENDS_OPEN = Pattern.compile("(?: \\p{Ll}+ly| also| further)?\\s*:\\s*");

    private static final int LONGEST_ACTION = 70;
    private static final int LONGEST_LIST = 160;

    private final Function<String, Optional<String>> called;

    /**
     * With the names of a graph.
     *
     * @param called the cell of whom the graph knows by a name in any of its forms
     */
    public Asks(Function<String, Optional<String>> called) {
        this.called = called;
    }

    /**
     * What a passage asks.
     *
     * @param asks whom for what, each once
     * @param leadIn whom the passages below are about, if this one ends in the midst of asking
     */
    public record Found(List<Ask> asks, List<Actor> leadIn) {}

    /**
     * Looks at a passage.
     *
     * @param known everybody whom it names and the graph knows, from left to right
     * @param above whom the passage above it asks in the midst of its last sentence
     */
    public Found in(String words, List<Actor> known, List<Actor> above) {
        NamedActors named = new NamedActors(words, known, called);
        Map<List<Object>, Ask> found = new LinkedHashMap<>();
        List<Actor> leadIn = new ArrayList<>();
        if (above.contains(Actor.NAMED_BELOW)) {
            namedBelow(words, named, found);
        } else {
            above.forEach(actor -> add(
                    found, new Ask(actor, 0, action(words, 0), true, 0.6, "the passage above asks for what follows")));
        }
        List<Actor> last = List.of();
        int previous = 0;
        for (Sentences.Sentence sentence : Sentences.of(words)) {
            List<Ask> asks = new ArrayList<>();
            asking(words, sentence, named, asks, leadIn);
            duty(words, sentence, named, DUTY, previous, last, asks, leadIn);
            duty(words, sentence, named, WISH, previous, last, asks, leadIn);
            done(words, sentence, named, asks);
            among(words, sentence, named, asks);
            mandate(sentence, named, leadIn);
            previous = sentence.start();
            asks.forEach(ask -> add(found, ask));
            if (!asks.isEmpty()) {
                last = asks.stream().map(Ask::actor).distinct().toList();
            }
        }
        Found elsewhere = new RomanceAsks(called).in(words, known);
        elsewhere.asks().forEach(ask -> add(found, ask));
        leadIn.addAll(elsewhere.leadIn());
        return new Found(List.copyOf(found.values()), leadIn.stream().distinct().toList());
    }

    private static void add(Map<List<Object>, Ask> found, Ask ask) {
        Object who = ask.actor().isNew() ? ask.actor().words() : ask.actor().cell();
        boolean known = found.values().stream()
                .anyMatch(other -> other.score() >= ask.score()
                        && (other.actor().isNew()
                                        ? other.actor().words()
                                        : other.actor().cell())
                                .equals(who)
                        && (!ask.certain() || other.action().equals(ask.action())));
        if (!known) {
            found.put(List.of(who, ask.action()), ask);
        }
    }

    private void asking(
            String words, Sentences.Sentence sentence, NamedActors named, List<Ask> asks, List<Actor> leadIn) {
        Matcher cue = ASKING.matcher(words).region(sentence.start(), sentence.end());
        while (cue.find()) {
            if (NOT.matcher(words.substring(sentence.start(), cue.start())).find()) {
                continue;
            }
            Matcher that = THAT.matcher(words.substring(cue.end(), sentence.end()));
            if (that.find()) {
                int from = cue.end() + that.end();
                List<Actor> actors = subject(words, from, sentence.end(), named);
                actors.forEach(actor -> asks.add(new Ask(
                        actor,
                        cue.start(),
                        action(words, behindAside(words, actor.end())),
                        true,
                        0.7,
                        reason(cue.group() + " that"))));
                continue;
            }
            int to = to(words, cue.end(), sentence.end());
            boolean open =
                    to < 0 && words.substring(cue.end(), sentence.end()).strip().endsWith(":");
            if (to < 0 && !open) {
                continue;
            }
            int until = open ? words.lastIndexOf(':', sentence.end() - 1) : to;
            Matcher them = THEM.matcher(words).region(cue.end(), until);
            List<Actor> actors = them.lookingAt()
                    ? named.before(sentence.start(), cue.start(), them.group(1).equals("them"))
                    : new ArrayList<>();
            Matcher through = THROUGH.matcher(words).region(cue.end(), until);
            boolean isThrough = through.find();
            actors.addAll(named.at(them.lookingAt() ? them.end() : cue.end(), isThrough ? through.start() : until));
            String via = isThrough ? via(named, through.end(), until) : "";
            String action = open ? "" : action(words, to + 2);
            if (action.isEmpty() || action.equals(":")) {
                leadIn.addAll(
                        actors.isEmpty()
                                        && ENDS_OPEN
                                                .matcher(words.substring(cue.end()))
                                                .matches()
                                ? List.of(Actor.NAMED_BELOW)
                                : actors);
            } else {
                actors.forEach(actor ->
                        asks.add(new Ask(actor, via, cue.start(), action, true, 0.8, reason(cue.group() + " … to"))));
                second(words, to, sentence.end())
                        .ifPresent(more -> actors.forEach(actor -> asks.add(
                                new Ask(actor, via, cue.start(), more, true, 0.7, reason(cue.group() + " … and to")))));
            }
        }
    }

    /** "The League to report", below "Requests:". */
    private static void namedBelow(String words, NamedActors named, Map<List<Object>, Ask> found) {
        Sentences.Sentence first = Sentences.of(words).get(0);
        int to = to(words, 0, first.end());
        if (to > 0) {
            String action = action(words, to + 2);
            named.at(0, to)
                    .forEach(actor -> add(
                            found, new Ask(actor, 0, action, true, 0.6, "the passage above asks whom this one names")));
        }
    }

    /** The only body that the graph knows among those named between two places; empty if there is none, or more than one. */
    private static String via(NamedActors named, int from, int until) {
        List<String> bodies = named.at(from, until).stream()
                .filter(actor -> !actor.isNew() && (actor.isBody() || !actor.acts()))
                .map(Actor::cell)
                .distinct()
                .toList();
        return bodies.size() == 1 ? bodies.get(0) : "";
    }

    /** Where the "to" stands that says for what somebody is asked; below 0 if there is none. */
    private static int to(String words, int from, int end) {
        Matcher to = TO.matcher(words).region(from, end);
        while (to.find()) {
            String before = words.substring(from, to.start());
            int comma = before.lastIndexOf(", ");
            boolean aside = comma >= 0
                    && NamedActors.isSkipped(before.substring(comma + 2).strip())
                    && !before.endsWith(", ");
            if (!aside && !NOT_TO.matcher(before).matches()) {
                return to.start();
            }
        }
        return -1;
    }

    /** A second thing for which the same are asked: "to examine …, and to make …". */
    private static Optional<String> second(String words, int first, int end) {
        Matcher more = Pattern.compile(",? and to (?=\\p{Ll})").matcher(words).region(first, end);
        return more.find() ? Optional.of(action(words, more.end())) : Optional.empty();
    }

    /** Who does what stands behind them: "that ECOSOC oversees", "that ECOSOC, at its session, reviews". */
    private static List<Actor> subject(String words, int from, int end, NamedActors named) {
        for (int i = from; i < Math.min(end, from + LONGEST_LIST); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == ',') {
                List<Actor> actors = named.in(from, i);
                if (!actors.isEmpty() && !actors.get(0).isNew() && actors.get(0).end() <= i) {
                    return actors;
                }
            }
        }
        return List.of();
    }

    /** Behind what is said between commas: "ECOSOC, at its session, reviews". */
    private static int behindAside(String words, int from) {
        int comma = words.indexOf(", ", from + 1);
        return words.startsWith(", ", from) && comma >= 0 ? comma + 2 : from;
    }

    private void duty(
            String words,
            Sentences.Sentence sentence,
            NamedActors named,
            Pattern cues,
            int previous,
            List<Actor> last,
            List<Ask> asks,
            List<Actor> leadIn) {
        boolean wish = cues == WISH;
        Matcher cue = cues.matcher(words).region(sentence.start(), sentence.end());
        int from = sentence.start();
        while (cue.find()) {
            String before = words.substring(from, cue.start());
            Matcher clause = CLAUSE.matcher(before);
            int start = from;
            while (clause.find()) {
                start = from + clause.end();
            }
            String subject = words.substring(start, cue.start());
            List<Actor> actors;
            Matcher anaphor = ANAPHOR.matcher(subject.strip());
            if (THEY.matcher(subject.strip()).matches()) {
                actors = last;
            } else if (anaphor.matches() && AskCues.of("vague").contains(Words.singular(anaphor.group(1)))) {
                actors = named.bodies(previous, sentence.start());
            } else if (NOT_WHO_ACTS.matcher(subject).matches()) {
                continue;
            } else {
                actors = named.in(start, cue.start());
            }
            String action = action(words, cue.end());
            if (action.isEmpty()) {
                leadIn.addAll(actors);
            }
            for (Actor actor : actors) {
                if (!action.isEmpty() && !isDone(action, actor) && (actor.acts() || !wish)) {
                    asks.add(new Ask(actor, cue.start(), action, !wish, wish ? 0.35 : 0.7, reason("… " + cue.group())));
                }
            }
        }
    }

    /** Whether something is to be done to what is named, rather than by it. */
    private static boolean isDone(String action, Actor actor) {
        return PASSIVE.matcher(action).matches() && (actor.isNew() || action.startsWith("continue"));
    }

    private static void done(String words, Sentences.Sentence sentence, NamedActors named, List<Ask> asks) {
        Matcher cue = TO_BE_DONE_BY.matcher(words).region(sentence.start(), sentence.end());
        while (cue.find()) {
            named.at(cue.end(), sentence.end()).stream()
                    .filter(actor -> actor.acts() && !actor.isNew())
                    .forEach(actor -> asks.add(new Ask(
                            actor, cue.start(), cue.group(1), true, 0.5, reason("to be " + cue.group(1) + " by"))));
        }
    }

    private static void among(String words, Sentences.Sentence sentence, NamedActors named, List<Ask> asks) {
        if (!WISHING.matcher(sentence.text()).find()) {
            return;
        }
        Matcher cue = AMONG.matcher(words).region(sentence.start(), sentence.end());
        while (cue.find()) {
            if (DONE.matcher(words.substring(sentence.start(), cue.start())).matches()) {
                continue;
            }
            named.at(cue.end(), Math.min(sentence.end(), cue.end() + LONGEST_LIST)).stream()
                    .filter(Actor::acts)
                    .forEach(actor -> asks.add(new Ask(
                            actor,
                            cue.start(),
                            before(words, sentence.start(), cue.start()),
                            false,
                            0.3,
                            reason("wished … " + cue.group()))));
        }
    }

    /** The last words before a place, from one that begins a part of the sentence if there is one. */
    private static String before(String words, int from, int to) {
        String before = words.substring(Math.max(from, to - LONGEST_ACTION), to).strip();
        if (to - LONGEST_ACTION > from) {
            before = before.replaceFirst("^\\S*\\s", "");
        }
        return WISHED.matcher(before.replaceFirst("^.*[,;:] (?=.{15})", "")).replaceFirst("");
    }

    private static void mandate(Sentences.Sentence sentence, NamedActors named, List<Actor> leadIn) {
        Matcher mandate = MANDATE.matcher(sentence.text());
        if (mandate.find()) {
            leadIn.addAll(named.in(sentence.start() + mandate.start(1), sentence.start() + mandate.end(1)));
        }
    }

    private static String reason(String cue) {
        return "'" + cue + "' asks";
    }

    /** What somebody is to do, as far as a few words tell it. */
    private static String action(String words, int from) {
        String given = ITEM_ELSEWHERE.matcher(words.substring(from)).replaceFirst("");
        String rest = ASIDE.matcher(given).replaceFirst("").strip();
        Matcher end = END_OF_ACTION.matcher(rest);
        String action = end.find() ? rest.substring(0, end.start()) : rest;
        if (action.length() > LONGEST_ACTION) {
            action = action.substring(0, action.lastIndexOf(' ', LONGEST_ACTION))
                    .replaceFirst(
                            "(?: (?:and|or|of|the|to|an?|in|at|as|for|with|on|by|from|into|through|under|their|its|that|this|including))+$",
                            "");
        }
        return action.strip();
    }
}
