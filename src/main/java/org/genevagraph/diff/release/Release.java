package org.genevagraph.diff.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.diff.Change;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.DumpReader;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.dump.DumpFormat;
import org.genevagraph.vocabulary.Iris;

/**
 * A version of the graph that was published for good. Its own version is the day and the version of the graph,
 * {@code 2026-11-27-cdba3ed40c0ddbcc}: the first orders releases, the second tells what they hold.
 *
 * @param date the day of its release, such as 2026-11-27
 * @param graph the version of the graph that it holds
 * @param previous the version of the release before; empty if it is the first
 * @param dataRead the day on which a source text was last read; empty if nobody says
 * @param triples how many triples all named graphs have together
 * @param things how many things each class has, by its name
 */
public record Release(
        String date, String graph, String previous, String dataRead, long triples, Map<String, Long> things) {
    /** The file that says of a folder that it is a release, and of which version. */
    public static final String MANIFEST = "release.json";

    /** The patch that makes its graph of that of the release before. */
    public static final String PATCH = "changes.rdfp";

    /** The changes for programs. */
    public static final String CHANGES = "changes.json";

    /** The changes in words. */
    public static final String WORDS = "changes.txt";

    /** The file of checksums, in the form that {@code sha256sum} writes and checks. */
    public static final String CHECKSUMS = "SHA256SUMS";

    private static final String FIX = "give a folder that ./geneva release has written, whole";

    public Release {
        things = Map.copyOf(things);
    }

    /** What a snapshot is as a release. */
    public static Release of(Snapshot snapshot, String date, Optional<Release> previous) {
        return new Release(
                date,
                snapshot.version(),
                previous.map(Release::version).orElse(""),
                snapshot.dataRead(),
                snapshot.triples(),
                snapshot.thingsPerClass());
    }

    /** Its version. */
    public String version() {
        return date + "-" + graph;
    }

    /** Whether a folder is a release of this project. */
    static boolean isIn(Path folder) {
        Path manifest = folder.resolve(MANIFEST);
        try {
            return Files.isRegularFile(manifest) && Files.readString(manifest).contains("\"" + Iris.BASE + "\"");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads what a folder says of itself.
     *
     * @throws ProblemException if it is no release, or not a whole one
     */
    public static Release read(Path folder) throws IOException, ProblemException {
        Path manifest = folder.resolve(MANIFEST);
        if (!isIn(folder)) {
            throw wrong(folder, "is no release of this project: it has no " + MANIFEST + " that says so");
        }
        try {
            JsonObject json = JSON.parse(Files.readString(manifest));
            Map<String, Long> things = new TreeMap<>();
            json.getObj("things")
                    .forEach((name, count) ->
                            things.put(name, count.getAsNumber().value().longValue()));
            Release release = new Release(
                    json.getString("date"),
                    json.getString("graph"),
                    json.hasKey("previous") ? json.getString("previous") : "",
                    json.getString("dataRead"),
                    json.get("triples").getAsNumber().value().longValue(),
                    things);
            if (!release.version().equals(json.getString("release"))) {
                throw wrong(manifest, "gives itself another version than its day and its graph");
            }
            return release;
        } catch (JsonException | NullPointerException | UnsupportedOperationException e) {
            throw wrong(manifest, "is not what it should be");
        }
    }

    /**
     * The graph that a release's folder holds.
     *
     * @throws ProblemException if it cannot be read, or is another one than the release says
     */
    public Snapshot snapshot(Path folder) throws IOException, ProblemException {
        Path dump = folder.resolve(DumpFormat.NQ.fileName());
        Snapshot snapshot = DumpReader.read(dump);
        if (!snapshot.version().equals(graph)) {
            throw wrong(dump, "holds version " + snapshot.version() + ", not " + graph + " as the release says");
        }
        return snapshot;
    }

    /** What changed since the release before, in the words of a language; nothing for the first one. */
    public static List<Change> changes(Path folder, String language) throws IOException, ProblemException {
        Path file = folder.resolve(CHANGES);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return ToldChanges.read(JSON.parse(Files.readString(file)), language);
        } catch (JsonException | NullPointerException | UnsupportedOperationException e) {
            throw wrong(file, "is not what it should be");
        }
    }

    private static ProblemException wrong(Path file, String what) {
        return new ProblemException(Problem.error(file.toString(), 0, "", what, FIX));
    }

    /** What the manifest says, but for its files. */
    JsonBuilder manifest() {
        JsonBuilder json = JsonBuilder.create()
                .startObject()
                .pair("dataset", Iris.BASE)
                .pair("release", version())
                .pair("date", date)
                .pair("graph", graph);
        if (!previous.isEmpty()) {
            json.pair("previous", previous);
        }
        json.pair("dataRead", dataRead).pair("triples", triples).key("things").startObject();
        new TreeMap<>(things).forEach(json::pair);
        return json.finishObject();
    }
}
