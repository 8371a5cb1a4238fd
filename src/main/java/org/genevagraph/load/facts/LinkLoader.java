package org.genevagraph.load.facts;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.problem.Nearest;
import org.genevagraph.source.Row;
import org.genevagraph.source.Table;
import org.genevagraph.vocabulary.Prefixes;

/** Links to the same things in other graphs: SSSOM mapping sets, with a justification for each mapping. */
public final class LinkLoader implements Loader {
    private static final List<String> KINDS =
            List.of("organisation", "initiative", "document", "place", "issue", "action-line", "sdg");
    private static final Map<String, String> PREDICATES = Map.of(
            "skos:exactMatch", Prefixes.ALL.get("skos") + "exactMatch",
            "skos:closeMatch", Prefixes.ALL.get("skos") + "closeMatch",
            "skos:broadMatch", Prefixes.ALL.get("skos") + "broadMatch",
            "owl:sameAs", Prefixes.ALL.get("owl") + "sameAs");

    @Override
    public String tables() {
        return "links/";
    }

    @Override
    public char separator() {
        return '\t';
    }

    @Override
    public List<String> columns() {
        return List.of(
                "subject_id",
                "subject_label",
                "predicate_id",
                "object_id",
                "object_label",
                "mapping_justification",
                "confidence",
                "mapping_source",
                "comment");
    }

    @Override
    public void load(Table table, Loading loading) {
        for (Row row : table.rows()) {
            RowFacts cells = new RowFacts(Node.ANY, row, loading);
            String predicate = PREDICATES.get(row.get("predicate_id"));
            if (predicate == null) {
                cells.problem(
                        "predicate_id",
                        "'" + row.get("predicate_id") + "' is not a predicate for links",
                        Nearest.hint(
                                row.get("predicate_id"),
                                PREDICATES.keySet(),
                                "choose one of "
                                        + String.join(
                                                ", ",
                                                PREDICATES.keySet().stream()
                                                        .sorted()
                                                        .toList())));
                continue;
            }
            for (Node subject : cells.resolveAll("subject_id", KINDS)) {
                new RowFacts(subject, row, loading).page("object_id", NodeFactory.createURI(predicate));
            }
        }
    }
}
