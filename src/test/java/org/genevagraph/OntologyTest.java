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
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(ttl|rq|java|txt)"))
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

    private static boolean has(Node subject, String... predicates) {
        return Stream.of(predicates)
                .anyMatch(predicate -> ONTOLOGY.contains(subject, NodeFactory.createURI(predicate), Node.ANY));
    }
}
