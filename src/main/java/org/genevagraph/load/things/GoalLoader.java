package org.genevagraph.load.things;

import java.util.List;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.ThingLoader;
import org.genevagraph.vocabulary.GG;

/** The Sustainable Development Goals. */
public final class GoalLoader extends ThingLoader {
    public GoalLoader() {
        super("sdg", "sdgs", GG.SustainableDevelopmentGoal, List.of("id", "number", "name", "definition", "note"));
    }

    @Override
    protected void describe(RowFacts facts) {
        facts.name("name")
                .integer("number", GG.number)
                .numberAsName("SDG ", "number")
                .inScheme("sdg", "", "sdg")
                .english("definition", SKOS.definition.asNode())
                .english("note", SKOS.editorialNote.asNode());
    }
}
