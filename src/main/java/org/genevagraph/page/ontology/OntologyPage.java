package org.genevagraph.page.ontology;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genevagraph.page.Link;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Prefixes;

/**
 * The reference of the ontology in a language.
 *
 * @param title what the ontology calls itself
 * @param sections the terms, in groups
 * @param schemes the lists of concepts
 * @param alignments what properties are in the words of other vocabularies where it depends on the class
 * @param borrowed the properties of others that the graph uses, with the number of triples
 * @param ofGraph what the shapes ask of the graph as a whole
 * @param checked how much the shapes checked
 */
public record OntologyPage(
        String title,
        List<Section> sections,
        List<Scheme> schemes,
        List<Alignment> alignments,
        Map<Link, Long> borrowed,
        List<GraphConstraint> ofGraph,
        Snapshot.Checked checked) {
    public OntologyPage {
        sections = List.copyOf(sections);
        schemes = List.copyOf(schemes);
        alignments = List.copyOf(alignments);
        ofGraph = List.copyOf(ofGraph);
    }

    /**
     * A group of terms.
     *
     * @param name its name in anchors and fixed texts
     * @param terms the terms, by name
     */
    public record Section(String name, List<Term> terms) {
        public Section {
            terms = List.copyOf(terms);
        }
    }

    /**
     * What properties are in the words of other vocabularies, for things of some classes.
     *
     * @param anchor its name in its namespace
     * @param of the properties
     * @param from the classes of which the subject is one; empty for any
     * @param to the classes of which the object is one; empty for any
     * @param as the properties of other vocabularies
     */
    public record Alignment(String anchor, List<Link> of, List<Link> from, List<Link> to, List<Link> as) {
        public Alignment {
            of = List.copyOf(of);
            from = List.copyOf(from);
            to = List.copyOf(to);
            as = List.copyOf(as);
        }
    }

    /** The prefixes that this page and all files of the project use, by prefix. */
    public Map<String, String> prefixes() {
        return new TreeMap<>(Prefixes.ALL);
    }

    /** The names of all terms. */
    public List<String> names() {
        return sections.stream()
                .flatMap(section -> section.terms().stream())
                .map(Term::name)
                .toList();
    }
}
