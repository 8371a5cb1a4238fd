package org.genevagraph.load;

import java.util.List;
import org.genevagraph.vocabulary.GG;

/** Cities, regions and countries. */
final class PlaceLoader extends ThingLoader {
    PlaceLoader() {
        super("place", "places", GG.Place, List.of("id", "name", "aliases", "kind", "within", "evidence"));
    }

    @Override
    void describe(RowFacts facts) {
        facts.name("name")
                .aliases("aliases")
                .concept("kind", GG.kind, "place-kind")
                .references("within", GG.within, List.of("place"))
                .evidence("evidence");
    }
}
