package org.genevagraph.curate.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
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
import org.genevagraph.text.Words;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * How much of what people found in a profile its words suggest: things that no other text bears out are hidden, the text is suggested anew,
 * and what comes is compared with the tables.
 *
 * @param source the profile
 * @param things things in the tables' facts of it
 * @param suggestedThings things that are suggested
 * @param foundThings how many of the things are suggested
 * @param rightThings how many of the suggested things are in the tables
 * @param statements statements in the tables that cite it and have the body at one end
 * @param suggestedStatements statements that are suggested
 * @param foundStatements how many of the statements are suggested, with the same ends and a relation of the same family
 * @param rightStatements how many of the suggested statements are in the tables, by the same measure
 */
public record LeaveOneOut(
        String source,
        int things,
        int suggestedThings,
        int foundThings,
        int rightThings,
        int statements,
        int suggestedStatements,
        int foundStatements,
        int rightStatements) {
    private static final Set<String> KINDS = Set.of("organisation", "initiative", "document");

    /**
     * Measures profiles.
     *
     * @param snapshot built with their texts
     * @param only the text that is measured; empty for all
     * @throws ProblemException if a text is missing
     */
    public static List<LeaveOneOut> measure(Snapshot snapshot, Set<String> only) throws ProblemException {
        Graph graph = snapshot.dataset().getDefaultGraph();
        List<Node> documents = graph.stream(Node.ANY, GG.profiledIn, Node.ANY)
                .map(triple -> triple.getObject())
                .distinct()
                .filter(document -> only.isEmpty()
                        || only.contains(
                                Iris.parse(document.getURI()).orElseThrow().slug()))
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
        Background background = Background.of(graph);
        List<LeaveOneOut> measured = new ArrayList<>();
        for (Node document : documents) {
            measured.add(measure(snapshot, background, document));
        }
        return measured;
    }

    private static LeaveOneOut measure(Snapshot snapshot, Background background, Node document)
            throws ProblemException {
        FactGraph facts = new FactGraph(snapshot.dataset().getDefaultGraph());
        Graph graph = facts.graph();
        String source = Iris.parse(document.getURI()).orElseThrow().slug();
        Set<Node> owners = graph.stream(Node.ANY, GG.profiledIn, document)
                .map(triple -> triple.getSubject())
                .collect(Collectors.toSet());
        Set<Node> passages = graph.stream(Node.ANY, GG.inDocument, document)
                .map(triple -> triple.getSubject())
                .collect(Collectors.toSet());
        List<Node[]> stated = new ArrayList<>();
        Map<Node, Set<String>> things = new LinkedHashMap<>();
        Set<Node> elsewhere = new HashSet<>();
        facts.instances(GG.Statement).filter(facts::isAsserted).forEach(statement -> {
            Set<Node> evidence = facts.all(statement, GG.evidence);
            Node subject = facts.one(statement, RDF.subject.asNode()).orElseThrow();
            Node object = facts.one(statement, RDF.object.asNode()).orElseThrow();
            if (!passages.containsAll(evidence)) {
                elsewhere.add(subject);
                elsewhere.add(object);
            }
            if (evidence.stream().noneMatch(passages::contains)) {
                return;
            }
            Stream.of(subject, object)
                    .filter(end -> !owners.contains(end))
                    .forEach(end -> evidence.forEach(passage ->
                            things.computeIfAbsent(end, any -> new HashSet<>()).add(FactGraph.cited(passage))));
            if (owners.contains(subject) || owners.contains(object)) {
                stated.add(new Node[] {
                    subject, facts.one(statement, RDF.predicate.asNode()).orElseThrow(), object
                });
            }
        });
        Set<Node> hidden = things.keySet().stream()
                .filter(LeaveOneOut::isThing)
                .filter(thing -> !elsewhere.contains(thing))
                .filter(thing -> facts.all(thing, GG.evidence).stream().allMatch(passages::contains))
                .collect(Collectors.toSet());
        Set<String> own = owners.stream()
                .flatMap(owner -> names(facts, owner).stream())
                .flatMap(name -> Words.telling(name).stream())
                .collect(Collectors.toSet());
        Function<Node, Likeness.Thing> known = node -> new Likeness.Thing(
                names(facts, node),
                // Only what a text can describe without naming it is looked for by the words of its name.
                isThing(node) ? things.getOrDefault(node, Set.of()) : Set.of());
        List<Suggestion> suggestions = Suggestions.of(graph, source, background, hidden);
        Map<String, Likeness.Thing> named = new LinkedHashMap<>();
        for (Suggestion suggestion : suggestions) {
            String kind = suggestion.table().replaceFirst("s$", "");
            if (KINDS.contains(kind)) {
                named.put(
                        Suggestion.cell(kind, suggestion.row().get(0)),
                        new Likeness.Thing(
                                ends(suggestion.row().get(0), suggestion.row().get(1)), Set.of(suggestion.passage())));
            }
        }
        Function<List<String>, Likeness.Thing> end = cellAndPassage -> named.getOrDefault(
                cellAndPassage.get(0),
                new Likeness.Thing(ends(cellAndPassage.get(0), ""), Set.of(cellAndPassage.get(1))));
        List<Likeness.Said> said = suggestions.stream()
                .filter(suggestion -> suggestion.table().startsWith("statements/")
                        && !Set.of(SaidAnew.REQUESTS, SaidAnew.ENGAGES)
                                .contains(suggestion.row().get(1)))
                .map(suggestion -> new Likeness.Said(
                        end.apply(List.of(suggestion.row().get(0), suggestion.passage())),
                        suggestion.row().get(1),
                        end.apply(List.of(suggestion.row().get(2), suggestion.passage()))))
                .toList();
        List<Likeness.Said> gold = stated.stream()
                .map(one -> new Likeness.Said(known.apply(one[0]), one[1].getLocalName(), known.apply(one[2])))
                .toList();
        List<Likeness.Thing> wanted =
                things.keySet().stream().filter(LeaveOneOut::isThing).map(known).toList();
        List<Likeness.Thing> proposed = named.values().stream()
                .filter(thing -> owners.stream().noneMatch(owner -> Likeness.meet(names(facts, owner), thing.names())))
                .toList();
        return new LeaveOneOut(
                source,
                wanted.size(),
                proposed.size(),
                count(wanted, one -> proposed.stream().anyMatch(other -> one.isLike(other, own))),
                count(proposed, one -> wanted.stream().anyMatch(other -> one.isLike(other, own))),
                gold.size(),
                said.size(),
                count(gold, one -> said.stream().anyMatch(other -> one.isLike(other, own))),
                count(said, one -> gold.stream().anyMatch(other -> one.isLike(other, own))));
    }

    private static <T> int count(List<T> all, Predicate<T> wanted) {
        return (int) all.stream().filter(wanted).count();
    }

    private static boolean isThing(Node node) {
        return node.isURI()
                && Iris.parse(node.getURI())
                        .filter(id -> KINDS.contains(id.kind()))
                        .isPresent();
    }

    /** The ids of a suggested end, and its name, in the form in which names are compared. */
    private static Set<String> ends(String id, String name) {
        return Stream.of(id.replaceFirst("^organisation:", ""), name)
                .map(ProposedRows::folded)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(FactGraph facts, Node thing) {
        return Stream.concat(
                        Stream.of(Iris.parse(thing.getURI()).map(Iris.Id::slug).orElse("")),
                        Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                                .flatMap(property -> facts.all(thing, property).stream())
                                .map(Node::getLiteralLexicalForm))
                .map(ProposedRows::folded)
                .collect(Collectors.toSet());
    }

    /** A row for all profiles together. */
    public static LeaveOneOut total(List<LeaveOneOut> rows) {
        return rows.stream()
                .reduce(
                        new LeaveOneOut("all", 0, 0, 0, 0, 0, 0, 0, 0),
                        (one, other) -> new LeaveOneOut(
                                "all",
                                one.things + other.things,
                                one.suggestedThings + other.suggestedThings,
                                one.foundThings + other.foundThings,
                                one.rightThings + other.rightThings,
                                one.statements + other.statements,
                                one.suggestedStatements + other.suggestedStatements,
                                one.foundStatements + other.foundStatements,
                                one.rightStatements + other.rightStatements));
    }
}
