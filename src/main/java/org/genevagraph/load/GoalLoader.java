package org.genevagraph.load;

import java.util.List;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.vocabulary.GG;

/** The Sustainable Development Goals. */
final class GoalLoader extends ThingLoader {
    GoalLoader() {
        super("sdg", "sdgs", GG.SustainableDevelopmentGoal, List.of("id", "number", "name", "note"));
    }

    @Override
    void describe(RowFacts facts) {
        facts.name("name")
                .integer("number", GG.number)
                .numberAsName("SDG ", "number")
                .inScheme("sdg", "", "sdg")
                .english("note", SKOS.editorialNote.asNode());
    }
}
