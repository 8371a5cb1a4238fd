package org.genevagraph.load.things;

import java.util.List;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.ThingLoader;
import org.genevagraph.vocabulary.GG;

/** Cities, regions and countries. */
public final class PlaceLoader extends ThingLoader {
    public PlaceLoader() {
        super("place", "places", GG.Place, List.of("id", "name", "aliases", "kind", "within", "evidence"));
    }

    @Override
    protected String above() {
        return "within";
    }

    @Override
    protected void describe(RowFacts facts) {
        facts.name("name")
                .aliases("aliases")
                .concept("kind", GG.kind, "place-kind")
                .references("within", GG.within, List.of("place"))
                .evidence("evidence");
    }
}
