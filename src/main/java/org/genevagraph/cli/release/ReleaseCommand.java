package org.genevagraph.cli.release;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.project.BuiltProject;
import org.genevagraph.diff.AnswerDiff;
import org.genevagraph.diff.GraphDiff;
import org.genevagraph.diff.PatchWriter;
import org.genevagraph.diff.release.Release;
import org.genevagraph.diff.release.ReleaseFolder;
import org.genevagraph.diff.release.ReleaseNotes;
import org.genevagraph.diff.release.Releases;
import org.genevagraph.diff.release.ToldChanges;
import org.genevagraph.page.Language;
import org.genevagraph.page.docs.Citation;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.dump.DumpFormat;
import org.genevagraph.snapshot.dump.HeldFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a release: the graph as files, what changed since the last one, checksums, notes and how to cite it. */
@Command(
        name = "release",
        description = {
            "Writes a release into the folder DIR: the whole graph in five formats, what changed since the last release (RDF Patch, JSON, words), notes, CITATION.cff and checksums.",
            "The last release is the newest one beside DIR, unless --since names another. DIR appears when it is whole; another release is never overwritten.",
            "Its version is the day and the version of the graph. The same graph, day and last release give the same bytes."
        },
        mixinStandardHelpOptions = true)
public final class ReleaseCommand extends ConsoleCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BuiltProject project;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the release, such as releases/2026-11.")
    private Path folder;

    @Option(
            names = "--since",
            paramLabel = "OLD_DIR",
            description = "The folder of the last release; without it, the newest one beside DIR.")
    private Path since;

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description =
                    "The day of the release, such as 2026-11-27; without it that of SOURCE_DATE_EPOCH, or else today.")
    private String date;

    @Override
    public Integer call() throws IOException, ProblemException {
        if (project.sources().isPresent()) {
            throw misuse("a release holds no sentence of the source texts – leave --sources out");
        }
        String day = day();
        Snapshot snapshot = project.build(console);
        console.sayWarnings(snapshot);
        if (isThere(snapshot)) {
            return 0;
        }
        Optional<Releases.Kept> last = last();
        if (last.isPresent() && last.get().release().graph().equals(snapshot.version())) {
            throw new ProblemException(Problem.error(
                    last.get().folder().toString(),
                    0,
                    "",
                    "holds this version of the graph, " + snapshot.version() + ", already",
                    "release again when something has changed"));
        }
        if (last.isPresent() && last.get().release().date().compareTo(day) > 0) {
            throw misuse("the last release is of " + last.get().release().date() + ", after " + day
                    + " – take a later day, or name another release with --since");
        }
        Release release = Release.of(snapshot, day, last.map(Releases.Kept::release));
        ReleaseFolder.write(folder, release, snapshot.catalogue(), files(snapshot, release, last));
        Releases.writeIndex(folder.toAbsolutePath().getParent());
        console.out().println("released " + release.version() + " in " + folder);
        console.say(
                last.isPresent() ? "changes are those since " + release.previous() : "it is the first release here");
        return 0;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String day() {
        try {
            if (date != null) {
                return LocalDate.parse(date).toString();
            }
            String epoch = System.getenv("SOURCE_DATE_EPOCH");
            Instant instant = epoch == null ? Instant.now() : Instant.ofEpochSecond(Long.parseLong(epoch));
            return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
        } catch (DateTimeException | NumberFormatException e) {
            throw misuse((date == null ? "SOURCE_DATE_EPOCH" : "--date '" + date + "'")
                    + " is no day – write it as 2026-11-27");
        }
    }

    /** Whether the very release stands there already; says so. */
    private boolean isThere(Snapshot snapshot) throws IOException, ProblemException {
        if (!Files.exists(folder) || isEmpty(folder)) {
            return false;
        }
        if (!Files.isRegularFile(folder.resolve(Release.MANIFEST))) {
            throw misuse(folder + " is there and is no release – give a folder that is not there yet");
        }
        Release there = Release.read(folder);
        if (!there.graph().equals(snapshot.version())
                || (date != null && !there.date().equals(date))) {
            throw misuse(
                    folder + " holds another release, " + there.version() + " – give a folder that is not there yet");
        }
        List<String> damaged = ReleaseFolder.damaged(folder);
        if (!damaged.isEmpty()) {
            throw new ProblemException(Problem.error(
                    folder.toString(),
                    0,
                    "",
                    "is damaged: " + String.join(", ", damaged),
                    "move it away and release anew"));
        }
        console.out().println(there.version() + " is in " + folder + " already");
        return true;
    }

    private static boolean isEmpty(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    private Optional<Releases.Kept> last() throws IOException, ProblemException {
        if (since != null) {
            return Optional.of(new Releases.Kept(Release.read(since), since));
        }
        Path beside = folder.toAbsolutePath().getParent();
        return Files.isDirectory(beside) ? Releases.read(beside).latest() : Optional.empty();
    }

    private Map<String, HeldFile.Writing> files(Snapshot snapshot, Release release, Optional<Releases.Kept> last)
            throws IOException, ProblemException {
        Map<String, HeldFile.Writing> files = new TreeMap<>();
        for (DumpFormat format : DumpFormat.dumps()) {
            files.put(format.fileName(), out -> HeldFile.gzip(plain -> format.write(snapshot.dataset(), plain), out));
        }
        files.put("CITATION.cff", ReleaseFolder.text(Citation.cff(release)));
        if (last.isEmpty()) {
            files.put("NOTES.md", ReleaseFolder.text(ReleaseNotes.of(release)));
            return files;
        }
        Snapshot before = last.get().release().snapshot(last.get().folder());
        GraphDiff diff = console.withProgress("Comparing", progress -> GraphDiff.of(before, snapshot));
        AnswerDiff answers = DiffCommand.ask(before, snapshot, console);
        JsonObject json = DiffJson.of(diff, answers);
        JsonObject told = new JsonObject();
        for (String language : Language.tags()) {
            told.put(language, ToldChanges.json(GraphDiff.changes(before, snapshot, language)));
        }
        json.put(ToldChanges.KEY, told);
        files.put("NOTES.md", ReleaseFolder.text(ReleaseNotes.of(release, diff)));
        files.put(Release.PATCH, out -> PatchWriter.write(diff, out));
        files.put(Release.CHANGES, out -> JSON.write(out, json));
        files.put(Release.WORDS, out -> printWords(diff, answers, out));
        return files;
    }

    private static void printWords(GraphDiff diff, AnswerDiff answers, OutputStream out) {
        PrintStream words = new PrintStream(out, false, StandardCharsets.UTF_8);
        new DiffLines(words).print(diff, answers);
        words.flush();
    }
}
