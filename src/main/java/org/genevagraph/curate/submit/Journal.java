package org.genevagraph.curate.submit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.genevagraph.files.FileLocks;

/**
 * A file to which is only added: before tables are changed what they are to hold, and afterwards that they do. Each record has its length and
 * a checksum before it and is on the disk when it counts; what a crash left of the last one is dropped.
 */
public final class Journal implements AutoCloseable {
    private static final int HEAD = 2 * Integer.BYTES;

    private final FileChannel channel;
    private Optional<Entry> open;

    /**
     * A change of several tables at once.
     *
     * @param who who sent it
     * @param before what the tables held, by name; a table that was not there is left out
     * @param after what they are to hold
     */
    public record Entry(String who, Map<String, String> before, Map<String, String> after) {
        public Entry {
            before = new LinkedHashMap<>(before);
            after = new LinkedHashMap<>(after);
        }
    }

    private Journal(FileChannel channel, Optional<Entry> open) {
        this.channel = channel;
        this.open = open;
    }

    /**
     * Opens a journal, or begins one, and drops what a crash left of its last record.
     *
     * @throws IOException if it cannot be read or written, or somebody else has it open
     */
    public static Journal open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel);
            ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
            Optional<Entry> open = Optional.empty();
            for (Optional<byte[]> record = record(all); record.isPresent(); record = record(all)) {
                open = record.get().length == 0 ? Optional.empty() : Optional.of(entry(record.get()));
            }
            channel.truncate(all.position());
            channel.position(all.position());
            channel.force(true);
            return new Journal(channel, open);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Keeps others out until the channel is closed: two who write would overwrite each other's records. */
    private static void lock(FileChannel channel) throws IOException {
        if (!FileLocks.take(channel)) {
            throw new IOException("another server uses this folder – give each its own --submit");
        }
    }

    /** The next whole record; empty, and nothing read, if there is none. */
    private static Optional<byte[]> record(ByteBuffer all) {
        if (all.remaining() < HEAD) {
            return Optional.empty();
        }
        int start = all.position();
        int length = all.getInt();
        int checksum = all.getInt();
        if (length < 0 || length > all.remaining()) {
            all.position(start);
            return Optional.empty();
        }
        byte[] record = new byte[length];
        all.get(record);
        if (checksum(record) != checksum) {
            all.position(start);
            return Optional.empty();
        }
        return Optional.of(record);
    }

    private static int checksum(byte[] record) {
        CRC32C checksum = new CRC32C();
        // So that zeros, which a file may have at its end after a crash, are no record.
        checksum.update(record.length + 1);
        checksum.update(record);
        return (int) checksum.getValue();
    }

    /** A change that was begun and is not known to be done; empty if there is none. */
    public Optional<Entry> unfinished() {
        return open;
    }

    /**
     * Writes down what is going to be changed. When this returns, it is on the disk.
     *
     * @throws IOException if it is not; then the tables must not be changed
     */
    public void begin(Entry entry) throws IOException {
        if (open.isPresent()) {
            throw new IllegalStateException("the last change is not done");
        }
        append(bytes(entry));
        open = Optional.of(entry);
    }

    /** Writes down that the tables hold what was to be. */
    public void done() throws IOException {
        append(new byte[0]);
        open = Optional.empty();
    }

    private void append(byte[] record) throws IOException {
        long start = channel.position();
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + record.length)
                .putInt(record.length)
                .putInt(checksum(record))
                .put(record)
                .flip();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            // What is there in part must not stand before the next record.
            channel.truncate(start);
            channel.position(start);
            throw e;
        }
    }

    private static byte[] bytes(Entry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        write(entry.who(), out);
        for (Map<String, String> tables : List.of(entry.before(), entry.after())) {
            out.writeInt(tables.size());
            for (Map.Entry<String, String> table : tables.entrySet()) {
                write(table.getKey(), out);
                write(table.getValue(), out);
            }
        }
        return bytes.toByteArray();
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Entry entry(byte[] record) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
        String who = read(in);
        List<Map<String, String>> sides = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            Map<String, String> tables = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                tables.put(read(in), read(in));
            }
            sides.add(tables);
        }
        return new Entry(who, sides.get(0), sides.get(1));
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("the journal is none of this program's");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
