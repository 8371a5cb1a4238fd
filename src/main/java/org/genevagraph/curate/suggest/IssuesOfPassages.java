package org.genevagraph.curate.suggest;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
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
    private final Background background;

    /**
     * Of the issues of a graph.
     *
     * @param background tells how common a word is
     */
    IssuesOfPassages(Graph graph, Background background) {
        FactGraph facts = new FactGraph(graph);
        this.background = background;
        facts.instances(GG.PolicyIssue).forEach(issue -> {
            Map<String, Boolean> of = new TreeMap<>();
            Stream.<Node>of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                    .flatMap(property -> facts.all(issue, property).stream())
                    .filter(label -> !label.getLiteralLanguage().equals("fr"))
                    .forEach(label -> of.put(label.getLiteralLexicalForm(), true));
            facts.all(issue, SKOS.hiddenLabel.asNode())
                    .forEach(label -> of.putIfAbsent(label.getLiteralLexicalForm(), false));
            words.put(issue, of);
        });
    }

    /**
     * The issues of a passage, each with what its words weigh.
     *
     * @param text the words of the passage
     * @param names where names of bodies stand in it: what a body is called tells nothing of what is done with it
     */
    Map<Node, Double> of(Node passage, String text, BitSet names) {
        Map<Node, Double> found = new LinkedHashMap<>();
        words.forEach((issue, of) -> {
            double weight = of.entrySet().stream()
                    .filter(word ->
                            background.with(word.getKey()).contains(passage) && stands(word.getKey(), text, names))
                    .mapToDouble(word -> (word.getValue() ? 1 : HINT)
                            * Math.log((double) background.count()
                                    / background.with(word.getKey()).size()))
                    .sum();
            if (weight >= LEAST) {
                found.put(issue, weight);
            }
        });
        return found;
    }

    /** Whether a word, or one that begins so, stands outside the names. */
    private static boolean stands(String word, String text, BitSet names) {
        return names.isEmpty()
                || Words.beginning(word)
                        .matcher(text)
                        .results()
                        .anyMatch(match -> names.nextClearBit(match.start()) < match.end());
    }
}
