package org.genevagraph.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.Mini;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;

/** A run of the shapes that checks only what a change touches finds what a whole one finds, entry for entry. */
class EarlierRunTest {
    private static final Graph SMALL = ShapeFaultsTest.SMALL;
    private static final Validator VALIDATOR = ShapeFaultsTest.validator(ShapeFaultsTest.SHAPES);

    /** How many random changes, one upon the other; {@code -Dchanges=1000} tries more. */
    private static final int CHANGES = Integer.getInteger("changes", 40);

    private static final long SEED = 11;
    private static final int MOST_TRIPLES = 4;

    private static Validation whole(Graph graph) {
        return VALIDATOR.validate(graph, table -> true, EarlierRun.NONE, Graph.emptyGraph);
    }

    private static Graph copy(Graph graph) {
        Graph copy = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(copy, graph);
        return copy;
    }

    private static Validation assertSame(EarlierRun run, Graph before, Graph after, String change) {
        Validation whole = VALIDATOR.validate(after, table -> true);
        Validation partly = VALIDATOR.validate(after, table -> true, run, before);
        assertEquals(ShapeFaultsTest.entries(whole.report()), ShapeFaultsTest.entries(partly.report()), change);
        assertEquals(whole.problems(), partly.problems(), change);
        assertEquals(whole.focusNodes(), partly.focusNodes(), change);
        assertEquals(whole.constraints(), partly.constraints(), change);
        return partly;
    }

    @Test
    void everyFaultThatComesAndGoesIsFound() throws IOException {
        EarlierRun run = whole(SMALL).run();
        assertEquals(run.parts(), run.anew());
        List<ShapeFaultsTest.Fault> faults = ShapeFaultsTest.faults();
        assertTrue(faults.size() > 100, "faults: " + faults.size());
        long anew = 0;
        for (ShapeFaultsTest.Fault fault : faults) {
            Graph broken = copy(SMALL);
            UpdateExec.dataset(DatasetGraphFactory.wrap(broken))
                    .update(ShapeFaultsTest.prefixes() + fault.update())
                    .execute();
            Validation found = assertSame(run, SMALL, broken, fault.toString());
            assertEquals(
                    List.of(),
                    VALIDATOR
                            .validate(SMALL, table -> true, found.run(), broken)
                            .findings(),
                    fault.toString());
            anew += found.run().anew();
        }
        assertTrue(anew < (long) run.parts() * faults.size() / 2, "checked anew: " + anew);
    }

    @Test
    void randomChangesAreSeen() {
        Random random = new Random(SEED);
        Graph before = SMALL;
        EarlierRun run = whole(before).run();
        // In an order that depends on nothing but the changes before.
        List<Triple> triples = new ArrayList<>(
                before.stream().sorted(Comparator.comparing(Triple::toString)).toList());
        for (int change = 0; change < CHANGES; change++) {
            Graph after = copy(before);
            for (int i = random.nextInt(MOST_TRIPLES); i >= 0; i--) {
                change(after, triples, random);
            }
            run = assertSame(run, before, after, "change " + change).run();
            before = after;
        }
    }

    /** Removes a triple, or has its subject, predicate or object from another one instead. */
    private static void change(Graph graph, List<Triple> triples, Random random) {
        int at = random.nextInt(triples.size());
        Triple triple = triples.get(at);
        Triple other = triples.get(random.nextInt(triples.size()));
        int kind = random.nextInt(5);
        if (kind == 0 || kind == 4) {
            graph.delete(triple);
            triples.set(at, triples.get(triples.size() - 1));
            triples.remove(triples.size() - 1);
        }
        Triple made = switch (kind) {
            case 0 -> triple;
            case 2 -> Triple.create(other.getSubject(), triple.getPredicate(), triple.getObject());
            case 3 -> Triple.create(triple.getSubject(), other.getPredicate(), other.getObject());
            default -> Triple.create(triple.getSubject(), triple.getPredicate(), other.getObject());
        };
        if (kind != 0 && !graph.contains(made)) {
            graph.add(made);
            triples.add(made);
        }
    }

    @Test
    void anEditOfTheRealTablesTouchesLittle() {
        Graph before = Mini.realSnapshot().dataset().getDefaultGraph();
        Validation all = whole(before);
        Node thing = NodeFactory.createURI("https://w3id.org/geneva-graph/id/organisation/gcsp");
        Graph after = copy(before);
        after.remove(thing, GG.summary, Node.ANY);
        Validation partly = VALIDATOR.validate(after, table -> true, all.run(), before);
        assertEquals(all.findings().size() + 1, partly.findings().size());
        int parts = all.run().parts();
        assertTrue(partly.run().anew() < parts / 10, partly.run().anew() + " of " + parts + " parts checked anew");
    }
}
