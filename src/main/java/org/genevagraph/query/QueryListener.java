package org.genevagraph.query;

import java.time.Duration;
import java.util.function.Supplier;
import org.genevagraph.problem.Refusal;

/** Told of every query when it has ended. */
public interface QueryListener {
    /** One that does not care. */
    QueryListener NONE = (asked, took, refusal) -> {};

    /** What a stranger's query is called. */
    String STRANGE = "sparql";

    /**
     * What was asked.
     *
     * @param name the name of the canned query, or {@link #STRANGE}
     * @param text the values of its parameters, or the text of the query
     */
    record Asked(String name, Supplier<String> text) {}

    /**
     * A query has ended.
     *
     * @param refusal why it was refused; null if it was answered
     */
    void ended(Asked asked, Duration took, Refusal refusal);

    /** What gives the answer to a query. */
    interface Question<T, E extends Exception> {
        /** Asks it. */
        T answer() throws Refusal, E;
    }

    /** Asks a query, and is told when it has ended. */
    default <T, E extends Exception> T heard(Asked asked, Question<T, E> question) throws Refusal, E {
        long begun = System.nanoTime();
        try {
            T answer = question.answer();
            ended(asked, Duration.ofNanos(System.nanoTime() - begun), null);
            return answer;
        } catch (Refusal refusal) {
            ended(asked, Duration.ofNanos(System.nanoTime() - begun), refusal);
            throw refusal;
        }
    }
}
