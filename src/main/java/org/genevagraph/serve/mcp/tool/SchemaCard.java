package org.genevagraph.serve.mcp.tool;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;

/** The ontology and the size of a snapshot in a few thousand characters, for those who write queries. */
final class SchemaCard {
    static final int MOST_CHARACTERS = 8_000;

    private static final List<Integer> DEFINITION_CHARACTERS = List.of(160, 80, 60, 40, 20, 0);
    private static final String INCLUDES = "https://schema.org/";
    private static final List<String> PREFIXES = List.of("gg", "id", "rdf", "rdfs", "skos");

    private final Snapshot snapshot;
    private final Graph graph;
    private final int definition;

    private SchemaCard(Snapshot snapshot, int definition) {
        this.snapshot = snapshot;
        this.graph = snapshot.dataset().getDefaultGraph();
        this.definition = definition;
    }

    /** The card of a snapshot; if the ontology grows, definitions get shorter, and no relation is left out. */
    static String of(Snapshot snapshot) {
        String card = "";
        for (int characters : DEFINITION_CHARACTERS) {
            card = new SchemaCard(snapshot, characters).text();
            if (card.length() < MOST_CHARACTERS) {
                break;
            }
        }
        return card;
    }

    private String text() {
        return PREFIXES.stream()
                        .map(prefix -> "PREFIX " + prefix + ": <" + Prefixes.ALL.get(prefix) + ">\n")
                        .collect(Collectors.joining())
                + """
                All terms below are in gg:. A thing is <%sid/{kind}/{slug}>, with rdfs:label (English), gg:acronym, gg:summary, gg:kind.

                STATEMENTS AND EVIDENCE
                Each relation is there as a direct triple, and as a node that says where it comes from:
                ?s a gg:Statement ; rdf:subject ?a ; rdf:predicate gg:runs ; rdf:object ?b ; gg:standing/skos:notation ?standing ;
                   gg:evidence ?passage .  # optional: gg:role, gg:via, gg:from, gg:until; gg:derivedBy, gg:premise; gg:reason
                Cite the passages. A passage has gg:number, gg:inDocument, gg:topic, and gg:text if the server was given the texts.
                gg:profiledIn says that a source text is about the organisation; for others silence proves little.
                Figures: ?f a gg:Figure ; gg:ofSubject ?x ; gg:measure ?what ; gg:value ?n ; gg:evidence ?passage .

                STANDINGS
                """.formatted(Iris.BASE)
                + standings()
                + "\nCLASSES (things)\n"
                + classes()
                + "\nRELATIONS (* makes partners of those who share it; + is a sub-property of involvedIn)\n"
                + relations();
    }

    private String standings() {
        return graph.stream(Node.ANY, SKOS.inScheme.asNode(), Iris.scheme("standing"))
                .map(Triple::getSubject)
                .map(node -> word(node, SKOS.notation.asNode()) + ": " + shortened(word(node, SKOS.definition.asNode()))
                        + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private String classes() {
        return snapshot.thingsPerClass().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ", "", "\n"));
    }

    private String relations() {
        return graph.stream(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(GG.NS + "Relation"))
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .map(this::relation)
                .sorted()
                .collect(Collectors.joining());
    }

    private String relation(Node relation) {
        boolean involves =
                graph.contains(relation, RDFS.subPropertyOf.asNode(), NodeFactory.createURI(GG.NS + "involvedIn"));
        boolean partners =
                word(relation, NodeFactory.createURI(GG.NS + "partnerGrade")).equals("true");
        String text = shortened(word(relation, SKOS.definition.asNode()));
        return local(relation) + (involves ? "+" : "") + (partners ? "*" : "") + " "
                + ends(relation, RDFS.domain.asNode(), "domainIncludes") + ">"
                + ends(relation, RDFS.range.asNode(), "rangeIncludes")
                + (text.isEmpty() ? "" : ": " + text)
                + "\n";
    }

    private String ends(Node relation, Node single, String several) {
        return Stream.of(single, NodeFactory.createURI(INCLUDES + several))
                .flatMap(property -> graph.stream(relation, property, Node.ANY))
                .map(triple -> local(triple.getObject()))
                .sorted()
                .distinct()
                .collect(Collectors.joining("|"));
    }

    private String word(Node node, Node property) {
        return new FactGraph(graph).firstText(node, property);
    }

    private String shortened(String text) {
        return text.length() <= definition ? text : definition == 0 ? "" : text.substring(0, definition - 1) + "…";
    }

    private static String local(Node term) {
        Map<String, String> shorter = Map.of("SustainableDevelopmentGoal", "SDG");
        String name = term.isURI() ? term.getURI().replaceFirst(".*[#/]", "") : term.toString();
        return shorter.getOrDefault(name, name);
    }
}
