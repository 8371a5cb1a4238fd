package org.genevagraph.page.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Link;
import org.genevagraph.page.ontology.Constraint.Rule;
import org.genevagraph.vocabulary.GG;

/** Reads shapes as what they ask in words. */
final class ShapeReader {
    private static final Map<Node, String> RULES = Map.ofEntries(
            Map.entry(SHACL.minCount, "least"),
            Map.entry(SHACL.maxCount, "most"),
            Map.entry(SHACL.class_, "class"),
            Map.entry(SHACL.datatype, "datatype"),
            Map.entry(SHACL.nodeKind, "nodeKind"),
            Map.entry(SHACL.pattern, "pattern"),
            Map.entry(SHACL.minInclusive, "atLeast"),
            Map.entry(SHACL.maxInclusive, "atMost"),
            Map.entry(SHACL.minExclusive, "above"),
            Map.entry(SHACL.maxExclusive, "below"),
            Map.entry(SHACL.hasValue, "hasValue"),
            Map.entry(SHACL.equals, "equals"),
            Map.entry(SHACL.disjoint, "disjoint"),
            Map.entry(SHACL.uniqueLang, "uniqueLang"),
            Map.entry(SHACL.in, "in"),
            Map.entry(SHACL.languageIn, "language"),
            Map.entry(SHACL.qualifiedValueShape, "qualified"),
            Map.entry(SHACL.node, "node"));

    private final Graph shapes;
    private final Names names;

    ShapeReader(Graph shapes, Names names) {
        this.shapes = shapes;
        this.names = names;
    }

    /** What is asked of the things of each class, and of whatever has a property, in the order of properties and messages. */
    List<Constraint> ofClasses() {
        List<Constraint> constraints = new ArrayList<>();
        Stream.concat(
                        shapes.stream(Node.ANY, SHACL.targetClass, Node.ANY),
                        shapes.stream(Node.ANY, SHACL.targetSubjectsOf, Node.ANY))
                .forEach(target -> {
                    Link of = Names.term(target.getObject());
                    if (shapes.contains(target.getSubject(), SHACL.message, Node.ANY)) {
                        constraints.add(constraint(of, target.getSubject()));
                    }
                    shapes.stream(target.getSubject(), SHACL.property, Node.ANY)
                            .map(Triple::getObject)
                            .forEach(property -> constraints.add(constraint(of, property)));
                });
        constraints.sort(
                Comparator.comparing((Constraint constraint) -> constraint.of().name())
                        .thenComparing(constraint -> constraint.path().name().isEmpty())
                        .thenComparing(constraint -> constraint.path().name())
                        .thenComparing(constraint -> constraint.rules().toString())
                        .thenComparing(Constraint::message));
        return constraints;
    }

    /** What is asked of the graph as a whole, in the order of messages. */
    List<GraphConstraint> ofGraph() {
        return shapes.stream(Node.ANY, SHACL.targetNode, GG.ONTOLOGY)
                .flatMap(target -> shapes.stream(target.getSubject(), SHACL.sparql, Node.ANY)
                        .map(sparql -> new GraphConstraint(
                                text(sparql.getObject(), SHACL.message),
                                isWarning(target.getSubject()),
                                text(sparql.getObject(), SHACL.select)
                                        .stripIndent()
                                        .strip())))
                .sorted(Comparator.comparing(GraphConstraint::message))
                .toList();
    }

    private Constraint constraint(Link of, Node shape) {
        List<Rule> rules = shapes.stream(shape, Node.ANY, Node.ANY)
                .filter(triple -> RULES.containsKey(triple.getPredicate()))
                .map(triple -> rule(triple.getPredicate(), triple.getObject()))
                .sorted(Comparator.comparing(Rule::key).thenComparing(Rule::value))
                .toList();
        return new Constraint(of, path(shape), rules, text(shape, SHACL.message), isWarning(shape));
    }

    private Rule rule(Node predicate, Node value) {
        if (predicate.equals(SHACL.node)) {
            // Shapes refer to another one only to say of which scheme a concept must be.
            return scheme(value)
                    .map(scheme -> new Rule("ontology.rule.scheme", scheme))
                    .orElseGet(() -> new Rule("ontology.rule.node", Names.shortened(value.getURI())));
        }
        if (predicate.equals(SHACL.in)) {
            return new Rule("ontology.rule.in", listed(value));
        }
        if (predicate.equals(SHACL.languageIn)) {
            return new Rule("ontology.rule.language", listed(value));
        }
        if (predicate.equals(SHACL.qualifiedValueShape)) {
            // Shapes qualify values only to ask for one in a language.
            return new Rule(
                    "ontology.rule.qualified",
                    shapes.stream(value, SHACL.languageIn, Node.ANY)
                            .map(triple -> listed(triple.getObject()))
                            .collect(Collectors.joining(", ")));
        }
        String key = RULES.get(predicate);
        String text = value.isURI() ? Names.term(value).name() : value.getLiteralLexicalForm();
        if (predicate.equals(SHACL.maxCount) && text.equals("0")) {
            return new Rule("ontology.rule.none", "");
        }
        return new Rule("ontology.rule." + key, text);
    }

    private String listed(Node list) {
        return GraphList.members(GNode.create(shapes, list)).stream()
                .map(member -> member.isLiteral()
                        ? member.getLiteralLexicalForm()
                        : names.thing(member).name())
                .collect(Collectors.joining(", "));
    }

    private Optional<String> scheme(Node shape) {
        return shapes.stream(shape, SHACL.property, Node.ANY)
                .map(Triple::getObject)
                .filter(property -> shapes.contains(property, SHACL.path, SKOS.inScheme.asNode()))
                .flatMap(property -> shapes.stream(property, SHACL.hasValue, Node.ANY))
                .map(triple -> names.thing(triple.getObject()).name())
                .findFirst();
    }

    /** The property of a shape; of a chain of properties or a choice between some, the first with the others behind it. */
    private Link path(Node shape) {
        Optional<Node> path = Stream.concat(
                        shapes.stream(shape, SHACL.path, Node.ANY), shapes.stream(shape, GG.asksFor, Node.ANY))
                .map(Triple::getObject)
                .findFirst();
        if (path.isEmpty()) {
            return new Link("", "");
        }
        if (path.get().isURI()) {
            return Names.term(path.get());
        }
        Optional<Node> choice = shapes.stream(path.get(), SHACL.alternativePath, Node.ANY)
                .map(Triple::getObject)
                .findFirst();
        List<Node> chain = GraphList.members(GNode.create(shapes, choice.orElse(path.get())));
        return new Link(
                chain.stream()
                        .map(node -> Names.term(node).name())
                        .collect(Collectors.joining(choice.isPresent() ? " | " : " / ")),
                Names.term(chain.get(0)).path());
    }

    private boolean isWarning(Node shape) {
        return shapes.contains(shape, SHACL.severity, SHACL.Warning);
    }

    private String text(Node node, Node property) {
        return shapes.stream(node, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .findFirst()
                .orElse("");
    }
}
