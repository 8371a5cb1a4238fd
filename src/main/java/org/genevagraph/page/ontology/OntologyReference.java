package org.genevagraph.page.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.ontology.Term.Line;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Makes the reference of the ontology out of its graph, the shapes and the facts. */
public final class OntologyReference {
    private static final String SCHEMA = "https://schema.org/";
    private static final Node DOMAIN_INCLUDES = NodeFactory.createURI(SCHEMA + "domainIncludes");
    private static final Node RANGE_INCLUDES = NodeFactory.createURI(SCHEMA + "rangeIncludes");
    private static final Node INVOLVED_IN = NodeFactory.createURI(GG.NS + "involvedIn");
    private static final Node ALIGNMENT = NodeFactory.createURI(GG.NS + "Alignment");
    private static final Node ALIGNS = NodeFactory.createURI(GG.NS + "aligns");
    private static final Node FROM_CLASS = NodeFactory.createURI(GG.NS + "fromClass");
    private static final Node TO_CLASS = NodeFactory.createURI(GG.NS + "toClass");
    private static final Node ALIGNED_PROPERTY = NodeFactory.createURI(GG.NS + "alignedProperty");
    private static final Node PARTNER_GRADE = NodeFactory.createURI(GG.NS + "partnerGrade");

    private final Map<Language, OntologyPage> pages = new EnumMap<>(Language.class);
    private final Graph ontology;

    private OntologyReference(Graph ontology) {
        this.ontology = ontology;
    }

    /** The reference of a snapshot's ontology. */
    public static OntologyReference of(Snapshot snapshot, Labels labels) {
        // A copy, since those who write it give it prefixes.
        Graph ontology = new GraphMem2Fast();
        GraphUtil.addInto(ontology, snapshot.dataset().getGraph(Iris.graph("ontology")));
        OntologyReference reference = new OntologyReference(ontology);
        Examples examples = Examples.of(snapshot);
        Map<Link, Long> borrowed = borrowed(snapshot.facts().graph());
        for (Language language : Language.values()) {
            Names names = new Names(snapshot.facts(), labels, language);
            reference.pages.put(language, reference.page(snapshot, names, examples, borrowed));
        }
        return reference;
    }

    /** The page in a language. */
    public OntologyPage in(Language language) {
        return pages.get(language);
    }

    /** The triples of the ontology itself. */
    public Graph graph() {
        return ontology;
    }

    private OntologyPage page(Snapshot snapshot, Names names, Examples examples, Map<Link, Long> borrowed) {
        Graph union = snapshot.facts().graph();
        ShapeReader shapes = new ShapeReader(snapshot.shapes(), names);
        TermReader terms = new TermReader(ontology, names, examples, shapes.ofClasses());
        List<OntologyPage.Section> sections = new ArrayList<>();
        groups().forEach((name, nodes) -> sections.add(
                new OntologyPage.Section(name, nodes.stream().map(terms::term).toList())));
        return new OntologyPage(
                new FactGraph(ontology).text(GG.ONTOLOGY, DCTerms.title.asNode()),
                sections,
                new SchemeReader(union, names).schemes(ontology),
                terms.alignments(),
                borrowed,
                shapes.ofGraph(),
                snapshot.checked());
    }

    /** The terms in groups, each by name. */
    private Map<String, List<Node>> groups() {
        Map<String, List<Node>> groups = new LinkedHashMap<>();
        Predicate<Node> isRelation = node -> ontology.contains(node, RDF.type.asNode(), GG.Relation);
        Predicate<Node> involves = node -> node.equals(INVOLVED_IN) || ontology.contains(node, PARTNER_GRADE, Node.ANY);
        groups.put("classes", terms(OWL2.Class.asNode(), node -> true));
        groups.put("involvement", terms(GG.Relation, involves));
        groups.put("relations", terms(GG.Relation, involves.negate()));
        groups.put(
                "properties",
                Stream.of(OWL2.ObjectProperty, OWL2.DatatypeProperty)
                        .flatMap(type -> terms(type.asNode(), isRelation.negate()).stream())
                        .sorted(Comparator.comparing(Node::getURI))
                        .toList());
        groups.put("annotations", terms(OWL2.AnnotationProperty.asNode(), node -> true));
        return groups;
    }

    private List<Node> terms(Node type, Predicate<Node> wanted) {
        return ontology.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(GG.NS))
                .filter(wanted)
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private static Map<Link, Long> borrowed(Graph union) {
        Map<String, Long> counts = union.stream()
                .map(triple -> triple.getPredicate().getURI())
                .filter(iri -> !iri.startsWith(GG.NS))
                .collect(Collectors.groupingBy(iri -> iri, TreeMap::new, Collectors.counting()));
        Map<Link, Long> borrowed = new LinkedHashMap<>();
        counts.forEach((iri, count) -> borrowed.put(Names.term(NodeFactory.createURI(iri)), count));
        return borrowed;
    }

    /** Reads single terms. */
    private record TermReader(Graph ontology, Names names, Examples examples, List<Constraint> constraints) {
        Term term(Node node) {
            FactGraph facts = new FactGraph(ontology);
            boolean isClass = ontology.contains(node, RDF.type.asNode(), OWL2.Class.asNode());
            String shown = Names.term(node).name();
            List<Constraint> asked = constraints.stream()
                    .filter(constraint -> isClass
                            ? constraint.of().name().equals(shown)
                            : List.of(constraint.path().name().split(" / ", -1)).contains(shown))
                    .toList();
            return new Term(
                    node.getURI().substring(GG.NS.length()),
                    names.label(node),
                    names.words(node, SKOS.definition.asNode()),
                    marks(node, facts),
                    lines(node),
                    asked,
                    isClass ? examples.ofClass(node, names) : examples.ofProperty(node, names));
        }

        List<OntologyPage.Alignment> alignments() {
            return ontology.stream(Node.ANY, RDF.type.asNode(), ALIGNMENT)
                    .map(Triple::getSubject)
                    .sorted(Comparator.comparing(Node::getURI))
                    .map(node -> new OntologyPage.Alignment(
                            node.getURI().substring(node.getURI().indexOf('#') + 1),
                            objects(node, ALIGNS),
                            objects(node, FROM_CLASS),
                            objects(node, TO_CLASS),
                            objects(node, ALIGNED_PROPERTY)))
                    .toList();
        }

        private List<String> marks(Node node, FactGraph facts) {
            List<String> marks = new ArrayList<>();
            facts.one(node, PARTNER_GRADE)
                    .ifPresent(grade -> marks.add(
                            grade.getLiteralLexicalForm().equals("true")
                                    ? "ontology.partnerGrade"
                                    : "ontology.notPartnerGrade"));
            if (ontology.contains(node, RDF.type.asNode(), OWL2.SymmetricProperty.asNode())) {
                marks.add("ontology.symmetric");
            }
            if (ontology.contains(node, GG.connects, Node.ANY)) {
                marks.add("ontology.connects");
            }
            return marks;
        }

        private List<Line> lines(Node node) {
            List<Line> lines = new ArrayList<>();
            add(lines, "over", objects(node, RDFS.subClassOf.asNode(), RDFS.subPropertyOf.asNode()));
            add(lines, "under", subjects(node, RDFS.subClassOf.asNode(), RDFS.subPropertyOf.asNode()));
            add(lines, "domain", objects(node, RDFS.domain.asNode(), DOMAIN_INCLUDES));
            add(lines, "range", objects(node, RDFS.range.asNode(), RANGE_INCLUDES));
            add(lines, "from", subjects(node, RDFS.domain.asNode(), DOMAIN_INCLUDES));
            add(lines, "to", subjects(node, RDFS.range.asNode(), RANGE_INCLUDES));
            add(lines, "aligned", objects(node, RDFS.seeAlso.asNode()));
            add(lines, "kindName", objects(node, GG.kindName));
            add(lines, "cues", objects(node, GG.cue));
            return lines;
        }

        private static void add(List<Line> lines, String key, List<Link> values) {
            if (!values.isEmpty()) {
                lines.add(new Line("ontology." + key, values));
            }
        }

        private List<Link> objects(Node node, Node... properties) {
            return links(Stream.of(properties)
                    .flatMap(property -> ontology.stream(node, property, Node.ANY))
                    .map(Triple::getObject));
        }

        private List<Link> subjects(Node node, Node... properties) {
            return links(Stream.of(properties)
                    .flatMap(property -> ontology.stream(Node.ANY, property, node))
                    .map(Triple::getSubject));
        }

        private List<Link> links(Stream<Node> nodes) {
            return nodes.distinct()
                    .map(node -> node.isLiteral() ? names.thing(node) : Names.term(node))
                    .sorted(Comparator.comparing(Link::name))
                    .toList();
        }
    }
}
