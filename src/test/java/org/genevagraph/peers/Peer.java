package org.genevagraph.peers;

import java.net.URI;

/** A store of somebody else that answers SPARQL over HTTP: a query sent as a form by POST, with rows as JSON. */
public interface Peer extends AutoCloseable {
    /** What people call it. */
    String name();

    /** Where it is asked. */
    URI sparql();

    /** Ends what it still works on, where it does not see by itself that nobody waits any longer. */
    default void giveUp() {}

    @Override
    void close();
}
