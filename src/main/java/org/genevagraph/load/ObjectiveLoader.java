package org.genevagraph.load;

import java.util.List;
import org.genevagraph.vocabulary.GG;

/** Objectives of the Global Digital Compact. */
final class ObjectiveLoader extends ThingLoader {
    ObjectiveLoader() {
        super("objective", "objectives", GG.Objective, List.of("id", "name", "number", "aliases", "evidence"));
    }

    @Override
    void describe(RowFacts facts) {
        facts.name("name").integer("number", GG.number).aliases("aliases").evidence("evidence");
    }
}
