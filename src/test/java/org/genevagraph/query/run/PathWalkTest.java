package org.genevagraph.query.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property paths lead where the library's own evaluation leads, as often, and through chains that it would not survive. */
class PathWalkTest {
    private static final int CHAIN = 20_000;
    private static final String GRAPH = "urn:x:graph";

    @Test
    void pathsLeadWhereTheLibraryLeads() throws Refusal {
        Random random = new Random(13);
        int rows = 0;
        for (int i = 0; i < 1_000; i++) {
            DatasetGraph dataset = dataset(random);
            String path = path(random, 3);
            String query = "SELECT * { " + pattern(random, path) + " }";
            List<String> expected = expected(query, dataset);
            rows += expected.size();
            assertEquals(expected, walked(query, dataset), query);
        }
        assertTrue(rows > 5_000, "rows: " + rows);
    }

    private static DatasetGraph dataset(Random random) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        Node graph = NodeFactory.createURI(GRAPH);
        for (int i = 0; i < 12; i++) {
            Node subject = node(random.nextInt(6));
            Node predicate = NodeFactory.createURI("urn:x:" + "pqr".charAt(random.nextInt(3)));
            Node object = random.nextInt(6) == 0 ? NodeFactory.createLiteralString("x") : node(random.nextInt(6));
            dataset.add(graph, subject, predicate, object);
            dataset.getDefaultGraph().add(subject, predicate, object);
        }
        return dataset;
    }

    private static Node node(int number) {
        return NodeFactory.createURI("urn:x:n" + number);
    }

    private static String path(Random random, int depth) {
        if (depth == 0) {
            return "<urn:x:" + "pqr".charAt(random.nextInt(3)) + ">";
        }
        String inner = path(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> "(" + inner + ")*";
            case 1 -> "(" + inner + ")+";
            case 2 -> "(" + inner + ")?";
            case 3 -> "^(" + inner + ")";
            case 4 -> "!(<urn:x:p>|^<urn:x:q>)";
            case 5 -> "!<urn:x:r>";
            case 6, 7 -> "(" + inner + "/" + path(random, depth - 1) + ")";
            default -> "(" + inner + "|" + path(random, depth - 1) + ")";
        };
    }

    private static String pattern(Random random, String path) {
        String pattern = end(random) + " " + path + " " + (random.nextInt(8) == 0 ? "\"x\"" : end(random));
        return switch (random.nextInt(5)) {
            case 0 -> "GRAPH ?g { " + pattern + " }";
            case 1 -> "?a ?p ?c . " + pattern;
            case 2 -> "?a <urn:x:p> ?c FILTER EXISTS { " + pattern + " }";
            default -> pattern;
        };
    }

    private static String end(Random random) {
        return List.of("?a", "?a", "?b", "?b", "<urn:x:n1>", "<urn:x:n2>", "<urn:x:none>")
                .get(random.nextInt(7));
    }

    private static List<String> expected(String query, DatasetGraph dataset) {
        try (QueryExec exec =
                QueryExec.dataset(dataset).query(QueryFactory.create(query)).build()) {
            RowSet rows = exec.select();
            return rows.stream().map(PathWalkTest::said).sorted().toList();
        }
    }

    private static List<String> walked(String query, DatasetGraph dataset) throws Refusal {
        return rows(query, dataset).stream().map(PathWalkTest::said).sorted().toList();
    }

    private static String said(Binding row) {
        Map<String, Node> values = new TreeMap<>();
        row.forEach((variable, value) -> values.put(variable.getVarName(), value));
        return values.toString();
    }

    private static List<Binding> rows(String query, DatasetGraph dataset) throws Refusal {
        Result result = GuardedQuery.parse(query, Limits.STANDARD.withTime(Duration.ofMinutes(2)))
                .run(dataset, BindingFactory.empty());
        return ((Result.Rows) result).rows();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<urn:x:n0> <urn:x:p>* ?end",
                "<urn:x:n0> <urn:x:p>+ ?end",
                "?end ^<urn:x:p>* <urn:x:n0>",
                "?end <urn:x:p>* <urn:x:n20000>",
                "<urn:x:n0> (!<urn:x:q>)* ?end",
                "<urn:x:n20000> (!^<urn:x:q>)* ?end",
                "<urn:x:n0> (<urn:x:p>/<urn:x:p>)* ?end",
                "<urn:x:n0> (<urn:x:p>|<urn:x:q>)+ ?end",
                "<urn:x:n0> (<urn:x:p>?)* ?end",
                "<urn:x:n0> ((<urn:x:p>/<urn:x:p>?)+)* ?end",
                "<urn:x:n0> (<urn:x:p>*)* ?end",
                "<urn:x:n0> <urn:x:p>*/<urn:x:q>? ?end"
            })
    void theLongestChainTakesNoStack(String pattern) throws Refusal, InterruptedException {
        int[] found = new int[1];
        Throwable[] failed = new Throwable[1];
        // Much less of a stack than any thread of the server has.
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        found[0] = rows("SELECT DISTINCT ?end { " + pattern + " }", chain())
                                .size();
                    } catch (Refusal | RuntimeException | StackOverflowError e) {
                        failed[0] = e;
                    }
                },
                "small",
                256 << 10);
        thread.start();
        thread.join();
        assertEquals(null, failed[0]);
        assertTrue(found[0] >= CHAIN / 2, "found: " + found[0]);
    }

    private static DatasetGraph chain;

    private static DatasetGraph chain() {
        if (chain == null) {
            DatasetGraph made = DatasetGraphFactory.create();
            Node predicate = NodeFactory.createURI("urn:x:p");
            for (int i = 0; i < CHAIN; i++) {
                made.getDefaultGraph().add(node(i), predicate, node(i + 1));
            }
            chain = made;
        }
        return chain;
    }
}
