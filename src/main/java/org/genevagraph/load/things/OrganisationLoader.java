package org.genevagraph.load.things;

import java.util.List;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.ThingLoader;
import org.genevagraph.vocabulary.GG;

/** Organisations: any body that can act. */
public final class OrganisationLoader extends ThingLoader {
    public OrganisationLoader() {
        super(
                "organisation",
                "organisations",
                GG.Organisation,
                List.of("id", "name", "acronym", "aliases", "kind", "summary", "website", "evidence"));
    }

    @Override
    protected void describe(RowFacts facts) {
        facts.name("name")
                .acronyms("acronym")
                .aliases("aliases")
                .concept("kind", GG.kind, "organisation-kind")
                .english("summary", GG.summary)
                .page("website", FOAF.homepage.asNode())
                .evidence("evidence");
    }
}
