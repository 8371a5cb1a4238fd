package org.genevagraph.curate.suggest;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.genevagraph.curate.names.AcronymBeside;
import org.genevagraph.curate.names.DataLabels;
import org.genevagraph.curate.names.NewNames;
import org.genevagraph.curate.names.OtherNames;
import org.genevagraph.curate.proposal.End;
import org.genevagraph.curate.proposal.Found;
import org.genevagraph.curate.proposal.Mood;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.curate.relations.CitationRows;
import org.genevagraph.curate.relations.DataLineRows;
import org.genevagraph.curate.relations.Ends;
import org.genevagraph.curate.relations.JoiningRows;
import org.genevagraph.curate.relations.StatementRows;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.text.Datum;
import org.genevagraph.text.Sentences;
import org.genevagraph.text.TitlePage;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * Rows that the words of a text suggest: things, statements, figures, citations and requests, by the names that the graph knows, by new names,
 * and by the words that the ontology gives each relation. Nothing is learnt, so that every proposal has a reason that a person can check.
 */
public final class Suggestions {
    /** What a list under a heading can say of each of its names. */
    private static final Set<String> LISTED = Set.of("partnerOf", "members", "memberOf", "funds");

    /** What may stand beside the names of an entry that says no more. */
    private static final String BESIDE_NAMES =
            "(?iu)(?:[\\s\\p{P}]|\\((?:[^)]{1,20})\\)|(?<!\\p{L})(?:the|and)(?!\\p{L}))*";

    /** "Member | Country": the heads of a table, which say nothing by themselves. */
    private static final String HEADS = "[^|\\d]+(?: \\| [^|\\d]+)+";

    private static final String OWN = "(?iu)^(?:our|its|main|key|current) |:$";

    /** The kinds in whose tables an acronym stands behind the name. */
    private static final Set<String> WITH_ACRONYM = Set.of("organisation", "initiative");

    private final FactGraph facts;
    private final Graph graph;
    private final Mentions mentions;
    private final Background background;
    private final Set<Node> hidden;

    private Suggestions(Graph graph, Background background, Set<Node> hidden) {
        this.graph = graph;
        this.facts = new FactGraph(graph);
        this.mentions = new Mentions(graph);
        this.background = background;
        this.hidden = Set.copyOf(hidden);
    }

    /**
     * What a text suggests.
     *
     * @param snapshot built with the text
     * @param source the document's id
     * @throws ProblemException if no text of this document was read
     */
    public static List<Suggestion> of(Snapshot snapshot, String source) throws ProblemException {
        Graph graph = snapshot.dataset().getDefaultGraph();
        return of(graph, source, Background.of(graph), Set.of());
    }

    /**
     * What a text suggests to somebody who does not know some things.
     *
     * @param graph with the text, and less the facts that are to be found anew
     * @param hidden things that are not to be found by their names
     */
    public static List<Suggestion> of(Graph graph, String source, Background background, Set<Node> hidden)
            throws ProblemException {
        return new Suggestions(graph, background, hidden).run(source);
    }

    /**
     * What a text suggests when the snapshot may hold no other.
     *
     * @param background learnt from all texts
     */
    public static List<Suggestion> of(Snapshot snapshot, String source, Background background) throws ProblemException {
        return of(snapshot.dataset().getDefaultGraph(), source, background, Set.of());
    }

    /** What to do about a name that is that of no text. */
    private String otherText(String source) {
        List<String> known = graph.stream(Node.ANY, GG.text, Node.ANY)
                .map(triple -> FactGraph.cited(triple.getSubject()).replaceFirst("#.*", ""))
                .distinct()
                .sorted()
                .toList();
        List<String> profiles = Iris.isSlug(source) ? profiles(source, known) : List.of();
        if (!profiles.isEmpty()) {
            return "its profile is " + String.join(", ", profiles);
        }
        return Nearest.hint(
                source,
                known,
                "add it with 'geneva add source FILE --sources DIR', and give the same folder with --sources");
    }

    /** The texts that an organisation's id stands for. */
    private List<String> profiles(String organisation, List<String> known) {
        return graph.stream(Iris.thing("organisation", organisation), GG.profiledIn, Node.ANY)
                .map(triple -> FactGraph.cited(triple.getObject()))
                .filter(known::contains)
                .sorted()
                .toList();
    }

    private List<Suggestion> run(String source) throws ProblemException {
        if (!Iris.isSlug(source)) {
            throw TableText.wrong(source, "is no id of a document", otherText(source));
        }
        Node document = Iris.thing("document", source);
        List<Node> passages = graph.stream(Node.ANY, GG.inDocument, document)
                .map(triple -> triple.getSubject())
                .filter(passage -> graph.contains(passage, GG.text, Node.ANY))
                .sorted(Comparator.comparingInt(facts::position))
                .toList();
        if (passages.isEmpty()) {
            throw TableText.wrong(source, "is no document whose text was read", otherText(source));
        }
        List<Node> owners = graph.stream(Node.ANY, GG.profiledIn, document)
                .map(triple -> triple.getSubject())
                .toList();
        String text =
                passages.stream().map(passage -> facts.text(passage, GG.text)).collect(Collectors.joining("\n"));
        Ends ends = new Ends(facts, mentions, background.names(), hidden, owners, text);
        StatementRows statements = new StatementRows(facts, ends);
        RequestRows requests = new RequestRows(graph, hidden);
        AudienceRows audiences = new AudienceRows(requests);
        CitationRows citations = new CitationRows(graph);
        IssuesOfPassages issues = new IssuesOfPassages(graph, background);
        Found found = new Found();
        for (Node passage : passages) {
            // Of two bodies that share a profile a passage speaks of the one that it names first.
            Optional<Node> owner =
                    named(passage, owners).or(() -> owners.stream().findFirst());
            String words = facts.text(passage, GG.text);
            String cited = FactGraph.cited(passage);
            if ((owner.isEmpty() && TitlePage.isLine(words)) || words.matches(HEADS)) {
                continue;
            }
            List<End> named = ends.in(passage, words, owner);
            owner.ifPresent(body -> issues.of(passage, words, bodies(named))
                    .forEach((issue, weight) -> statements.add(body, issue, weight, source, cited, words, found)));
            boolean isHeading = facts.isHeading(passage);
            if (isHeading
                    && owner.filter(body -> ends.names(body).stream().anyMatch(words::equalsIgnoreCase))
                            .isPresent()) {
                continue;
            }
            Optional<Datum> datum =
                    owner.flatMap(body -> Datum.of(words).or(() -> listed(passage, words, named, facts)));
            if (datum.isPresent() && !DataLabels.told(datum.get().label()).equals("money")) {
                List<End> given = named.stream()
                        .filter(end ->
                                end.isNamed() && end.start() >= datum.get().at())
                        .toList();
                new DataLineRows(
                                Iris.parse(owner.get().getURI()).orElseThrow().slug(),
                                datum.get(),
                                words,
                                given,
                                source,
                                cited,
                                found)
                        .add(facts);
                continue;
            }
            if (owner.filter(body -> FigureRows.row(body, cited, words, found)).isPresent()) {
                continue;
            }
            if (datum.isPresent()) {
                continue;
            }
            owner.ifPresent(
                    body -> ends.otherNames(body, words).forEach(other -> otherName(body, other, cited, words, found)));
            things(named, isHeading, owner, source, cited, words, statements, found);
            List<Mentions.Mention> names = mentions.in(passage, words).stream()
                    .filter(mention -> mention.thing().filter(hidden::contains).isEmpty())
                    .toList();
            citations.add(words, names, source, cited, found);
            CitationRows.addNew(words, named, owner.map(ends::names).orElse(Set.of()), cited, found);
            if (!isHeading) {
                requests.add(passage, words, names, source, owner, found);
                owner.ifPresent(body -> audiences.add(words, names, named, source, cited, body, found));
            }
        }
        return found.sorted();
    }

    /** An entry that is names and nothing else below a heading such as "Partners", as if it stood behind that label. */
    private static Optional<Datum> listed(Node passage, String words, List<End> named, FactGraph facts) {
        StringBuilder rest = new StringBuilder(words);
        named.stream()
                .filter(End::isNamed)
                .forEach(end -> rest.replace(end.start(), end.end(), " ".repeat(end.end() - end.start())));
        return rest.toString().matches(BESIDE_NAMES)
                ? facts.all(passage, GG.within).stream()
                        .map(heading -> facts.text(heading, GG.text).replaceAll(OWN, ""))
                        .filter(heading -> LISTED.contains(DataLabels.told(heading)))
                        .map(heading -> new Datum(heading, words, 0))
                        .findFirst()
                : Optional.empty();
    }

    /** Where names of bodies stand. */
    private static BitSet bodies(List<End> ends) {
        BitSet places = new BitSet();
        ends.stream()
                .filter(end -> end.isNamed() && end.kind().equals("organisation"))
                .forEach(end -> places.set(end.start(), end.end()));
        return places;
    }

    private static void otherName(Node body, OtherNames.Other other, String cited, String words, Found found) {
        String slug = Iris.parse(body.getURI()).orElseThrow().slug();
        found.add(new Suggestion(
                "organisations",
                List.of(slug, other.column(), other.name()),
                0.7,
                cited,
                words,
                "the text calls it so",
                false,
                Optional.of(Suggestion.cell("organisation", slug))));
    }

    private static void things(
            List<End> ends,
            boolean isHeading,
            Optional<Node> owner,
            String source,
            String cited,
            String words,
            StatementRows statements,
            Found found) {
        for (Sentences.Sentence sentence : Sentences.of(words)) {
            List<End> inside = ends.stream()
                    .filter(end -> end.start() >= sentence.start() && end.start() < sentence.end())
                    .toList();
            Map<End, End> settled = owner.filter(body -> !isHeading)
                    .map(body -> JoiningRows.add(body, source, cited, sentence, inside, found))
                    .orElse(Map.of());
            for (End end : inside) {
                thing(settled.getOrDefault(end, end), cited, sentence.text(), found);
                if (end.isNew() && end.isNamed() && Mood.isDecided(sentence.text(), end.start() - sentence.start())) {
                    StatementRows.planned(end, cited, sentence.text(), found);
                }
                owner.filter(body -> !isHeading && !end.kind().equals("issue") && !settled.containsKey(end))
                        .ifPresent(body -> statements.add(body, end, source, cited, sentence, inside, found));
            }
            if (!isHeading) {
                owner.ifPresent(body -> FigureRows.add(body, cited, sentence, found));
            }
        }
    }

    private Optional<Node> named(Node passage, List<Node> owners) {
        return mentions.in(passage, facts.text(passage, GG.text)).stream()
                .flatMap(mention -> mention.thing().stream())
                .filter(owners::contains)
                .findFirst();
    }

    private static void thing(End end, String cited, String sentence, Found found) {
        if (!end.isNew()) {
            if (Set.of("organisation", "initiative", "document").contains(end.kind())) {
                found.add(new Suggestion(
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
        String acronym = WITH_ACRONYM.contains(end.kind()) ? AcronymBeside.of(end.words(), sentence) : "";
        found.add(new Suggestion(
                end.kind() + "s",
                acronym.isEmpty() ? List.of(end.id(), end.words()) : List.of(end.id(), end.words(), acronym),
                telling ? 0.7 : 0.4,
                cited,
                sentence,
                !end.isNamed()
                        ? "described there, without a name"
                        : telling ? "a new name whose words tell its kind" : "a new name; its kind is a guess",
                true,
                Optional.empty()));
    }
}
