package org.genevagraph.snapshot.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;

/** Names the parts of a description; each term is asked for once for each graph and class, and named once. */
final class Parts {
    private static final int DIGEST_DIGITS = 10;

    private final Map<Node, String> names = new HashMap<>();

    /** Part of a description, called by what it is part of. */
    static Node part(Node whole, String name) {
        String iri = whole.getURI();
        return NodeFactory.createURI(iri.contains("#") ? iri + name : iri + "#" + name);
    }

    /** A term as it can stand in a fragment: with its prefix, or by a digest. */
    String name(Node term) {
        return names.computeIfAbsent(term, any -> named(term.getURI()));
    }

    private static String named(String iri) {
        return Prefixes.ALL.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .max(Comparator.comparingInt(prefix -> prefix.getValue().length()))
                .map(prefix ->
                        prefix.getKey() + "-" + iri.substring(prefix.getValue().length()))
                .filter(name -> name.matches("[A-Za-z0-9_-]+"))
                .orElseGet(() -> "x-" + Iris.digest(iri).substring(0, DIGEST_DIGITS));
    }
}
