package org.genevagraph.load.things;

import java.util.List;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.ThingLoader;
import org.genevagraph.vocabulary.GG;

/** The WSIS Action Lines, C7 with its eight narrower lines. */
public final class ActionLineLoader extends ThingLoader {
    public ActionLineLoader() {
        super(
                "action-line",
                "action-lines",
                GG.ActionLine,
                List.of("id", "code", "name", "broader", "definition", "note", "evidence"));
    }

    @Override
    protected String above() {
        return "broader";
    }

    @Override
    protected void describe(RowFacts facts) {
        facts.name("name")
                .text("code", GG.code)
                .codeAsName("code")
                .inScheme("action-line", "broader", "action-line")
                .english("definition", SKOS.definition.asNode())
                .english("note", SKOS.editorialNote.asNode())
                .evidence("evidence");
    }
}
