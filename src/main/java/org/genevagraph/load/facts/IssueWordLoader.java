package org.genevagraph.load.facts;

import java.util.List;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.Literals;

/** Beginnings of words by which an English text tells that it treats an issue without naming it; nobody calls the issue so. */
public final class IssueWordLoader implements Loader {
    @Override
    public String tables() {
        return "issue-words";
    }

    @Override
    public List<String> columns() {
        return List.of("issue", "words");
    }

    @Override
    public void load(Table table, Loading loading) {
        for (Row row : table.rows()) {
            loading.things()
                    .resolve(row.get("issue"), List.of("issue"), row, "issue", loading.problems())
                    .ifPresent(issue -> {
                        RowFacts facts = new RowFacts(issue, row, loading);
                        facts.needed("words")
                                .forEach(
                                        word -> facts.fact(SKOS.hiddenLabel.asNode(), Literals.english(word), "words"));
                    });
        }
    }
}
