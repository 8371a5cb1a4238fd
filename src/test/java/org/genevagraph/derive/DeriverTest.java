package org.genevagraph.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.Mini;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** A rule that would not end, or makes what the graph has none of, is told by its name; the others run all the same. */
class DeriverTest {
    private static final Graph SMALL = Mini.snapshot().dataset().getDefaultGraph();
    private static final String OTHER = "#+ Classes.\nCONSTRUCT { ?x <https://example.org/of> ?y } WHERE { ?x a ?y }";

    private static List<String> told(String rule, Graph derived) {
        Problems problems = new Problems();
        List<Rule> rules = List.of(
                Rule.parse("queries/rules/10-odd.rq", "10-odd.rq", rule, problems)
                        .orElseThrow(),
                Rule.parse("queries/rules/20-other.rq", "20-other.rq", OTHER, problems)
                        .orElseThrow());
        DatasetGraph dataset = DatasetGraphFactory.wrap(GraphFactory.createDefaultGraph());
        GraphUtil.addInto(dataset.getDefaultGraph(), SMALL);
        new Deriver(rules, Duration.ofMillis(300)).derive(dataset, derived, problems);
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    @Test
    void aRuleThatMultipliesEnds() {
        Graph derived = GraphFactory.createDefaultGraph();
        List<String> told = told("""
                #+ Multiplies.
                CONSTRUCT { ?a a ?d }
                WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (STR(?a) = CONCAT(STR(?f), STR(?i))) }
                """, derived);
        assertEquals(
                List.of("queries/rules/10-odd.rq:1: this rule takes longer than 0.3 s, which is the limit"
                        + " – join its patterns by variables that they share; see which of them multiply"),
                told);
        assertTrue(derived.size() > 100, "derived: " + derived.size());
    }

    @Test
    void aRuleIsDescribedInTheLanguagesOfItsHeader() {
        Graph derived = GraphFactory.createDefaultGraph();
        told("""
                #+ Says it once
                #+ fr règle « en double »: Dit deux fois.
                #+ more.
                CONSTRUCT { ?a a ?c } WHERE { ?a a ?c }
                """, derived);
        List<String> said = derived.stream(Iris.rule("odd"), Node.ANY, Node.ANY)
                .filter(triple -> triple.getObject().isLiteral())
                .map(triple -> triple.getPredicate().getLocalName() + " " + triple.getObject())
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "definition \"Says it once more.\"@en",
                        "label \"rule: odd\"@en",
                        "prefLabel \"rule: odd\"@en",
                        "prefLabel \"règle « en double »\"@fr"),
                said);
        assertEquals(
                List.of("\"Dit deux fois.\"@fr", "\"Says it once more.\"@en"),
                derived.stream(Node.ANY, GG.wording, Node.ANY)
                        .map(triple -> triple.getObject().toString())
                        .sorted()
                        .toList());
    }

    @Test
    void aRuleThatMakesBlankNodesIsRefused() {
        Graph derived = GraphFactory.createDefaultGraph();
        List<String> told = told("""
                #+ Names nothing.
                CONSTRUCT { ?a a ?d }
                WHERE { ?a a ?c BIND (BNODE() AS ?d) }
                """, derived);
        assertEquals(
                List.of("queries/rules/10-odd.rq:1: makes blank nodes, which the graph has none of"
                        + " – name what it makes, with IRI() and a hash of what it says"),
                told);
        assertTrue(derived.stream().noneMatch(triple -> triple.getObject().isBlank()));
    }
}
