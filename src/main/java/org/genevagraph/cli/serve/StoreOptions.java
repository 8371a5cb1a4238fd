package org.genevagraph.cli.serve;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.genevagraph.cli.console.Console;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.engine.DatabaseFolder;
import org.genevagraph.query.engine.EngineAddress;
import org.genevagraph.query.engine.EngineUpload;
import org.genevagraph.query.engine.Store;
import org.genevagraph.snapshot.Snapshot;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the graph lies that queries are run on. */
public final class StoreOptions {
    private static final String MEMORY = "memory";
    private static final String DATABASE = "tdb2:";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--store",
            defaultValue = MEMORY,
            paramLabel = "memory|tdb2:DIR|URL",
            description =
                    "Where queries are run: in memory, in a TDB2 database in the folder DIR, or in the SPARQL 1.1 engine at URL. In the last two "
                            + "each version is published beside the last ones before it is served; an engine is asked by name and password of "
                            + "GENEVA_STORE_USER and GENEVA_STORE_PASSWORD, or by GENEVA_STORE_TOKEN. ${DEFAULT-VALUE} if not said.")
    private String store;

    @Option(
            names = "--store-update",
            paramLabel = "URL",
            description = "Where that engine takes updates, if not at the same address as queries.")
    private String update;

    @Option(
            names = "--store-graphs",
            paramLabel = "URL",
            description =
                    "Where that engine takes triples by the Graph Store Protocol, which it reads sooner than updates. Without it, they are sent "
                            + "as updates.")
    private String graphs;

    /** Held while the program serves; null without a database. */
    private DatabaseFolder databases;

    /**
     * Looks whether what is said can be so; makes nothing.
     *
     * @throws ParameterException if it cannot
     */
    void check() {
        engine();
        folder().ifPresent(folder -> {
            Path there = folder;
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            if (!Files.isDirectory(there)) {
                throw wrong("--store tdb2:" + folder + ": " + there + " is a file – give a folder, or one to be made");
            }
            if (!Files.isWritable(there)) {
                throw wrong("--store tdb2:" + folder + ": nothing can be written in " + there
                        + " – give a folder in which this user may write");
            }
        });
    }

    /** The folder of databases; empty if queries are run elsewhere. */
    private Optional<Path> folder() {
        if (!store.startsWith(DATABASE)) {
            return Optional.empty();
        }
        ofEngine().ifPresent(said -> {
            throw wrong(said + " goes with --store URL only – leave it out");
        });
        String name = store.substring(DATABASE.length());
        if (name.isBlank()) {
            throw wrong("--store tdb2: names no folder – say --store tdb2:DIR");
        }
        return Optional.of(Path.of(name).toAbsolutePath());
    }

    /**
     * The engine; empty if queries are run here.
     *
     * @throws ParameterException if what is said of it is wrong
     */
    Optional<EngineAddress> engine() {
        if (store.equals(MEMORY) || folder().isPresent()) {
            ofEngine().ifPresent(said -> {
                throw wrong(said + " is said without --store – say --store URL as well");
            });
            return Optional.empty();
        }
        try {
            EngineAddress address = EngineAddress.of(store, update == null ? store : update, System.getenv());
            return Optional.of(graphs == null ? address : address.withGraphs(graphs));
        } catch (IllegalArgumentException e) {
            throw wrong("--store: " + e.getMessage()
                    + " – say memory, tdb2:DIR, or the whole address of a SPARQL endpoint");
        }
    }

    /** What is said of an engine, for people; empty if nothing is. */
    private Optional<String> ofEngine() {
        return update != null
                ? Optional.of("--store-update " + update)
                : Optional.ofNullable(graphs).map(url -> "--store-graphs " + url);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /**
     * Takes the folder of databases, if there is one: before anything is built, which takes a while.
     *
     * @return gives it back
     * @throws ProblemException if another server has it, or it cannot be made
     */
    Closeable open(Console console) throws ProblemException {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            return () -> {};
        }
        try {
            databases = DatabaseFolder.open(folder.get(), Clock.systemUTC(), line -> console.say("store: " + line));
            return databases;
        } catch (DatabaseFolder.InUseException e) {
            throw fault(
                    folder.get(),
                    "another server uses this folder of databases",
                    "end that server, or give each a folder of its own with --store tdb2:DIR");
        } catch (IOException e) {
            throw fault(
                    folder.get(),
                    "this folder of databases cannot be made or written: " + e.getMessage(),
                    "give a folder in which this user may write with --store tdb2:DIR");
        }
    }

    private static ProblemException fault(Object where, String message, String fix) {
        return new ProblemException(Problem.error(where.toString(), 0, "", message, fix));
    }

    /**
     * Publishes a snapshot where queries are run.
     *
     * @return the version there; empty if queries are run in memory
     * @throws ProblemException if it is not taken there
     */
    Optional<Store> publish(Snapshot snapshot, Console console) throws ProblemException {
        if (databases != null) {
            try {
                return Optional.of(databases.publish(snapshot));
            } catch (IOException e) {
                throw fault(
                        folder().orElseThrow(),
                        "the database does not take the graph: " + e.getMessage(),
                        "see that there is room on the disk, and that nothing else writes in this folder");
            }
        }
        Optional<EngineAddress> address = engine();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            EngineUpload upload =
                    new EngineUpload(address.get(), Clock.systemUTC(), line -> console.say("store: " + line));
            return Optional.of(upload.publish(snapshot));
        } catch (IOException e) {
            throw fault(
                    address.get().update(),
                    "the engine does not take the graph: it " + e.getMessage(),
                    "see that it runs and lets " + EngineAddress.USER + " read and update, and say where with --store, "
                            + "--store-update and --store-graphs");
        }
    }
}
