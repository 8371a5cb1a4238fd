package org.genevagraph.curate.relations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.genevagraph.curate.names.PhraseWords;
import org.genevagraph.curate.proposal.End;
import org.genevagraph.curate.proposal.Found;
import org.genevagraph.curate.proposal.Mood;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.text.Sentences;
import org.genevagraph.vocabulary.Iris;

/** Who takes part in what, or is a member: "the Forum, in which A and B take part", "it is a member of C", "brings together D and E". */
public final class JoiningRows {
    private static final PhraseWords.Lists CUES = PhraseWords.read("/curate/join-cues.txt", " \\| ");
    private static final String WORD_BEGINS = "(?<![\\p{L}-])";
    private static final String WORD_ENDS = "(?![\\p{L}-])";
    private static final List<Cue> BEFORE =
            List.of(new Cue(words("takes-part"), "participatesIn"), new Cue(words("is-member"), "memberOf"));
    private static final List<Cue> BEHIND =
            List.of(new Cue(words("with"), "participatesIn"), new Cue(words("with-members"), "memberOf"));
    private static final List<Cue> WHICH = List.of(
            new Cue("(?:in|at) which (.{2,120}?) (" + words("in-which") + ")", "participatesIn"),
            new Cue("to which (.{2,120}?) (contributes?|contributed)", "contributesTo"),
            new Cue("of which (.{2,120}?) (" + words("of-which") + ")", "memberOf"));
    /** "Members of the Alliance include A and B": what stands in the middle has them. */
    private static final Cue MEMBERS_OF =
            new Cue("(?iu:" + words("members-of") + ") (.{2,120}?) (" + words("include") + ")", "memberOf");

    /** "Hosted by", "which is run by": what stands behind does it, what stands just before has it done. */
    private static final List<Cue> DONE_BY = List.of(
            new Cue(words("hosted-by"), "hosts"),
            new Cue(words("run-by"), "runs"),
            new Cue(words("led-by"), "coLeads"),
            new Cue(words("convened-by"), "coConvenes"),
            new Cue(words("published-by"), "publishes"));

    private static final Pattern DONE =
            Pattern.compile("(?iu)[\\s,:;(–—-]*(?:(?:[–—,-] )?(?:an?|its|the) [^.;:]{2,60}[, ])?(?:(?:which|that)\\s+)?"
                    + "(?:(?:is|are|was|were|has been|have been|being)\\s+)?(?:(?:\\p{L}+ly|also|now)\\s+)?");

    private static final Pattern BETWEEN = Pattern.compile("(?iu)(?:[\\s,;&()]|" + words("between") + WORD_ENDS + ")*");

    /** "It", "the Lab": the body. */
    private static final Pattern OWN = Pattern.compile(
            "(?u)(?:^|.*[\\s,(])(?:[Ii]t|[Ww]e|[Tt]hey|[Ii]ts (?:experts|staff|team|members|director)|[Oo]ur (?:experts|staff|team)|[Tt]he (?:[Oo]rgani[sz]ation|[Bb]ody|[Tt]rust|[Ff]oundation|[Ii]nstitute|[Ll]ab|[Cc]entre|[Aa]ssociation|[Nn]etwork|[Ff]orum|[Oo]ffice))\\s*",
            Pattern.DOTALL);

    /** How many characters an article takes at most. */
    private static final int AT_BEGINNING = 5;

    /** "Its members", also at the beginning of a sentence. */
    private static final Pattern OF_IT =
            Pattern.compile("(?:^|\\W)(?:[Ii]ts |[Oo]ur )[^,;:]{0,20}(?:members|participants) \\p{L}+$");

    private static final Pattern SMALL = Pattern.compile("(?:\\s" + words("between") + ")*\\s*$");

    private static final Set<String> JOINED = Set.of("initiative", "organisation");

    private JoiningRows() {}

    private record Cue(Pattern pattern, String relation) {
        Cue(String words, String relation) {
            this(Pattern.compile(WORD_BEGINS + words + WORD_ENDS), relation);
        }
    }

    private static String words(String list) {
        return PhraseWords.alternatives(CUES.of(list));
    }

    /** That somebody takes part in something; of nobody it is the body that the text is about. */
    private record Joined(Optional<End> who, End what, String relation, String cue, int at) {}

    /**
     * Proposes what a sentence says of taking part.
     *
     * @param inside what it names or describes
     * @return the ends of which it says nothing else, each as what it is: whoever is a member is a body
     */
    public static Map<End, End> add(
            Node owner, String source, String cited, Sentences.Sentence sentence, List<End> inside, Found found) {
        String body = Suggestion.cell(
                "organisation", Iris.parse(owner.getURI()).orElseThrow().slug());
        Map<End, End> settled = new HashMap<>();
        for (Joined joined : in(sentence, inside, body)) {
            String who = joined.who().map(End::cell).orElse(body);
            String what = joined.what().cell();
            if (who.equals(what)) {
                continue;
            }
            joined.who()
                    .filter(end -> !end.cell().equals(body))
                    .ifPresent(end -> inside.stream()
                            .filter(one ->
                                    one.start() == end.start() && one.id().equals(end.id()))
                            .forEach(one -> settled.put(one, end)));
            boolean isDoneByOther = !who.equals(body)
                    && joined.what().start() - sentence.start() <= AT_BEGINNING
                    && DONE_BY.stream().anyMatch(cue -> cue.relation().equals(joined.relation()));
            if (who.equals(body) || isDoneByOther) {
                settled.put(joined.what(), joined.what());
            }
            Mood mood = Mood.of(
                    sentence.text(), joined.at(), Math.max(0, joined.what().start() - sentence.start()));
            List<String> dates = Times.of(sentence.text());
            if (mood == Mood.DENIED
                    || mood == Mood.PLANNED
                    || (mood == Mood.OVER && dates.get(1).isEmpty())) {
                continue;
            }
            String from = mood == Mood.OVER
                            || (!dates.get(0).isEmpty() && dates.get(1).isEmpty())
                    ? dates.get(0)
                    : "";
            String until = mood == Mood.OVER ? dates.get(1) : "";
            boolean isNew =
                    joined.what().isNew() || joined.who().filter(End::isNew).isPresent();
            found.add(Suggestion.said(
                    "statements/" + source,
                    List.of(who, joined.relation(), what, "", "", from, until, "stated", cited),
                    isNew ? 0.65 : 0.75,
                    cited,
                    sentence.text(),
                    "'" + joined.cue() + "' stands between them"));
        }
        return settled;
    }

    /** Words that tell that somebody takes part, where they stand. */
    private record Told(int start, int end, String words, String relation) {}

    private static List<Told> told(String words) {
        return BEFORE.stream()
                .flatMap(cue -> cue.pattern()
                        .matcher(words)
                        .results()
                        .map(match -> new Told(match.start(), match.end(), match.group(), cue.relation())))
                .sorted(Comparator.comparingInt(Told::start))
                .toList();
    }

    private static List<Joined> in(Sentences.Sentence sentence, List<End> inside, String body) {
        List<Joined> joined = new ArrayList<>();
        String words = sentence.text();
        int start = sentence.start();
        for (Cue cue : WHICH) {
            Matcher matcher = cue.pattern().matcher(words);
            while (matcher.find()) {
                Optional<End> what = last(inside, 0, start + matcher.start());
                List<End> who = bodies(inside, start + matcher.start(1), start + matcher.end(1));
                what.ifPresent(end -> who.forEach(one -> joined.add(
                        new Joined(Optional.of(one), end, cue.relation(), matcher.group(2), matcher.start(2)))));
            }
        }
        List<Optional<End>> last = List.of();
        int lastEnd = -1;
        for (Told told : told(words)) {
            List<End> what = listed(inside, start + told.end(), words, start);
            List<Optional<End>> who = new ArrayList<>();
            before(inside, start + told.start(), words, start).forEach(one -> who.add(Optional.of(one)));
            String before = SMALL.matcher(words.substring(0, told.start())).replaceFirst("");
            if (who.isEmpty() && OWN.matcher(before).matches()) {
                who.add(Optional.empty());
            } else if (who.isEmpty()
                    && lastEnd >= 0
                    && lastEnd <= told.start()
                    && BETWEEN.matcher(words.substring(lastEnd, told.start())).matches()) {
                // "It takes part in A and sits on B."
                who.addAll(last);
            }
            for (End end : what) {
                who.forEach(one -> joined.add(new Joined(one, end, told.relation(), told.words(), told.start())));
                lastEnd = behind(words, end.end() - start);
            }
            last = who;
        }
        for (Cue cue : DONE_BY) {
            Matcher matcher = cue.pattern().matcher(words);
            while (matcher.find()) {
                Optional<End> what = done(inside, cue.relation(), words, matcher.start(), start);
                listed(inside, start + matcher.end(), words, start).stream()
                        .map(JoiningRows::body)
                        .filter(one -> one.kind().equals("organisation"))
                        .forEach(one -> what.ifPresent(end -> joined.add(
                                new Joined(Optional.of(one), end, cue.relation(), matcher.group(), matcher.start()))));
            }
        }
        End own = new End(0, 0, "organisation", body.replaceFirst(".*:", ""), "", false, true);
        Matcher members = MEMBERS_OF.pattern().matcher(words);
        while (members.find()) {
            Optional<End> what = last(inside, start + members.start(1), start + members.end(1))
                    .or(() -> OWN.matcher(members.group(1)).matches() ? Optional.of(own) : Optional.empty());
            List<End> who = listed(inside, start + members.end(), words, start);
            what.ifPresent(end -> who.stream()
                    .map(JoiningRows::body)
                    .filter(one -> one.kind().equals("organisation"))
                    .forEach(one -> joined.add(new Joined(
                            Optional.of(one), end, MEMBERS_OF.relation(), members.group(2), members.start(2)))));
        }
        for (Cue cue : BEHIND) {
            Matcher matcher = cue.pattern().matcher(words);
            while (matcher.find()) {
                boolean isOwn = OF_IT.matcher(words.substring(0, matcher.end())).find();
                Optional<End> what = isOwn ? Optional.of(own) : last(inside, 0, start + matcher.start());
                List<End> who = listed(inside, start + matcher.end(), words, start);
                what.ifPresent(end -> who.stream()
                        .map(JoiningRows::body)
                        .filter(one -> one.kind().equals("organisation"))
                        .forEach(one -> joined.add(
                                new Joined(Optional.of(one), end, cue.relation(), matcher.group(), matcher.start()))));
            }
        }
        return joined;
    }

    /** The thing just before words that tell who did it. */
    private static Optional<End> done(List<End> inside, String relation, String words, int to, int start) {
        String kind = relation.equals("publishes") ? "document" : "initiative";
        return inside.stream()
                .filter(end -> end.kind().equals(kind) && end.isNamed() && end.end() - start <= to)
                .filter(end -> DONE.matcher(words.substring(
                                behind(words, end.end() - start), Math.max(to, behind(words, end.end() - start))))
                        .matches())
                .max(Comparator.comparingInt(End::end));
    }

    /** Whoever takes part is a body, whatever the words of a new name tell. */
    private static End body(End end) {
        return end.isNew() && end.isNamed()
                ? new End(end.start(), end.end(), "organisation", end.id(), end.words(), true, true)
                : end;
    }

    private static List<End> bodies(List<End> inside, int from, int to) {
        return inside.stream()
                .map(JoiningRows::body)
                .filter(end -> end.kind().equals("organisation") && end.start() >= from && end.end() <= to)
                .toList();
    }

    /** The last thing in which somebody can take part that stands before a place. */
    private static Optional<End> last(List<End> inside, int from, int to) {
        return inside.stream()
                .filter(end -> JOINED.contains(end.kind()) && end.start() >= from && end.end() <= to)
                .max(Comparator.comparingInt(End::end));
    }

    /** Those that stand behind a place with nothing between them but commas and small words. */
    private static List<End> listed(List<End> inside, int from, String words, int start) {
        List<End> found = new ArrayList<>();
        int at = from;
        for (End end : inside) {
            if (end.start() >= at && JOINED.contains(end.kind())) {
                if (!BETWEEN.matcher(words.substring(at - start, end.start() - start))
                        .matches()) {
                    break;
                }
                found.add(end);
                at = behind(words, end.end() - start) + start;
            }
        }
        return found;
    }

    /** Behind an acronym in brackets, if one follows. */
    private static int behind(String words, int at) {
        Matcher brackets =
                Pattern.compile("\\s?\\([^)]{1,20}\\)").matcher(words).region(at, words.length());
        return brackets.lookingAt() ? brackets.end() : at;
    }

    /** The bodies that stand before a place with nothing between them and it but commas and small words. */
    private static List<End> before(List<End> inside, int to, String words, int start) {
        List<End> found = new ArrayList<>();
        int at = to;
        for (int i = inside.size() - 1; i >= 0; i--) {
            End end = inside.get(i);
            if (end.end() <= at && end.kind().equals("organisation")) {
                if (!BETWEEN.matcher(words.substring(
                                behind(words, end.end() - start),
                                Math.max(behind(words, end.end() - start), at - start)))
                        .matches()) {
                    break;
                }
                found.add(end);
                at = end.start();
            }
        }
        return found;
    }
}
