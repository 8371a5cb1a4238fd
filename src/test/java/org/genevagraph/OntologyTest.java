package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;

/** Every term that anything uses is declared, and every declared one is documented. */
class OntologyTest {
    private static final Graph ONTOLOGY = read();

    private static Graph read() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (Path file : files()) {
            RDFParser.source(file)
                    .lang(Lang.TURTLE)
                    .strict(true)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
        }
        return graph;
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(Path.of("ontology"))) {
            return files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> declared() {
        return ONTOLOGY.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(triple -> triple.getSubject())
                .filter(node -> node.isURI() && node.getURI().startsWith(GG.NS))
                .map(node -> node.getURI().substring(GG.NS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void termsInFilesAreDeclared() throws IOException {
        Set<String> declared = declared();
        List<String> undeclared = new ArrayList<>();
        int uses = 0;
        for (String folder : List.of("ontology", "shapes", "queries", "src/main/java", "src/test/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                // In program-faults terms are misspelt on purpose.
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(ttl|rq|java|txt)")
                                && !path.toString().contains("program-faults"))
                        .toList()) {
                    String text = Files.readString(file);
                    Matcher terms = Pattern.compile("\\bgg:([A-Za-z0-9]+)").matcher(text);
                    while (terms.find()) {
                        uses++;
                        // gg:hosst is misspelt on purpose, to break a constraint.
                        if (!declared.contains(terms.group(1))
                                && !terms.group(1).equals("hosst")) {
                            undeclared.add(file + ": gg:" + terms.group(1));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), undeclared);
        assertTrue(uses > 500, "terms used: " + uses);
    }

    @Test
    void termsInTheGraphAreDeclared() {
        Set<String> used = Mini.realSnapshot().dataset().getDefaultGraph().stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .filter(node -> node.isURI() && node.getURI().startsWith(GG.NS))
                .map(node -> node.getURI().substring(GG.NS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        used.removeAll(declared());
        assertEquals(Set.of(), used);
    }

    /** What strangers' vocabularies are needed for is told by a declaration here, since nobody loads theirs to find out. */
    @Test
    void termsOfOthersInTheGraphAreDeclared() {
        Set<String> ofRdfItself = Set.of(RDF.getURI(), RDFS.getURI(), OWL2.NS);
        Graph graph = Mini.realSnapshot().dataset().getDefaultGraph();
        Set<Node> used = graph.stream()
                .flatMap(triple -> Stream.of(
                        triple.getPredicate(),
                        CLASS_VALUED.contains(triple.getPredicate()) ? triple.getObject() : triple.getPredicate()))
                .filter(node -> ofRdfItself.stream().noneMatch(node.getURI()::startsWith))
                .collect(Collectors.toSet());
        Set<String> undeclared = used.stream()
                .filter(node ->
                        KINDS_OF_TERM.stream().noneMatch(kind -> ONTOLOGY.contains(node, RDF.type.asNode(), kind)))
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), undeclared, "declare them in ontology/borrowed.ttl");
        assertTrue(used.size() > 250, "terms used: " + used.size());
    }

    private static final Set<Node> CLASS_VALUED = Set.of(
            RDF.type.asNode(),
            RDFS.subClassOf.asNode(),
            NodeFactory.createURI(GG.NS + "alignedClass"),
            NodeFactory.createURI(GG.NS + "alignedProperty"),
            NodeFactory.createURI(GG.NS + "fromClass"),
            NodeFactory.createURI(GG.NS + "toClass"));

    private static final Set<Node> KINDS_OF_TERM = Set.of(
            OWL2.Class.asNode(),
            OWL2.ObjectProperty.asNode(),
            OWL2.DatatypeProperty.asNode(),
            OWL2.AnnotationProperty.asNode());

    /** Each class that no other of ours lies above is told apart from each of the others. */
    @Test
    void classesAreDisjoint() {
        List<Node> classes = ONTOLOGY.stream(Node.ANY, RDF.type.asNode(), OWL2.Class.asNode())
                .map(Triple::getSubject)
                .filter(node -> node.getURI().startsWith(GG.NS))
                .filter(node -> ONTOLOGY.stream(node, RDFS.subClassOf.asNode(), Node.ANY)
                        .noneMatch(triple -> triple.getObject().getURI().startsWith(GG.NS)))
                // What is a relation is said of properties.
                .filter(node -> !node.equals(GG.Relation))
                .toList();
        List<String> together = new ArrayList<>();
        for (Node one : classes) {
            for (Node other : classes) {
                if (!one.equals(other) && !disjoint(one, other)) {
                    together.add(one.getLocalName() + " and " + other.getLocalName());
                }
            }
            boolean isConcept = ONTOLOGY.contains(one, RDFS.subClassOf.asNode(), SKOS.Concept.asNode());
            if (isConcept == disjoint(one, SKOS.Concept.asNode())) {
                together.add(one.getLocalName() + " and Concept");
            }
        }
        assertEquals(List.of(), together);
        assertTrue(classes.size() > 15, "classes: " + classes);
    }

    private static boolean disjoint(Node one, Node other) {
        return ONTOLOGY.contains(one, OWL2.disjointWith.asNode(), other)
                || ONTOLOGY.contains(other, OWL2.disjointWith.asNode(), one);
    }

    /** Ranges that only tell people, too: of what class or data type each value is. */
    @Test
    void valuesAreOfTheirRangesAndSubjectsOfTheirDomains() {
        Graph graph = Mini.realSnapshot().dataset().getDefaultGraph();
        Set<String> faults = new TreeSet<>();
        for (String term : declared()) {
            Node property = NodeFactory.createURI(GG.NS + term);
            Set<Node> domains = values(property, RDFS.domain.asNode(), "domainIncludes");
            Set<Node> ranges = values(property, RDFS.range.asNode(), "rangeIncludes");
            graph.stream(Node.ANY, property, Node.ANY).forEach(triple -> {
                if (!domains.isEmpty()
                        && domains.stream()
                                .noneMatch(kind -> graph.contains(triple.getSubject(), RDF.type.asNode(), kind))) {
                    faults.add(term + " leads from " + triple.getSubject());
                }
                Node value = triple.getObject();
                boolean fits = value.isLiteral()
                        ? ranges.contains(NodeFactory.createURI(value.getLiteralDatatypeURI()))
                        : ranges.stream().anyMatch(kind -> graph.contains(value, RDF.type.asNode(), kind));
                if (!ranges.isEmpty() && !fits) {
                    faults.add(term + " leads to " + value);
                }
            });
        }
        assertEquals(Set.of(), faults);
    }

    private static Set<Node> values(Node property, Node one, String several) {
        return Stream.of(one, NodeFactory.createURI("https://schema.org/" + several))
                .flatMap(predicate -> ONTOLOGY.stream(property, predicate, Node.ANY))
                .map(Triple::getObject)
                .collect(Collectors.toSet());
    }

    /** They would make concepts of what they lead from and to, and no class, property or body is one. */
    @Test
    void onlyConceptsHaveMatches() {
        Graph graph = Mini.realSnapshot().dataset().getDefaultGraph();
        List<Triple> wrong = Stream.of(
                        SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
                .flatMap(match -> graph.stream(Node.ANY, match.asNode(), Node.ANY))
                .filter(triple -> !graph.contains(triple.getSubject(), RDF.type.asNode(), SKOS.Concept.asNode()))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void theHeaderSaysWhatRegistriesAskFor() throws IOException {
        Map<String, String> header = ONTOLOGY.stream(GG.ONTOLOGY, Node.ANY, Node.ANY)
                .collect(Collectors.toMap(
                        triple -> triple.getPredicate().getLocalName(),
                        triple -> shown(triple.getObject()),
                        (one, other) -> one + " " + other,
                        TreeMap::new));
        assertEquals(
                Set.of(
                        "title",
                        "description",
                        "license",
                        "creator",
                        "created",
                        "modified",
                        "preferredNamespacePrefix",
                        "preferredNamespaceUri",
                        "versionIRI",
                        "versionInfo",
                        "type"),
                header.keySet());
        assertEquals(GG.NS, header.get("preferredNamespaceUri"));
        assertEquals(GG.ONTOLOGY.getURI() + "/" + header.get("versionInfo"), header.get("versionIRI"));
        assertTrue(header.get("modified").compareTo(header.get("created")) >= 0, header::toString);
        assertEquals("https://www.apache.org/licenses/LICENSE-2.0", header.get("license"));
        assertTrue(Files.readString(Path.of("LICENSE")).contains("Apache License"), "LICENSE agrees");
    }

    @Test
    void constantsInCodeAreDeclared() throws IllegalAccessException {
        Set<String> constants = new TreeSet<>();
        for (var field : GG.class.getFields()) {
            if (field.get(null) instanceof Node node && node.getURI().startsWith(GG.NS)) {
                constants.add(node.getURI().substring(GG.NS.length()));
            }
        }
        assertTrue(constants.size() > 40, "constants: " + constants);
        constants.removeAll(declared());
        assertEquals(Set.of(), constants);
    }

    @Test
    void declaredTermsAreDocumented() {
        List<String> missing = new ArrayList<>();
        for (String term : declared()) {
            Node node = NodeFactory.createURI(GG.NS + term);
            if (!ONTOLOGY.contains(node, RDFS.label.asNode(), Node.ANY)) {
                missing.add(term + " has no label");
            }
            if (!ONTOLOGY.contains(node, SKOS.definition.asNode(), Node.ANY)) {
                missing.add(term + " has no definition");
            }
            if (!ONTOLOGY.contains(node, RDFS.isDefinedBy.asNode(), GG.ONTOLOGY)) {
                missing.add(term + " does not say where it is defined");
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everythingHasOneNameInEachLanguage() {
        List<String> faults = new ArrayList<>();
        for (Triple label :
                ONTOLOGY.stream(Node.ANY, RDFS.label.asNode(), Node.ANY).toList()) {
            Map<String, List<String>> names = ONTOLOGY.stream(label.getSubject(), SKOS.prefLabel.asNode(), Node.ANY)
                    .map(Triple::getObject)
                    .collect(Collectors.groupingBy(
                            Node::getLiteralLanguage,
                            TreeMap::new,
                            Collectors.mapping(Node::getLiteralLexicalForm, Collectors.toList())));
            if (!names.keySet().equals(Set.of("en", "fr"))
                    || !names.get("en").equals(List.of(label.getObject().getLiteralLexicalForm()))
                    || names.get("fr").size() != 1) {
                faults.add(label + " is called " + names);
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void relationsSayWhereTheyLeadAndWhetherTheyMakePartners() {
        List<String> missing = new ArrayList<>();
        List<Node> relations = ONTOLOGY.stream(Node.ANY, RDF.type.asNode(), GG.Relation)
                .map(triple -> triple.getSubject())
                .toList();
        for (Node relation : relations) {
            if (!has(relation, "http://www.w3.org/2000/01/rdf-schema#domain", "https://schema.org/domainIncludes")) {
                missing.add(relation + " has no domain");
            }
            if (!has(relation, "http://www.w3.org/2000/01/rdf-schema#range", "https://schema.org/rangeIncludes")) {
                missing.add(relation + " has no range");
            }
            boolean involves = ONTOLOGY.contains(
                    relation, RDFS.subPropertyOf.asNode(), NodeFactory.createURI(GG.NS + "involvedIn"));
            if (involves && !has(relation, GG.NS + "partnerGrade")) {
                missing.add(relation + " does not say whether it is partner-grade");
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(relations.size() >= 35, "relations: " + relations.size());
    }

    @Test
    void relationsHaveHeadingsFromBothEndsInBothLanguages() {
        List<String> missing = new ArrayList<>();
        ONTOLOGY.stream(Node.ANY, RDF.type.asNode(), GG.Relation)
                .map(triple -> triple.getSubject())
                // Rules derive it from each of the others, and pages show those.
                .filter(relation -> !relation.getURI().endsWith("involvedIn"))
                .forEach(relation -> {
                    boolean symmetric = ONTOLOGY.contains(relation, RDF.type.asNode(), OWL2.SymmetricProperty.asNode());
                    for (Node heading : symmetric ? List.of(GG.heading) : List.of(GG.heading, GG.inverseHeading)) {
                        Set<String> languages = ONTOLOGY.stream(relation, heading, Node.ANY)
                                .map(triple -> triple.getObject().getLiteralLanguage())
                                .collect(Collectors.toCollection(TreeSet::new));
                        if (!languages.equals(Set.of("en", "fr"))) {
                            missing.add(relation + " has " + heading.getLocalName() + " in " + languages);
                        }
                    }
                    if (!ONTOLOGY.contains(relation, GG.rank, Node.ANY)) {
                        missing.add(relation + " has no rank");
                    }
                });
        assertEquals(List.of(), missing);
    }

    @Test
    void partnerGradeIsAsTheModelHasIt() {
        Set<String> partnerGrade = ONTOLOGY.stream(Node.ANY, NodeFactory.createURI(GG.NS + "partnerGrade"), Node.ANY)
                .filter(triple -> triple.getObject().getLiteralLexicalForm().equals("true"))
                .map(triple -> triple.getSubject().getURI().substring(GG.NS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("runs", "coConvenes", "coLeads", "partnersIn", "hosts", "memberOf"), partnerGrade);
    }

    @Test
    void staysInsideOwl2Rl() {
        // Blank nodes would be class expressions; without any, only named classes stand in axioms, which RL allows
        // everywhere.
        assertEquals(
                0,
                ONTOLOGY.stream()
                        .filter(triple -> triple.getSubject().isBlank()
                                || triple.getObject().isBlank())
                        .count());
        assertTrue(ONTOLOGY.contains(GG.ONTOLOGY, RDF.type.asNode(), OWL2.Ontology.asNode()));
    }

    private static String shown(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
    }

    private static boolean has(Node subject, String... predicates) {
        return Stream.of(predicates)
                .anyMatch(predicate -> ONTOLOGY.contains(subject, NodeFactory.createURI(predicate), Node.ANY));
    }
}
