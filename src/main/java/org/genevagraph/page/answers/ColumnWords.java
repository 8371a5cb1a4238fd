package org.genevagraph.page.answers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Site;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Says in the page's language what answers say in English: heads of columns, words that queries use, names of concepts and relations. */
public final class ColumnWords {
    /** Columns in which a word is the name of a concept or a relation. */
    private static final Set<String> CONCEPTS = Set.of("kind", "coverage", "what", "relation", "misfits");

    /** The column that says when, as people read it: {@code since 2021}. */
    private static final String WHEN = "when";

    /** Answers name passages as tables cite them. */
    private static final String PASSAGES = Iris.BASE + "id/passage/";

    private final Labels labels;
    private final Map<String, Node> concepts = new HashMap<>();

    /** Reads the concepts and relations of a snapshot. */
    public ColumnWords(Snapshot snapshot, Labels labels) {
        this.labels = labels;
        Graph graph = snapshot.dataset().getDefaultGraph();
        graph.stream(Node.ANY, SKOS.inScheme.asNode(), Node.ANY).forEach(triple -> add(triple.getSubject()));
        graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(triple -> triple.getSubject().isURI()
                        && triple.getSubject().getURI().startsWith(GG.NS))
                .forEach(triple -> add(triple.getSubject()));
    }

    private void add(Node concept) {
        concepts.merge(
                labels.of(concept, Language.EN),
                concept,
                (one, other) -> one.getURI().compareTo(other.getURI()) < 0 ? one : other);
    }

    /** The head of a column. */
    String head(String column, Site site) {
        return site.textOr(
                "columns." + column,
                column.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }

    /** A word in a column. */
    String word(String column, String word, Site site) {
        if (column.equals(WHEN)) {
            return when(word, site);
        }
        String fixed =
                site.textOr("values." + column + "." + word.replace(' ', '-').toLowerCase(Locale.ROOT), "");
        if (!fixed.isEmpty()) {
            return fixed;
        }
        Node concept = CONCEPTS.contains(column) ? concepts.get(word) : null;
        return concept == null ? word : labels.of(concept, site.language());
    }

    private static String when(String english, Site site) {
        int blank = english.indexOf(' ');
        return blank < 0 || Character.isDigit(english.charAt(0))
                ? english
                : site.text("dates." + english.substring(0, blank), english.substring(blank + 1));
    }

    /** What a thing, concept or relation is called: as the answer has it, unless it has a name in the page's language. */
    String name(String column, Node thing, String inAnswer, Site site) {
        if (site.language() != Language.EN && labels.has(thing, site.language())) {
            return labels.of(thing, site.language());
        }
        boolean passage = thing.isURI() && thing.getURI().startsWith(PASSAGES);
        return inAnswer.isEmpty() || passage ? labels.of(thing, site.language()) : word(column, inAnswer, site);
    }
}
