package org.genevagraph.page.ontology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.snapshot.Snapshot;

/**
 * What the shapes ask, in words.
 *
 * @param ofClasses what is asked of the things of each class, or of whatever has a property
 * @param ofGraph what is asked of the graph as a whole
 * @param checked how much was checked
 */
public record ShapesReference(
        Map<Link, List<Constraint>> ofClasses, List<GraphConstraint> ofGraph, Snapshot.Checked checked) {
    /** The reference of a snapshot's shapes in a language. */
    public static ShapesReference of(Snapshot snapshot, Labels labels, Language language) {
        ShapeReader reader = new ShapeReader(snapshot.shapes(), new Names(snapshot.facts(), labels, language));
        return new ShapesReference(
                reader.ofClasses().stream()
                        .collect(Collectors.groupingBy(Constraint::of, LinkedHashMap::new, Collectors.toList())),
                reader.ofGraph(),
                snapshot.checked());
    }
}
