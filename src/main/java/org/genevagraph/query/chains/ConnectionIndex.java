package org.genevagraph.query.chains;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * Finds the shortest chains between two things over the statements that connect them: a breadth-first search over arrays, since SPARQL cannot
 * return a shortest path at all and its property paths know no limits. Never changes.
 */
public final class ConnectionIndex {
    private final List<Node> nodes;
    private final Map<Node, Integer> numbers;
    private final String[] kinds;
    /** The neighbours of node n stand in {@link #neighbours} from {@code begins[n]} up to {@code begins[n + 1]}. */
    private final int[] begins;

    private final int[] neighbours;

    private ConnectionIndex(List<Node> nodes, Map<Node, Integer> numbers, int[] begins, int[] neighbours) {
        this.nodes = nodes;
        this.numbers = numbers;
        this.begins = begins;
        this.neighbours = neighbours;
        this.kinds = nodes.stream()
                .map(node -> Iris.parse(node.getURI()).map(Iris.Id::kind).orElse(""))
                .toArray(String[]::new);
    }

    /** Reads the statements of a graph whose relation connects; those that rules derived repeat others and are passed over. */
    public static ConnectionIndex of(Graph graph) {
        List<Node[]> ties = new ArrayList<>();
        graph.stream(Node.ANY, GG.connects, Node.ANY)
                .map(Triple::getSubject)
                .flatMap(relation -> graph.stream(Node.ANY, RDF.predicate.asNode(), relation))
                .map(Triple::getSubject)
                .filter(new FactGraph(graph)::isAsserted)
                .forEach(statement -> graph.stream(statement, RDF.subject.asNode(), Node.ANY)
                        .forEach(subject -> graph.stream(statement, RDF.object.asNode(), Node.ANY)
                                .forEach(object -> ties.add(new Node[] {subject.getObject(), object.getObject()}))));
        return of(ties);
    }

    /** From pairs of nodes that are connected, whichever comes first. */
    public static ConnectionIndex of(Collection<Node[]> ties) {
        Set<Node> all = new HashSet<>();
        ties.forEach(tie -> all.addAll(Arrays.asList(tie)));
        // In a fixed order, so that the same chains come first every time.
        List<Node> nodes =
                all.stream().sorted(Comparator.comparing(Node::getURI)).toList();
        Map<Node, Integer> numbers = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            numbers.put(nodes.get(i), i);
        }
        int[] begins = new int[nodes.size() + 1];
        for (Node[] tie : ties) {
            begins[numbers.get(tie[0]) + 1]++;
            begins[numbers.get(tie[1]) + 1]++;
        }
        for (int i = 0; i < nodes.size(); i++) {
            begins[i + 1] += begins[i];
        }
        int[] next = begins.clone();
        int[] neighbours = new int[2 * ties.size()];
        for (Node[] tie : ties) {
            int one = numbers.get(tie[0]);
            int other = numbers.get(tie[1]);
            neighbours[next[one]++] = other;
            neighbours[next[other]++] = one;
        }
        for (int i = 0; i < nodes.size(); i++) {
            Arrays.sort(neighbours, begins[i], begins[i + 1]);
        }
        return new ConnectionIndex(nodes, numbers, begins, neighbours);
    }

    /**
     * All shortest chains.
     *
     * @param steps how many steps a chain may have at most
     * @param between the kinds of thing that may stand inside a chain
     * @param most how many chains to return at most
     * @return each chain from the one end to the other, both included; none if there is no chain so short
     */
    List<List<Node>> shortest(Node a, Node b, int steps, Set<String> between, int most) {
        Integer from = numbers.get(a);
        Integer to = numbers.get(b);
        if (from == null || to == null || a.equals(b)) {
            return List.of();
        }
        // Searched from the end, so that the chains can be walked from the beginning.
        int[] distance = distances(to, from, steps, between);
        if (distance[from] < 0) {
            return List.of();
        }
        List<List<Node>> chains = new ArrayList<>();
        walk(new ArrayDeque<>(List.of(from)), to, distance, chains, most);
        return chains;
    }

    /** How far each node is from a start, -1 if farther than the goal or out of reach. */
    private int[] distances(int start, int goal, int steps, Set<String> between) {
        int[] distance = new int[nodes.size()];
        Arrays.fill(distance, -1);
        distance[start] = 0;
        int[] queue = new int[nodes.size()];
        int head = 0;
        int tail = 0;
        queue[tail++] = start;
        while (head < tail) {
            int node = queue[head++];
            if (node == goal || distance[node] == steps) {
                break;
            }
            for (int i = begins[node]; i < begins[node + 1]; i++) {
                int neighbour = neighbours[i];
                if (distance[neighbour] < 0 && (neighbour == goal || between.contains(kinds[neighbour]))) {
                    distance[neighbour] = distance[node] + 1;
                    queue[tail++] = neighbour;
                }
            }
        }
        return distance;
    }

    private void walk(Deque<Integer> chain, int goal, int[] distance, List<List<Node>> chains, int most) {
        int last = chain.getLast();
        if (chains.size() >= most) {
            return;
        }
        if (last == goal) {
            chains.add(chain.stream().map(nodes::get).toList());
            return;
        }
        for (int neighbour : new TreeSet<>(neighboursOf(last))) {
            if (distance[neighbour] >= 0 && distance[neighbour] == distance[last] - 1) {
                chain.addLast(neighbour);
                walk(chain, goal, distance, chains, most);
                chain.removeLast();
            }
        }
    }

    private List<Integer> neighboursOf(int node) {
        if (begins[node] == begins[node + 1]) {
            return Collections.emptyList();
        }
        return Arrays.stream(neighbours, begins[node], begins[node + 1]).boxed().toList();
    }
}
