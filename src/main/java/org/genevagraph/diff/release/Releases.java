package org.genevagraph.diff.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.genevagraph.problem.ProblemException;

/**
 * The releases that stand beside each other in a folder.
 *
 * @param all the releases with their folders, the newest first
 */
public record Releases(List<Kept> all) {
    /** No releases. */
    public static final Releases NONE = new Releases(List.of());

    /** The file that lists them. */
    public static final String INDEX = "releases.json";

    /**
     * A release and where it is kept.
     *
     * @param release what it is
     * @param folder its folder
     */
    public record Kept(Release release, Path folder) {}

    public Releases {
        all = List.copyOf(all);
    }

    /**
     * Reads which releases a folder holds; what is none, or not yet moved to its place, is passed over.
     *
     * @throws ProblemException if one of them is broken
     */
    public static Releases read(Path folder) throws IOException, ProblemException {
        List<Path> folders;
        try (Stream<Path> files = Files.list(folder)) {
            folders = files.filter(Files::isDirectory)
                    .filter(path -> !path.getFileName().toString().startsWith(".") && Release.isIn(path))
                    .sorted()
                    .toList();
        }
        List<Kept> found = new ArrayList<>();
        for (Path path : folders) {
            found.add(new Kept(Release.read(path), path));
        }
        Map<String, Release> byVersion = new HashMap<>();
        found.forEach(kept -> byVersion.put(kept.release().version(), kept.release()));
        found.sort(Comparator.comparing((Kept kept) -> kept.release().date())
                // Of those of a day, the one that comes later in the chain of their predecessors.
                .thenComparing(kept -> depth(kept.release(), byVersion))
                .thenComparing(kept -> kept.release().version())
                .reversed());
        return new Releases(found);
    }

    private static int depth(Release release, Map<String, Release> byVersion) {
        int depth = 0;
        Release at = byVersion.get(release.previous());
        while (at != null && depth < byVersion.size()) {
            depth++;
            at = byVersion.get(at.previous());
        }
        return depth;
    }

    /** The newest one. */
    public Optional<Kept> latest() {
        return all.stream().findFirst();
    }

    /** The one of a version. */
    public Optional<Kept> of(String version) {
        return all.stream()
                .filter(kept -> kept.release().version().equals(version))
                .findFirst();
    }

    /** Writes the list of a folder's releases into it, as a whole or not at all. */
    public static void writeIndex(Path folder) throws IOException, ProblemException {
        JsonBuilder json = JsonBuilder.create().startObject().key("releases").startArray();
        for (Kept kept : read(folder).all()) {
            json.startObject()
                    .pair("release", kept.release().version())
                    .pair("date", kept.release().date())
                    .pair("graph", kept.release().graph())
                    .pair("folder", kept.folder().getFileName().toString());
            if (!kept.release().previous().isEmpty()) {
                json.pair("previous", kept.release().previous());
            }
            json.finishObject();
        }
        Path draft = Files.createTempFile(folder, ".releases-", ".json");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                JSON.write(out, json.finishArray().finishObject().build());
            }
            ReleaseFolder.readable(draft);
            Files.move(
                    draft, folder.resolve(INDEX), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
