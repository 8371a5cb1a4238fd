package org.genevagraph.curate.suggest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.curate.names.NewNames;
import org.genevagraph.load.texts.PassageTexts;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.Words;
import org.genevagraph.text.names.Capitals;
import org.genevagraph.vocabulary.GG;

/**
 * What all texts together tell about words: in how many passages one stands, and whether it is a name. It is the same for each text for which
 * something is proposed, whatever texts the graph holds at that moment.
 */
public final class Background {
    private final Map<Node, String> texts = new LinkedHashMap<>();
    private final Map<String, Set<Node>> passages = new HashMap<>();
    private final Capitals capitals;
    private final NewNames names;

    private Background(Graph texts) {
        texts.stream(Node.ANY, GG.text, Node.ANY)
                .forEach(triple ->
                        this.texts.put(triple.getSubject(), triple.getObject().getLiteralLexicalForm()));
        this.capitals = new Capitals(this.texts.values());
        this.names = new NewNames(capitals, this.texts.values());
    }

    /** Of the texts that a graph holds. */
    public static Background of(Graph graph) {
        return new Background(graph);
    }

    /**
     * Of texts that a graph does not hold.
     *
     * @param graph what the tables say of the passages: one whose words are others now has no part in it, as in a graph that holds the texts
     */
    public static Background of(Graph graph, List<Inputs.File> texts) {
        Graph words = GraphFactory.createDefaultGraph();
        PassageTexts passages = new PassageTexts(graph, new Problems());
        for (Inputs.File file : texts) {
            passages.read(SourceText.of(file.shown(), file.name().replaceFirst("\\.txt$", ""), file.text()), words);
        }
        return new Background(words);
    }

    /** How many passages have words. */
    int count() {
        return texts.size();
    }

    /** The passages in which a word stands, or one that begins so; it is looked for once. */
    synchronized Set<Node> with(String word) {
        return passages.computeIfAbsent(word, any -> {
            Pattern pattern = Words.beginning(word);
            return texts.entrySet().stream()
                    .filter(text -> pattern.matcher(text.getValue()).find())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        });
    }

    /** Tells which words of all texts are names. */
    public Capitals capitals() {
        return capitals;
    }

    /** Finds names that nothing in the graph bears. */
    NewNames names() {
        return names;
    }
}
