package org.genevagraph.query;

import java.util.Objects;

/** A request that is not served, with the cause and what to do about it. */
public final class Refusal extends Exception {
    private final Reason reason;
    private final String mend;

    /** Why a request is not served. */
    public enum Reason {
        /** There is no such query, thing or format. */
        NOT_FOUND,
        /** The request itself is wrong. */
        BAD_REQUEST,
        /** It asks for something that this server does not do for anyone. */
        FORBIDDEN,
        /** It needs more time or gives more rows than the limits allow. */
        OVER_LIMIT
    }

    /** With the cause and the way to mend it, both as people read them. */
    public Refusal(Reason reason, String cause, String mend) {
        super(cause);
        this.reason = Objects.requireNonNull(reason);
        this.mend = Objects.requireNonNull(mend);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What to do about it. */
    public String mend() {
        return mend;
    }

    /** Cause and mend in one line. */
    public String line() {
        return mend.isEmpty() ? getMessage() : getMessage() + " – " + mend;
    }
}
