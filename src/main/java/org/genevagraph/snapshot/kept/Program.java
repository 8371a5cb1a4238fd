package org.genevagraph.snapshot.kept;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.genevagraph.files.FileTree;
import org.genevagraph.vocabulary.Iris;

/** The program that runs, as a hash. */
final class Program {
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int SIZE_AT = 12;
    private static final int MOST_COMMENT = 0xFFFF;

    /** Found once: the classes of a process stay those with which it began. */
    private static String digest;

    private Program() {}

    /** The hash of all classes that can be run, and of the Java that runs them. */
    static synchronized String digest() throws IOException {
        if (digest == null) {
            MessageDigest sha256 = Iris.sha256();
            sha256.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            Path code = code();
            if (Files.isDirectory(code)) {
                // Run from source: the libraries are where they are.
                sha256.update(System.getProperty("java.class.path").getBytes(StandardCharsets.UTF_8));
                for (Path file : FileTree.of(code)) {
                    sha256.update(Files.readAllBytes(file));
                }
            } else {
                sha256.update(directory(code));
            }
            digest = HexFormat.of().formatHex(sha256.digest());
        }
        return digest;
    }

    private static Path code() {
        try {
            return Path.of(Program.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program has been loaded from there", e);
        }
    }

    /** The directory at the end of a jar, which has name, size, time and checksum of every entry: a twentieth of what it is to read all. */
    static byte[] directory(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            ByteBuffer end = read(file, Math.max(0, file.length() - END_BYTES - MOST_COMMENT), file.length());
            for (int at = end.limit() - END_BYTES; at >= 0; at--) {
                if (end.getInt(at) == END_OF_DIRECTORY) {
                    long size = Integer.toUnsignedLong(end.getInt(at + SIZE_AT));
                    long begins = Integer.toUnsignedLong(end.getInt(at + SIZE_AT + Integer.BYTES));
                    if (begins + size <= file.length()) {
                        return read(file, begins, file.length()).array();
                    }
                }
            }
            // Whatever it is, all of it tells.
            return read(file, 0, file.length()).array();
        }
    }

    private static ByteBuffer read(RandomAccessFile file, long from, long to) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(to - from)];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
