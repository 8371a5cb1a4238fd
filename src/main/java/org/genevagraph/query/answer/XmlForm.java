package org.genevagraph.query.answer;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.SplitIRI;
import org.apache.jena.util.XMLChar;
import org.apache.jena.vocabulary.RDF;

/** What XML has no form for: some characters (XML 1.0, production 2), and in RDF/XML properties whose IRI ends in no name of an element. */
final class XmlForm {
    /** Names in the namespace of RDF that RDF/XML keeps for its syntax (RDF 1.1 XML Syntax, 6.2.2 and 6.2.4). */
    private static final Set<String> KEPT = Set.of(
            "RDF",
            "Description",
            "ID",
            "about",
            "parseType",
            "resource",
            "nodeID",
            "datatype",
            "li",
            "bagID",
            "aboutEach",
            "aboutEachPrefix");

    private XmlForm() {}

    /** What of an answer XML cannot hold, in words; empty if it can hold all. */
    static Optional<String> unfit(Result result) {
        if (result instanceof Result.Rows rows) {
            return rows.rows().stream()
                    .flatMap(row -> rows.variables().stream().map(row::get).flatMap(Stream::ofNullable))
                    .flatMap(node -> character(node).stream())
                    .findFirst();
        }
        if (result instanceof Result.Triples answer) {
            return answer.graph().stream()
                    .flatMap(triple -> unfit(triple).stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    private static Optional<String> unfit(Triple triple) {
        String property = triple.getPredicate().getURI();
        int name = SplitIRI.splitXML(property);
        boolean isKept = property.startsWith(RDF.getURI()) && KEPT.contains(property.substring(name));
        if (name == property.length() || isKept) {
            return Optional.of("the answer has the property <" + property + ">, for which RDF/XML has no name");
        }
        return character(triple.getSubject()).or(() -> character(triple.getObject()));
    }

    private static Optional<String> character(Node node) {
        String text = node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
        return text.codePoints()
                .filter(XMLChar::isInvalid)
                .mapToObj(one -> String.format("the answer has the character U+%04X, which XML cannot hold", one))
                .findFirst();
    }
}
