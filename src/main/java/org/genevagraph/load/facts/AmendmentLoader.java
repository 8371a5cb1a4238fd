package org.genevagraph.load.facts;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.problem.Problem;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/** How often terms were replaced in the passages of amended documents, and where they do not fit: numbers, never the words themselves. */
public final class AmendmentLoader implements Loader {
    @Override
    public String tables() {
        return "amendments";
    }

    @Override
    public List<String> columns() {
        return List.of("passage", "term", "count", "misfits");
    }

    @Override
    public void load(Table table, Loading loading) {
        for (Row row : table.rows()) {
            // Both are looked up before giving up, so that one run reports both.
            Optional<Node> passage = find("passage", "passage", row, loading);
            Optional<Node> replacement = find("term", "replacement", row, loading);
            if (passage.isPresent() && replacement.isPresent()) {
                write(passage.get(), replacement.get(), row, loading);
            }
        }
        for (var repeat : table.repeats("passage", "term").entrySet()) {
            loading.problems()
                    .add(Problem.error(
                            table.file(),
                            repeat.getKey().line(),
                            "",
                            "counts the same as line " + repeat.getValue().line(),
                            "keep the one that ./geneva amend prints"));
        }
    }

    private static Optional<Node> find(String column, String kind, Row row, Loading loading) {
        return loading.things().resolve(row.get(column), List.of(kind), row, column, loading.problems());
    }

    private static void write(Node passage, Node replacement, Row row, Loading loading) {
        Node amendment = Iris.hashed("amendment", List.of(passage.getURI(), replacement.getURI()));
        RowFacts facts = new RowFacts(amendment, row, loading);
        facts.type(GG.Amendment, "passage")
                .label(row.get("passage") + ": " + row.get("term") + " " + row.get("count"), "passage")
                .fact(GG.inPassage, passage, "passage")
                .fact(GG.byReplacement, replacement, "term")
                .integer("count", GG.count)
                .concepts("misfits", GG.misfit, "misfit-kind")
                .fact(
                        GG.misfitCount,
                        Literals.integer(Integer.toString(row.list("misfits").size())),
                        "misfits");
    }
}
