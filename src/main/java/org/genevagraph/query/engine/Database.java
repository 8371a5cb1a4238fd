package org.genevagraph.query.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.Query;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.guard.Deadline;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;

/**
 * One version of the graph in a TDB2 database of its own, which nobody writes to any more: the server and its workers read the same files at
 * the same time, and the system keeps in memory what of them is read. Its default graph holds the union of the named ones.
 */
public final class Database implements Store {
    /** How an argument begins that names one. */
    private static final String SCHEME = "tdb2:";

    /** The folder in which Jena's own tools look for the files. */
    private static final String FILES = "Data-0001";

    /** Tells which files belong to it, and how long each is. */
    private static final String LIST = "files.txt";

    /** Goes up when the same graph is written otherwise. */
    private static final String FORM = "geneva-graph 1";

    /** Terms that a process keeps, which has to fit in a worker. */
    private static final int KEPT_TERMS = 100_000;

    private final Path folder;
    private final DatasetGraphTDB dataset;

    /** It is closed when nobody reads it. */
    private final ReadWriteLock closing = new ReentrantReadWriteLock();

    /** Guarded by that. */
    private boolean closed;

    private Database(Path folder, DatasetGraphTDB dataset) {
        this.folder = folder;
        this.dataset = dataset;
    }

    /** An empty one, to be filled and shut down. */
    static DatasetGraphTDB create(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(FILES));
        return storage(folder);
    }

    private static DatasetGraphTDB storage(Path folder) {
        StoreParams parameters = StoreParams.builder("geneva-graph")
                .nodeId2NodeCacheSize(KEPT_TERMS)
                .node2NodeIdCacheSize(KEPT_TERMS)
                .build();
        // Not by way of Jena's connections, which let one process only have the files, be it to read them.
        return TDB2StorageBuilder.build(
                Location.create(folder.resolve(FILES).toAbsolutePath().toString()), parameters, null);
    }

    /** Has all that was written on the disk, and notes which files there are: what was not sealed was not finished. */
    static void seal(Path folder) throws IOException {
        for (Path file : files(folder)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        Files.write(folder.resolve(LIST), list(folder));
    }

    /** Whether all files are there as they were sealed. */
    static boolean isWhole(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        return Files.isRegularFile(list)
                && Files.isDirectory(folder.resolve(FILES))
                && Files.readAllLines(list).equals(list(folder));
    }

    private static List<String> list(Path folder) throws IOException {
        List<String> list = new ArrayList<>(List.of(FORM));
        for (Path file : files(folder)) {
            list.add(Files.size(file) + " " + file.getFileName());
        }
        return list;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(FILES))) {
            return files.filter(file -> !file.toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * One that was sealed.
     *
     * @throws IOException if it is not whole
     */
    static Database open(Path folder) throws IOException {
        if (!isWhole(folder)) {
            throw new IOException("the database in " + folder + " is not whole");
        }
        return new Database(folder, storage(folder));
    }

    /** Read from an argument of a program; empty if it names no database. */
    static Optional<Database> ofArgument(String argument) throws IOException {
        return argument.startsWith(SCHEME)
                ? Optional.of(open(Path.of(argument.substring(SCHEME.length()))))
                : Optional.empty();
    }

    @Override
    public String toArgument() {
        return SCHEME + folder.toAbsolutePath();
    }

    @Override
    public String version() {
        return folder.getFileName().toString();
    }

    @Override
    public Result ask(Query query, Limits limits, Duration time) throws Refusal {
        GuardedQuery guarded = GuardedQuery.of(query, limits.withTime(time));
        return run(guarded, Deadline.in(time));
    }

    @Override
    public Result run(GuardedQuery query, Deadline deadline) throws Refusal {
        closing.readLock().lock();
        try {
            if (closed) {
                throw new Refusal(Refusal.Reason.BUSY, "another version of the graph is served by now", "ask again");
            }
            dataset.begin(TxnType.READ);
            try {
                // It reads the terms of rows when they are asked for, which after this would be too late.
                return EngineGraphs.asWritten(query.run(dataset, BindingFactory.empty(), deadline));
            } finally {
                dataset.end();
            }
        } finally {
            closing.readLock().unlock();
        }
    }

    /** Gives its files back when the last answer that it is asked for is there; what is asked later is refused. */
    void close() {
        closing.writeLock().lock();
        try {
            closed = true;
            dataset.shutdown();
        } finally {
            closing.writeLock().unlock();
        }
    }
}
