package org.genevagraph.snapshot.kept;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.genevagraph.files.BlockReader;
import org.genevagraph.files.BlockWriter;
import org.genevagraph.snapshot.Snapshot;

/**
 * A folder of snapshots, by the keys of what they were built from. It holds a few, those that were wanted last. Several processes may use it at
 * once: a file appears there when it is whole, and what is damaged is as good as missing.
 */
public final class KeptSnapshots {
    /** Keeps nothing, and finds nothing. */
    public static final KeptSnapshots NONE = new KeptSnapshots(null, line -> {});

    /** How many snapshots stay. */
    static final int MOST = 3;

    private static final String ENDING = ".snapshot";
    private static final String DRAFT = ".draft";

    /** After this time nobody is still writing a draft. */
    private static final Duration WRITTEN = Duration.ofHours(1);

    /** Null if nothing is kept. */
    private final Path folder;

    private final Consumer<String> told;

    private KeptSnapshots(Path folder, Consumer<String> told) {
        this.folder = folder;
        this.told = told;
    }

    /**
     * In a folder, which need not be there yet.
     *
     * @param told is told in a line what goes wrong, none of which stops anything
     */
    public static KeptSnapshots in(Path folder, Consumer<String> told) {
        return new KeptSnapshots(folder, told);
    }

    private Path file(BuildKey key) {
        return folder.resolve(key.digits() + ENDING);
    }

    /** The snapshot that was built from what the key stands for, if it is there and as it was written. */
    public Optional<Snapshot> find(BuildKey key) {
        if (folder == null) {
            return Optional.empty();
        }
        Path file = file(key);
        try (FileChannel channel = FileChannel.open(file)) {
            Snapshot snapshot = SnapshotFile.read(key, BlockReader.open(channel, SnapshotFile.MAGIC));
            touch(file);
            return Optional.of(snapshot);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // A file that has the right checksum and is still wrong was written by somebody else.
            told.accept("what was kept of the last start cannot be read (" + why(e) + "): it is built anew");
            return Optional.empty();
        }
    }

    /** What was wanted last is kept longest. */
    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Clock.systemUTC().instant()));
        } catch (IOException e) {
            // Then it goes earlier, which costs a build.
        }
    }

    /** Keeps a snapshot that was built from what the key stands for, and lets go what was not wanted for the longest time. */
    public void keep(BuildKey key, Snapshot snapshot) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, key.digits(), DRAFT);
            try {
                try (OutputStream out = Files.newOutputStream(draft)) {
                    BlockWriter writer = new BlockWriter(out, SnapshotFile.MAGIC);
                    SnapshotFile.write(key, snapshot, writer);
                    writer.finish();
                }
                Files.move(draft, file(key), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            tidy();
        } catch (IOException e) {
            told.accept("what was built cannot be kept for the next start (" + why(e)
                    + ") – say --build-cache DIR for another folder, or --build-cache off");
        }
    }

    private void tidy() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file ->
                            file.toString().endsWith(ENDING) || file.toString().endsWith(DRAFT))
                    .forEach(file -> times.put(file, time(file)));
        }
        FileTime old = FileTime.from(Clock.systemUTC().instant().minus(WRITTEN));
        List<Path> kept = new ArrayList<>();
        for (Map.Entry<Path, FileTime> file : times.entrySet()) {
            if (file.getKey().toString().endsWith(ENDING)) {
                kept.add(file.getKey());
            } else if (file.getValue().compareTo(old) < 0) {
                Files.deleteIfExists(file.getKey());
            }
        }
        kept.sort(Comparator.comparing((Path file) -> times.get(file)).reversed());
        for (Path file : kept.subList(Math.min(MOST, kept.size()), kept.size())) {
            Files.deleteIfExists(file);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // Another process has just removed it.
            return FileTime.fromMillis(0);
        }
    }

    private static String why(Exception e) {
        String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
