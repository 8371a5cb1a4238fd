package org.genevagraph.query.guard;

import org.apache.jena.query.QueryCancelledException;

/** Stops a query in mid-run because it takes more than a limit allows. Of all exceptions, filters let only a cancelled query's through. */
public final class OverLimitException extends QueryCancelledException {
    private final String what;

    /**
     * Stops it.
     *
     * @param what what it takes too much of, and the limit
     */
    public OverLimitException(String what) {
        this.what = what;
    }

    @Override
    public String getMessage() {
        return what;
    }
}
