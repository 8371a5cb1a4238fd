package org.genevagraph.load.things;

import java.util.List;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.ThingLoader;
import org.genevagraph.vocabulary.GG;

/** Classes of actors that texts address, such as governments; a narrower one lies below the one of which it is a part. */
public final class ActorGroupLoader extends ThingLoader {
    public ActorGroupLoader() {
        super("actor-group", "actor-groups", GG.ActorGroup, List.of("id", "name", "aliases", "broader", "definition"));
    }

    @Override
    protected String above() {
        return "broader";
    }

    @Override
    protected void describe(RowFacts facts) {
        facts.name("name")
                .aliases("aliases")
                .inScheme("actor-group", "broader", "actor-group")
                .english("definition", SKOS.definition.asNode());
    }
}
