package org.genevagraph.query.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.foreign.ForeignRun;
import org.genevagraph.query.guard.Limits;

/** One version of the graph, published where queries are run on it in place of this program's memory. */
public sealed interface Store extends ForeignRun.Source permits Engine, Database {
    /** The version, a hash of everything that is in it. */
    String version();

    /** As an argument of a program, which takes name and password, if any are needed, from its environment. */
    String toArgument();

    /**
     * Asks.
     *
     * @param query a query that was checked for what it must not do; it names graphs as they are called here
     * @param time how long the whole answer may take
     * @throws Refusal if there is no answer, or it takes more than the limits allow
     */
    Result ask(Query query, Limits limits, Duration time) throws Refusal;

    /**
     * Read from an argument of a program.
     *
     * @return empty if it names no store
     * @throws IOException if the version is not there
     */
    static Optional<Store> ofArgument(String argument, Map<String, String> environment) throws IOException {
        Optional<Database> database = Database.ofArgument(argument);
        return database.isPresent()
                ? database.map(found -> found)
                : Engine.ofArgument(argument, environment).map(found -> found);
    }
}
