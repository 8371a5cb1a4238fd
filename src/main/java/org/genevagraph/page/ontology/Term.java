package org.genevagraph.page.ontology;

import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.Text;
import org.genevagraph.vocabulary.GG;

/**
 * A term of the ontology.
 *
 * @param name its name without prefix, which is its anchor, too
 * @param label what people call it
 * @param definition what it means
 * @param marks what is told of it in a word: keys of fixed texts
 * @param lines what it is tied to
 * @param constraints what the shapes ask
 * @param usage how the graph uses it
 */
public record Term(
        String name,
        Text label,
        Text definition,
        List<String> marks,
        List<Line> lines,
        List<Constraint> constraints,
        Usage usage) {
    public Term {
        marks = List.copyOf(marks);
        lines = List.copyOf(lines);
        constraints = List.copyOf(constraints);
    }

    /** Its IRI. */
    public String iri() {
        return GG.NS + name;
    }

    /**
     * Other terms, or words, under a heading.
     *
     * @param key the fixed text of the heading
     * @param values what stands there
     */
    public record Line(String key, List<Link> values) {
        public Line {
            values = List.copyOf(values);
        }
    }
}
