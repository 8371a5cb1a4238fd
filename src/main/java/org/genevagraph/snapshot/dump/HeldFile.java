package org.genevagraph.snapshot.dump;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.genevagraph.files.OwnedFile;
import org.genevagraph.vocabulary.Iris;

/**
 * A gzipped file without a name: it takes space on the disk, not in memory, as long as somebody holds it, and goes with the last of those who
 * do, even if the process is killed. Threads may read it at the same time.
 */
public final class HeldFile {
    private static final int CHUNK = 1 << 16;

    private final RandomAccessFile file;
    private final long length;
    private final String digest;

    private HeldFile(RandomAccessFile file, long length, String digest) {
        this.file = file;
        this.length = length;
        this.digest = digest;
    }

    /** Writes something to a stream. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Makes a file of what is written, gzipped. */
    static HeldFile gzipped(Writing content) throws IOException {
        // It is deleted at once: whoever has it open goes on reading.
        try (OwnedFile owned = OwnedFile.create(".gz")) {
            MessageDigest sha256 = Iris.sha256();
            try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(owned.output(), CHUNK), sha256)) {
                gzip(content, out);
            }
            return new HeldFile(
                    new RandomAccessFile(owned.path().toFile(), "r"),
                    Files.size(owned.path()),
                    HexFormat.of().formatHex(sha256.digest()));
        }
    }

    /** Gzips what is written: of the same bytes the same, since the header has neither a time, a name nor a system. */
    public static void gzip(Writing content, OutputStream out) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(out, CHUNK);
        BufferedOutputStream buffered = new BufferedOutputStream(gzip, CHUNK);
        content.to(buffered);
        buffered.flush();
        gzip.finish();
    }

    /** How many bytes it has. */
    public long length() {
        return length;
    }

    /** The SHA-256 of its bytes, in lower-case hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** Writes a part of it, from a byte, counted from 0. */
    public void copy(long from, long count, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long at = from;
        while (at < from + count) {
            int read;
            synchronized (file) {
                file.seek(at);
                read = file.read(chunk, 0, (int) Math.min(CHUNK, from + count - at));
            }
            if (read < 0) {
                throw new IOException("the file is shorter than it was");
            }
            out.write(chunk, 0, read);
            at += read;
        }
    }
}
