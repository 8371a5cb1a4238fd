package org.genevagraph.query.chains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.genevagraph.query.chains.ConnectionIndex.Chains;
import org.genevagraph.query.chains.ConnectionIndex.Tie;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** Shortest chains: all of them, the same ones first every time, over the kinds of thing that may stand between. */
class ConnectionIndexTest {
    private static final Set<String> TIES = Set.of("organisation", "initiative");
    private static final int MOST = 50;

    private static Node organisation(String slug) {
        return Iris.thing("organisation", slug);
    }

    private static Node initiative(String slug) {
        return Iris.thing("initiative", slug);
    }

    private static Tie tie(Node one, Node other) {
        return new Tie(one, other, 1);
    }

    private static List<String> slugs(Chains found) {
        return found.chains().stream()
                .map(chain -> String.join(
                        " ",
                        chain.stream()
                                .map(node ->
                                        Iris.parse(node.getURI()).orElseThrow().slug())
                                .toList()))
                .toList();
    }

    @Test
    void allShortestChainsAreFoundAndNoLongerOnes() {
        ConnectionIndex index = ConnectionIndex.of(List.of(
                tie(organisation("a"), initiative("x")),
                tie(organisation("a"), initiative("x")),
                tie(organisation("b"), initiative("x")),
                tie(initiative("y"), organisation("a")),
                tie(organisation("b"), initiative("y")),
                tie(organisation("a"), organisation("c")),
                tie(organisation("c"), initiative("z")),
                tie(organisation("b"), initiative("z"))));
        assertEquals(
                List.of("a x b", "a y b"), slugs(index.shortest(organisation("a"), organisation("b"), 6, TIES, MOST)));
        assertEquals(List.of("a x b"), slugs(index.shortest(organisation("a"), organisation("b"), 6, TIES, 1)));
        assertEquals(List.of(), slugs(index.shortest(organisation("a"), organisation("b"), 1, TIES, MOST)));
        assertEquals(List.of(), slugs(index.shortest(organisation("a"), organisation("unknown"), 6, TIES, MOST)));
    }

    @Test
    void chainsLeadOverAllowedKindsOnly() {
        Node issue = Iris.thing("issue", "talk");
        ConnectionIndex index =
                ConnectionIndex.of(List.of(tie(organisation("a"), issue), tie(organisation("b"), issue)));
        assertEquals(List.of(), slugs(index.shortest(organisation("a"), organisation("b"), 6, TIES, MOST)));
        assertEquals(
                List.of("a talk b"),
                slugs(index.shortest(organisation("a"), organisation("b"), 6, Set.of("organisation", "issue"), MOST)));
    }

    @Test
    void longStepsAreGoneRoundWhereTheStepsSuffice() {
        Node un = organisation("un");
        ConnectionIndex index = ConnectionIndex.of(List.of(
                new Tie(organisation("a"), un, 3),
                new Tie(organisation("b"), un, 3),
                tie(organisation("a"), initiative("x")),
                tie(initiative("x"), organisation("c")),
                tie(organisation("c"), initiative("y")),
                tie(initiative("y"), organisation("b"))));
        assertEquals(List.of("a x c y b"), slugs(index.shortest(organisation("a"), organisation("b"), 6, TIES, MOST)));
        assertEquals(List.of("a un b"), slugs(index.shortest(organisation("a"), organisation("b"), 3, TIES, MOST)));
    }

    @Test
    void theTotalTellsWhatWasCut() {
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ties.add(tie(organisation("a"), initiative("x" + i)));
            ties.add(tie(initiative("x" + i), organisation("b")));
        }
        Chains found = ConnectionIndex.of(ties).shortest(organisation("a"), organisation("b"), 6, TIES, MOST);
        assertEquals(MOST, found.chains().size());
        assertEquals(60, found.total());
    }

    /** Against all chains there are, in graphs small enough to go through them. */
    @Test
    void noShorterChainIsMissed() {
        Random random = new Random(7);
        int found = 0;
        for (int graph = 0; graph < 300; graph++) {
            List<Tie> ties = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                int one = random.nextInt(8);
                ties.add(new Tie(
                        organisation("o" + one),
                        organisation("o" + (one + 1 + random.nextInt(7)) % 8),
                        random.nextInt(4) == 0 ? 3 : 1));
            }
            int most = 1 + random.nextInt(5);
            Map<List<Node>, Integer> all = new HashMap<>();
            walk(List.of(organisation("o0")), 0, most, ties, all);
            int shortest = all.values().stream().min(Integer::compare).orElse(0);
            Set<List<Node>> expected = all.keySet().stream()
                    .filter(chain -> all.get(chain) == shortest)
                    .collect(Collectors.toSet());
            Chains chains = ConnectionIndex.of(ties).shortest(organisation("o0"), organisation("o1"), most, TIES, 1000);
            assertEquals(expected, Set.copyOf(chains.chains()));
            assertEquals(expected.size(), chains.total());
            found += expected.size();
        }
        assertTrue(found > 200, "chains in all graphs: " + found);
    }

    private static void walk(List<Node> chain, int length, int most, List<Tie> ties, Map<List<Node>, Integer> all) {
        Node last = chain.get(chain.size() - 1);
        if (last.equals(organisation("o1"))) {
            all.merge(chain, length, Math::min);
            return;
        }
        for (Tie tie : ties) {
            Node next = tie.one().equals(last) ? tie.other() : tie.one();
            if ((tie.one().equals(last) || tie.other().equals(last)) && !chain.contains(next) && chain.size() <= most) {
                List<Node> longer = new ArrayList<>(chain);
                longer.add(next);
                walk(longer, length + tie.length(), most, ties, all);
            }
        }
    }

    /** Big enough that a search along every path would never end. */
    @Test
    void aMillionOrganisationsAreSearched() {
        int count = 1_000_000;
        List<Node> nodes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            nodes.add(organisation("o" + i));
        }
        Random random = new Random(42);
        List<Tie> ties = new ArrayList<>(2 * count);
        for (int i = 0; i < count; i++) {
            ties.add(tie(nodes.get(i), nodes.get(random.nextInt(count))));
            ties.add(tie(nodes.get(i), nodes.get(random.nextInt(count))));
        }
        Node start = organisation("start");
        Node end = organisation("end");
        // A chain of twenty steps off the beaten track, the only one there is.
        List<Node> planted = new ArrayList<>(List.of(start));
        for (int i = 1; i < 20; i++) {
            planted.add(organisation("planted" + i));
        }
        planted.add(end);
        for (int i = 1; i < planted.size(); i++) {
            ties.add(tie(planted.get(i - 1), planted.get(i)));
        }
        ConnectionIndex index = ConnectionIndex.of(ties);
        assertEquals(new Chains(List.of(planted), 1), index.shortest(start, end, 20, TIES, MOST));
        assertEquals(Chains.NONE, index.shortest(start, nodes.get(0), 20, TIES, MOST));
        Chains found = index.shortest(nodes.get(1), nodes.get(2), 20, TIES, MOST);
        assertEquals(1, found.chains().stream().map(List::size).distinct().count());
    }
}
