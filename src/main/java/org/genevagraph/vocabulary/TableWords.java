package org.genevagraph.vocabulary;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Where the tables and the ontology say something in English words, rather than in names, codes or numbers. */
public final class TableWords {
    /** The properties whose values are such words; what they are in other languages stands in a table of translations. */
    public static final List<Node> PROPERTIES = List.of(
            GG.role,
            GG.topic,
            GG.summary,
            SKOS.definition.asNode(),
            GG.reason,
            GG.measure,
            GG.unit,
            GG.section,
            RDFS.comment.asNode());

    private TableWords() {}
}
