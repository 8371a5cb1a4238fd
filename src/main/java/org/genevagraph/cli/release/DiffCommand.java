package org.genevagraph.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.project.Project;
import org.genevagraph.cli.project.ReadingLimit;
import org.genevagraph.diff.AnswerDiff;
import org.genevagraph.diff.GraphDiff;
import org.genevagraph.diff.PatchWriter;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.DumpReader;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what changed between two builds, and which answers changed with it. */
@Command(
        name = "diff",
        description = {
            "Tells in words what changed between two builds, and which answers changed with it.",
            "OLD and NEW are dumps as 'geneva build --out' writes them (.nq, .nq.gz), or folders of tables, which are then built.",
            "A difference is no fault: the exit status is 0 whether there is one or not."
        },
        mixinStandardHelpOptions = true)
public final class DiffCommand extends ConsoleCommand {
    /** How to print, in the spelling of the command line. */
    public enum Format {
        text,
        rdfpatch,
        json
    }

    /** Whoever compares can wait longer than whoever asks a server. */
    private static final Limits LIMITS = Limits.STANDARD.withTime(Duration.ofMinutes(1));

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The older build.")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "The newer build.")
    private Path now;

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description =
                    "The folder of source texts with which to build a folder of tables, if the dump has them, too.")
    private Path sources;

    @Mixin
    @SuppressWarnings("UnusedVariable") // The program reads it, of every command alike, before one runs.
    private ReadingLimit limit;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = {
                "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not said.",
                "rdfpatch prints what makes the newer graph of the older one, quad by quad (https://jena.apache.org/documentation/rdf-patch/)."
            })
    private Format format;

    @Override
    public Integer call() throws IOException, ProblemException {
        Snapshot before = read(old);
        Snapshot after = read(now);
        GraphDiff diff = console.withProgress("Comparing", progress -> GraphDiff.of(before, after));
        if (format == Format.rdfpatch) {
            PatchWriter.write(diff, console.out());
            return 0;
        }
        AnswerDiff answers = diff.isEmpty() ? new AnswerDiff(0, List.of(), List.of()) : ask(before, after, console);
        if (format == Format.json) {
            DiffJson.print(diff, answers, console.out());
        } else {
            new DiffLines(console.out()).print(diff, answers);
        }
        return 0;
    }

    /** Which answers changed from one to the other. */
    public static AnswerDiff ask(Snapshot before, Snapshot after, Console console)
            throws IOException, ProblemException {
        QueryCatalogue queries = Project.queries();
        return console.withProgress(
                "Asking",
                progress -> AnswerDiff.of(
                        queries, new QueryRunner(before, LIMITS), new QueryRunner(after, LIMITS), progress));
    }

    private Snapshot read(Path given) throws IOException, ProblemException {
        if (Files.isDirectory(given)) {
            Inputs inputs = Project.inputs(given, Optional.ofNullable(sources));
            if (inputs.tables().isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), given + " holds no tables – give a folder like data, or a dump");
            }
            Snapshot snapshot = console.withProgress(
                    "Building " + given, progress -> new SnapshotBuilder(inputs, progress).build());
            console.sayWarnings(snapshot);
            return snapshot;
        }
        if (!Files.exists(given)) {
            throw new NoSuchFileException(given.toString());
        }
        if (!given.toString().matches(".*\\.nq(\\.gz)?")) {
            throw new ParameterException(
                    spec.commandLine(),
                    given
                            + " is neither a folder of tables nor a dump – write one with 'geneva build --out FILE.nq.gz'");
        }
        return DumpReader.read(given);
    }
}
