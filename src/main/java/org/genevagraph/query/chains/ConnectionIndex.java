package org.genevagraph.query.chains;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * Finds the shortest chains between two things over the statements that connect them, since SPARQL cannot return a shortest path at all and
 * its property paths know no limits. A chain is as long as its steps together; the ontology says how long a step each relation is. Never
 * changes.
 */
public final class ConnectionIndex {
    private static final int OUT_OF_REACH = Integer.MAX_VALUE;

    private final List<Node> nodes;
    private final Map<Node, Integer> numbers;
    private final String[] kinds;
    /** The steps from node n stand in {@link #steps} from {@code begins[n]} up to {@code begins[n + 1]}. */
    private final int[] begins;

    /** Neighbour and length of each step in one number, the neighbour in the upper half: in order, the shortest step to each comes first. */
    private final long[] steps;

    private ConnectionIndex(List<Node> nodes, Map<Node, Integer> numbers, int[] begins, long[] steps) {
        this.nodes = nodes;
        this.numbers = numbers;
        this.begins = begins;
        this.steps = steps;
        this.kinds = nodes.stream().map(node -> Iris.kind(node.getURI())).toArray(String[]::new);
    }

    /**
     * That two things are connected, whichever comes first.
     *
     * @param length how long a step from one to the other is, at least 1
     */
    record Tie(Node one, Node other, int length) {}

    /**
     * The shortest chains that were found.
     *
     * @param chains each chain from the one end to the other, both included; no more than were asked for
     * @param total how many there are
     */
    record Chains(List<List<Node>> chains, long total) {
        static final Chains NONE = new Chains(List.of(), 0);
    }

    /**
     * Reads the statements of a graph whose relation connects; those that rules derived repeat others and are passed over. What ties two
     * organisations through an initiative is a step longer, as if it led over that initiative.
     */
    public static ConnectionIndex of(Graph graph) {
        FactGraph facts = new FactGraph(graph);
        List<Tie> ties = new ArrayList<>();
        graph.stream(Node.ANY, GG.connects, Node.ANY).forEach(connects -> {
            int length = Integer.parseInt(connects.getObject().getLiteralLexicalForm());
            graph.stream(Node.ANY, RDF.predicate.asNode(), connects.getSubject())
                    .map(Triple::getSubject)
                    .filter(facts::isAsserted)
                    .forEach(statement -> {
                        for (Node subject : facts.all(statement, RDF.subject.asNode())) {
                            for (Node object : facts.all(statement, RDF.object.asNode())) {
                                int through = isOrganisation(subject) && isOrganisation(object)
                                        ? facts.all(statement, GG.via).size()
                                        : 0;
                                ties.add(new Tie(subject, object, length + through));
                            }
                        }
                    });
        });
        return of(ties);
    }

    private static boolean isOrganisation(Node node) {
        return Iris.parse(node.getURI())
                .filter(id -> id.kind().equals("organisation"))
                .isPresent();
    }

    /** From things that are connected. */
    static ConnectionIndex of(Collection<Tie> ties) {
        Set<Node> all = new HashSet<>();
        for (Tie tie : ties) {
            all.add(tie.one());
            all.add(tie.other());
        }
        // In a fixed order, so that the same chains come first every time.
        List<Node> nodes =
                all.stream().sorted(Comparator.comparing(Node::getURI)).toList();
        Map<Node, Integer> numbers = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            numbers.put(nodes.get(i), i);
        }
        int[] begins = new int[nodes.size() + 1];
        for (Tie tie : ties) {
            begins[numbers.get(tie.one()) + 1]++;
            begins[numbers.get(tie.other()) + 1]++;
        }
        for (int i = 0; i < nodes.size(); i++) {
            begins[i + 1] += begins[i];
        }
        int[] next = begins.clone();
        long[] steps = new long[2 * ties.size()];
        for (Tie tie : ties) {
            int one = numbers.get(tie.one());
            int other = numbers.get(tie.other());
            steps[next[one]++] = step(other, tie.length());
            steps[next[other]++] = step(one, tie.length());
        }
        for (int i = 0; i < nodes.size(); i++) {
            Arrays.sort(steps, begins[i], begins[i + 1]);
        }
        return new ConnectionIndex(nodes, numbers, begins, steps);
    }

    private static long step(int neighbour, int length) {
        return ((long) neighbour << Integer.SIZE) | length;
    }

    private static int neighbour(long step) {
        return (int) (step >> Integer.SIZE);
    }

    private static int length(long step) {
        return (int) step;
    }

    /**
     * All shortest chains.
     *
     * @param most how many steps a chain may have at most, however long they are
     * @param between the kinds of thing that may stand inside a chain
     * @param wanted how many chains to return at most
     * @return none if no chain has so few steps
     */
    Chains shortest(Node a, Node b, int most, Set<String> between, int wanted) {
        Integer from = numbers.get(a);
        Integer to = numbers.get(b);
        if (from == null || to == null || a.equals(b)) {
            return Chains.NONE;
        }
        // Searched from the end, so that the chains can be walked from the beginning.
        Search search = new Search(from, to, lengths(to, from, most, between));
        return search.lengths.get(search.most())[from] == OUT_OF_REACH ? Chains.NONE : search.chains(wanted);
    }

    /**
     * How far each node is from a start over at most 0, 1, 2 … steps. The list ends with the last number of steps that brings anything
     * nearer to the goal.
     */
    private List<int[]> lengths(int start, int goal, int most, Set<String> between) {
        int[] nearest = new int[nodes.size()];
        Arrays.fill(nearest, OUT_OF_REACH);
        nearest[start] = 0;
        List<int[]> lengths = new ArrayList<>(List.of(nearest));
        Set<Integer> reached = Set.of(start);
        while (!reached.isEmpty() && lengths.size() <= most) {
            int[] before = nearest;
            nearest = before.clone();
            Set<Integer> nearer = new HashSet<>();
            for (int node : reached) {
                for (int i = begins[node]; i < begins[node + 1]; i++) {
                    int neighbour = neighbour(steps[i]);
                    int length = before[node] + length(steps[i]);
                    // What is as far as the goal leads to no shorter chain.
                    if (length < nearest[neighbour]
                            && (neighbour == goal || (length < nearest[goal] && between.contains(kinds[neighbour])))) {
                        nearest[neighbour] = length;
                        nearer.add(neighbour);
                    }
                }
            }
            nearer.remove(goal);
            reached = nearer;
            lengths.add(nearest);
        }
        return lengths;
    }

    /** A walk from one end to the other along the lengths of the rest of the way. */
    private final class Search {
        private final int from;
        private final int to;
        private final List<int[]> lengths;
        private final List<Map<Integer, Long>> totals = new ArrayList<>();

        Search(int from, int to, List<int[]> lengths) {
            this.from = from;
            this.to = to;
            this.lengths = lengths;
            lengths.forEach(ignored -> totals.add(new HashMap<>()));
        }

        int most() {
            return lengths.size() - 1;
        }

        Chains chains(int wanted) {
            List<List<Node>> chains = new ArrayList<>();
            walk(new ArrayDeque<>(List.of(from)), most(), chains, wanted);
            return new Chains(chains, total(from, most()));
        }

        private void walk(Deque<Integer> chain, int left, List<List<Node>> chains, int wanted) {
            int last = chain.getLast();
            if (chains.size() >= wanted) {
                return;
            }
            if (last == to) {
                chains.add(chain.stream().map(nodes::get).toList());
                return;
            }
            for (int neighbour : onwards(last, left)) {
                chain.addLast(neighbour);
                walk(chain, left - 1, chains, wanted);
                chain.removeLast();
            }
        }

        /** How many shortest ways lead from a node to the end in so many steps, which are counted once for each node. */
        private long total(int node, int left) {
            if (node == to) {
                return 1;
            }
            Long known = totals.get(left).get(node);
            if (known == null) {
                known = 0L;
                for (int neighbour : onwards(node, left)) {
                    known += total(neighbour, left - 1);
                }
                totals.get(left).put(node, known);
            }
            return known;
        }

        /** The neighbours over which a shortest way leads on, each once. */
        private List<Integer> onwards(int node, int left) {
            List<Integer> onwards = new ArrayList<>();
            int before = -1;
            for (int i = begins[node]; left > 0 && i < begins[node + 1]; i++) {
                int neighbour = neighbour(steps[i]);
                int rest = lengths.get(left - 1)[neighbour];
                if (neighbour != before && rest != OUT_OF_REACH && rest + length(steps[i]) == lengths.get(left)[node]) {
                    onwards.add(neighbour);
                }
                before = neighbour;
            }
            return onwards;
        }
    }
}
