package org.genevagraph.link.register;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** A file as it is read: unpacked if it is zipped, gzipped or packed with bzip2, as its first bytes tell, and counted. */
final class RegisterFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Closeable holder;
    private final Counted counted;
    private final InputStream in;
    private final long total;

    private RegisterFile(Closeable holder, Counted counted, InputStream in, long total) {
        this.holder = holder;
        this.counted = counted;
        this.in = in;
        this.total = total;
    }

    /**
     * Opens a file.
     *
     * @param ending what the name of the wanted file ends in, if the given one is an archive; of several, the one that says it follows the
     *     newest schema, or the largest
     * @throws IOException if it is not there or not what its first bytes say
     */
    static RegisterFile open(Path file, String ending) throws IOException {
        byte[] magic = new byte[4];
        try (InputStream first = Files.newInputStream(file)) {
            first.readNBytes(magic, 0, magic.length);
        }
        if (magic[0] == 'P' && magic[1] == 'K') {
            return openZip(file, ending);
        }
        Counted counted = new Counted(Files.newInputStream(file));
        InputStream buffered = new BufferedInputStream(counted, BUFFER);
        InputStream in = buffered;
        if (magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b) {
            in = new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER);
        } else if (magic[0] == 'B' && magic[1] == 'Z' && magic[2] == 'h') {
            in = new BufferedInputStream(new BZip2CompressorInputStream(buffered, true), BUFFER);
        }
        return new RegisterFile(in, counted, in, Files.size(file));
    }

    private static RegisterFile openZip(Path file, String ending) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        ZipEntry wanted = zip.stream()
                .filter(entry -> !entry.isDirectory()
                        && entry.getName().toLowerCase(Locale.ROOT).endsWith(ending))
                .max(Comparator.comparing((ZipEntry entry) -> entry.getName().contains("schema_v2"))
                        .thenComparingLong(ZipEntry::getSize))
                .orElse(null);
        if (wanted == null) {
            zip.close();
            throw new IOException(file + " is an archive without a file that ends in " + ending);
        }
        Counted counted = new Counted(zip.getInputStream(wanted));
        return new RegisterFile(zip, counted, new BufferedInputStream(counted, BUFFER), wanted.getSize());
    }

    /** What the file holds. */
    InputStream in() {
        return in;
    }

    /** The first characters, without reading on: enough to tell what kind of file it is. */
    String beginning() throws IOException {
        in.mark(BUFFER);
        byte[] first = in.readNBytes(BUFFER / 16);
        in.reset();
        return new String(first, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** How many bytes are behind it. */
    long done() {
        return counted.bytes;
    }

    /** How many bytes there are, in the same measure. */
    long total() {
        return total;
    }

    @Override
    public void close() throws IOException {
        holder.close();
        counted.close();
    }

    /** Counts the bytes that are read. */
    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int start, int length) throws IOException {
            int read = super.read(buffer, start, length);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
