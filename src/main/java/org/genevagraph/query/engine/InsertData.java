package org.genevagraph.query.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * Triples as a SPARQL update that adds them to a graph. What IRIs begin with is written once, and so is the subject of triples that follow each
 * other, since an engine takes longer to read a long update than to keep what it says.
 */
final class InsertData {
    /** Only what is written in the same way by all engines; in a name, SPARQL would allow more. */
    private static final Pattern SHORT = Pattern.compile("(.*[/#])([A-Za-z_][A-Za-z0-9_-]*)");

    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private InsertData() {}

    /** The update, within which the name of a blank node means the same. */
    static String of(Node graph, List<Triple> triples) {
        InsertData data = new InsertData();
        Node subject = null;
        for (Triple triple : triples) {
            if (triple.getSubject().equals(subject)) {
                data.text.append(" ;\n ");
            } else {
                data.text.append(subject == null ? "" : " .\n");
                subject = triple.getSubject();
                data.term(subject);
            }
            data.term(triple.getPredicate());
            data.term(triple.getObject());
        }
        StringBuilder update = new StringBuilder();
        data.prefixes.forEach((namespace, prefix) -> update.append("PREFIX ")
                .append(prefix)
                .append(": <")
                .append(namespace)
                .append(">\n"));
        return update.append("INSERT DATA { GRAPH ")
                .append(NodeFmtLib.strNT(graph))
                .append(" {\n")
                .append(data.text)
                .append(" } }")
                .toString();
    }

    private void term(Node node) {
        Matcher iri = SHORT.matcher(node.isURI() ? node.getURI() : "");
        if (iri.matches()) {
            text.append(prefixes.computeIfAbsent(iri.group(1), any -> "n" + prefixes.size()))
                    .append(':')
                    .append(iri.group(2));
        } else {
            text.append(NodeFmtLib.strNT(node));
        }
        text.append(' ');
    }
}
