package org.genevagraph.load;

import java.util.List;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.vocabulary.GG;

/** The WSIS Action Lines, C7 with its eight narrower lines. */
final class ActionLineLoader extends ThingLoader {
    ActionLineLoader() {
        super(
                "action-line",
                "action-lines",
                GG.ActionLine,
                List.of("id", "code", "name", "broader", "note", "evidence"));
    }

    @Override
    void describe(RowFacts facts) {
        facts.name("name")
                .text("code", GG.code)
                .codeAsName("code")
                .inScheme("action-line", "broader", "action-line")
                .english("note", SKOS.editorialNote.asNode())
                .evidence("evidence");
    }
}
