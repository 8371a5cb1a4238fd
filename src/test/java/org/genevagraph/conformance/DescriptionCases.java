package org.genevagraph.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** Tests of the service description, of which the suite has the names only: what they want stands in the specification. */
final class DescriptionCases {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    /** The classes of the vocabulary. */
    private static final Set<String> CLASSES = Set.of(
            "Service",
            "Feature",
            "Language",
            "Function",
            "Aggregate",
            "EntailmentRegime",
            "EntailmentProfile",
            "GraphCollection",
            "Dataset",
            "Graph",
            "NamedGraph");

    /** The properties of the vocabulary with the classes at both ends; an empty one where anything can stand. */
    private static final Map<String, List<String>> PROPERTIES = Map.ofEntries(
            Map.entry("endpoint", List.of("Service", "")),
            Map.entry("feature", List.of("Service", "Feature")),
            Map.entry("defaultEntailmentRegime", List.of("Service", "EntailmentRegime")),
            Map.entry("entailmentRegime", List.of("NamedGraph", "EntailmentRegime")),
            Map.entry("defaultSupportedEntailmentProfile", List.of("Service", "EntailmentProfile")),
            Map.entry("supportedEntailmentProfile", List.of("NamedGraph", "EntailmentProfile")),
            Map.entry("extensionFunction", List.of("Service", "Function")),
            Map.entry("extensionAggregate", List.of("Service", "Aggregate")),
            Map.entry("languageExtension", List.of("Service", "Feature")),
            Map.entry("supportedLanguage", List.of("Service", "Language")),
            Map.entry("propertyFeature", List.of("Service", "Feature")),
            Map.entry("defaultDataset", List.of("Service", "Dataset")),
            Map.entry("availableGraphs", List.of("Service", "GraphCollection")),
            Map.entry("resultFormat", List.of("Service", "")),
            Map.entry("inputFormat", List.of("Service", "")),
            Map.entry("defaultGraph", List.of("Dataset", "Graph")),
            Map.entry("namedGraph", List.of("GraphCollection", "NamedGraph")),
            Map.entry("name", List.of("NamedGraph", "")),
            Map.entry("graph", List.of("NamedGraph", "Graph")));

    /** The features and languages that the vocabulary names. */
    private static final Set<String> NAMED = Set.of(
            "DereferencesURIs",
            "UnionDefaultGraph",
            "RequiresDataset",
            "EmptyGraphs",
            "BasicFederatedQuery",
            "SPARQL10Query",
            "SPARQL11Query",
            "SPARQL11Update");

    private final TestedServer server;

    DescriptionCases(TestedServer server) {
        this.server = server;
    }

    /** What is not as it should be; empty if the description is as the test has it. */
    Optional<String> run(SuiteCase test) throws IOException {
        HttpResponse<byte[]> answer = server.send(
                HttpRequest.newBuilder(URI.create(server.endpoint())).GET());
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
        Lang lang = RDFLanguages.contentTypeToLang(type);
        if (answer.statusCode() != 200 || lang == null) {
            return Optional.of("comes as " + type + " with status " + answer.statusCode());
        }
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(answer.body()))
                .lang(lang)
                .base(server.endpoint())
                .parse(graph);
        return switch (test.node().toString().replaceFirst(".*[#/]", "")) {
            case "returns-rdf" -> graph.isEmpty() ? Optional.of("says nothing") : Optional.empty();
            case "has-endpoint-triple" ->
                graph.contains(Node.ANY, sd("endpoint"), NodeFactory.createURI(server.endpoint()))
                        ? Optional.empty()
                        : Optional.of("names no endpoint " + server.endpoint());
            case "conforms-to-schema" -> schema(graph);
            default -> Optional.of("the test is not known here");
        };
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }

    /** Each term of the vocabulary is one, and stands between things of its classes; each service says what it has to. */
    private static Optional<String> schema(Graph graph) {
        List<String> faults = new ArrayList<>();
        List<Node> services = graph.stream(Node.ANY, RDF.type.asNode(), sd("Service"))
                .map(Triple::getSubject)
                .toList();
        if (services.isEmpty()) {
            faults.add("describes no sd:Service");
        }
        for (Node service : services) {
            if (!graph.contains(service, sd("endpoint"), Node.ANY)) {
                faults.add("a service has no sd:endpoint");
            }
        }
        graph.stream().forEach(triple -> {
            name(triple.getPredicate()).ifPresent(property -> property(graph, triple, property, faults));
            if (triple.predicateMatches(RDF.type.asNode())) {
                name(triple.getObject())
                        .filter(name -> !CLASSES.contains(name))
                        .ifPresent(name -> faults.add("sd:" + name + " is no class"));
            } else {
                name(triple.getObject())
                        .filter(name -> !NAMED.contains(name))
                        .ifPresent(name -> faults.add("sd:" + name + " is no feature"));
            }
        });
        return faults.stream().findFirst();
    }

    private static void property(Graph graph, Triple triple, String property, List<String> faults) {
        List<String> ends = PROPERTIES.get(property);
        if (ends == null) {
            faults.add("sd:" + property + " is no property");
            return;
        }
        if (!isA(graph, triple.getSubject(), ends.get(0))) {
            faults.add("the subject of sd:" + property + " is no sd:" + ends.get(0));
        }
        boolean declared = name(triple.getObject()).filter(NAMED::contains).isPresent();
        if (triple.getObject().isLiteral()
                || (!ends.get(1).isEmpty() && !declared && !isA(graph, triple.getObject(), ends.get(1)))) {
            faults.add("the object of sd:" + property + " is no sd:" + ends.get(1));
        }
    }

    /** Whether something is said to be of a class or of one below it. */
    private static boolean isA(Graph graph, Node thing, String type) {
        return graph.contains(thing, RDF.type.asNode(), sd(type))
                || (type.equals("GraphCollection") && graph.contains(thing, RDF.type.asNode(), sd("Dataset")));
    }

    private static Optional<String> name(Node node) {
        return node.isURI() && node.getURI().startsWith(SD)
                ? Optional.of(node.getURI().substring(SD.length()))
                : Optional.empty();
    }
}
