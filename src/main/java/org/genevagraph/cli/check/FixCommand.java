package org.genevagraph.cli.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.console.OutputFile;
import org.genevagraph.cli.project.Project;
import org.genevagraph.files.FileTree;
import org.genevagraph.files.InputLimit;
import org.genevagraph.files.TextFile;
import org.genevagraph.load.ExpectedCounts;
import org.genevagraph.load.Loaders;
import org.genevagraph.load.RefusedProposals;
import org.genevagraph.load.row.Loader;
import org.genevagraph.problem.OneLine;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.TableFix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts right in tables what has one right answer. */
@Command(
        name = "fix",
        description = {
            "Shows what it would put right in the tables, or in the given files, and does it with --write: encoding, line ends,",
            "separators, invisible characters, blanks at the ends of cells, empty rows and columns, rows that stand twice. What a person has to decide, it leaves.",
            "Exit status 1 if there is something to put right and it was not written."
        },
        mixinStandardHelpOptions = true)
public final class FixCommand extends ConsoleCommand {
    @Mixin
    private Project project;

    @Option(names = "--write", description = "Write the files; without it, only show.")
    private boolean write;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Tables, or texts of which encoding and line ends are put right.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException, ProblemException {
        int corrections = 0;
        int changed = 0;
        for (Path file : files.isEmpty() ? tables() : files) {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            if (Files.size(file) > InputLimit.current().file()) {
                throw new ProblemException(Problem.error(
                        file.toString(),
                        0,
                        "",
                        "is larger than "
                                + InputLimit.inWords(InputLimit.current().file()) + ", which is the limit for a file",
                        "divide it into several"));
            }
            byte[] bytes = Files.readAllBytes(file);
            TableFix fix = TableFix.of(bytes, layout(file, bytes));
            if (fix.corrections().isEmpty() || Arrays.equals(bytes, fix.text().getBytes(StandardCharsets.UTF_8))) {
                continue;
            }
            changed++;
            corrections += fix.corrections().size();
            fix.corrections().forEach(correction -> console.out().println(shown(file, correction)));
            if (write) {
                OutputFile.write(file, out -> out.print(fix.text()));
            }
        }
        console.out()
                .printf(
                        "%s in %s%s%n",
                        Console.counted(corrections, "correction"),
                        Console.counted(changed, "file"),
                        changed == 0 || write ? "" : "; nothing is written without --write");
        return changed == 0 || write ? 0 : ExitStatus.WRONG_DATA;
    }

    private List<Path> tables() throws IOException {
        List<Path> tables = new ArrayList<>();
        for (Path path : FileTree.of(project.data())) {
            if (ValidateCommand.isTable(path)) {
                tables.add(path);
            }
        }
        return tables;
    }

    private static String shown(Path file, TableFix.Correction correction) {
        return OneLine.of(file + ":" + correction.line() + ": "
                + (correction.column().isEmpty() ? "" : correction.column() + ": ") + correction.what());
    }

    /** What a table of this name looks like, or else one with the header that the file has; empty if there is none. */
    private static Optional<Layout> layout(Path file, byte[] bytes) {
        if (!ValidateCommand.isTable(file)) {
            return Optional.empty();
        }
        Path folder = ValidateCommand.dataFolder(file);
        String name = folder.relativize(file.toAbsolutePath())
                .toString()
                .replace('\\', '/')
                .replaceFirst("(\\.sssom)?\\.[a-z]+$", "");
        return switch (name) {
            case ExpectedCounts.TABLE -> Optional.of(Layout.of(ExpectedCounts.COLUMNS));
            case RefusedProposals.TABLE -> Optional.of(Layout.of(RefusedProposals.COLUMNS));
            default -> Loaders.of(name).map(Loader::layout).or(() -> withHeader(bytes));
        };
    }

    /** What the table looks like whose header rows have that somebody proposes in a file of any name. */
    private static Optional<Layout> withHeader(byte[] bytes) {
        String text = TextFile.withoutMark(new String(bytes, StandardCharsets.UTF_8));
        return Loaders.ALL.stream()
                .map(Loader::layout)
                .filter(layout -> layout.likeness(text) == 1)
                .findFirst();
    }
}
