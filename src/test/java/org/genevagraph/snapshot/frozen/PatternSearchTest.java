package org.genevagraph.snapshot.frozen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search finds what Jena finds, as often. */
class PatternSearchTest {
    private static final int TERMS = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void matchesAreThoseOfJena(long seed) {
        Random random = new Random(seed);
        Graph graph = new GraphMem2Fast();
        for (int i = 0; i < 150; i++) {
            graph.add(Triple.create(iri(random, TERMS), iri(random, 6), term(random.nextInt(TERMS))));
        }
        Graph frozen = FrozenQuads.of(Map.of("one", graph)).union();
        int some = 0;
        for (int i = 0; i < 300; i++) {
            BasicPattern pattern = pattern(random);
            Binding known = known(random);
            List<Map<Var, Node>> expected = rows(Algebra.exec(new OpBGP(pattern), graph), known);
            List<Map<Var, Node>> found = new ArrayList<>();
            PatternSearch.of(new GraphWrapper(frozen), pattern, PatternSearchTest::never)
                    .orElseThrow()
                    .matches(known)
                    .forEachRemaining(row -> found.add(row(row)));
            assertEquals(counted(expected), counted(found), () -> pattern + " " + known);
            some += found.isEmpty() ? 0 : 1;
        }
        assertTrue(some > 100, "patterns that matched: " + some);
    }

    /** Up to four triples, of which one in ten names what is nowhere. */
    private static BasicPattern pattern(Random random) {
        BasicPattern pattern = new BasicPattern();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            pattern.add(Triple.create(
                    random.nextInt(3) == 0 ? iri(random, TERMS) : variable(random),
                    random.nextInt(4) == 0 ? variable(random) : iri(random, 6),
                    random.nextInt(2) == 0 ? term(random.nextInt(TERMS + 1)) : variable(random)));
        }
        return pattern;
    }

    private static Binding known(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> BindingFactory.binding(Var.alloc("v0"), term(random.nextInt(TERMS + 1)));
            case 1 -> BindingFactory.binding(Var.alloc("other"), term(TERMS + 1), Var.alloc("v1"), term(2));
            default -> BindingFactory.empty();
        };
    }

    private static Node variable(Random random) {
        return Var.alloc("v" + random.nextInt(4));
    }

    private static void never() {}

    private static Node iri(Random random, int below) {
        return term(2 * random.nextInt(below / 2));
    }

    private static Node term(int number) {
        return number % 2 == 0
                ? NodeFactory.createURI("https://example.org/" + number)
                : NodeFactory.createLiteralString("term " + number);
    }

    /** The rows that agree with what is known, as one row each. */
    private static List<Map<Var, Node>> rows(QueryIterator rows, Binding known) {
        List<Map<Var, Node>> all = new ArrayList<>();
        rows.forEachRemaining(row -> {
            Map<Var, Node> joined = row(row);
            boolean agree = true;
            for (Map.Entry<Var, Node> value : row(known).entrySet()) {
                Node there = joined.putIfAbsent(value.getKey(), value.getValue());
                agree &= there == null || there.equals(value.getValue());
            }
            if (agree) {
                all.add(joined);
            }
        });
        return all;
    }

    private static Map<Var, Node> row(Binding binding) {
        Map<Var, Node> row = new TreeMap<>((one, other) -> one.getVarName().compareTo(other.getVarName()));
        binding.forEach(row::put);
        return row;
    }

    private static Map<String, Integer> counted(List<Map<Var, Node>> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.toString(), 1, Integer::sum));
        return counts;
    }

    @Test
    void aNamedGraphIsSearchedAlone() {
        Graph one = new GraphMem2Fast();
        Graph other = new GraphMem2Fast();
        for (int i = 0; i < 400; i++) {
            one.add(Triple.create(term(2 * i), term(0), term(2 * i + 2)));
        }
        other.add(Triple.create(term(0), term(0), term(2)));
        other.add(Triple.create(term(2), term(0), term(8)));
        FrozenQuads quads = FrozenQuads.of(Map.of("one", one, "other", other));
        BasicPattern chain = new BasicPattern();
        chain.add(Triple.create(Var.alloc("a"), term(0), Var.alloc("b")));
        chain.add(Triple.create(Var.alloc("b"), term(0), Var.alloc("c")));
        assertEquals(1, count(quads.graph("other"), chain));
        assertEquals(399, count(quads.graph("one"), chain));
        // Both chains go on in the union: 2 leads to 8 as well.
        assertEquals(401, count(quads.union(), chain));
    }

    private static int count(Graph graph, BasicPattern pattern) {
        int count = 0;
        for (var rows = PatternSearch.of(graph, pattern, PatternSearchTest::never)
                        .orElseThrow()
                        .matches(BindingFactory.empty());
                rows.hasNext();
                rows.next()) {
            count++;
        }
        return count;
    }

    @Test
    void itCanBeStopped() {
        Graph graph = new GraphMem2Fast();
        for (int i = 0; i < 400; i++) {
            graph.add(Triple.create(term(2 * i), term(0), term(2 * i + 2)));
        }
        BasicPattern all = new BasicPattern();
        for (int i = 0; i < 6; i += 2) {
            all.add(Triple.create(Var.alloc("v" + i), term(0), Var.alloc("v" + (i + 1))));
        }
        var rows = PatternSearch.of(FrozenQuads.of(Map.of("one", graph)).union(), all, () -> {
                    throw new IllegalStateException("stopped");
                })
                .orElseThrow()
                .matches(BindingFactory.empty());
        assertThrows(IllegalStateException.class, () -> rows.forEachRemaining(row -> {}));
        assertFalse(PatternSearch.of(graph, all, PatternSearchTest::never).isPresent(), "a graph that is not frozen");
    }
}
