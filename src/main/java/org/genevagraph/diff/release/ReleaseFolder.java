package org.genevagraph.diff.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Graph;
import org.genevagraph.snapshot.dump.HeldFile;

/** Writes a release: beside its place, and moved there when it is whole. */
public final class ReleaseFolder {
    private ReleaseFolder() {}

    /**
     * Writes a release with its description, manifest and checksums.
     *
     * @param folder where; must not be there, or be empty
     * @param catalogue what is said of the data set and its graphs
     * @param files what else it holds, by name
     * @throws IOException if it cannot be written, or something stands in the place by now; then nothing is left of it
     */
    public static void write(Path folder, Release release, Graph catalogue, Map<String, HeldFile.Writing> files)
            throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path draft = Files.createDirectory(parent.resolve("." + folder.getFileName() + "-" + UUID.randomUUID()));
        try {
            List<ReleasedFile> written = new ArrayList<>();
            for (Map.Entry<String, HeldFile.Writing> file : new TreeMap<>(files).entrySet()) {
                written.add(write(draft, file.getKey(), file.getValue()));
            }
            List<ReleasedFile> described = List.copyOf(written);
            written.add(write(
                    draft,
                    ReleaseDescription.FILE,
                    out -> ReleaseDescription.write(catalogue, release, described, out)));
            JsonBuilder manifest = release.manifest().key("files").startArray();
            for (ReleasedFile file : written) {
                manifest.startObject()
                        .pair("name", file.name())
                        .pair("bytes", file.bytes())
                        .pair("sha256", file.sha256())
                        .finishObject();
            }
            manifest.finishArray().finishObject();
            written.add(write(draft, Release.MANIFEST, out -> JSON.write(out, manifest.build())));
            StringBuilder sums = new StringBuilder();
            written.forEach(file ->
                    sums.append(file.sha256()).append("  ").append(file.name()).append('\n'));
            Files.writeString(draft.resolve(Release.CHECKSUMS), sums);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(draft);
        }
    }

    private static ReleasedFile write(Path draft, String name, HeldFile.Writing content) throws IOException {
        Path path = draft.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            content.to(out);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new ReleasedFile(name, Files.size(path), DigestUtils.sha256Hex(in));
        }
    }

    /** Words as a file. */
    public static HeldFile.Writing text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void delete(Path draft) throws IOException {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(draft);
    }

    /** Lets everybody read a file that was made for one's own use, where the system knows such rights. */
    static void readable(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** Which files of a release differ from their checksums, or lack one. */
    public static List<String> damaged(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(Release.CHECKSUMS))) {
            String[] parts = line.split(" {2}", 2);
            sums.put(parts[1], parts[0]);
        }
        List<String> damaged = new ArrayList<>();
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            Path file = folder.resolve(sum.getKey());
            if (!Files.isRegularFile(file)) {
                damaged.add(sum.getKey());
                continue;
            }
            try (InputStream in = Files.newInputStream(file)) {
                if (!DigestUtils.sha256Hex(in).equals(sum.getValue())) {
                    damaged.add(sum.getKey());
                }
            }
        }
        return damaged;
    }
}
