package org.genevagraph.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What the files of some folders hold at a moment. It looks at the bytes themselves, since tools keep sizes and times or turn them back, and
 * is equal again when the bytes are.
 *
 * @param files for each file its path, its size and a checksum, or why it cannot be read; for each folder that cannot be read, why
 */
public record Fingerprint(List<String> files) {
    private static final int BUFFER_BYTES = 64 << 10;

    public Fingerprint {
        files = List.copyOf(files);
    }

    /** Of what the folders hold now. */
    public static Fingerprint of(List<Path> folders) {
        List<String> files = new ArrayList<>();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (Path folder : folders) {
            try {
                for (Path file : FileTree.of(folder)) {
                    files.add(file + " " + held(file, buffer));
                }
            } catch (IOException e) {
                files.add(folder + " " + e);
            }
        }
        return new Fingerprint(files);
    }

    private static String held(Path file, byte[] buffer) {
        // Fast, and nobody forges an edit: together with the size it is enough.
        CRC32C checksum = new CRC32C();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
                size += read;
                if (size > InputLimit.current().file()) {
                    // Such a file is refused, whatever follows.
                    return Files.size(file) + " " + Files.getLastModifiedTime(file);
                }
            }
            return size + " " + checksum.getValue();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
