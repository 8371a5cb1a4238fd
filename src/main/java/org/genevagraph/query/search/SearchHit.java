package org.genevagraph.query.search;

import java.util.List;
import java.util.Map;
import org.genevagraph.vocabulary.Literals;

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
     * @param labels its names, by the tag of the language; there is one in English
     * @param acronyms short forms of the name
     * @param descriptions its summary, definition or topic, by the tag of the language; empty if it has none
     */
    public record Thing(
            String iri,
            String kind,
            String id,
            Map<String, String> labels,
            List<String> acronyms,
            Map<String, String> descriptions) {
        public Thing {
            labels = Map.copyOf(labels);
            acronyms = List.copyOf(acronyms);
            descriptions = Map.copyOf(descriptions);
        }

        /** Its name in English. */
        public String label() {
            return label(Literals.ENGLISH);
        }

        /** Its name in a language, in English if it has none in that. */
        public String label(String tag) {
            return labels.getOrDefault(tag, labels.get(Literals.ENGLISH));
        }

        /** Whether its summary, definition or topic is there in a language. */
        public boolean isIn(String tag) {
            return descriptions.containsKey(tag);
        }

        /** Its summary, definition or topic in English; empty if it has none. */
        public String description() {
            return description(Literals.ENGLISH);
        }

        /** The same in a language, in English if it has none in that. */
        public String description(String tag) {
            return descriptions.getOrDefault(tag, descriptions.getOrDefault(Literals.ENGLISH, ""));
        }
    }
}
