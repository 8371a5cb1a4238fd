package org.genevagraph.page.compact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;

/**
 * The Global Digital Compact in a snapshot.
 *
 * @param objectives its objectives by number; what has none stands last
 * @param lines the Action Lines by code; one that has narrower ones is left out, for they stand for it
 * @param goals the Sustainable Development Goals by number
 * @param commitments the commitments in the order of the text
 * @param codes the code of each Action Line, and the number of each objective and goal that has one
 * @param narrower the narrower lines of each Action Line that has some
 */
public record Compact(
        List<Node> objectives,
        List<Node> lines,
        List<Node> goals,
        List<Commitment> commitments,
        Map<Node, String> codes,
        Map<Node, List<Node>> narrower) {
    public Compact {
        objectives = List.copyOf(objectives);
        lines = List.copyOf(lines);
        goals = List.copyOf(goals);
        commitments = List.copyOf(commitments);
    }

    /** Reads it. */
    public static Compact of(Snapshot snapshot) {
        Graph graph = snapshot.dataset().getDefaultGraph();
        Map<Node, String> codes = new HashMap<>();
        graph.stream(Node.ANY, GG.code, Node.ANY).forEach(triple -> put(codes, triple));
        graph.stream(Node.ANY, GG.number, Node.ANY).forEach(triple -> put(codes, triple));
        Map<Node, List<Node>> narrower = new HashMap<>();
        List<Node> all = ordered(
                graph,
                GG.ActionLine,
                Comparator.comparing((Node line) ->
                                codes.getOrDefault(line, "").split(" ", -1)[0].length())
                        .thenComparing(line -> codes.getOrDefault(line, "")));
        for (Node line : all) {
            object(graph, line, SKOS.broader.asNode())
                    .ifPresent(broader -> narrower.computeIfAbsent(broader, any -> new ArrayList<>())
                            .add(line));
        }
        List<Node> lines =
                all.stream().filter(line -> !narrower.containsKey(line)).toList();
        Comparator<Node> byNumber = Comparator.comparing(
                (Node thing) -> codes.containsKey(thing) ? Integer.parseInt(codes.get(thing)) : Integer.MAX_VALUE);
        List<Node> goals = ordered(graph, GG.SustainableDevelopmentGoal, byNumber);
        return new Compact(
                ordered(graph, GG.Objective, byNumber),
                lines,
                goals,
                commitments(graph, lines, goals),
                Map.copyOf(codes),
                Map.copyOf(narrower));
    }

    private static void put(Map<Node, String> codes, Triple triple) {
        codes.put(triple.getSubject(), triple.getObject().getLiteralLexicalForm());
    }

    private static List<Node> ordered(Graph graph, Node type, Comparator<Node> order) {
        return graph.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .sorted(order.thenComparing(Node::getURI))
                .toList();
    }

    private static List<Commitment> commitments(Graph graph, List<Node> lines, List<Node> goals) {
        record Placed(int place, Commitment commitment) {}
        return graph.stream(Node.ANY, RDF.type.asNode(), GG.Commitment)
                .map(Triple::getSubject)
                .map(iri -> {
                    List<Node> passages = graph.stream(iri, GG.evidence, Node.ANY)
                            .map(Triple::getObject)
                            .sorted(Comparator.comparing(passage -> place(graph, passage)))
                            .toList();
                    Commitment commitment = new Commitment(
                            iri,
                            object(graph, iri, GG.inObjective).orElseThrow(),
                            object(graph, iri, GG.section)
                                    .map(Node::getLiteralLexicalForm)
                                    .orElse(""),
                            lines.stream()
                                    .filter(line -> graph.contains(iri, GG.alignsWith, line))
                                    .toList(),
                            goals.stream()
                                    .filter(goal -> graph.contains(iri, GG.servesGoal, goal))
                                    .toList(),
                            isTrue(graph, iri, GG.namesAllActionLines),
                            isTrue(graph, iri, GG.namesAllGoals),
                            passages);
                    return new Placed(passages.isEmpty() ? 0 : place(graph, passages.get(0)), commitment);
                })
                .sorted(Comparator.comparing(Placed::place)
                        .thenComparing(placed -> placed.commitment().iri().getURI()))
                .map(Placed::commitment)
                .toList();
    }

    private static int place(Graph graph, Node passage) {
        return object(graph, passage, GG.position)
                .map(position -> Integer.parseInt(position.getLiteralLexicalForm()))
                .orElse(0);
    }

    private static boolean isTrue(Graph graph, Node thing, Node term) {
        return object(graph, thing, term)
                .filter(value -> value.getLiteralLexicalForm().equals("true"))
                .isPresent();
    }

    private static Optional<Node> object(Graph graph, Node subject, Node term) {
        return graph.stream(subject, term, Node.ANY).map(Triple::getObject).findFirst();
    }

    /** What a thing stands for: the narrower Action Lines of one that has some, otherwise the thing itself. */
    public List<Node> within(Node thing) {
        return narrower.getOrDefault(thing, List.of(thing));
    }

    /** The commitments of an objective, in the order of the text. */
    public List<Commitment> of(Node objective) {
        return commitments.stream()
                .filter(commitment -> commitment.objective().equals(objective))
                .toList();
    }

    /** The passages that map the commitments, in the order of the text. */
    public List<Node> passages() {
        return commitments.stream()
                .flatMap(commitment -> commitment.passages().stream())
                .toList();
    }
}
