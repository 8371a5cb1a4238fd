package org.genevagraph.diff;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Something that one snapshot says and the other does not, or says otherwise.
 *
 * @param area what it is about
 * @param how what became of it
 * @param group its class, or the rule that derived it, by name
 * @param iri the IRI by which it is called now; if it was removed, the one by which it was
 * @param says the thing or the statement in words
 * @param details what is different about it; empty unless it changed
 */
public record Change(Area area, How how, String group, Node iri, Phrase says, List<Detail> details) {
    /** What a change is about, in the order in which it is told. */
    public enum Area {
        /** An organisation, an issue, a rule: whatever a table or file brings into being and none of the others. */
        THING,
        /** A statement that a table states. */
        STATEMENT,
        /** A figure. */
        FIGURE,
        /** A passage of a document. */
        PASSAGE,
        /** A statement that a rule derived. */
        DERIVED;

        /** Its name in lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of something. */
    public enum How {
        ADDED,
        REMOVED,
        CHANGED;

        /** Its name in lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One property that is different.
     *
     * @param property its name
     * @param before the values that it had and has no more, in words; empty if it only gained some
     * @param after the values that it has and had not; empty if it only lost some
     */
    public record Detail(String property, List<Phrase> before, List<Phrase> after) {
        public Detail {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * Changes of one area of which the same became.
     *
     * @param area what they are about
     * @param how what became of it
     * @param changes at least one
     */
    public record Alike(Area area, How how, List<Change> changes) {
        public Alike {
            changes = List.copyOf(changes);
        }
    }

    public Change {
        details = List.copyOf(details);
    }

    /** Changes by what they are about and what became of it, in the order in which they are told. */
    public static List<Alike> alike(List<Change> changes) {
        return Stream.of(Area.values())
                .flatMap(area -> Stream.of(How.values())
                        .map(how -> new Alike(
                                area,
                                how,
                                changes.stream()
                                        .filter(change -> change.area() == area && change.how() == how)
                                        .toList())))
                .filter(alike -> !alike.changes().isEmpty())
                .toList();
    }
}
