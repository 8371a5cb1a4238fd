package org.genevagraph.cli.serve;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.genevagraph.cli.console.Console;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.engine.Engine;
import org.genevagraph.query.engine.EngineAddress;
import org.genevagraph.query.engine.EngineUpload;
import org.genevagraph.snapshot.Snapshot;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the graph lies that queries are run on. */
public final class StoreOptions {
    private static final String MEMORY = "memory";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--store",
            defaultValue = MEMORY,
            paramLabel = "memory|URL",
            description =
                    "Where queries are run: in memory, or in the SPARQL 1.1 engine at URL. There each version is published beside the last "
                            + "ones before it is served, by name and password of GENEVA_STORE_USER and GENEVA_STORE_PASSWORD; the three newest "
                            + "stay. ${DEFAULT-VALUE} if not said.")
    private String store;

    @Option(
            names = "--store-update",
            paramLabel = "URL",
            description = "Where that engine takes updates, if not at the same address as queries.")
    private String update;

    /**
     * The engine; empty if queries are run in memory.
     *
     * @throws ParameterException if what is said of it is wrong
     */
    Optional<EngineAddress> engine() {
        if (store.equals(MEMORY)) {
            if (update != null) {
                throw wrong("--store-update " + update + " is said without --store – say --store URL as well");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(EngineAddress.of(store, update == null ? store : update, System.getenv()));
        } catch (IllegalArgumentException e) {
            throw wrong("--store: " + e.getMessage() + " – say memory, or the whole address of a SPARQL endpoint");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /**
     * Publishes a snapshot where queries are run.
     *
     * @return the version in the engine; empty if queries are run in memory
     * @throws ProblemException if the engine does not take it
     */
    Optional<Engine> publish(Snapshot snapshot, Console console) throws ProblemException {
        Optional<EngineAddress> address = engine();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            EngineUpload upload =
                    new EngineUpload(address.get(), Clock.systemUTC(), line -> console.say("store: " + line));
            return Optional.of(upload.publish(snapshot));
        } catch (IOException e) {
            throw new ProblemException(Problem.error(
                    address.get().update().toString(),
                    0,
                    "",
                    "the engine does not take the graph: it " + e.getMessage(),
                    "see that it runs and lets " + EngineAddress.USER + " read and update, and say where with --store "
                            + "and --store-update"));
        }
    }
}
