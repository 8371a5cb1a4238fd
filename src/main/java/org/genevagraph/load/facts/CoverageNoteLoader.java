package org.genevagraph.load.facts;

import java.util.List;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/** Why words that look like a name or a figure stand for no fact; in one document, or in all. */
public final class CoverageNoteLoader implements Loader {
    @Override
    public String tables() {
        return "coverage-notes";
    }

    @Override
    public List<String> columns() {
        return List.of("words", "document", "reason");
    }

    @Override
    public void load(Table table, Loading loading) {
        for (Row row : table.rows()) {
            RowFacts facts = new RowFacts(
                    Iris.hashed("coverage-note", List.of(row.get("words"), row.get("document"))), row, loading);
            for (String column : List.of("words", "reason")) {
                if (row.get(column).isEmpty()) {
                    facts.problem(column, "is empty", "write which words stand for no fact, and why");
                }
            }
            facts.type(GG.CoverageNote, "words")
                    .english("reason", GG.reason)
                    .references("document", GG.explainsSubject, List.of("document"));
            row.list("words").forEach(words -> facts.fact(RDFS.label.asNode(), Literals.english(words), "words"));
        }
    }
}
