package org.genevagraph.snapshot.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.vocabulary.DatasetTerms;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Counts what a graph holds, and says it in VoID: how many things of which class have which properties, leading to what. */
final class Partitions {
    private static final Node TYPE = RDF.type.asNode();

    private final Graph graph;
    private final Parts parts;
    private final Graph catalogue;
    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> objects = new HashSet<>();
    private final Map<Node, Long> entities = new HashMap<>();
    private final Map<Node, Long> properties = new HashMap<>();
    private final Map<Node, Map<Node, Uses>> ofClasses = new HashMap<>();

    /** How often things of a class have a property, with which classes and datatypes at its end. */
    private static final class Uses {
        private long triples;
        private final Map<Node, Long> classes = new HashMap<>();
        private final Map<Node, Long> datatypes = new HashMap<>();
    }

    private Partitions(Graph graph, Parts parts, Graph catalogue) {
        this.graph = graph;
        this.parts = parts;
        this.catalogue = catalogue;
    }

    /**
     * Says what a graph holds.
     *
     * @param dataset what the numbers are said of; partitions are called by it with a fragment
     * @param graph what is counted
     * @param withEnds whether it is also told where the properties of the ontology's own classes lead; those of other vocabularies say the
     *     same once more
     * @param parts names the partitions
     * @param catalogue takes what is said
     */
    static void tell(Node dataset, Graph graph, boolean withEnds, Parts parts, Graph catalogue) {
        Partitions partitions = new Partitions(graph, parts, catalogue);
        partitions.count(withEnds);
        partitions.write(dataset);
    }

    private void count(boolean withEnds) {
        Map<Node, List<Node>> types = new HashMap<>();
        graph.stream(Node.ANY, TYPE, Node.ANY).forEach(triple -> {
            types.merge(triple.getSubject(), List.of(triple.getObject()), Partitions::both);
            entities.merge(triple.getObject(), 1L, Long::sum);
        });
        graph.stream().forEach(triple -> {
            subjects.add(triple.getSubject());
            objects.add(triple.getObject());
            properties.merge(triple.getPredicate(), 1L, Long::sum);
            for (Node type : types.getOrDefault(triple.getSubject(), List.of())) {
                Uses uses = ofClasses
                        .computeIfAbsent(type, any -> new HashMap<>())
                        .computeIfAbsent(triple.getPredicate(), any -> new Uses());
                uses.triples++;
                if (withEnds && isOwn(type)) {
                    countEnd(triple, types, uses);
                }
            }
        });
    }

    private static List<Node> both(List<Node> some, List<Node> others) {
        Set<Node> all = new HashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static void countEnd(Triple triple, Map<Node, List<Node>> types, Uses uses) {
        Node object = triple.getObject();
        if (object.isLiteral()) {
            uses.datatypes.merge(NodeFactory.createURI(object.getLiteralDatatypeURI()), 1L, Long::sum);
        } else if (!triple.getPredicate().equals(TYPE)) {
            types.getOrDefault(object, List.of()).stream()
                    .filter(Partitions::isOwn)
                    .forEach(end -> uses.classes.merge(end, 1L, Long::sum));
        }
    }

    private static boolean isOwn(Node type) {
        return type.getURI().startsWith(GG.NS);
    }

    private void write(Node dataset) {
        add(dataset, DatasetTerms.triples, graph.size());
        add(dataset, DatasetTerms.entities, entitiesOf(subjects));
        add(dataset, DatasetTerms.distinctSubjects, subjects.size());
        add(dataset, DatasetTerms.distinctObjects, objects.size());
        add(dataset, DatasetTerms.classes, entities.size());
        add(dataset, DatasetTerms.properties, properties.size());
        properties.forEach((property, triples) -> {
            Node partition = Parts.part(dataset, "property-" + parts.name(property));
            catalogue.add(dataset, DatasetTerms.propertyPartition, partition);
            catalogue.add(partition, DatasetTerms.ofProperty, property);
            add(partition, DatasetTerms.triples, triples);
        });
        entities.keySet().stream().sorted(Comparator.comparing(Node::getURI)).forEach(type -> ofClass(dataset, type));
    }

    /** How many of them are things of the project. */
    private static long entitiesOf(Set<Node> subjects) {
        return subjects.stream()
                .filter(subject -> subject.isURI() && subject.getURI().startsWith(Iris.BASE + "id/"))
                .count();
    }

    private void ofClass(Node dataset, Node type) {
        Node partition = Parts.part(dataset, "class-" + parts.name(type));
        catalogue.add(dataset, DatasetTerms.classPartition, partition);
        catalogue.add(partition, DatasetTerms.ofClass, type);
        add(partition, DatasetTerms.entities, entities.get(type));
        ofClasses.getOrDefault(type, Map.of()).forEach((property, uses) -> {
            Node had = Parts.part(partition, "-property-" + parts.name(property));
            catalogue.add(partition, DatasetTerms.propertyPartition, had);
            catalogue.add(had, DatasetTerms.ofProperty, property);
            add(had, DatasetTerms.triples, uses.triples);
            uses.classes.forEach((end, triples) -> {
                Node to = Parts.part(had, "-to-" + parts.name(end));
                catalogue.add(had, DatasetTerms.classPartition, to);
                catalogue.add(to, DatasetTerms.ofClass, end);
                add(to, DatasetTerms.triples, triples);
            });
            uses.datatypes.forEach((datatype, triples) -> {
                Node to = Parts.part(had, "-as-" + parts.name(datatype));
                catalogue.add(had, DatasetTerms.datatypePartition, to);
                catalogue.add(to, DatasetTerms.ofDatatype, datatype);
                add(to, DatasetTerms.triples, triples);
            });
        });
    }

    private void add(Node subject, Node property, long number) {
        catalogue.add(subject, property, NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger));
    }
}
