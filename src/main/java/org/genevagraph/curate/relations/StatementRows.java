package org.genevagraph.curate.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.genevagraph.curate.names.NumberedStandards;
import org.genevagraph.curate.names.PhraseWords;
import org.genevagraph.curate.proposal.End;
import org.genevagraph.curate.proposal.Found;
import org.genevagraph.curate.proposal.Mood;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.text.Sentences;
import org.genevagraph.text.Words;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** What a profile says that its body has to do with the things that it names, by the words that the ontology gives each relation. */
public final class StatementRows {
    private static final Pattern OWN = Pattern.compile("\\b(?:[Ii]ts?|[Ww]e|[Oo]ur|[Tt]hey|[Tt]heir)\\b");

    /** Words that begin as a cue does and tell something else: what is fundamental funds nothing. */
    private static final Set<String> NOT_CUES = PhraseWords.of("not-cues");

    private static final Pattern DONE_BY =
            Pattern.compile("\\b(?:is|was|are|were|been)(?: \\p{L}+ly| also)? (\\p{L}+) by (?:the )?");
    private static final Pattern OWN_BEHIND = Pattern.compile(
            "(?:it|us|them|(?:[Oo]rgani[sz]ation|[Tt]rust|[Ff]oundation|[Ii]nstitute|[Ll]ab|[Cc]entre|[Aa]ssociation|[Nn]etwork|[Ff]orum|[Oo]ffice|[Cc]ouncil|[Cc]ommission))\\b");

    /** "Hosted by": what stands behind does it for what stands before. */
    private static final Pattern BY_ANOTHER = Pattern.compile(
            "(?iu)\\b(hosted|housed|supported|backed|founded|established|set up|created)(?: \\p{L}+ly| also| in \\d{4})? (?:by|at|within)\\b");

    private static final Map<String, String> DONE_TO =
            Map.of("hosted", "hosts", "housed", "hosts", "supported", "supports", "backed", "supports");

    /** Names with articles, joined by commas and "and". */
    private static final Pattern ONLY_NAMES =
            Pattern.compile("(?:[\\s,()]|the|The|and|as well as|both|of|for|\\p{Lu}[\\p{L}\\p{M}\\p{N}’'-]*)*");

    /** Which relations can lead from a body to a thing of a kind, the more telling first, and what has to be said. */
    private static final Map<String, List<String>> RELATIONS = Map.of(
            "organisation", List.of("funds", "partnerOf", "memberOf", "foundedBy", "supports"),
            "initiative",
                    List.of(
                            "coConvenes",
                            "coLeads",
                            "hosts",
                            "launched",
                            "judges",
                            "memberOf",
                            "funds",
                            "partnersIn",
                            "supports",
                            "participatesIn",
                            "contributesTo",
                            "uses",
                            "runs"),
            "document", List.of("publishes", "endorses", "contributesTo"),
            "issue", List.of("addresses"),
            "place", List.of("basedIn"));

    /** What is told of something that begins by it. */
    private static final Set<String> BEGINS = Set.of("launched", "publishes", "runs");

    /** What the relation is if no word tells it. */
    private static final Map<String, String> USUAL =
            Map.of("initiative", "runs", "organisation", "partnerOf", "issue", "addresses", "document", "publishes");

    private static final Set<String> OF_OTHERS =
            Set.of("uses", "partnersIn", "participatesIn", "contributesTo", "supports", "memberOf", "funds", "judges");
    private static final Set<String> WITH_OTHERS = Set.of("partnersIn");
    private static final Pattern WITH = Pattern.compile("\\p{L}*(?: with| by)? (?:the |its partners? |partners? )?");

    /** What somebody does at an event of others. */
    private static final Pattern DONE_THERE = Pattern.compile(
            "(?iu)\\b(?:present|spe(?:ak|ech)|spoke|show|discuss|announc|exhibit|demonstrat|introduc|unveil|deliver|award|honou?r)\\p{L}*\\b");

    /** "At the Forum and the Summit": that events follow where something is done. */
    private static final Pattern AT = Pattern.compile("(?<![\\p{L}-])[Aa]t(?: an?)?(?= )");

    private static final String PARTS =
            "(?:(?:programme|program|organi[sz]ing|selection|steering|advisory|scientific|technical|expert|review|prize|award|editorial|drafting|planning)"
                    + " (?:committee|board|panel|jury|group|council|team)|jury|juries)\\b";
    private static final Pattern PART = Pattern.compile("\\b" + PARTS);
    private static final Pattern OF_ITS_PART = Pattern.compile("(?:[’']s?)? (?:\\p{Ll}+ ){0,2}?" + PARTS);

    private final FactGraph facts;
    private final Ends ends;
    private final Map<String, List<Pattern>> cues = new TreeMap<>();
    private final Map<String, Node> relations = new TreeMap<>();

    /** By the cues of a graph's ontology. */
    public StatementRows(FactGraph facts, Ends ends) {
        this.facts = facts;
        this.ends = ends;
        facts.graph().stream(Node.ANY, GG.cue, Node.ANY).forEach(triple -> {
            String relation = triple.getSubject().getLocalName();
            relations.put(relation, triple.getSubject());
            // "Part" begins partner and party as well, and tells too little here.
            if (triple.getObject().getLiteralLexicalForm().equals("part")) {
                return;
            }
            cues.computeIfAbsent(relation, key -> new ArrayList<>())
                    .add(Words.beginning(triple.getObject().getLiteralLexicalForm()));
        });
    }

    /** The statement about the body and one of the ends in a sentence, if there is something to say. */
    public void add(
            Node owner,
            End end,
            String source,
            String cited,
            Sentences.Sentence sentence,
            List<End> inside,
            Found found) {
        Iris.Id body = Iris.parse(owner.getURI()).orElseThrow();
        if ((end.id().equals(body.slug()) && end.kind().equals(body.kind()))
                || (end.kind().equals(body.kind()) && ends.names(owner).contains(end.words()))) {
            return;
        }
        List<String> candidates = RELATIONS.getOrDefault(end.kind(), List.of());
        int at = end.start() - sentence.start();
        String told = "";
        int toldAt = -1;
        int nearest = Integer.MAX_VALUE;
        if (end.kind().equals("document") && Citing.leadsTo(sentence.text(), at)) {
            return;
        }
        for (String relation : candidates) {
            for (Pattern cue : cues.getOrDefault(relation, List.of())) {
                Matcher matcher = cue.matcher(sentence.text());
                while (matcher.find()) {
                    if (NOT_CUES.contains(matcher.group().toLowerCase(Locale.ROOT))
                            || (matcher.start() >= at && matcher.end() <= end.end() - sentence.start())) {
                        // A word of its own name does not tell what somebody has to do with it.
                        continue;
                    }
                    int cueAt = sentence.start() + matcher.start();
                    if (isInName(inside, cueAt)
                            || Citing.isAt(sentence.text(), matcher.start())
                            || (end.kind().equals("initiative")
                                    && WITH_OTHERS.contains(relation)
                                    && isWithBodies(sentence, matcher.end(), inside))) {
                        continue;
                    }
                    // A verb stands before its object more often than behind it.
                    int distance = matcher.start() <= at ? at - matcher.start() : (matcher.start() - at) * 2;
                    distance += candidates.indexOf(relation) * 4;
                    if (distance < nearest) {
                        nearest = distance;
                        told = relation;
                        toldAt = matcher.start();
                    }
                }
            }
        }
        if (!end.isNamed() && end.kind().equals("initiative") && OF_OTHERS.contains(told)) {
            // What is described without a name is the body's own more often than another's.
            told = "";
        }
        if (end.kind().equals("initiative") && end.isNamed() && isDoneAt(sentence.text(), at)) {
            told = "participatesIn";
        }
        told = doneBy(owner, candidates, at, sentence.text()).orElse(told);
        Optional<Matcher> doneTo = end.kind().equals("organisation") ? doneTo(sentence, at, inside) : Optional.empty();
        if (doneTo.isPresent()) {
            told = DONE_TO.getOrDefault(doneTo.get().group(1).toLowerCase(Locale.ROOT), "foundedBy");
            toldAt = doneTo.get().start();
        }
        if (told.equals("memberOf") && isOfItsPart(sentence.text(), toldAt, at, end)) {
            if (!end.kind().equals("initiative")) {
                return;
            }
            told = "participatesIn";
        }
        if (!told.equals("endorses") && NumberedStandards.isOfAnother(end.words(), ends.names(owner))) {
            return;
        }
        String relation = told.isEmpty() ? USUAL.getOrDefault(end.kind(), "") : told;
        if (relation.isEmpty()
                || (end.kind().equals("place")
                        && !sentence.text().matches("(?s).*\\b(?:based|seat|headquarter\\w*|located|home)\\b.*"))) {
            return;
        }
        boolean named = inside.stream().anyMatch(other -> other.id().equals(body.slug()))
                || OWN.matcher(sentence.text()).find();
        if (told.isEmpty() && end.kind().equals("organisation") && !(named && end.isNamed())) {
            // Nothing says that the body has to do with it.
            return;
        }
        Mood mood = Mood.of(sentence.text(), told.isEmpty() ? -1 : toldAt, at);
        List<String> dates = dates(relation, sentence.text());
        if (mood == Mood.PLANNED) {
            planned(end, relation, cited, sentence.text(), found);
        }
        if (mood == Mood.PLANNED
                || mood == Mood.DENIED
                || (mood == Mood.OVER && dates.get(1).isEmpty())) {
            return;
        }
        double score = (told.isEmpty() ? 0.3 : 0.6) + (named ? 0.2 : 0) - (end.isNew() ? 0.1 : 0);
        String own = Suggestion.cell("organisation", body.slug());
        String reason = told.isEmpty()
                ? "named there; no word tells the relation"
                : "a word for '" + label(relation) + "' stands near the name";
        List<List<String>> pairs = doneTo.isPresent() && !relation.equals("foundedBy")
                ? List.of(List.of(end.cell(), own))
                : pairs(relation, own, end, sentence, inside);
        for (List<String> pair : pairs) {
            List<String> row = List.of(
                    pair.get(0),
                    relation,
                    pair.get(1),
                    via(relation, inside, told),
                    "",
                    dates.get(0),
                    dates.get(1),
                    "stated",
                    cited);
            found.add(Suggestion.said("statements/" + source, row, score, cited, sentence.text(), reason));
        }
    }

    /** Whether something is presented, said or shown at what stands at a place: who does so takes part in it, and does not host it. */
    private static boolean isDoneAt(String sentence, int at) {
        int place = AT.matcher(sentence.substring(0, at))
                .results()
                .mapToInt(MatchResult::end)
                .reduce(-1, (one, other) -> other);
        return place >= 0
                && ONLY_NAMES.matcher(sentence.substring(place, at)).matches()
                && DONE_THERE
                        .matcher(place <= "At an".length() ? sentence.substring(at) : sentence.substring(0, place))
                        .find();
    }

    /** "Member of the Forum's programme committee (A)": who sits in a part of something is no member of it, nor of who runs it. */
    private static boolean isOfItsPart(String sentence, int cue, int at, End end) {
        int behind = Math.min(sentence.length(), at + end.end() - end.start());
        return OF_ITS_PART.matcher(sentence.substring(behind)).lookingAt()
                || (cue >= 0
                        && cue < at
                        && PART.matcher(sentence.substring(cue, at)).find());
    }

    /** Whether a place lies in the name of a thing: "Commons Funds" fund nothing. */
    private static boolean isInName(List<End> inside, int at) {
        return inside.stream()
                .anyMatch(end -> end.isNamed() && !end.kind().equals("issue") && end.start() <= at && at < end.end());
    }

    /** "In collaboration with the Institute": with whom something is done, which tells nothing of the thing that is done. */
    private static boolean isWithBodies(Sentences.Sentence sentence, int cueEnd, List<End> inside) {
        Matcher with =
                WITH.matcher(sentence.text()).region(cueEnd, sentence.text().length());
        int behind = with.lookingAt() ? sentence.start() + with.end() : -1;
        return inside.stream()
                .anyMatch(end -> end.start() == behind && end.kind().equals("organisation"));
    }

    /** What two bodies are partners in, if the sentence names one thing that they can be partners in. */
    private static String via(String relation, List<End> inside, String told) {
        List<String> named = inside.stream()
                .filter(end -> end.kind().equals("initiative") && end.isNamed())
                .map(End::cell)
                .distinct()
                .toList();
        return relation.equals("partnerOf") && !told.isEmpty() && named.size() == 1 ? named.get(0) : "";
    }

    /** Who stands to whom in a relation. */
    private static List<List<String>> pairs(
            String relation, String own, End end, Sentences.Sentence sentence, List<End> inside) {
        int at = end.start() - sentence.start();
        if (!relation.equals("funds")) {
            return List.of(List.of(own, end.cell()));
        }
        List<End> others =
                inside.stream().map(other -> other.from(sentence.start())).toList();
        if (end.kind().equals("organisation") && Funding.role(sentence.text(), at) == Funding.Role.GIVER) {
            // "The Project, which is funded by A" says nothing of what A gives to the body.
            return others.stream().anyMatch(other -> Funding.isReceiver(sentence.text(), other))
                    ? List.of()
                    : List.of(List.of(end.cell(), own));
        }
        // Who gives may be neither the body nor the thing: "the Foundation funds its research".
        List<List<String>> givers = others.stream()
                .filter(other -> other.kind().equals("organisation") && other.start() != at)
                .filter(other -> Funding.role(sentence.text(), other.start()) == Funding.Role.GIVER)
                .map(other -> List.of(other.cell(), end.cell()))
                .toList();
        return givers.isEmpty() ? List.of(List.of(own, end.cell())) : givers;
    }

    /** That a thing is planned, where a sentence says that it is to begin. */
    private static void planned(End end, String relation, String cited, String sentence, Found found) {
        if (BEGINS.contains(relation) && end.isNamed()) {
            planned(end, cited, sentence, found);
        }
    }

    /** That a thing is planned. */
    public static void planned(End end, String cited, String sentence, Found found) {
        found.add(Suggestion.said(
                "status",
                List.of(end.cell(), "planned", "stated", cited),
                0.6,
                cited,
                sentence,
                "is to begin, by the words before it"));
    }

    /** Where somebody has a seat is dated only by what says since when. */
    private static List<String> dates(String relation, String sentence) {
        List<String> dates = relation.equals("addresses") ? List.of("", "") : Times.of(sentence);
        return relation.equals("basedIn") && !dates.get(1).isEmpty() ? List.of("", "") : dates;
    }

    /** What somebody who stands at a place does for the body: "hosted by the Institute, it …". */
    private static Optional<Matcher> doneTo(Sentences.Sentence sentence, int at, List<End> inside) {
        Matcher done = BY_ANOTHER.matcher(sentence.text()).region(0, at);
        while (done.find()) {
            int start = done.start();
            boolean ofAnother = inside.stream()
                    .map(other -> other.from(sentence.start()))
                    .anyMatch(other -> Funding.isDirectlyBefore(sentence.text(), other, start));
            if (!ofAnother
                    && ONLY_NAMES
                            .matcher(sentence.text().substring(done.end(), at))
                            .matches()) {
                return Optional.of(done);
            }
        }
        return Optional.empty();
    }

    /** What the body is said to have done to a thing: "was launched by the Network". */
    private Optional<String> doneBy(Node owner, List<String> candidates, int at, String sentence) {
        Matcher done = DONE_BY.matcher(sentence);
        while (done.find()) {
            String by = sentence.substring(done.end());
            boolean own = OWN_BEHIND.matcher(by).lookingAt()
                    || ends.names(owner).stream().anyMatch(by::startsWith);
            if (at < done.start() && own) {
                return candidates.stream()
                        .filter(relation -> cues.getOrDefault(relation, List.of()).stream()
                                .anyMatch(cue -> cue.matcher(done.group(1)).matches()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /** That the body has to do with an issue whose words stand in a passage. */
    public void add(Node owner, Node issue, double weight, String source, String cited, String words, Found found) {
        String body = Iris.parse(owner.getURI()).orElseThrow().slug();
        String slug = Iris.parse(issue.getURI()).orElseThrow().slug();
        found.add(Suggestion.said(
                "statements/" + source,
                List.of(Suggestion.cell("organisation", body), "addresses", slug, "", "", "", "", "stated", cited),
                Math.min(0.9, weight / 10),
                cited,
                words,
                "words for '" + facts.label(issue) + "' stand there"));
    }

    private String label(String relation) {
        return facts.label(relations.get(relation));
    }
}
