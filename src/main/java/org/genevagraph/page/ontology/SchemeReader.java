package org.genevagraph.page.ontology;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Reads the lists of concepts, those of the ontology's own files and those that tables fill. */
final class SchemeReader {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 4;

    private final Graph union;
    private final FactGraph facts;
    private final Names names;

    SchemeReader(Graph union, Names names) {
        this.union = union;
        this.facts = new FactGraph(union);
        this.names = names;
    }

    /** The schemes that the ontology declares, by name. */
    List<Scheme> schemes(Graph ontology) {
        return ontology.stream(Node.ANY, RDF.type.asNode(), SKOS.ConceptScheme.asNode())
                .map(Triple::getSubject)
                .map(scheme -> new Scheme(
                        anchor(scheme),
                        names.thing(scheme).name(),
                        names.words(scheme, SKOS.definition.asNode()),
                        concepts(scheme)))
                .sorted(Comparator.comparing(Scheme::anchor))
                .toList();
    }

    private List<Scheme.Concept> concepts(Node scheme) {
        return union.stream(Node.ANY, SKOS.inScheme.asNode(), scheme)
                .map(Triple::getSubject)
                .distinct()
                .sorted(Comparator.comparing(concept -> padded(concept.getURI())))
                .map(this::concept)
                .toList();
    }

    private Scheme.Concept concept(Node concept) {
        long uses = union.stream(Node.ANY, Node.ANY, concept)
                .filter(triple -> triple.getPredicate().getURI().startsWith(GG.NS))
                .count();
        return new Scheme.Concept(
                anchor(concept),
                concept.getURI(),
                names.thing(concept).name(),
                facts.text(concept, SKOS.notation.asNode()),
                names.words(concept, SKOS.definition.asNode()),
                uses);
    }

    private static String anchor(Node node) {
        return Iris.parse(node.getURI())
                .map(id -> id.kind() + "-" + id.slug().replace('/', '-'))
                .orElse(node.getURI());
    }

    /** So that sdg-2 comes before sdg-10. */
    private static String padded(String iri) {
        return NUMBER.matcher(iri)
                .replaceAll(number -> Matcher.quoteReplacement(
                        "0".repeat(Math.max(0, DIGITS - number.group().length())) + number.group()));
    }
}
