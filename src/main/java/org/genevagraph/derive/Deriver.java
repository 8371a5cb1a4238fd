package org.genevagraph.derive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.files.InputLimit;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.watch.TimeLimit;

/** Runs rules over a dataset's default graph, one after the other, each seeing what the earlier ones derived. */
public final class Deriver {
    private final List<Rule> rules;
    private final Duration time;
    private final TimeLimit whole;
    private final int most = InputLimit.current().derived();

    /** With the rules in the order in which they shall run. */
    public Deriver(List<Rule> rules) {
        this(rules, TimeLimit.setting());
    }

    /** With the time that all together may take, beside what each may. */
    public Deriver(List<Rule> rules, TimeLimit whole) {
        this(rules, TimeLimit.setting(), whole);
    }

    /** With the time that each rule may take. */
    public Deriver(List<Rule> rules, Duration time) {
        this(rules, time, TimeLimit.NONE);
    }

    private Deriver(List<Rule> rules, Duration time, TimeLimit whole) {
        this.rules = List.copyOf(rules);
        this.time = time;
        this.whole = whole;
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
            if (run(rule, dataset, derived, problems).equals(OptionalInt.of(0))) {
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
    public void translate(DatasetGraph dataset, Graph translated, Problems problems) {
        for (Rule rule : rules) {
            run(rule, dataset, translated, problems);
        }
    }

    /** Adds what a rule makes and the dataset does not hold, and tells how many triples that were; what ended it is a problem. */
    private OptionalInt run(Rule rule, DatasetGraph dataset, Graph result, Problems problems) {
        List<Triple> made;
        try {
            made = made(rule, dataset);
        } catch (TooMany e) {
            problems.add(Problem.error(
                    rule.file(),
                    1,
                    "",
                    String.format("this rule makes more than %,d triples, which is the limit", most),
                    "join its patterns by variables that they share, " + InputLimit.raise()));
            return OptionalInt.empty();
        } catch (QueryCancelledException e) {
            problems.add(Problem.error(
                    rule.file(),
                    1,
                    "",
                    "this rule takes longer than " + TimeLimit.inWords(time) + ", which is the limit",
                    "join its patterns by variables that they share; see which of them multiply"));
            return OptionalInt.empty();
        } catch (StackOverflowError e) {
            problems.add(Problem.error(
                    rule.file(),
                    1,
                    "",
                    "nests too deep, or is too long a sum, to be run",
                    "write it in a flatter way"));
            return OptionalInt.empty();
        }
        if (made.stream().anyMatch(Deriver::hasBlank)) {
            problems.add(Rule.blankNodes(rule.file(), 1));
            return OptionalInt.empty();
        }
        int added = 0;
        for (Triple triple : made) {
            if (!dataset.getDefaultGraph().contains(triple)) {
                dataset.getDefaultGraph().add(triple);
                result.add(triple);
                added++;
            }
        }
        return OptionalInt.of(added);
    }

    private List<Triple> made(Rule rule, DatasetGraph dataset) {
        TimeLimit limit = TimeLimit.in(time).within(whole);
        List<Triple> made = new ArrayList<>();
        try (QueryExec exec = QueryExec.dataset(DatasetGraphFactory.wrap(limit.watch(dataset.getDefaultGraph())))
                .query(rule.query())
                .overallTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
                .build()) {
            exec.constructTriples().forEachRemaining(triple -> {
                limit.check();
                made.add(triple);
                if (made.size() > most) {
                    throw new TooMany();
                }
            });
        }
        return made;
    }

    /** Ends a rule that multiplies. */
    private static final class TooMany extends RuntimeException {}

    private static boolean hasBlank(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }

    /** The rule itself, so that derived statements have something to name. */
    private static void describe(Rule rule, Graph derived, Graph all) {
        var iri = Iris.rule(rule.name());
        var label = Literals.english("rule: " + rule.name().replace('-', ' '));
        List<Triple> triples = new ArrayList<>(List.of(
                Triple.create(iri, RDF.type.asNode(), GG.Rule),
                Triple.create(iri, RDFS.label.asNode(), label),
                Triple.create(iri, SKOS.prefLabel.asNode(), label),
                Triple.create(iri, SKOS.definition.asNode(), Literals.english(rule.definition()))));
        rule.words().forEach((language, words) -> {
            triples.add(Triple.create(iri, SKOS.prefLabel.asNode(), Literals.inLanguage(words.name(), language)));
            // Who asks for a definition gets one; pages look up what it is in their language.
            Node translation = Iris.hashed("translation", List.of(rule.definition()));
            triples.add(Triple.create(translation, RDF.type.asNode(), GG.Translation));
            triples.add(Triple.create(translation, GG.wording, Literals.english(rule.definition())));
            triples.add(Triple.create(translation, GG.wording, Literals.inLanguage(words.definition(), language)));
        });
        for (Triple triple : triples) {
            derived.add(triple);
            all.add(triple);
        }
    }
}
