package org.genevagraph.load.things;

import java.util.List;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.ThingLoader;
import org.genevagraph.vocabulary.GG;

/** Initiatives: what organisations do, alone or together. */
public final class InitiativeLoader extends ThingLoader {
    public InitiativeLoader() {
        super(
                "initiative",
                "initiatives",
                GG.Initiative,
                List.of("id", "name", "acronym", "aliases", "kind", "summary", "from", "until", "evidence"));
    }

    @Override
    protected void describe(RowFacts facts) {
        facts.name("name")
                .acronyms("acronym")
                .aliases("aliases")
                .concept("kind", GG.kind, "initiative-kind")
                .english("summary", GG.summary)
                .date("from", GG.from)
                .date("until", GG.until)
                .evidence("evidence");
    }
}
