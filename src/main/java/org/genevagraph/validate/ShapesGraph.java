package org.genevagraph.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.syntax.TurtleFile;

/**
 * The shapes graph, and where in its files things stand.
 *
 * @param files the files that it was read from
 * @param all the files together, since they may refer to each other
 */
record ShapesGraph(List<TurtleFile> files, Graph all) {
    /** What names a list of shapes. */
    static final Set<Node> LISTS_OF_SHAPES = Set.of(SHACL.and, SHACL.or, SHACL.xone);

    /** What names a shape. */
    static final Set<Node> SHAPES = Set.of(SHACL.property, SHACL.node, SHACL.not, SHACL.qualifiedValueShape);

    /** The shapes that stand within a shape. */
    List<Node> within(Node shape) {
        List<Node> within = new ArrayList<>();
        SHAPES.forEach(property ->
                all.stream(shape, property, Node.ANY).map(Triple::getObject).forEach(within::add));
        LISTS_OF_SHAPES.forEach(property -> all.stream(shape, property, Node.ANY)
                .map(Triple::getObject)
                .filter(this::isList)
                .forEach(list -> within.addAll(list(list))));
        return within;
    }

    /** Whether a node is a list. */
    boolean isList(Node node) {
        return node.equals(RDF.nil.asNode())
                || (all.contains(node, RDF.first.asNode(), Node.ANY)
                        && all.contains(node, RDF.rest.asNode(), Node.ANY));
    }

    /** The members of a list. */
    List<Node> list(Node node) {
        return GraphList.members(GNode.create(all, node));
    }

    /** A value of a property, if there is any. */
    Optional<Node> value(Node subject, Node property) {
        return all.stream(subject, property, Node.ANY).map(Triple::getObject).findFirst();
    }

    /** The line where a subject is first described; the first line if that is not known. */
    static int lineOf(TurtleFile file, Node subject) {
        return file.line(subject).orElse(1);
    }

    /** The line where a triple stands; the first line if that is not known. */
    static int lineOf(TurtleFile file, Triple triple) {
        return file.line(triple).orElse(1);
    }

    /** As it stands in the files, more or less. */
    static String shown(Node node) {
        if (node.isLiteral()) {
            return "'" + node.getLiteralLexicalForm() + "'";
        }
        if (!node.isURI()) {
            return "[ … ]";
        }
        String local = node.getURI()
                .substring(1
                        + Math.max(node.getURI().lastIndexOf('#'), node.getURI().lastIndexOf('/')));
        return node.getURI().startsWith(SHACL.getURI()) ? "sh:" + local : local;
    }
}
