package org.genevagraph.query.chains;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
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

    private static Node[] tie(Node one, Node other) {
        return new Node[] {one, other};
    }

    private static List<String> slugs(List<List<Node>> chains) {
        return chains.stream()
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

    /** Big enough that a search along every path would never end. */
    @Test
    void aMillionOrganisationsAreSearched() {
        int count = 1_000_000;
        List<Node> nodes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            nodes.add(organisation("o" + i));
        }
        Random random = new Random(42);
        List<Node[]> ties = new ArrayList<>(2 * count);
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
        assertEquals(List.of(planted), index.shortest(start, end, 20, TIES, MOST));
        assertEquals(List.of(), index.shortest(start, nodes.get(0), 20, TIES, MOST));
        List<List<Node>> chains = index.shortest(nodes.get(1), nodes.get(2), 20, TIES, MOST);
        assertEquals(1, chains.stream().map(List::size).distinct().count());
    }
}
