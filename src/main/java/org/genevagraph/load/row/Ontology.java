package org.genevagraph.load.row;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** What the loaders ask of the ontology: its relations, between which kinds of things they hold, and the concepts of its schemes. */
public final class Ontology {
    private final Map<String, Relation> relations = new TreeMap<>();
    private final Set<String> endless = new TreeSet<>();
    private final Map<Node, Set<String>> conceptsByScheme = new LinkedHashMap<>();
    private final Set<String> definitions = new TreeSet<>();

    /**
     * A property that may stand between two things in a table of statements.
     *
     * @param iri the property
     * @param subjects the kinds of thing that it may lead from
     * @param objects the kinds of thing that it may lead to
     */
    public record Relation(Node iri, Set<String> subjects, Set<String> objects) {}

    private Ontology() {}

    /** Reads what is needed from the ontology's triples. */
    public static Ontology of(Graph graph) {
        Ontology ontology = new Ontology();
        Map<Node, String> kindOfClass = graph.stream(Node.ANY, GG.kindName, Node.ANY)
                .collect(Collectors.toMap(
                        Triple::getSubject, triple -> triple.getObject().getLiteralLexicalForm()));
        graph.stream(Node.ANY, RDF.type.asNode(), GG.Relation)
                .map(Triple::getSubject)
                .forEach(property -> {
                    Set<String> subjects = kinds(graph, property, Set.of(RDFS.domain.asNode(), DOMAIN), kindOfClass);
                    Set<String> objects = kinds(graph, property, Set.of(RDFS.range.asNode(), RANGE), kindOfClass);
                    String name = property.getURI().substring(GG.NS.length());
                    if (subjects.isEmpty() || objects.isEmpty()) {
                        ontology.endless.add(name);
                    } else {
                        ontology.relations.put(name, new Relation(property, subjects, objects));
                    }
                });
        graph.stream(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
                .forEach(triple -> Iris.parse(triple.getSubject().getURI())
                        .ifPresent(id -> ontology.conceptsByScheme
                                .computeIfAbsent(triple.getObject(), key -> new TreeSet<>())
                                .add(id.slug().substring(id.slug().indexOf('/') + 1))));
        graph.stream(Node.ANY, SKOS.definition.asNode(), Node.ANY)
                .forEach(triple -> ontology.definitions.add(triple.getObject().getLiteralLexicalForm()));
        return ontology;
    }

    private static final Node DOMAIN = NodeFactory.createURI(SchemaDO.NS + "domainIncludes");
    private static final Node RANGE = NodeFactory.createURI(SchemaDO.NS + "rangeIncludes");

    private static Set<String> kinds(Graph graph, Node property, Set<Node> predicates, Map<Node, String> kindOfClass) {
        return predicates.stream()
                .flatMap(predicate -> graph.stream(property, predicate, Node.ANY))
                .map(triple -> kindOfClass.get(triple.getObject()))
                .filter(kind -> kind != null)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The relation of this name, for example {@code coConvenes}. */
    public Optional<Relation> relation(String name) {
        return Optional.ofNullable(relations.get(name));
    }

    /** Whether a relation is declared without what it leads from or to, so that no statement can use it. */
    public boolean isEndless(String name) {
        return endless.contains(name);
    }

    /** The names of all relations. */
    public List<String> relationNames() {
        return List.copyOf(relations.keySet());
    }

    /** What its terms and concepts mean, in English. */
    public Set<String> definitions() {
        return Set.copyOf(definitions);
    }

    /** The concept of a scheme by its slug. */
    public Optional<Node> concept(String scheme, String slug) {
        return concepts(scheme).contains(slug) ? Optional.of(Iris.concept(scheme, slug)) : Optional.empty();
    }

    /** Whether the schemes are lost, all of them. */
    boolean isWithoutConcepts() {
        return conceptsByScheme.isEmpty();
    }

    /** The slugs of a scheme's concepts. */
    public Set<String> concepts(String scheme) {
        return conceptsByScheme.getOrDefault(Iris.scheme(scheme), Set.of());
    }
}
