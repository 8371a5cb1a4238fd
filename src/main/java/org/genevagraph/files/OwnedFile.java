package org.genevagraph.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A temporary file that belongs to this process: it goes when it is closed, when the process ends, or, if the process was killed, when the next
 * one makes such a file. Whether its owner lives is told by a lock, which no number of a process that was given again can feign.
 */
public final class OwnedFile implements AutoCloseable {
    private static final String PREFIX = "geneva-owned-";

    /** The files of this process, which must not be opened to look at their lock: closing them would give it back. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private static final AtomicBoolean SWEPT = new AtomicBoolean();

    private final Path path;
    private final FileChannel channel;

    private OwnedFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes one in the folder for such files.
     *
     * @param ending of its name, with the point
     */
    public static OwnedFile create(String ending) throws IOException {
        return create(Path.of(System.getProperty("java.io.tmpdir")), ending);
    }

    static OwnedFile create(Path folder, String ending) throws IOException {
        if (SWEPT.compareAndSet(false, true)) {
            sweep(folder);
        }
        while (true) {
            Path path = Files.createTempFile(folder, PREFIX, ending);
            OWN.add(path);
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
            // Another process that swept before the lock was there may have taken it for nobody's.
            if (FileLocks.take(channel) && Files.exists(path)) {
                path.toFile().deleteOnExit();
                return new OwnedFile(path, channel);
            }
            channel.close();
            OWN.remove(path);
        }
    }

    /** Deletes what processes that live no more have left in a folder. */
    static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (!OWN.contains(file)) {
                    deleteUnowned(file);
                }
            }
        }
    }

    private static void deleteUnowned(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (FileLocks.take(channel)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It is somebody else's, or went meanwhile: whoever may delete it does.
        }
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** Writes into it, from its beginning; closing the stream leaves the file to its owner. */
    public OutputStream output() {
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Deletes it; whoever has it open goes on reading, where the system lets them. */
    @Override
    public void close() throws IOException {
        try {
            if (!path.toFile().delete()) {
                path.toFile().deleteOnExit();
            }
        } finally {
            channel.close();
            OWN.remove(path);
        }
    }
}
