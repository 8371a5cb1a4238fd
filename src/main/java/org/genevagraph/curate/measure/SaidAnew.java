package org.genevagraph.curate.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Difference;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.curate.rows.ProposedRows;
import org.genevagraph.curate.suggest.Background;
import org.genevagraph.curate.suggest.Suggestions;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * How many of the requests, of the audiences, or of the citations, of a text its words suggest: the statements are taken out of the graph, with the groups of
 * actors that only these requests bear out, the text is suggested anew, and what comes is compared with the tables. A request is the same if
 * the same passage asks the same body or group, a citation if the same passage names the same document, an audience if the same passage has
 * it; for what is asked is in a curator's own words and not compared.
 *
 * @param source the text
 * @param relation {@code requests}, {@code engages} or {@code cites}
 * @param wanted pairs in the tables
 * @param proposed pairs that are suggested
 * @param found how many of the pairs in the tables are suggested
 * @param right how many of the suggested pairs are in the tables
 */
public record SaidAnew(String source, String relation, int wanted, int proposed, int found, int right) {
    /** The relation of a request. */
    public static final String REQUESTS = "requests";

    /** The relation of a citation. */
    public static final String CITES = "cites";

    /** The relation to an audience. */
    public static final String ENGAGES = "engages";

    /** The texts whose requests are measured. */
    private static final List<String> ASKING = List.of("gdc-wsis-sdg-matrix", "tunis-agenda", "tunis-commitment");

    private static final List<Node> ENDS = List.of(GG.evidence, RDF.subject.asNode(), RDF.object.asNode(), GG.via);

    /** A passage, or whoever asks, and the one that is asked or cited. */
    private record Pair(String from, Likeness.Thing to) {
        boolean isLike(Pair other) {
            return from.equals(other.from) && to.isLike(other.to, Set.of());
        }
    }

    /**
     * Measures the requests of the texts that ask and the citations of all.
     *
     * @param snapshot built with the texts
     * @param only the text that is measured; empty for all
     * @throws ProblemException if a text is missing
     */
    public static List<SaidAnew> measure(Snapshot snapshot, Set<String> only) throws ProblemException {
        Graph graph = snapshot.dataset().getDefaultGraph();
        FactGraph facts = new FactGraph(graph);
        Background background = Background.of(graph);
        Map<String, List<Node>> citing = new TreeMap<>();
        Map<String, List<Node>> asking = new TreeMap<>();
        Map<String, List<Node>> engaging = new TreeMap<>();
        Set<String> profiles = graph.stream(Node.ANY, GG.profiledIn, Node.ANY)
                .map(triple ->
                        Iris.parse(triple.getObject().getURI()).orElseThrow().slug())
                .collect(Collectors.toSet());
        facts.instances(GG.Statement).filter(facts::isAsserted).forEach(statement -> {
            Node relation = facts.one(statement, RDF.predicate.asNode()).orElseThrow();
            boolean asks = relation.getLocalName().equals(REQUESTS);
            boolean engages = relation.getLocalName().equals(ENGAGES)
                    && isGroup(facts.one(statement, RDF.object.asNode()).orElseThrow());
            Map<String, List<Node>> sources = asks ? asking : engages ? engaging : citing;
            if (asks || engages || relation.equals(GG.cites)) {
                facts.all(statement, GG.evidence).stream()
                        .map(passage -> FactGraph.cited(passage).replaceFirst("#.*", ""))
                        .distinct()
                        .forEach(source -> sources.computeIfAbsent(source, any -> new ArrayList<>())
                                .add(statement));
            }
        });
        asking.keySet().retainAll(ASKING);
        List<SaidAnew> measured = new ArrayList<>();
        for (Map.Entry<String, List<Node>> source : asking.entrySet()) {
            if (only.isEmpty() || only.contains(source.getKey())) {
                measured.add(measure(facts, background, source.getKey(), REQUESTS, source.getValue()));
            }
        }
        engaging.keySet().retainAll(profiles);
        for (Map.Entry<String, List<Node>> source : engaging.entrySet()) {
            if (only.isEmpty() || only.contains(source.getKey())) {
                measured.add(measure(facts, background, source.getKey(), ENGAGES, source.getValue()));
            }
        }
        for (Map.Entry<String, List<Node>> source : citing.entrySet()) {
            if (only.isEmpty() || only.contains(source.getKey())) {
                measured.add(measure(facts, background, source.getKey(), CITES, source.getValue()));
            }
        }
        return measured;
    }

    private static SaidAnew measure(
            FactGraph facts, Background background, String source, String relation, List<Node> statements)
            throws ProblemException {
        Graph away = GraphFactory.createDefaultGraph();
        statements.forEach(statement -> ENDS.forEach(
                end -> facts.graph().stream(statement, end, Node.ANY).forEach(away::add)));
        Graph left = new Difference(facts.graph(), away);
        Set<Node> hidden = statements.stream()
                .map(statement -> facts.one(statement, RDF.object.asNode()).orElseThrow())
                .filter(thing -> isGroup(thing)
                        && left.stream(Node.ANY, RDF.object.asNode(), thing)
                                .map(Triple::getSubject)
                                .noneMatch(facts::isAsserted))
                .collect(Collectors.toSet());
        List<Suggestion> suggestions = Suggestions.of(left, source, background, hidden);
        Set<Pair> wanted = statements.stream()
                .flatMap(statement -> wanted(facts, statement, relation.equals(ENGAGES)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Pair> proposed = suggestions.stream()
                .filter(suggestion -> relation.equals(CITES)
                        ? suggestion.table().equals("citations")
                        : suggestion.row().get(1).equals(relation))
                .map(suggestion -> {
                    String to = relation.equals(CITES)
                            ? suggestion.row().get(1)
                            : suggestion.row().get(2);
                    return new Pair(
                            relation.equals(ENGAGES)
                                    ? suggestion.passage()
                                    : suggestion.row().get(0).replaceFirst("^[a-z-]+:", ""),
                            new Likeness.Thing(
                                    Set.of(ProposedRows.folded(to.replaceFirst("^[a-z-]+:", ""))),
                                    Set.of(suggestion.passage())));
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new SaidAnew(
                source,
                relation,
                wanted.size(),
                proposed.size(),
                (int) wanted.stream()
                        .filter(one -> proposed.stream().anyMatch(one::isLike))
                        .count(),
                (int) proposed.stream()
                        .filter(one -> wanted.stream().anyMatch(one::isLike))
                        .count());
    }

    /** What is looked for: of an audience the passage counts, not who addresses it, since most of what does has a name of a curator's making. */
    private static Stream<Pair> wanted(FactGraph facts, Node statement, boolean byPassage) {
        Node object = facts.one(statement, RDF.object.asNode()).orElseThrow();
        Set<String> passages =
                facts.all(statement, GG.evidence).stream().map(FactGraph::cited).collect(Collectors.toSet());
        Set<String> from = byPassage
                ? passages
                : Set.of(cell(facts.one(statement, RDF.subject.asNode()).orElseThrow()));
        return from.stream().map(one -> new Pair(one, thing(facts, object, passages)));
    }

    private static boolean isGroup(Node thing) {
        return Iris.parse(thing.getURI())
                .filter(id -> id.kind().equals("actor-group"))
                .isPresent();
    }

    private static String cell(Node node) {
        Iris.Id id = Iris.parse(node.getURI()).orElseThrow();
        return id.kind().equals("passage") ? FactGraph.cited(node) : id.slug();
    }

    private static Likeness.Thing thing(FactGraph facts, Node thing, Set<String> passages) {
        Set<String> names = new HashSet<>(Set.of(ProposedRows.folded(cell(thing))));
        Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                .flatMap(property -> facts.all(thing, property).stream())
                .forEach(name -> names.add(ProposedRows.folded(name.getLiteralLexicalForm())));
        // What is new is looked for by the words of its name, what is known by the name alone.
        return new Likeness.Thing(names, isGroup(thing) ? passages : Set.of());
    }

    /** A row for all texts together. */
    public static SaidAnew total(List<SaidAnew> rows, String relation) {
        return rows.stream()
                .filter(row -> row.relation.equals(relation))
                .reduce(
                        new SaidAnew("all", relation, 0, 0, 0, 0),
                        (one, other) -> new SaidAnew(
                                "all",
                                relation,
                                one.wanted + other.wanted,
                                one.proposed + other.proposed,
                                one.found + other.found,
                                one.right + other.right));
    }
}
