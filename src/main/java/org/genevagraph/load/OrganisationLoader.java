package org.genevagraph.load;

import java.util.List;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.genevagraph.vocabulary.GG;

/** Organisations: any body that can act. */
final class OrganisationLoader extends ThingLoader {
    OrganisationLoader() {
        super(
                "organisation",
                "organisations",
                GG.Organisation,
                List.of("id", "name", "acronym", "aliases", "kind", "summary", "website", "evidence"));
    }

    @Override
    void describe(RowFacts facts) {
        facts.name("name")
                .acronyms("acronym")
                .aliases("aliases")
                .concept("kind", GG.kind, "organisation-kind")
                .english("summary", GG.summary)
                .page("website", FOAF.homepage.asNode())
                .evidence("evidence");
    }
}
