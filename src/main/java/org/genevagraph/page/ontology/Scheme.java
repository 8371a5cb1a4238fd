package org.genevagraph.page.ontology;

import java.util.List;
import org.genevagraph.page.Text;

/**
 * A list of concepts.
 *
 * @param anchor where it stands on the page
 * @param label what people call it
 * @param definition what it is for; empty if nobody says
 * @param concepts what is in it
 */
public record Scheme(String anchor, String label, Text definition, List<Concept> concepts) {
    public Scheme {
        concepts = List.copyOf(concepts);
    }

    /**
     * One of the list.
     *
     * @param anchor where it stands on the page
     * @param iri its IRI
     * @param label what people call it
     * @param code its notation; empty if it has none
     * @param definition what it means; empty if nobody says
     * @param uses how many triples of this project's properties lead to it
     */
    public record Concept(String anchor, String iri, String label, String code, Text definition, long uses) {}
}
