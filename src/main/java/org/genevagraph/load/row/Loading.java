package org.genevagraph.load.row;

import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.genevagraph.problem.Problems;

/**
 * What a loader works with.
 *
 * @param things everything that the tables declare
 * @param ontology the relations and concepts that rows may name
 * @param sink where the triples go: the table's own named graph
 * @param origins remembers which cell made which triple
 * @param problems takes what is wrong
 */
public record Loading(Things things, Ontology ontology, StreamRDF sink, Origins origins, Problems problems) {
    /** The same for a row of which a part is wrong already: its other cells are looked at, and no fact comes of them. */
    public Loading withoutFacts() {
        return new Loading(things, ontology, StreamRDFLib.sinkNull(), new Origins(), problems);
    }
}
