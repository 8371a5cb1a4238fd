package org.genevagraph.problem;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A request that is not served, with the cause and what to do about it. */
public final class Refusal extends Exception {
    private final Reason reason;
    private final String fix;
    private final transient Fault fault;
    private final transient Choices choices;

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
        REPEATED,
        /** It ends before it begins. */
        REVERSED
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

    /**
     * What there is instead of a name that is none; what is called by several names has one id.
     *
     * @param of what is to be chosen: the name of a parameter, or what stands at this place of an address
     * @param ids the ids of what there is, as addresses have them
     * @param near whether these are those that may be meant; otherwise they are all that there are
     */
    public record Choices(String of, List<String> ids, boolean near) {
        public Choices {
            ids = List.copyOf(ids);
        }
    }

    /** With the cause and the way to fix it, both as people read them. */
    public Refusal(Reason reason, String cause, String fix) {
        this(reason, cause, fix, null, null);
    }

    /** For a parameter whose value is wrong; the fault is null if it is none of that kind. */
    public Refusal(Reason reason, String cause, String fix, Fault fault) {
        this(reason, cause, fix, fault, null);
    }

    /** With what there is instead, which the fix tells in words. */
    public Refusal(Reason reason, String cause, String fix, Choices choices) {
        this(reason, cause, fix, null, choices);
    }

    private Refusal(Reason reason, String cause, String fix, Fault fault, Choices choices) {
        super(cause);
        this.reason = Objects.requireNonNull(reason);
        this.fix = Objects.requireNonNull(fix);
        this.fault = fault;
        this.choices = choices;
    }

    /**
     * For a name that is none of those that there are: the fix is those that may be meant, or all.
     *
     * @param of what is to be chosen, as in {@link Choices}
     * @param given the name
     * @param known all that there are
     * @param all what is said before all of them: "choose one of"
     */
    public static Refusal noneOf(
            Reason reason, String cause, String of, String given, Collection<String> known, String all) {
        List<String> near = Nearest.of(given, known);
        List<String> ids = near.isEmpty() ? List.copyOf(known) : near;
        return new Refusal(
                reason,
                cause,
                Nearest.hint(given, known, all + " " + String.join(", ", known)),
                new Choices(of, ids, !near.isEmpty()));
    }

    /** What is wrong with which parameter; empty if the refusal is not about the value of one. */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** The same of the value of a parameter of something that is there even if the thing is not: a bad request, with the things as choices. */
    public Refusal asChoice(String parameter) {
        return new Refusal(
                Reason.BAD_REQUEST,
                parameter + ": " + getMessage(),
                fix,
                fault().map(wrong -> new Choices(parameter, wrong.instead(), true))
                        .orElse(choices));
    }

    /** What there is instead; empty if the refusal is not about a name among others. */
    public Optional<Choices> choices() {
        return Optional.ofNullable(choices);
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
