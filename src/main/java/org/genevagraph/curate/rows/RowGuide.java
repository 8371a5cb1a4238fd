package org.genevagraph.curate.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Iris;

/** How to propose a fact, for whoever has not read the guide for contributors: which tables there are, their columns, and the rules. */
public final class RowGuide {
    /** Where the words stand into which columns and kinds are filled: {@code {columns statements/}}, {@code {kinds organisation-kind}}. */
    private static final String WORDS = "/curate/guide.md";

    private static final Pattern GAP = Pattern.compile("\\{(columns|kinds) ([a-z/-]+)\\}");

    private RowGuide() {}

    /** The guide in Markdown, with the kinds that the ontology of a snapshot has. */
    public static String of(Snapshot snapshot) {
        Graph graph = snapshot.dataset().getDefaultGraph();
        return GAP.matcher(words())
                .replaceAll(gap -> Matcher.quoteReplacement(
                        gap.group(1).equals("columns") ? columns(gap) : String.join(", ", kinds(graph, gap.group(2)))));
    }

    private static String columns(MatchResult gap) {
        return String.join(",", ProposedText.columns(gap.group(2)));
    }

    /** The kinds that a scheme of the ontology has, as cells name them, in the order of the alphabet. */
    public static List<String> kinds(Graph graph, String scheme) {
        return graph.stream(Node.ANY, SKOS.inScheme.asNode(), Iris.scheme(scheme))
                .map(triple -> triple.getSubject().getURI().replaceFirst(".*/", ""))
                .sorted()
                .toList();
    }

    private static String words() {
        try (InputStream in = RowGuide.class.getResourceAsStream(WORDS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
