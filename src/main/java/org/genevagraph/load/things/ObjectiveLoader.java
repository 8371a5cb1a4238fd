package org.genevagraph.load.things;

import java.util.List;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.ThingLoader;
import org.genevagraph.vocabulary.GG;

/** Objectives of the Global Digital Compact, and the document whose part they are. */
public final class ObjectiveLoader extends ThingLoader {
    public ObjectiveLoader() {
        super(
                "objective",
                "objectives",
                GG.Objective,
                List.of("id", "name", "number", "aliases", "definition", "document", "evidence"));
    }

    @Override
    protected void describe(RowFacts facts) {
        facts.name("name")
                .integer("number", GG.number)
                .aliases("aliases")
                .english("definition", SKOS.definition.asNode())
                .references("document", DCTerms.isPartOf.asNode(), List.of("document"))
                .evidence("evidence");
    }
}
