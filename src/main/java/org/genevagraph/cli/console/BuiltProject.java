package org.genevagraph.cli.console;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Optional;
import org.genevagraph.cli.settings.CacheFolder;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.snapshot.kept.BuildKey;
import org.genevagraph.snapshot.kept.KeptSnapshots;
import picocli.CommandLine.Option;

/** The project for commands that need its snapshot: where what is built of it is kept. */
public final class BuiltProject extends Project {
    @Option(
            names = "--build-cache",
            paramLabel = "DIR|off",
            description = {
                "Where what was built is kept, so that the next start reads it instead of building the same again; off for nowhere.",
                "Without it, GENEVA_BUILD_CACHE says where, or it is geneva-graph in the user's folder of caches (XDG_CACHE_HOME)."
            })
    private String cache;

    /**
     * The canned queries, whose terms are looked up in the ontology unless that was done when what is kept of the same files was built.
     *
     * @param console is told what goes wrong with what is kept
     */
    public QueryCatalogue queries(Console console) throws IOException, ProblemException {
        Optional<BuildKey> key = key();
        return key.isPresent() && kept(console).has(key.get()) ? queries(Optional.empty()) : queries();
    }

    /** Builds the snapshot, unless it is kept: the same files give the same one. */
    public Snapshot build(Console console) throws IOException, ProblemException {
        Optional<BuildKey> key = key();
        Optional<Snapshot> known = known(key, console);
        return known.isPresent() ? known.get() : built(read(Optional.empty()), console);
    }

    /**
     * What the files held.
     *
     * @param key stands for it; empty if they were changed meanwhile
     */
    public record Read(Inputs inputs, Optional<BuildKey> key) {}

    /**
     * Reads what the files hold now.
     *
     * @param queries the canned queries, if they have been read already
     */
    public Read read(Optional<QueryCatalogue> queries) throws IOException {
        Optional<BuildKey> before = key();
        Inputs inputs = queries.isPresent() ? inputs(queries.get()) : inputs();
        return new Read(inputs, before.equals(key()) ? before : Optional.empty());
    }

    /** Builds the snapshot of what was read, unless it is kept. */
    public Snapshot build(Read read, Console console) throws ProblemException {
        Optional<Snapshot> known = known(read.key(), console);
        return known.isPresent() ? known.get() : built(read, console);
    }

    private Snapshot built(Read read, Console console) throws ProblemException {
        return kept(
                read,
                console.withProgress("Building", progress -> new SnapshotBuilder(read.inputs(), progress).build()),
                console);
    }

    /** The same without showing how it goes. */
    public Snapshot rebuild(Read read, Console console) throws ProblemException {
        Optional<Snapshot> known = known(read.key(), console);
        return known.isPresent()
                ? known.get()
                : kept(read, new SnapshotBuilder(read.inputs(), Progress.NONE).build(), console);
    }

    /** The snapshot of a key, if this process built it last, or it is kept. */
    private Optional<Snapshot> known(Optional<BuildKey> key, Console console) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Built last = lastBuilt.get();
        if (last != null && last.key().equals(key.get())) {
            return Optional.of(last.snapshot());
        }
        Optional<Snapshot> found = kept(console).find(key.get());
        found.ifPresent(snapshot -> lastBuilt = new SoftReference<>(new Built(key.get(), snapshot)));
        return found;
    }

    /** Keeps a snapshot, if the files were not changed while they were read. */
    private Snapshot kept(Read read, Snapshot snapshot, Console console) {
        read.key().ifPresent(key -> {
            kept(console).keep(key, snapshot);
            lastBuilt = new SoftReference<>(new Built(key, snapshot));
        });
        return snapshot;
    }

    /** What the files hold now; empty if they cannot be read, which whoever builds of them is told. */
    private Optional<BuildKey> key() {
        try {
            return Optional.of(BuildKey.of(home(), data(), sources()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private KeptSnapshots kept(Console console) {
        return CacheFolder.of(cache, System.getenv())
                .map(folder -> KeptSnapshots.in(folder, console::say))
                .orElse(KeptSnapshots.NONE);
    }

    /** What was built or read last in this process, kept while memory suffices. */
    private static volatile SoftReference<Built> lastBuilt = new SoftReference<>(null);

    private record Built(BuildKey key, Snapshot snapshot) {}
}
