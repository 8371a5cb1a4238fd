package org.genevagraph.query.guard;

import org.apache.jena.query.QueryException;

/** Stops a query in mid-run because it takes more than a limit allows. */
final class OverLimitException extends QueryException {
    OverLimitException(String what) {
        super(what);
    }
}
