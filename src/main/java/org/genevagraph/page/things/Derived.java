package org.genevagraph.page.things;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.dataset.Counted;
import org.genevagraph.page.facts.Sentence;
import org.genevagraph.page.facts.Statements;
import org.genevagraph.page.facts.Why;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.vocabulary.GG;

/**
 * What a rule derived.
 *
 * @param rule its IRI
 * @param count how many statements it made
 * @param relations what they say, most often first
 * @param premises what the statements say from which they are derived, most often first
 * @param example one of them, if it made any
 * @param why why it holds; null without an example
 * @param sentences the statements, as many as a page lists
 */
public record Derived(
        String rule,
        int count,
        List<Counted> relations,
        List<Counted> premises,
        Optional<Sentence> example,
        Why why,
        List<Sentence> sentences) {
    private static final int LISTED = 100;

    public Derived {
        relations = List.copyOf(relations);
        premises = List.copyOf(premises);
        sentences = List.copyOf(sentences);
    }

    /** What the graph holds by a rule. */
    static Derived by(Node rule, Wording words) {
        Statements statements = new Statements(words);
        List<Node> made = words.subjects(GG.derivedBy, rule).distinct().toList();
        List<Sentence> sentences = made.stream()
                .map(statements::sentence)
                .sorted(Statements.BY_WORDS)
                .toList();
        // A short chain that ends at a passage is read at a glance.
        Optional<Node> example = made.stream()
                .min(Comparator.comparing((Node one) -> !words.facts().graph().contains(one, GG.evidence, Node.ANY))
                        .thenComparing(one -> !words.facts().graph().contains(one, GG.premise, Node.ANY))
                        .thenComparing(one -> words.facts().all(one, GG.premise).size())
                        .thenComparing(statements::sentence, Statements.BY_WORDS));
        return new Derived(
                rule.getURI(),
                made.size(),
                counted(made.stream(), statements, words),
                counted(
                        made.stream()
                                .flatMap(one -> words.facts().all(one, GG.premise).stream())
                                .distinct(),
                        statements,
                        words),
                example.map(statements::sentence),
                example.map(statements::why).orElse(null),
                sentences.stream().limit(LISTED).toList());
    }

    private static List<Counted> counted(Stream<Node> all, Statements statements, Wording words) {
        Map<Node, Long> counts = all.collect(Collectors.groupingBy(statements::predicate, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new Counted(words.link(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(Counted::number)
                        .reversed()
                        .thenComparing((Counted one) -> one.what().name(), new NaturalOrder()))
                .toList();
    }

    /** A query for all of them, for the editor. */
    public String query() {
        return """
                PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                SELECT ?statement ?subject ?relation ?object WHERE {
                  ?statement gg:derivedBy <%s> ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object
                } ORDER BY ?subject ?object""".formatted(rule);
    }
}
