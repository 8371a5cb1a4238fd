package org.genevagraph.query.names;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.genevagraph.vocabulary.GG;

/** Which of several passages with one number is meant first. */
final class PassageRanking {
    /** What stands in a changed version of a document; of two passages with one number, the original is meant. */
    private final Set<Node> revising = new HashSet<>();

    /** The passages of tables. */
    private final Set<Node> rows = new HashSet<>();

    /** The passages of texts about organisations. */
    private final Set<Node> ofProfiles = new HashSet<>();

    private PassageRanking() {}

    /** Reads from a graph in what sort of document each passage stands. */
    static PassageRanking of(Graph graph) {
        PassageRanking ranking = new PassageRanking();
        Set<Node> tables = TableDocuments.of(graph);
        graph.stream(Node.ANY, GG.inDocument, Node.ANY).forEach(triple -> {
            if (tables.contains(triple.getObject())) {
                ranking.rows.add(triple.getSubject());
            }
            if (graph.contains(Node.ANY, GG.profiledIn, triple.getObject())) {
                ranking.ofProfiles.add(triple.getSubject());
            }
            if (graph.contains(triple.getObject(), GG.revises, Node.ANY)) {
                ranking.revising.add(triple.getSubject());
            }
        });
        return ranking;
    }

    /** Things without the passages of changed versions, if there is anything else: whoever cites a paragraph means that of the original. */
    List<Node> originals(List<Node> found) {
        return found.stream().allMatch(revising::contains)
                ? found
                : found.stream().filter(thing -> !revising.contains(thing)).toList();
    }

    /**
     * Of passages with one number, those first that stand in no changed version; where the text says that it means a paragraph, those whose
     * document has paragraphs of its own, not rows, and that was not numbered here as profiles are.
     */
    List<Node> ranked(String given, List<Node> found) {
        boolean paragraph = PassageName.saysParagraph(given);
        return found.stream()
                .sorted(Comparator.comparing((Node passage) -> paragraph && rows.contains(passage))
                        .thenComparing(passage -> paragraph && ofProfiles.contains(passage))
                        .thenComparing(revising::contains))
                .toList();
    }
}
