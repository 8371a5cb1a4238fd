package org.genevagraph.query.guard;

import org.apache.jena.query.QueryException;

/** Stops a query before it runs because it calls what is not on the list of what queries may call. */
final class NotAllowedException extends QueryException {
    /** With what it calls, by name. */
    NotAllowedException(String what) {
        super("the query calls " + what + ", which this server does not run");
    }
}
