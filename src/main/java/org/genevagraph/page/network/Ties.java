package org.genevagraph.page.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;

/** All organisations of a snapshot and everything that ties two of them, in a fixed order. */
final class Ties {
    static final Node PARTNER_OF = NodeFactory.createURI(GG.NS + "partnerOf");
    static final Node INVOLVED_IN = NodeFactory.createURI(GG.NS + "involvedIn");
    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::toString);

    private final Graph graph;
    private final Map<Node, Organisation> organisations = new TreeMap<>(BY_IRI);
    private final Map<Node, Set<Node>> issues = new HashMap<>();
    private final Map<Node, Map<Node, Set<Node>>> roles = new HashMap<>();
    private final List<Tie> all;

    private Ties(Graph graph) {
        this.graph = graph;
        subjects(RDF.type.asNode(), GG.Organisation).forEach(node -> organisations.put(node, organisation(node)));
        Map<List<Node>, Tie> ties = new LinkedHashMap<>();
        addStated(ties);
        addInvolved(ties);
        all = ties.values().stream()
                .sorted(Comparator.comparing(Tie::source, BY_IRI)
                        .thenComparing(Tie::target, BY_IRI)
                        .thenComparing(Tie::relation, BY_IRI)
                        .thenComparing(tie -> tie.via().map(Node::toString).orElse("")))
                .toList();
    }

    static Ties of(Snapshot snapshot) {
        return new Ties(snapshot.dataset().getDefaultGraph());
    }

    /** Every tie. */
    List<Tie> all() {
        return all;
    }

    /** Every organisation by its IRI, in the order of the IRIs. */
    Map<Node, Organisation> organisations() {
        return organisations;
    }

    /** The issues and topics that an initiative addresses, and what holds them. */
    Set<Node> issues(Node initiative) {
        return issues.computeIfAbsent(initiative, this::addressed);
    }

    /** The relations in which an organisation stands to an initiative. */
    Set<Node> roles(Node organisation, Node initiative) {
        return roles.getOrDefault(initiative, Map.of()).getOrDefault(organisation, Set.of());
    }

    private Organisation organisation(Node node) {
        String acronym = objects(node, GG.acronym)
                .map(Node::getLiteralLexicalForm)
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse("");
        Node kind = objects(node, GG.kind).min(BY_IRI).orElse(Node.ANY);
        boolean profiled = graph.contains(node, GG.profiledIn, Node.ANY);
        return new Organisation(node, acronym, kind, profiled, addressed(node));
    }

    private Set<Node> addressed(Node thing) {
        return objects(thing, GG.addresses)
                .flatMap(issue -> new FactGraph(graph).widened(issue).stream())
                .collect(Collectors.toSet());
    }

    /** Statements between two organisations; those that only turn another around say nothing new. */
    private void addStated(Map<List<Node>, Tie> ties) {
        for (Node statement : subjects(RDF.type.asNode(), GG.Statement).toList()) {
            Node source = objects(statement, RDF.subject.asNode()).findFirst().orElse(Node.ANY);
            Node target = objects(statement, RDF.object.asNode()).findFirst().orElse(Node.ANY);
            Node relation =
                    objects(statement, RDF.predicate.asNode()).findFirst().orElse(Node.ANY);
            if (!organisations.containsKey(source)) {
                continue;
            }
            if (graph.contains(relation, RDFS.subPropertyOf.asNode(), INVOLVED_IN)) {
                roles.computeIfAbsent(target, any -> new HashMap<>())
                        .computeIfAbsent(source, any -> new TreeSet<>(BY_IRI))
                        .add(relation);
            }
            if (organisations.containsKey(target)
                    && !relation.equals(INVOLVED_IN)
                    && !source.equals(target)
                    && !graph.contains(statement, GG.reverseOf, Node.ANY)) {
                add(ties, source, target, relation, statement);
            }
        }
    }

    private void add(Map<List<Node>, Tie> ties, Node source, Node target, Node relation, Node statement) {
        // A partnership is the same from both sides.
        boolean swap = relation.equals(PARTNER_OF) && BY_IRI.compare(source, target) > 0;
        Tie tie = new Tie(
                swap ? target : source,
                swap ? source : target,
                relation,
                objects(statement, GG.via).min(BY_IRI),
                concept(statement, GG.standing).orElse("derived"),
                concept(statement, GG.certainty).orElse(""),
                date(statement, GG.from),
                date(statement, GG.until),
                evidence(Stream.of(statement)));
        merge(ties, tie);
    }

    private String date(Node statement, Node property) {
        return objects(statement, property)
                .map(Node::getLiteralLexicalForm)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private Optional<String> concept(Node statement, Node property) {
        return objects(statement, property)
                .map(Tie::slug)
                .map(slug -> slug.substring(slug.indexOf('/') + 1))
                .findFirst();
    }

    private static void merge(Map<List<Node>, Tie> ties, Tie tie) {
        List<Node> key =
                List.of(tie.source(), tie.target(), tie.relation(), tie.via().orElse(Node.ANY));
        ties.merge(key, tie, (a, b) -> {
            boolean stronger = Tie.STANDINGS.indexOf(a.standing()) <= Tie.STANDINGS.indexOf(b.standing());
            Set<Node> evidence = new TreeSet<>(BY_IRI);
            evidence.addAll(a.evidence());
            evidence.addAll(b.evidence());
            return new Tie(
                    a.source(),
                    a.target(),
                    a.relation(),
                    a.via(),
                    (stronger ? a : b).standing(),
                    (stronger ? a : b).certainty(),
                    Stream.of(a.from(), b.from())
                            .filter(date -> !date.isEmpty())
                            .min(Comparator.naturalOrder())
                            .orElse(""),
                    a.until().isEmpty() || b.until().isEmpty() ? "" : Collections.max(List.of(a.until(), b.until())),
                    List.copyOf(evidence));
        });
    }

    /** A tie for every two organisations that have to do with the same initiative. */
    private void addInvolved(Map<List<Node>, Tie> ties) {
        for (Node initiative : subjects(RDF.type.asNode(), GG.Initiative).toList()) {
            Map<Node, Node> statements = new TreeMap<>(BY_IRI);
            subjects(RDF.object.asNode(), initiative)
                    .filter(statement -> graph.contains(statement, RDF.predicate.asNode(), INVOLVED_IN))
                    .forEach(statement -> objects(statement, RDF.subject.asNode())
                            .filter(organisations::containsKey)
                            .forEach(organisation -> statements.put(organisation, statement)));
            List<Node> involved = new ArrayList<>(statements.keySet());
            for (int i = 0; i < involved.size(); i++) {
                for (int j = i + 1; j < involved.size(); j++) {
                    Node one = involved.get(i);
                    Node other = involved.get(j);
                    List<Node> evidence = evidence(Stream.of(statements.get(one), statements.get(other)));
                    String certainty = Stream.of(statements.get(one), statements.get(other))
                            .flatMap(statement -> concept(statement, GG.certainty).stream())
                            .max(Comparator.comparing(Tie.STANDINGS::indexOf))
                            .orElse("");
                    Optional<Node> via = Optional.of(initiative);
                    merge(ties, new Tie(one, other, INVOLVED_IN, via, "derived", certainty, "", "", evidence));
                }
            }
        }
    }

    private List<Node> evidence(Stream<Node> statements) {
        return statements
                .flatMap(statement -> objects(statement, GG.evidence))
                .distinct()
                .sorted(BY_IRI)
                .toList();
    }

    private Stream<Node> objects(Node subject, Node predicate) {
        return graph.stream(subject, predicate, Node.ANY).map(Triple::getObject);
    }

    private Stream<Node> subjects(Node predicate, Node object) {
        return graph.stream(Node.ANY, predicate, object).map(Triple::getSubject).distinct();
    }
}
