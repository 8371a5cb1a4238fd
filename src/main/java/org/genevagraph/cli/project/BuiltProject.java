package org.genevagraph.cli.project;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Optional;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.settings.CacheFolder;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.InputFiles;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.snapshot.SuccessiveBuilds;
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

    private volatile boolean toldOfNoHome;

    private final SuccessiveBuilds builds = new SuccessiveBuilds();

    /** Builds the snapshot, unless it is kept: the same files give the same one. */
    public Snapshot build(Console console) throws IOException, ProblemException {
        return build(read(console), console);
    }

    /**
     * Reads what the files hold now.
     *
     * @param console is told what goes wrong with what is kept of them
     */
    public ReadProject read(Console console) throws IOException {
        InputFiles files = files(data(), sources());
        Optional<BuildKey> key = BuildKey.of(files);
        return new ReadProject(files, key.flatMap(known -> known(known, console)), key);
    }

    /** Builds the snapshot of what was read, unless it is kept. */
    public Snapshot build(ReadProject read, Console console) throws ProblemException {
        return read.known().isPresent()
                ? read.known().get()
                : kept(
                        read,
                        console.withProgress(
                                "Building", progress -> new SnapshotBuilder(read.inputs(), progress).build()),
                        console);
    }

    /** The same, again and again and without showing how it goes: what has not changed since the last time is not checked anew. */
    public Snapshot rebuild(ReadProject read, Console console) throws ProblemException {
        return read.known().isPresent()
                ? read.known().get()
                : kept(read, builds.build(read.inputs(), Progress.NONE), console);
    }

    /** The snapshot of a key, if this process built it last, or it is kept. */
    private Optional<Snapshot> known(BuildKey key, Console console) {
        Built last = lastBuilt.get();
        if (last != null && last.key().equals(key)) {
            return Optional.of(last.snapshot());
        }
        Optional<Snapshot> found = kept(console).find(key);
        found.ifPresent(snapshot -> lastBuilt = new SoftReference<>(new Built(key, snapshot)));
        return found;
    }

    private Snapshot kept(ReadProject read, Snapshot snapshot, Console console) {
        read.key().ifPresent(key -> {
            if (CacheFolder.isMissing(cache, System.getenv()) && !toldOfNoHome) {
                toldOfNoHome = true;
                console.say("what was built is not kept for the next start, for this user has no home (user.home)"
                        + " – say --build-cache DIR, or --build-cache off");
            }
            kept(console).keep(key, snapshot);
            lastBuilt = new SoftReference<>(new Built(key, snapshot));
        });
        return snapshot;
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
