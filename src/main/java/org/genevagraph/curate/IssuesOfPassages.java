package org.genevagraph.curate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.text.Words;
import org.genevagraph.vocabulary.GG;

/**
 * Which issues a passage treats: by their names, and by the words that the table of issue words gives them. A word tells the more, the fewer
 * passages of all texts have it; "development" tells nothing.
 */
final class IssuesOfPassages {
    /** What the words that are found have to weigh together. */
    private static final double LEAST = 2.6;

    /** How much a word weighs that is no name of the issue. */
    private static final double HINT = 0.5;

    private final Map<Node, Map<String, Boolean>> words =
            new TreeMap<>((one, other) -> one.getURI().compareTo(other.getURI()));
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final Map<String, Set<Node>> passages = new HashMap<>();
    private final int count;

    IssuesOfPassages(Graph graph) {
        FactGraph facts = new FactGraph(graph);
        Map<Node, String> texts = new LinkedHashMap<>();
        graph.stream(Node.ANY, GG.text, Node.ANY)
                .forEach(triple ->
                        texts.put(triple.getSubject(), triple.getObject().getLiteralLexicalForm()));
        this.count = texts.size();
        facts.instances(GG.PolicyIssue).forEach(issue -> {
            Map<String, Boolean> of = new TreeMap<>();
            Stream.<Node>of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                    .flatMap(property -> facts.all(issue, property).stream())
                    .filter(label -> !label.getLiteralLanguage().equals("fr"))
                    .forEach(label -> of.put(label.getLiteralLexicalForm(), true));
            facts.all(issue, SKOS.hiddenLabel.asNode())
                    .forEach(label -> of.putIfAbsent(label.getLiteralLexicalForm(), false));
            words.put(issue, of);
            of.keySet().forEach(word -> patterns.computeIfAbsent(word, Words::beginning));
        });
        patterns.forEach((word, pattern) -> {
            Set<Node> with = new HashSet<>();
            texts.forEach((passage, text) -> {
                if (pattern.matcher(text).find()) {
                    with.add(passage);
                }
            });
            passages.put(word, with);
        });
    }

    /** The issues of a passage, each with what its words weigh. */
    Map<Node, Double> of(Node passage) {
        Map<Node, Double> found = new LinkedHashMap<>();
        words.forEach((issue, of) -> {
            double weight = of.entrySet().stream()
                    .filter(word -> passages.get(word.getKey()).contains(passage))
                    .mapToDouble(word -> (word.getValue() ? 1 : HINT)
                            * Math.log(
                                    (double) count / passages.get(word.getKey()).size()))
                    .sum();
            if (weight >= LEAST) {
                found.put(issue, weight);
            }
        });
        return found;
    }
}
