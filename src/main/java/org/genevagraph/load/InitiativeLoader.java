package org.genevagraph.load;

import java.util.List;
import org.genevagraph.vocabulary.GG;

/** Initiatives: what organisations do, alone or together. */
final class InitiativeLoader extends ThingLoader {
    InitiativeLoader() {
        super(
                "initiative",
                "initiatives",
                GG.Initiative,
                List.of("id", "name", "acronym", "aliases", "kind", "summary", "from", "until", "evidence"));
    }

    @Override
    void describe(RowFacts facts) {
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
