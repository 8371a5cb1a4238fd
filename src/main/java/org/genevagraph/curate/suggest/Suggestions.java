package org.genevagraph.curate.suggest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.text.Numbers;
import org.genevagraph.text.Sentences;
import org.genevagraph.text.Words;
import org.genevagraph.text.names.Capitals;
import org.genevagraph.text.names.Name;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * Rows that the words of a text suggest: things, statements and figures, by the names that the graph knows, by new names, and by the words
 * that the ontology gives each relation. Nothing is learnt, so that every proposal has a reason that a person can check.
 */
public final class Suggestions {
    private static final Pattern YEAR = Pattern.compile("(?<![\\d/])(since|from|in|by|until)?\\s*(?:("
            + String.join("|", Capitals.MONTHS) + ") )?((?:19|20)\\d\\d)(?![\\d/])");
    private static final Pattern OWN = Pattern.compile("\\b(?:[Ii]ts?|[Ww]e|[Oo]ur|[Tt]hey|[Tt]heir)\\b");

    /** Words that begin as a cue does and tell something else: what is fundamental funds nothing. */
    private static final Set<String> NOT_CUES = PhraseWords.of("not-cues");

    private static final Pattern BODY_FIRST = Pattern.compile("^(\\p{Lu}[\\p{Lu}\\d]+) \\p{L}.*");

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

    /** What the relation is if no word tells it. */
    private static final Map<String, String> USUAL =
            Map.of("initiative", "runs", "organisation", "partnerOf", "issue", "addresses", "document", "publishes");

    private final FactGraph facts;
    private final Graph graph;
    private final Mentions mentions;
    private final Set<Node> hidden;
    private final NewNames newNames;
    private final IssuesOfPassages issues;
    private final DescribedThings described = new DescribedThings();
    private final Map<String, List<Pattern>> cues = new TreeMap<>();
    private final Map<String, Node> relations = new TreeMap<>();
    private final Map<String, Set<Node>> acronyms = new TreeMap<>();
    private final Map<Node, String> calledInText = new HashMap<>();

    private Suggestions(Snapshot snapshot, Background background, Set<Node> hidden) {
        this.graph = snapshot.dataset().getDefaultGraph();
        this.facts = new FactGraph(graph);
        this.mentions = new Mentions(graph);
        this.hidden = Set.copyOf(hidden);
        this.issues = new IssuesOfPassages(graph, background);
        this.newNames = background.names();
        Stream.of(GG.acronym, SKOS.altLabel.asNode())
                .flatMap(property -> graph.stream(Node.ANY, property, Node.ANY))
                .filter(triple -> Name.isAcronym(triple.getObject().getLiteralLexicalForm()))
                .forEach(triple -> acronyms.computeIfAbsent(
                                triple.getObject().getLiteralLexicalForm(), key -> new HashSet<>())
                        .add(triple.getSubject()));
        graph.stream(Node.ANY, GG.cue, Node.ANY).forEach(triple -> {
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

    /**
     * What a text suggests.
     *
     * @param snapshot built with the text
     * @param source the document's id
     * @throws ProblemException if no text of this document was read
     */
    public static List<Suggestion> of(Snapshot snapshot, String source) throws ProblemException {
        return of(snapshot, source, Set.of());
    }

    /**
     * What a text suggests to somebody who does not know some things.
     *
     * @param hidden things that are not to be found by their names
     */
    public static List<Suggestion> of(Snapshot snapshot, String source, Set<Node> hidden) throws ProblemException {
        return new Suggestions(snapshot, Background.of(snapshot.dataset().getDefaultGraph()), hidden).run(source);
    }

    /**
     * What a text suggests when the snapshot may hold no other.
     *
     * @param background learnt from all texts
     */
    public static List<Suggestion> of(Snapshot snapshot, String source, Background background) throws ProblemException {
        return new Suggestions(snapshot, background, Set.of()).run(source);
    }

    /** Something that a passage names or describes: a thing of the graph, or a new one. */
    private record End(int start, int end, String kind, String id, String words, boolean isNew, boolean isNamed) {
        /** As a cell of the table of statements names it. */
        String cell() {
            return kind.equals("organisation") ? "organisation:" + id : id;
        }
    }

    private List<Suggestion> run(String source) throws ProblemException {
        Node document = Iris.thing("document", source);
        List<Node> passages = graph.stream(Node.ANY, GG.inDocument, document)
                .map(triple -> triple.getSubject())
                .filter(passage -> graph.contains(passage, GG.text, Node.ANY))
                .sorted(Comparator.comparingInt(facts::position))
                .toList();
        if (passages.isEmpty()) {
            throw TableText.wrong(
                    source,
                    "is no document whose text was read",
                    "add it with 'geneva add source FILE --sources DIR', and give the same folder with --sources");
        }
        List<Node> owners = graph.stream(Node.ANY, GG.profiledIn, document)
                .map(triple -> triple.getSubject())
                .toList();
        String text =
                passages.stream().map(passage -> facts.text(passage, GG.text)).collect(Collectors.joining("\n"));
        owners.forEach(owner -> calledInText.put(
                owner,
                names(owner).stream()
                        .filter(text::contains)
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .orElseGet(() -> facts.label(owner))));
        Map<List<String>, Suggestion> found = new LinkedHashMap<>();
        for (Node passage : passages) {
            // Of two bodies that share a profile a passage speaks of the one that it names first.
            Optional<Node> owner =
                    named(passage, owners).or(() -> owners.stream().findFirst());
            passage(passage, source, owner, found);
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble((Suggestion suggestion) -> -suggestion.score()))
                .toList();
    }

    private Set<String> names(Node thing) {
        return Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                .flatMap(property -> facts.all(thing, property).stream())
                .map(Node::getLiteralLexicalForm)
                .collect(Collectors.toSet());
    }

    private Optional<Node> named(Node passage, List<Node> owners) {
        return mentions.in(passage, facts.text(passage, GG.text)).stream()
                .flatMap(mention -> mention.thing().stream())
                .filter(owners::contains)
                .findFirst();
    }

    private void passage(Node passage, String source, Optional<Node> owner, Map<List<String>, Suggestion> found) {
        String words = facts.text(passage, GG.text);
        String cited = FactGraph.cited(passage);
        List<End> ends = ends(passage, words, owner);
        owner.ifPresent(body ->
                issues.of(passage).forEach((issue, weight) -> issue(body, issue, weight, source, cited, words, found)));
        boolean isHeading = facts.one(passage, GG.kind)
                .map(Node::getURI)
                .filter(kind -> kind.endsWith("/heading") || kind.endsWith("/section"))
                .isPresent();
        for (Sentences.Sentence sentence : Sentences.of(words)) {
            List<End> inside = ends.stream()
                    .filter(end -> end.start() >= sentence.start() && end.start() < sentence.end())
                    .toList();
            for (End end : inside) {
                thing(end, cited, sentence.text(), found);
                owner.filter(body -> !isHeading && !end.kind().equals("issue"))
                        .ifPresent(body -> statement(body, end, source, cited, sentence, inside, found));
            }
            if (!isHeading) {
                owner.ifPresent(body -> figures(body, cited, sentence, found));
            }
        }
    }

    private List<End> ends(Node passage, String words, Optional<Node> owner) {
        List<End> ends = new ArrayList<>();
        BitSet known = new BitSet();
        BitSet names = new BitSet();
        for (Mentions.Mention mention : mentions.in(passage, words)) {
            // In a profile of the Forum on something "the Forum" is no other.
            Optional<Node> thing = owner.filter(body -> isShortFor(mention.words(), body))
                    .or(() -> mention.thing().filter(node -> !hidden.contains(node)));
            if (thing.isPresent()) {
                Iris.Id id = Iris.parse(thing.get().getURI()).orElseThrow();
                ends.add(new End(mention.start(), mention.end(), id.kind(), id.slug(), mention.words(), false, true));
                known.set(mention.start(), mention.end());
                if (!id.kind().equals("issue")) {
                    // A training about an issue is a thing, and its words name the issue.
                    names.set(mention.start(), mention.end());
                }
            }
        }
        for (NewNames.New name : newNames.in(words, known)) {
            String kind = name.table().isEmpty()
                    ? usualKind(name.words())
                    : name.table().replaceFirst("s$", "");
            ends.add(new End(name.start(), name.end(), kind, NewSource.slug(name.words()), name.words(), true, true));
        }
        ends.stream().filter(End::isNew).forEach(end -> names.set(end.start(), end.end()));
        ends.addAll(ends.stream().flatMap(end -> bodyFirst(end, owner).stream()).toList());
        List<Phrase> phrases = new ArrayList<>(described.in(words, names));
        phrases.addAll(Enumerations.in(words));
        phrases.addAll(Themes.in(words));
        owner.ifPresent(body -> phrases.addAll(OwnThings.in(words, calledInText.get(body), names(body))));
        for (Phrase phrase : phrases) {
            ends.add(new End(
                    phrase.start(),
                    phrase.end(),
                    phrase.table().replaceFirst("s$", ""),
                    NewSource.slug(phrase.words()),
                    phrase.words(),
                    true,
                    false));
        }
        ends.sort(Comparator.comparingInt(End::start));
        return ends;
    }

    /** Whether words are the last of a body's name, with an article: "the Forum". */
    private boolean isShortFor(String words, Node body) {
        String noun = words.replaceFirst("^[Tt]he ", "");
        return !noun.equals(words)
                && !noun.contains(" ")
                && names(body).stream().anyMatch(name -> name.endsWith(" " + noun));
    }

    /** The body whose acronym a name begins with, as in "NIST Cybersecurity Framework". */
    private Optional<End> bodyFirst(End end, Optional<Node> owner) {
        Matcher matcher = BODY_FIRST.matcher(end.words());
        if (!end.isNamed()
                || !matcher.matches()
                || (!NewNames.tells(end.words())
                        && NewNames.tableOfNoun(
                                        end.words().toLowerCase(Locale.ROOT).replaceFirst(".* ", ""))
                                .isEmpty())) {
            return Optional.empty();
        }
        String acronym = matcher.group(1);
        Set<Node> known = acronyms.getOrDefault(acronym, Set.of());
        Optional<Iris.Id> body = known.stream()
                .filter(node -> owner.filter(node::equals).isEmpty() && !hidden.contains(node))
                .flatMap(node -> Iris.parse(node.getURI()).stream())
                .filter(id -> id.kind().equals("organisation"))
                .findFirst();
        boolean isOther = body.isEmpty() && known.stream().anyMatch(node -> !hidden.contains(node));
        return isOther || NewNames.isNoName(acronym)
                ? Optional.empty()
                : Optional.of(new End(
                        end.start(),
                        end.start() + acronym.length(),
                        "organisation",
                        body.map(Iris.Id::slug).orElseGet(() -> NewSource.slug(acronym)),
                        acronym,
                        body.isEmpty(),
                        true));
    }

    /** What a name without a telling word is the name of: a company has one word more often than a project has. */
    private static String usualKind(String name) {
        return name.contains(" ") ? "initiative" : "organisation";
    }

    private static void add(Map<List<String>, Suggestion> found, Suggestion suggestion) {
        // A thing is one thing by whichever of its names it is called, and a statement is one by its ends and its
        // relation.
        int telling = suggestion.isThing() ? 1 : 3;
        List<String> key = new ArrayList<>(suggestion.row().subList(0, telling));
        key.add(suggestion.table());
        found.merge(key, suggestion, (one, other) -> other.score() > one.score() ? other : one);
    }

    private void thing(End end, String cited, String sentence, Map<List<String>, Suggestion> found) {
        if (!end.isNew()) {
            if (Set.of("organisation", "initiative", "document").contains(end.kind())) {
                add(
                        found,
                        new Suggestion(
                                end.kind() + "s",
                                List.of(end.id(), end.words()),
                                0.9,
                                cited,
                                sentence,
                                "is named",
                                true,
                                Optional.of(end.kind() + ":" + end.id())));
            }
            return;
        }
        boolean telling = end.isNamed() && NewNames.tells(end.words());
        add(
                found,
                new Suggestion(
                        end.kind() + "s",
                        List.of(end.id(), end.words()),
                        telling ? 0.7 : 0.4,
                        cited,
                        sentence,
                        !end.isNamed()
                                ? "described there, without a name"
                                : telling ? "a new name whose words tell its kind" : "a new name; its kind is a guess",
                        true,
                        Optional.empty()));
    }

    private void statement(
            Node owner,
            End end,
            String source,
            String cited,
            Sentences.Sentence sentence,
            List<End> inside,
            Map<List<String>, Suggestion> found) {
        Iris.Id body = Iris.parse(owner.getURI()).orElseThrow();
        if ((end.id().equals(body.slug()) && end.kind().equals(body.kind()))
                || (end.kind().equals(body.kind()) && names(owner).contains(end.words()))) {
            return;
        }
        List<String> candidates = RELATIONS.getOrDefault(end.kind(), List.of());
        int at = end.start() - sentence.start();
        String told = "";
        int nearest = Integer.MAX_VALUE;
        for (String relation : candidates) {
            for (Pattern cue : cues.getOrDefault(relation, List.of())) {
                Matcher matcher = cue.matcher(sentence.text());
                while (matcher.find()) {
                    if (NOT_CUES.contains(matcher.group().toLowerCase(Locale.ROOT))
                            || (matcher.start() >= at && matcher.end() <= end.end() - sentence.start())) {
                        // A word of its own name does not tell what somebody has to do with it.
                        continue;
                    }
                    // A verb stands before its object more often than behind it.
                    int distance = matcher.start() <= at ? at - matcher.start() : (matcher.start() - at) * 2;
                    distance += candidates.indexOf(relation) * 4;
                    if (distance < nearest) {
                        nearest = distance;
                        told = relation;
                    }
                }
            }
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
        double score = (told.isEmpty() ? 0.3 : 0.6) + (named ? 0.2 : 0) - (end.isNew() ? 0.1 : 0);
        String giver = "organisation:" + body.slug();
        String receiver = end.cell();
        if (relation.equals("funds")) {
            boolean gives =
                    end.kind().equals("organisation") && Funding.role(sentence.text(), at) == Funding.Role.GIVER;
            if (gives) {
                giver = end.cell();
                receiver = "organisation:" + body.slug();
            } else {
                // Who gives may be neither the body nor the thing: "the Foundation funds its research".
                giver = inside.stream()
                        .filter(other -> other.kind().equals("organisation") && !other.equals(end))
                        .filter(other ->
                                Funding.role(sentence.text(), other.start() - sentence.start()) == Funding.Role.GIVER)
                        .map(End::cell)
                        .findFirst()
                        .orElse(giver);
            }
        }
        List<String> dates = relation.equals("addresses") ? List.of("", "") : dates(sentence.text());
        List<String> row = List.of(giver, relation, receiver, "", "", dates.get(0), dates.get(1), "stated", cited);
        String reason = told.isEmpty()
                ? "named there; no word tells the relation"
                : "a word for '" + label(relation) + "' stands near the name";
        add(found, Suggestion.said("statements/" + source, row, score, cited, sentence.text(), reason));
    }

    private void issue(
            Node owner,
            Node issue,
            double weight,
            String source,
            String cited,
            String words,
            Map<List<String>, Suggestion> found) {
        String body = Iris.parse(owner.getURI()).orElseThrow().slug();
        String slug = Iris.parse(issue.getURI()).orElseThrow().slug();
        add(
                found,
                Suggestion.said(
                        "statements/" + source,
                        List.of("organisation:" + body, "addresses", slug, "", "", "", "", "stated", cited),
                        Math.min(0.9, weight / 10),
                        cited,
                        words,
                        "words for '" + facts.label(issue) + "' stand there"));
    }

    private String label(String relation) {
        return facts.label(relations.get(relation));
    }

    /** The dates of a sentence that has one: a beginning, or a point in time. */
    private static List<String> dates(String sentence) {
        Matcher matcher = YEAR.matcher(sentence);
        List<List<String>> dates = new ArrayList<>();
        while (matcher.find()) {
            String month = matcher.group(2) == null
                    ? ""
                    : String.format(Locale.ROOT, "-%02d", Capitals.MONTHS.indexOf(matcher.group(2)) + 1);
            String date = matcher.group(3) + month;
            boolean since = "since".equals(matcher.group(1)) || "from".equals(matcher.group(1));
            dates.add(List.of(date, since ? "" : date));
        }
        return dates.size() == 1 ? dates.get(0) : List.of("", "");
    }

    private void figures(Node owner, String cited, Sentences.Sentence sentence, Map<List<String>, Suggestion> found) {
        for (Numbers.Found number : Numbers.in(sentence.text())) {
            Matcher unit = Pattern.compile("^ ((?:\\p{Ll}[\\p{L}-]+)(?: \\p{Ll}[\\p{L}-]+)?)")
                    .matcher(sentence.text().substring(number.end()));
            if (number.isCount() && !number.words().matches("(?:19|20)\\d\\d") && unit.find()) {
                String slug = Iris.parse(owner.getURI()).map(Iris.Id::slug).orElse("");
                add(
                        found,
                        Suggestion.said(
                                "figures",
                                List.of(
                                        "organisation:" + slug,
                                        unit.group(1),
                                        number.scaled().stripTrailingZeros().toPlainString(),
                                        unit.group(1),
                                        "",
                                        cited),
                                0.5,
                                cited,
                                sentence.text(),
                                "a number and what it counts"));
            }
        }
    }
}
