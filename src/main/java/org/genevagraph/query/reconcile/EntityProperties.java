package org.genevagraph.query.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.names.Registers;
import org.genevagraph.query.names.Registers.Register;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;

/**
 * What can be looked up of things: a few plain facts, the identifier in each register, and every relation that the ontology declares and the
 * graph uses.
 */
public final class EntityProperties {
    private static final Set<String> KINDS = Set.copyOf(ParameterType.THING.kinds());
    private static final String WGS84 = Prefixes.ALL.get("geo");

    /** Plain facts, in the order in which they are proposed. */
    private static final Map<String, Node> PLAIN = plain();

    private final FactGraph facts;
    private final Map<String, EntityProperty> all = new LinkedHashMap<>();

    /** Looks which properties the things of a graph have. */
    public EntityProperties(Graph graph) {
        facts = new FactGraph(graph);
        PLAIN.forEach((id, term) -> add(id, term, Optional.empty(), graph.stream(Node.ANY, term, Node.ANY)));
        for (Register register : Registers.ALL) {
            add(
                    register.prefix(),
                    SchemaDO.sameAs.asNode(),
                    Optional.of(register),
                    Stream.of(SchemaDO.sameAs, SKOS.exactMatch)
                            .flatMap(exact -> graph.stream(Node.ANY, exact.asNode(), Node.ANY))
                            .filter(triple -> isIn(register, triple.getObject())));
        }
        Map<String, EntityProperty> relations = new TreeMap<>();
        graph.stream(Node.ANY, RDF.type.asNode(), GG.Relation)
                .map(Triple::getSubject)
                .filter(relation -> relation.getURI().startsWith(GG.NS))
                .forEach(relation -> property(
                                relation.getURI().substring(GG.NS.length()),
                                relation,
                                Optional.empty(),
                                graph.stream(Node.ANY, relation, Node.ANY))
                        .ifPresent(property -> relations.put(property.id(), property)));
        relations.values().stream()
                .sorted(Comparator.comparingInt(EntityProperty::uses).reversed())
                .forEach(property -> all.putIfAbsent(property.id(), property));
    }

    private static Map<String, Node> plain() {
        Map<String, Node> plain = new LinkedHashMap<>();
        plain.put("website", FOAF.homepage.asNode());
        plain.put("kind", GG.kind);
        plain.put("acronym", GG.acronym);
        plain.put("alias", SKOS.altLabel.asNode());
        plain.put("summary", GG.summary);
        plain.put("symbol", GG.symbol);
        plain.put("date", GG.date);
        plain.put("founded", SchemaDO.foundingDate.asNode());
        plain.put("number", GG.number);
        plain.put("broader", SKOS.broader.asNode());
        plain.put("within", GG.within);
        plain.put("latitude", NodeFactory.createURI(WGS84 + "lat"));
        plain.put("longitude", NodeFactory.createURI(WGS84 + "long"));
        return plain;
    }

    private static boolean isIn(Register register, Node node) {
        return node.isURI()
                && Registers.of(node.getURI()).filter(register::equals).isPresent();
    }

    private void add(String id, Node term, Optional<Register> register, Stream<Triple> uses) {
        property(id, term, register, uses).ifPresent(property -> all.put(id, property));
    }

    private static Optional<EntityProperty> property(
            String id, Node term, Optional<Register> register, Stream<Triple> uses) {
        Set<String> kinds = new TreeSet<>();
        long count = uses.map(Triple::getSubject)
                .filter(Node::isURI)
                .map(subject -> Iris.kind(subject.getURI()))
                .filter(KINDS::contains)
                .peek(kinds::add)
                .count();
        return count == 0 ? Optional.empty() : Optional.of(new EntityProperty(id, term, register, kinds, (int) count));
    }

    /** All of them; the plain ones and the identifiers come first. */
    public List<EntityProperty> all() {
        return List.copyOf(all.values());
    }

    /**
     * The one of this id.
     *
     * @throws Refusal if there is none, with the nearest
     */
    public EntityProperty find(String id) throws Refusal {
        EntityProperty property = all.get(id.startsWith(GG.NS) ? id.substring(GG.NS.length()) : id);
        if (property == null) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "'" + id + "' is no property",
                    Nearest.hint(id, all.keySet(), "for example website, wikidata or partnerOf"));
        }
        return property;
    }

    /** Its values for a thing, each once, in one order. */
    public List<PropertyValue> values(EntityProperty property, Node thing) {
        if (property.register().isPresent()) {
            Register register = property.register().get();
            return ThingIndex.identifiers(facts.graph(), thing)
                    .filter(node -> isIn(register, node))
                    .map(node -> new PropertyValue(
                            node, node.getURI().substring(register.namespace().length()), ""))
                    .sorted(Comparator.comparing(PropertyValue::text))
                    .toList();
        }
        List<PropertyValue> values = new ArrayList<>();
        boolean relation = property.term().getURI().startsWith(GG.NS) && !PLAIN.containsKey(property.id());
        for (Node value : facts.all(thing, property.term())) {
            String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI();
            values.add(new PropertyValue(value, text, relation ? evidence(thing, property.term(), value) : ""));
        }
        values.sort(Comparator.comparing(PropertyValue::text));
        return values;
    }

    /** The best standing of the statements that say a fact, and the passages that these name: {@code stated: gcsp#6 gcsp#8}. */
    private String evidence(Node thing, Node relation, Node other) {
        Graph graph = facts.graph();
        Set<String> standings =
                new TreeSet<>(Comparator.comparingInt(EntityProperties::rank).thenComparing(name -> name));
        Set<String> passages = new TreeSet<>();
        graph.stream(Node.ANY, RDF.subject.asNode(), thing)
                .map(Triple::getSubject)
                .filter(statement -> graph.contains(statement, RDF.predicate.asNode(), relation)
                        && graph.contains(statement, RDF.object.asNode(), other))
                .forEach(statement -> {
                    facts.one(statement, GG.standing)
                            .ifPresent(
                                    standing -> standings.add(standing.getURI().replaceFirst(".*/", "")));
                    facts.all(statement, GG.evidence).forEach(passage -> passages.add(FactGraph.cited(passage)));
                });
        return standings.stream().findFirst().map(standing -> standing + ": ").orElse("")
                + passages.stream().collect(Collectors.joining(" "));
    }

    private static int rank(String standing) {
        return List.of("stated", "arguable", "editorial", "outside", "derived").indexOf(standing);
    }

    /** A place and all that it lies within: who is in Geneva is in Switzerland. */
    Set<Node> around(Node place) {
        Set<Node> around = new java.util.LinkedHashSet<>(Set.of(place));
        List<Node> waiting = new ArrayList<>(List.of(place));
        while (!waiting.isEmpty()) {
            for (Node wider : facts.all(waiting.remove(0), GG.within)) {
                if (around.add(wider)) {
                    waiting.add(wider);
                }
            }
        }
        return around;
    }
}
