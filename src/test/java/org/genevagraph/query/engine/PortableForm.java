package org.genevagraph.query.engine;

import java.util.Set;
import org.apache.jena.query.Query;

/** Queries as engines are sent them, but for the graphs that are asked: for stores that hold the triples in their default graph. */
public final class PortableForm {
    private PortableForm() {}

    /** The same query in that form. */
    public static Query of(Query query) {
        Query sent = new EngineGraphs("any", Set.of()).there(query);
        sent.getGraphURIs().clear();
        return sent;
    }
}
