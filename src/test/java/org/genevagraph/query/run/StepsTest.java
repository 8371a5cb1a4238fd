package org.genevagraph.query.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.ref.QueryEngineRef;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.frozen.FrozenDataset;
import org.genevagraph.snapshot.frozen.FrozenQuads;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** What goes on from row to row gives the rows that the library gives, whatever stands in whatever. */
class StepsTest {
    private static int fresh;

    @Test
    void groupsOfPatternsGiveTheRowsOfTheLibrary() throws Refusal {
        Random random = new Random(14);
        int rows = 0;
        for (int i = 0; i < 3_000; i++) {
            Map<String, Graph> graphs = graphs(random);
            DatasetGraph plain = DatasetGraphFactory.create();
            graphs.forEach((name, graph) -> graph.find().forEachRemaining(triple -> {
                plain.getDefaultGraph().add(triple);
                plain.add(Quad.create(Iris.graph(name), triple));
            }));
            DatasetGraph frozen = new FrozenDataset(FrozenQuads.of(graphs));
            String query = "SELECT * { " + group(random, 3) + " }";
            List<String> found = own(query, frozen);
            Optional<List<String>> expected = library(query, plain);
            if (expected.isPresent()) {
                rows += found.size();
                if (!expected.get().equals(found)) {
                    assertTrue(query.contains("MINUS"), query);
                    assertEquals(reference(query, plain), found, query);
                }
            }
        }
        assertTrue(rows > 5_000, "rows: " + rows);
    }

    @Test
    void aJoinOfWhichNoRowIsAskedIsNoError() throws Refusal {
        DatasetGraph dataset = new FrozenDataset(FrozenQuads.of(graphs(new Random(1))));
        String joined =
                "{ { ?b <urn:x:p> ?c } UNION { ?c <urn:x:p> ?d } } { { ?b <urn:x:q> ?c } UNION { ?d <urn:x:q> ?c } }";
        assertEquals(List.of(), own("SELECT * { ?a <urn:x:none> ?b OPTIONAL { " + joined + " } }", dataset));
        assertEquals(
                own("SELECT * { ?a <urn:x:p> ?b }", dataset),
                own(
                        "SELECT * { ?a <urn:x:p> ?b FILTER NOT EXISTS { ?a <urn:x:none> ?b OPTIONAL { " + joined
                                + " } } }",
                        dataset));
    }

    /** One row does not make the query go through all triples of the graph. */
    @Test
    void whatIsOptionalGoesOnFromTheRowThoughAFilterNamesItsVariable() {
        Graph graph = new GraphMem2Fast();
        graph.add(NodeFactory.createURI("urn:x:s"), NodeFactory.createURI("urn:x:p"), NodeFactory.createURI("urn:x:0"));
        for (int i = 0; i < 5_000; i++) {
            graph.add(
                    NodeFactory.createURI("urn:x:by" + i),
                    NodeFactory.createURI("urn:x:q"),
                    NodeFactory.createURI("urn:x:" + i));
        }
        DatasetGraph dataset = new FrozenDataset(FrozenQuads.of(Map.of("g", graph)));
        AtomicInteger looks = new AtomicInteger();
        int rows = 0;
        try (QueryExec exec = QueryExec.dataset(dataset)
                .query("SELECT * { ?s <urn:x:p> ?it OPTIONAL { { ?by <urn:x:p> ?it } UNION "
                        + "{ ?by <urn:x:q> ?it FILTER NOT EXISTS { ?who <urn:x:r> ?it } } } }")
                .build()) {
            RowExecutor.use(exec.getContext(), looks::incrementAndGet);
            for (RowSet found = exec.select(); found.hasNext(); rows++) {
                assertTrue(found.next().contains("by"));
            }
        }
        assertEquals(2, rows);
        assertTrue(looks.get() < 50, "looks: " + looks);
    }

    @Test
    void rowsComeInTheOrderOfTheLibrary() throws Refusal {
        String values = List.of(
                        "1",
                        "2.0",
                        "10",
                        "1e1",
                        "true",
                        "'a'",
                        "'b'@en",
                        "'a'@fr",
                        "'B'",
                        "'2026-11-01'^^xsd:date",
                        "'2025-01-31'^^xsd:date",
                        "'x'^^<urn:x:type>",
                        "<urn:x:a>",
                        "<urn:x:B>",
                        "UNDEF")
                .stream()
                .collect(Collectors.joining(" "));
        String query = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * { VALUES ?a { " + values
                + " } VALUES ?b { " + values + " } } ORDER BY ";
        DatasetGraph dataset = new FrozenDataset(FrozenQuads.of(graphs(new Random(1))));
        for (String order :
                List.of("?a ?b", "DESC(?a) ?b", "(?a + 1) DESC(STR(?b)) ?a ?b", "(?a < ?b) STRLEN(?a) ?b ?a")) {
            List<String> expected = new ArrayList<>();
            try (QueryExec exec = QueryExec.dataset(DatasetGraphFactory.create())
                    .query(QueryFactory.create(query + order))
                    .build()) {
                exec.select().forEachRemaining(row -> expected.add(said(row)));
            }
            Result result = GuardedQuery.parse(query + order, Limits.STANDARD).run(dataset, BindingFactory.empty());
            List<String> found = new ArrayList<>();
            ((Result.Rows) result).rows().forEach(row -> found.add(said(row)));
            assertEquals(225, found.size());
            assertEquals(expected, found, order);
        }
    }

    private static Map<String, Graph> graphs(Random random) {
        Map<String, Graph> graphs = Map.of("one", new GraphMem2Fast(), "two", new GraphMem2Fast());
        for (int i = 0; i < 14; i++) {
            Node object = node(random);
            graphs.get(random.nextBoolean() ? "one" : "two")
                    .add(node(random), NodeFactory.createURI("urn:x:" + "pqr".charAt(random.nextInt(3))), object);
        }
        return graphs;
    }

    private static Node node(Random random) {
        return NodeFactory.createURI("urn:x:n" + random.nextInt(5));
    }

    private static String group(Random random, int depth) {
        StringBuilder group = new StringBuilder(triples(random));
        int parts = depth == 0 ? 0 : random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            String inner = group(random, depth - 1);
            group.append(
                    switch (random.nextInt(18)) {
                        case 0, 1, 2, 3 -> " OPTIONAL { " + inner + " }";
                        case 4, 5, 6 -> " { " + inner + " } UNION { " + group(random, depth - 1) + " }";
                        case 7 -> " FILTER NOT EXISTS { " + simple(random) + " }";
                        case 8 ->
                            " FILTER (" + variable(random) + " != " + variable(random) + " || EXISTS { "
                                    + simple(random) + " })";
                        case 9 -> " BIND (STR(" + variable(random) + ") AS ?new" + fresh++ + ")";
                        case 10 -> " VALUES " + variable(random) + " { <urn:x:n1> <urn:x:n2> UNDEF }";
                        case 11 -> " MINUS { " + inner + " }";
                        case 12 ->
                            " { SELECT DISTINCT " + variable(random) + " " + variable(random) + " { " + inner + " } }";
                        case 13 -> counted(random, inner);
                        case 14, 15 -> " { " + inner + " } { " + group(random, depth - 1) + " }";
                        case 16 ->
                            " { SELECT * { " + inner + " } ORDER BY " + variable(random) + " DESC(" + variable(random)
                                    + ") }";
                        default -> " GRAPH ?g { " + inner + " }";
                    });
        }
        if (random.nextInt(4) == 0) {
            group.append(" FILTER (!BOUND(" + variable(random) + ") || " + variable(random) + " < " + variable(random)
                    + ")");
        }
        return group.toString();
    }

    private static String counted(Random random, String inner) {
        String key = random.nextInt(4) == 0 ? "" : variable(random);
        return " { SELECT " + key + " (COUNT(" + variable(random) + ") AS ?new" + fresh++ + ") (MAX(STR("
                + variable(random) + ")) AS ?new" + fresh++ + ") { " + inner + " }"
                + (key.isEmpty() ? "" : " GROUP BY " + key) + " }";
    }

    /** Within EXISTS the library passes over its own failures in silence. */
    private static String simple(Random random) {
        return triples(random) + " OPTIONAL { " + triples(random) + " } FILTER (!BOUND(?a) || ?a != ?b)";
    }

    private static String triples(Random random) {
        StringBuilder triples = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            triples.append(variable(random)).append(' ');
            triples.append(List.of(
                            "<urn:x:p>",
                            "<urn:x:q>",
                            "<urn:x:r>",
                            "<urn:x:p>*",
                            "(<urn:x:p>|^<urn:x:q>)",
                            variable(random))
                    .get(random.nextInt(6)));
            triples.append(' ')
                    .append(random.nextInt(5) == 0 ? "<urn:x:n" + random.nextInt(7) + ">" : variable(random));
            triples.append(" . ");
        }
        return triples.toString();
    }

    private static String variable(Random random) {
        return "?" + "abcd".charAt(random.nextInt(4));
    }

    /** What the library finds; empty where it fails at a join of its own that it closes before it has begun. */
    private static Optional<List<String>> library(String query, DatasetGraph dataset) {
        try (QueryExec exec =
                QueryExec.dataset(dataset).query(QueryFactory.create(query)).build()) {
            return Optional.of(said(exec.select()));
        } catch (NullPointerException e) {
            return Optional.empty();
        }
    }

    /**
     * What the library's evaluator for reference finds. It works from the inside out, and does not take too much away with MINUS where a variable in
     * common has no value, as the other one does; but it has a path of no steps from nodes of the graph alone.
     */
    private static List<String> reference(String query, DatasetGraph dataset) {
        Plan plan = QueryEngineRef.getFactory()
                .create(
                        QueryFactory.create(query),
                        dataset,
                        BindingFactory.empty(),
                        ARQ.getContext().copy());
        QueryIterator rows = plan.iterator();
        try {
            return said(rows);
        } finally {
            rows.close();
            plan.close();
        }
    }

    private static List<String> said(Iterator<Binding> rows) {
        return Iter.toList(rows).stream().map(StepsTest::said).sorted().toList();
    }

    private static List<String> own(String query, DatasetGraph dataset) throws Refusal {
        Result result = GuardedQuery.parse(query, Limits.STANDARD).run(dataset, BindingFactory.empty());
        return said(((Result.Rows) result).rows().iterator());
    }

    private static String said(Binding row) {
        Map<String, Node> values = new TreeMap<>();
        row.forEach((variable, value) -> values.put(variable.getVarName(), value));
        return values.toString();
    }
}
