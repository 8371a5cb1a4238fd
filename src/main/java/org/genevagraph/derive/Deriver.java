package org.genevagraph.derive;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/** Runs rules over a dataset's default graph, one after the other, each seeing what the earlier ones derived. */
public final class Deriver {
    private final List<Rule> rules;

    /** With the rules in the order in which they shall run. */
    public Deriver(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Derives. A rule that adds nothing is a warning: CONSTRUCT drops triples with unbound variables without a word, so silence may be a
     * mistake.
     *
     * @param dataset read through its default graph; what is derived is added there, too, so that later rules see it
     * @param derived takes what the rules derive and nothing else
     */
    public void derive(DatasetGraph dataset, Graph derived, Problems problems) {
        for (Rule rule : rules) {
            describe(rule, derived, dataset.getDefaultGraph());
            if (run(rule, dataset, derived) == 0) {
                problems.add(Problem.warning(
                        rule.file(),
                        0,
                        "",
                        "this rule added nothing",
                        "check its patterns, or delete it if the data no longer calls for it"));
            }
        }
    }

    /**
     * Says what the dataset holds in other terms. Unlike what {@link #derive} makes, the result is no new fact, so that the rules are not
     * described and one that adds nothing is none to be reported: the data may have no such thing.
     *
     * @param dataset read through its default graph; what is said in other terms is added there, too, so that later rules see it
     * @param translated takes what is said in other terms and nothing else; what the dataset held before is not repeated in it
     */
    public void translate(DatasetGraph dataset, Graph translated) {
        for (Rule rule : rules) {
            run(rule, dataset, translated);
        }
    }

    /** Adds what a rule makes and the dataset does not hold, and tells how many triples that were. */
    private static int run(Rule rule, DatasetGraph dataset, Graph result) {
        List<Triple> made;
        try (QueryExec exec = QueryExec.dataset(dataset).query(rule.query()).build()) {
            made = collect(exec.constructTriples());
        }
        int added = 0;
        for (Triple triple : made) {
            if (!dataset.getDefaultGraph().contains(triple)) {
                dataset.getDefaultGraph().add(triple);
                result.add(triple);
                added++;
            }
        }
        return added;
    }

    private static List<Triple> collect(Iterator<Triple> triples) {
        List<Triple> list = new ArrayList<>();
        triples.forEachRemaining(list::add);
        return list;
    }

    /** The rule itself, so that derived statements have something to name. */
    private static void describe(Rule rule, Graph derived, Graph all) {
        var iri = Iris.rule(rule.name());
        var label = Literals.english("rule: " + rule.name().replace('-', ' '));
        for (Triple triple : List.of(
                Triple.create(iri, RDF.type.asNode(), GG.Rule),
                Triple.create(iri, RDFS.label.asNode(), label),
                Triple.create(iri, SKOS.prefLabel.asNode(), label),
                Triple.create(iri, SKOS.definition.asNode(), Literals.english(rule.definition())))) {
            derived.add(triple);
            all.add(triple);
        }
    }
}
