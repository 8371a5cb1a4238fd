package org.genevagraph.query.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IOX;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.genevagraph.files.FileLocks;
import org.genevagraph.snapshot.DumpWriter;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Iris;

/**
 * A folder with a TDB2 database for each version of the graph, called like the version. One is loaded beside the others under another name
 * and renamed when it is whole, so that what was cut off is never taken for a version. One server at a time has the folder.
 */
public final class DatabaseFolder implements Closeable {
    private static final String LOCK = "geneva.lock";
    private static final String LOADING = ".part";

    /** What is called otherwise belongs to somebody else. */
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{16}([.]part)?");

    /** Those before stay for what is still asked of them: while one is made ready, another may be published already. */
    private static final int KEPT_VERSIONS = 3;

    private final Path folder;
    private final FileChannel lock;
    private final InstantSource clock;
    private final Consumer<String> progress;

    /** Those that are asked, by their version; guarded by this. */
    private final Map<String, Database> open = new HashMap<>();

    private DatabaseFolder(Path folder, FileChannel lock, InstantSource clock, Consumer<String> progress) {
        this.folder = folder;
        this.lock = lock;
        this.clock = clock;
        this.progress = progress;
    }

    /** Another server has the folder. */
    public static final class InUseException extends IOException {
        InUseException() {
            super("is in use by another server");
        }
    }

    /**
     * Makes the folder if it is not there, and takes it until it is closed; what is done is told as it is done.
     *
     * @throws InUseException if another server has it
     * @throws IOException if it cannot be made or written
     */
    public static DatabaseFolder open(Path folder, InstantSource clock, Consumer<String> progress) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!FileLocks.take(channel)) {
            channel.close();
            throw new InUseException();
        }
        return new DatabaseFolder(folder, channel, clock, progress);
    }

    /** The system gives the folder back when the process ends, however it does. */
    @Override
    public synchronized void close() throws IOException {
        open.values().forEach(Database::close);
        lock.close();
    }

    /**
     * Publishes, and removes older versions and what was cut off.
     *
     * @return the snapshot's version
     * @throws IOException if it cannot be written
     */
    public synchronized Database publish(Snapshot snapshot) throws IOException {
        removeParts();
        String version = DumpWriter.wholeVersion(snapshot.dataset());
        Path there = folder.resolve(version);
        if (Database.isWhole(there)) {
            progress.accept("version " + version + " is there already");
        } else {
            forget(version);
            load(snapshot, version);
            progress.accept("version " + version + " is there");
        }
        Files.setLastModifiedTime(there, FileTime.from(clock.instant()));
        if (!open.containsKey(version)) {
            open.put(version, Database.open(there));
        }
        removeOld(version);
        return open.get(version);
    }

    private void forget(String version) {
        Optional.ofNullable(open.remove(version)).ifPresent(Database::close);
    }

    private void load(Snapshot snapshot, String version) throws IOException {
        Path part = folder.resolve(version + LOADING);
        try {
            DatasetGraphTDB dataset = Database.create(part);
            try {
                fill(dataset, snapshot);
            } finally {
                dataset.shutdown();
            }
            Database.seal(part);
        } catch (IOException | RuntimeException e) {
            // What it took on the disk is free for the next one.
            IOX.deleteAll(part);
            throw new IOException("cannot be filled: " + e.getMessage(), e);
        }
        IOX.deleteAll(folder.resolve(version));
        Files.move(part, folder.resolve(version), StandardCopyOption.ATOMIC_MOVE);
    }

    private void fill(DatasetGraph dataset, Snapshot snapshot) {
        DataLoader loader = LoaderFactory.sequentialLoader(dataset, (format, values) -> {});
        loader.startBulk();
        StreamRDF into = loader.stream();
        for (String name : new TreeSet<>(snapshot.triplesPerGraph().keySet())) {
            Node graph = Iris.graph(name);
            snapshot.dataset().getGraph(graph).stream().forEach(triple -> into.quad(Quad.create(graph, triple)));
            progress.accept(String.format(
                    "%,d triples in <%s>", snapshot.triplesPerGraph().get(name), graph.getURI()));
        }
        snapshot.dataset().getDefaultGraph().stream().forEach(into::triple);
        loader.finishBulk();
    }

    /** Removes what a load left that was cut off. */
    private void removeParts() throws IOException {
        List<Path> parts;
        try (Stream<Path> inside = Files.list(folder)) {
            parts = inside.filter(path -> path.toString().endsWith(LOADING)
                            && VERSION.matcher(path.getFileName().toString()).matches())
                    .toList();
        }
        parts.forEach(IOX::deleteAll);
    }

    private void removeOld(String current) throws IOException {
        List<Path> others;
        try (Stream<Path> inside = Files.list(folder)) {
            others = inside.filter(path ->
                            VERSION.matcher(path.getFileName().toString()).matches() && !path.endsWith(current))
                    .sorted(Comparator.comparing((Path path) -> path.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        int kept = 0;
        for (Path old : others) {
            if (Database.isWhole(old) && kept < KEPT_VERSIONS - 1) {
                kept++;
            } else {
                forget(old.getFileName().toString());
                IOX.deleteAll(old);
                progress.accept("removed version " + old.getFileName());
            }
        }
    }
}
