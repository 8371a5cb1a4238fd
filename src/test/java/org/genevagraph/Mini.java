package org.genevagraph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.genevagraph.cli.Main;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.description.CatalogueGraph;
import org.genevagraph.query.foreign.ForeignRun;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.InputFiles;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.snapshot.kept.BuildKey;
import org.genevagraph.snapshot.kept.KeptSnapshots;

/** The small made-up data set of the tests, the real one, and how the program is run on them. */
public final class Mini {
    /** The folder of the project. */
    public static final Path HOME = Path.of("");

    /** The made-up tables. */
    public static final Path DATA = Path.of("src/test/resources/mini");

    static {
        // What tests build is built by what they test, and stays out of the folders of whoever runs them.
        System.setProperty("geneva.build-cache", "off");
    }

    private Mini() {}

    /** A snapshot of the made-up tables. */
    public static Snapshot snapshot() {
        return MadeUp.SNAPSHOT;
    }

    /** A snapshot of the project's own tables. */
    public static Snapshot realSnapshot() {
        return RealData.SNAPSHOT;
    }

    /** What is served of the project's own tables: what every server makes of them is made once, what it keeps and takes is its own. */
    public static Served served() {
        Served first = RealServed.FIRST;
        return new Served(
                first.runner(),
                first.catalogue(),
                new ForeignRun(realSnapshot().dataset()),
                new ConcurrentHashMap<>(first.made()));
    }

    private static final class RealServed {
        static final Served FIRST = prepared();

        private static Served prepared() {
            Served served = Served.of(realSnapshot(), queries(), Limits.STANDARD);
            served.prepare();
            return served;
        }
    }

    /** A snapshot of the made-up tables in which Delta Bank has another name; they are copied below a folder. */
    public static Snapshot naming(Path folder, String name) throws IOException, ProblemException {
        Path data = folder.resolve("data-" + name.replace(' ', '-'));
        copy(DATA, data);
        Path table = data.resolve("organisations.csv");
        Files.writeString(table, Files.readString(table).replace("Delta Bank", name));
        return new SnapshotBuilder(inputs(data), Progress.NONE).build();
    }

    /** Adds rows to a table of a copy. */
    public static void add(Path table, List<String> rows) throws IOException {
        Files.write(table, rows, StandardOpenOption.APPEND);
    }

    /** Built once for all tests, since no test changes it. */
    private static final class MadeUp {
        static final Snapshot SNAPSHOT = build(DATA);
    }

    /** The same of the project's own; the first process of a run builds it, the others read what that one has kept. */
    private static final class RealData {
        private static final Path TABLES = Path.of("data");
        private static final Path KEPT = Path.of("target", "kept-for-tests");

        static final Snapshot SNAPSHOT = builtOnce();

        private static Snapshot builtOnce() {
            try {
                Files.createDirectories(KEPT);
                // The key is of the program's classes as well as of the tables.
                BuildKey key = BuildKey.of(InputFiles.read(HOME, TABLES, Optional.empty()))
                        .orElseThrow();
                KeptSnapshots kept = KeptSnapshots.in(KEPT, line -> {});
                try (FileChannel file =
                        FileChannel.open(KEPT.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    file.lock();
                    return kept.find(key).orElseGet(() -> {
                        Snapshot built = build(TABLES);
                        kept.keep(key, built);
                        return built;
                    });
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The project's queries, read once for all tests. */
    public static QueryCatalogue queries() {
        return RealQueries.QUERIES;
    }

    private static final class RealQueries {
        static final QueryCatalogue QUERIES = read();

        private static QueryCatalogue read() {
            try {
                return QueryCatalogue.read(HOME.resolve("queries"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ProblemException e) {
                throw new AssertionError(e.getMessage(), e);
            }
        }
    }

    /** What a snapshot of a folder of tables is built from, the catalogue of queries included as users get it. */
    public static Inputs inputs(Path data) throws IOException, ProblemException {
        return Inputs.read(HOME, data).with(CatalogueGraph.NAME, CatalogueGraph.of(queries()));
    }

    private static Snapshot build(Path data) {
        try {
            return new SnapshotBuilder(inputs(data), Progress.NONE).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProblemException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** Copies a folder. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    /** What a run of the program left behind. */
    public record Run(int status, String out, String err) {
        /** The lines of the standard output. */
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    /** Runs the program. */
    public static Run geneva(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(arguments, out, err);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
