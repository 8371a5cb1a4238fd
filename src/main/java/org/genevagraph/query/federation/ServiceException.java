package org.genevagraph.query.federation;

import java.io.Serial;
import org.apache.jena.query.QueryCancelledException;
import org.genevagraph.problem.Refusal;

/** Stops a query because of a call to another server. Of all exceptions, filters let only a cancelled query's through. */
public final class ServiceException extends QueryCancelledException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    ServiceException(Refusal refusal) {
        this.refusal = refusal;
    }

    /** What is said of it. */
    public Refusal refusal() {
        return refusal;
    }

    /** Whether the other server is at fault, which SERVICE SILENT passes over; our own refusals it does not. */
    boolean isOfOther() {
        return refusal.reason() == Refusal.Reason.BAD_GATEWAY;
    }

    @Override
    public String getMessage() {
        return refusal.line();
    }
}
