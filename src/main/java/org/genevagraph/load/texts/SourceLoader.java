package org.genevagraph.load.texts;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.things.NameLoader;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Literals;

/** The source texts: which document each is, whom it profiles, of what form it is and when it was last read. */
public final class SourceLoader implements Loader {
    @Override
    public String tables() {
        return "sources";
    }

    @Override
    public List<String> columns() {
        return List.of("document", "form", "profiles", "language", "read", "passages");
    }

    @Override
    public void load(Table table, Loading loading) {
        for (Row row : table.rows()) {
            Optional<Node> document = loading.things()
                    .resolve(row.get("document"), List.of("document"), row, "document", loading.problems());
            if (document.isEmpty()) {
                continue;
            }
            RowFacts facts = new RowFacts(document.get(), row, loading);
            if (!Literals.isLanguage(row.get("language"))) {
                facts.problem("language", "'" + row.get("language") + "' is not a language", NameLoader.CODE);
            }
            facts.concept("form", GG.form, "source-form")
                    .text("language", DCTerms.language.asNode())
                    .date("read", GG.lastRead)
                    .integer("passages", GG.passageCount);
            for (Node organisation : facts.resolveAll("profiles", List.of("organisation"))) {
                new RowFacts(organisation, row, loading).fact(GG.profiledIn, document.get(), "profiles");
            }
        }
    }
}
