package org.genevagraph.query.search;

import java.util.List;

/**
 * A thing that was found.
 *
 * @param thing what was found
 * @param matched where in it the words stand
 * @param snippet that place, with the words marked
 */
public record SearchHit(Thing thing, SearchField matched, Highlighted snippet) {
    /**
     * What people want to know of a thing before they follow it.
     *
     * @param iri its IRI
     * @param kind its kind as in the IRI, for example {@code action-line}
     * @param id its id within the kind; of a passage document and number: {@code gcsp#6}
     * @param label its name
     * @param acronyms short forms of the name
     * @param description its summary, definition or topic; empty if it has none
     */
    public record Thing(String iri, String kind, String id, String label, List<String> acronyms, String description) {
        public Thing {
            acronyms = List.copyOf(acronyms);
        }
    }
}
