package org.genevagraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.vocabulary.Iris;

/** The made-up tables and texts with one passage more, {@code beta#4}, and facts that cite it. */
public final class Passage {
    private final Path folder;
    private final List<String> facts = new ArrayList<>();
    private final List<String> things = new ArrayList<>();
    private String words = "";
    private String kind = "paragraph";

    /** Writes to an empty folder. */
    public Passage(Path folder) {
        this.folder = folder;
    }

    /** What the passage says, in one line. */
    public Passage says(String line) {
        words = line;
        return this;
    }

    /** What kind of passage it is; a paragraph if this is not said. */
    public Passage kind(String concept) {
        kind = concept;
        return this;
    }

    /** A row of a table of statements, without its evidence. */
    public Passage fact(String row) {
        facts.add(row);
        return this;
    }

    /** A row of the table of initiatives. */
    public Passage initiative(String row) {
        things.add(row);
        return this;
    }

    /** Builds the graph with its texts. */
    public Snapshot build() throws IOException, ProblemException {
        Path data = folder.resolve("data");
        Path texts = folder.resolve("texts");
        Mini.copy(Mini.DATA, data);
        Mini.copy(Texts.MADE_UP, texts);
        append(
                data.resolve("passages/beta.csv"),
                "4," + kind + ",,more of it," + words.split(" ", -1).length + "," + Iris.digest(words));
        append(texts.resolve("beta.txt"), words);
        for (String fact : facts) {
            append(data.resolve("statements/beta.csv"), fact + ",beta#4");
        }
        for (String thing : things) {
            append(data.resolve("initiatives.csv"), thing);
        }
        Path sources = data.resolve("sources.csv");
        Files.writeString(sources, Files.readString(sources).replace("2026-02-28,3", "2026-02-28,4"));
        return new SnapshotBuilder(Inputs.read(Mini.HOME, data, Optional.of(texts)), Progress.NONE).build();
    }

    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, Files.readString(file) + line + "\n");
    }
}
