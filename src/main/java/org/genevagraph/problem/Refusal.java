package org.genevagraph.problem;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A request that is not served, with the cause and what to do about it. */
public final class Refusal extends Exception {
    private final Reason reason;
    private final String fix;
    private final transient Fault fault;

    /** Why a request is not served. */
    public enum Reason {
        /** There is no such query, thing or format. */
        NOT_FOUND,
        /** The request itself is wrong. */
        BAD_REQUEST,
        /** It accepts none of the forms that there are. */
        NOT_ACCEPTABLE,
        /** It asks for something that this server does not do for anyone. */
        FORBIDDEN,
        /** What it goes by is not what there is by now. */
        CONFLICT,
        /** It takes or answers more than the limits allow, and always will. */
        TOO_LARGE,
        /** It needs more time than the limits allow: on another day it may be served. */
        OVER_LIMIT,
        /** There is no place for it now: in a while there may be. */
        BUSY,
        /** Another server, which it needs, failed. */
        BAD_GATEWAY
    }

    /** What can be wrong with a value. */
    public enum Wrong {
        /** It is not given. */
        MISSING,
        /** Nothing is called so. */
        UNKNOWN,
        /** Several things are called so. */
        AMBIGUOUS,
        /** It is not of the right form, or too large. */
        MALFORMED,
        /** It is the same as another one. */
        REPEATED
    }

    /**
     * What is wrong with the value of one parameter.
     *
     * @param parameter its name
     * @param wrong what is wrong
     * @param instead the ids of things that may be meant, the likeliest first; empty if none is known
     */
    public record Fault(String parameter, Wrong wrong, List<String> instead) {
        public Fault {
            instead = List.copyOf(instead);
        }
    }

    /** With the cause and the way to fix it, both as people read them. */
    public Refusal(Reason reason, String cause, String fix) {
        this(reason, cause, fix, null);
    }

    /** For a parameter whose value is wrong; the fault is null if it is none of that kind. */
    public Refusal(Reason reason, String cause, String fix, Fault fault) {
        super(cause);
        this.reason = Objects.requireNonNull(reason);
        this.fix = Objects.requireNonNull(fix);
        this.fault = fault;
    }

    /** What is wrong with which parameter; empty if the refusal is not about the value of one. */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }

    /** Cause and fix in one line. */
    public String line() {
        return fix.isEmpty() ? getMessage() : getMessage() + " – " + fix;
    }
}
