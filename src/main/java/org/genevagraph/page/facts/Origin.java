package org.genevagraph.page.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.page.Link;
import org.genevagraph.vocabulary.Sssom;

/**
 * One thing that is known of where a fact from outside the texts comes from: its source, justification, confidence, date.
 *
 * @param heading what is told
 * @param value the value; a web address leads there
 */
public record Origin(String heading, Link value) {
    private static final List<String> SLOTS = List.of(
            "object_label", "mapping_source", "mapping_justification", "predicate_id", "confidence", "mapping_date");

    /** All that is known of a statement's origin outside the texts; nothing for other statements. */
    static List<Origin> of(Wording words, Node statement) {
        return Stream.concat(SLOTS.stream().map(Sssom::slot), Stream.of(RDFS.comment.asNode()))
                .flatMap(slot -> value(words, statement, slot).stream())
                .toList();
    }

    private static Optional<Origin> value(Wording words, Node statement, Node slot) {
        return words.facts().one(statement, slot).map(value -> new Origin(words.label(slot), words.value(value)));
    }
}
