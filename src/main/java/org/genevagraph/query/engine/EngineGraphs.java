package org.genevagraph.query.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.genevagraph.query.answer.Result;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * The graphs of one version in an engine. Each has the version in its name there, so that versions lie side by side; queries and answers do
 * not show it. The union of all named graphs, which is the default graph here, is a graph of its own there.
 *
 * @param version the version
 * @param names the names of the named graphs here
 */
record EngineGraphs(String version, Set<String> names) {
    private static final String VERSIONS = Iris.BASE + "version/";
    private static final String UNION = "union";
    private static final Node TRUE = NodeFactory.createLiteralDT("1", XSDDatatype.XSDboolean);
    private static final Node FALSE = NodeFactory.createLiteralDT("0", XSDDatatype.XSDboolean);

    EngineGraphs {
        names = Set.copyOf(names);
    }

    /** The graph that says which versions are there. */
    static Node register() {
        return NodeFactory.createURI(VERSIONS + "register");
    }

    /** What the version is called in the register. */
    static Node node(String version) {
        return NodeFactory.createURI(VERSIONS + version);
    }

    /** The version that the register calls so. */
    static String version(Node node) {
        return node.getURI().substring(VERSIONS.length());
    }

    /** The graph that holds all triples once. */
    Node union() {
        return NodeFactory.createURI(VERSIONS + version + "/" + UNION);
    }

    /** What a named graph is called there. */
    Node there(String name) {
        return NodeFactory.createURI(VERSIONS + version + "/graph/" + name);
    }

    /** The name here of a graph there; empty for the union, and for graphs of others. */
    static Optional<String> name(String version, Node there) {
        String prefix = VERSIONS + version + "/graph/";
        return there != null && there.isURI() && there.getURI().startsWith(prefix)
                ? Optional.of(there.getURI().substring(prefix.length()))
                : Optional.empty();
    }

    /** Whether a graph is there, by what it is called here. */
    boolean has(Node here) {
        return names.stream().anyMatch(name -> Iris.graph(name).equals(here));
    }

    private Node there(Node here) {
        return here.isURI()
                ? names.stream()
                        .filter(name -> Iris.graph(name).equals(here))
                        .findFirst()
                        .map(this::there)
                        .orElse(here)
                : here;
    }

    private Node here(Node there) {
        return name(version, there).map(Iris::graph).orElseGet(() -> asWritten(there));
    }

    /** A term as the tables write it. */
    private static Node asWritten(Node node) {
        // Some stores write 12 as 12.0, or true as 1; the tables do not.
        if (TRUE.equals(node) || FALSE.equals(node)) {
            return Literals.truth(TRUE.equals(node));
        }
        return node != null && node.isLiteral() && XSDDatatype.XSDdecimal.equals(node.getLiteralDatatype())
                ? Literals.decimal(node.getLiteralLexicalForm().replaceFirst("[.]0+$", ""))
                : node;
    }

    /** An answer with its terms as the tables write them. */
    static Result asWritten(Result answer) {
        return mapped(answer, EngineGraphs::asWritten);
    }

    /** A query as it is asked there. */
    Query there(Query query) {
        Query asked = QueryTransformOps.transform(query.cloneQuery(), new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementNamedGraph element, Node graph, Element inside) {
                return new ElementNamedGraph(there(graph), inside);
            }
        });
        List<String> defaults = new ArrayList<>(query.getGraphURIs());
        List<String> named = new ArrayList<>(query.getNamedGraphURIs());
        if (asked.hasOrderBy()) {
            // Some parsers want brackets around what is no variable, which only a direction keeps.
            asked.getOrderBy()
                    .replaceAll(by -> by.getDirection() == Query.ORDER_DEFAULT
                                    && !by.getExpression().isVariable()
                            ? new SortCondition(by.getExpression(), Query.ORDER_ASCENDING)
                            : by);
        }
        asked.getGraphURIs().clear();
        asked.getNamedGraphURIs().clear();
        if (defaults.isEmpty() && named.isEmpty()) {
            asked.addGraphURI(union().getURI());
            new TreeSet<>(names)
                    .forEach(name -> asked.addNamedGraphURI(there(name).getURI()));
        } else {
            defaults.forEach(graph ->
                    asked.addGraphURI(there(NodeFactory.createURI(graph)).getURI()));
            named.forEach(graph ->
                    asked.addNamedGraphURI(there(NodeFactory.createURI(graph)).getURI()));
        }
        return asked;
    }

    /** An answer as it is told here. */
    Result here(Result answer) {
        return mapped(answer, this::here);
    }

    private static Result mapped(Result answer, NodeTransform back) {
        if (answer instanceof Result.Rows rows) {
            return new Result.Rows(
                    rows.variables(),
                    rows.rows().stream().map(row -> mapped(row, back)).toList());
        }
        if (answer instanceof Result.Triples triples) {
            Graph graph = GraphFactory.createDefaultGraph();
            triples.graph().stream()
                    .map(triple -> NodeTransformLib.transform(back, triple))
                    .forEach(graph::add);
            return new Result.Triples(graph);
        }
        return answer;
    }

    private static Binding mapped(Binding row, NodeTransform back) {
        BindingBuilder builder = BindingBuilder.create();
        row.forEach((Var variable, Node node) -> builder.add(variable, back.apply(node)));
        return builder.build();
    }
}
