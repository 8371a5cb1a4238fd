package org.genevagraph.cli.curate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.console.OutputFile;
import org.genevagraph.cli.project.Project;
import org.genevagraph.cli.project.SheetsOnDisk;
import org.genevagraph.cli.project.TablesOnDisk;
import org.genevagraph.curate.rows.SheetTables;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Severity;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.source.sheet.Book;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the tables into a spreadsheet, and a spreadsheet into the tables. */
@Command(
        name = "sheets",
        description = {
            "Writes the tables into a spreadsheet, a sheet for each; every cell is text, so that 1.10, dates and leading zeros stay as they are.",
            "With --read it is the other way round: it shows what the sheets would change in the tables of their names, and does it with --write",
            "if the whole graph then has no fault. Tables without a sheet, and identifiers in links/, stay as they are.",
            "Exit status 1 if there is something to change and it was not written."
        },
        mixinStandardHelpOptions = true)
public final class SheetsCommand extends ConsoleCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Project project;

    @Parameters(index = "0", paramLabel = "FILE", description = "The spreadsheet: .xlsx or .ods.")
    private Path file;

    @Option(names = "--read", description = "Read it, instead of writing it.")
    private boolean read;

    @Option(names = "--write", description = "Write what was read into the tables; without it, only show.")
    private boolean write;

    @Override
    public Integer call() throws IOException, ProblemException {
        if (!Book.isOne(file.toString())) {
            throw new ParameterException(
                    spec.commandLine(), file + " is no spreadsheet – give a name that ends in .xlsx or .ods");
        }
        if (write && !read) {
            throw new ParameterException(spec.commandLine(), "--write goes with --read");
        }
        Inputs inputs = project.inputs();
        if (read) {
            return bringIn(inputs);
        }
        if (Files.isRegularFile(file) && Files.size(file) > 0 && hasOtherRows(inputs)) {
            throw new ParameterException(
                    spec.commandLine(),
                    file
                            + " holds rows or comments that the tables do not have – bring it in with --read, delete it, or take another name");
        }
        Book book = SheetTables.of(inputs);
        byte[] bytes = book.bytes(file.toString());
        OutputFile.write(file, out -> out.write(bytes));
        console.say("wrote " + Console.counted(book.sheets().size(), "sheet") + " into " + file);
        return 0;
    }

    /** Whether a spreadsheet that is there would lose what somebody wrote into it. */
    private boolean hasOtherRows(Inputs inputs) throws IOException {
        try {
            SheetTables sheets = SheetsOnDisk.read(file, inputs);
            return !sheets.faults().isEmpty() || !sheets.changed(inputs).isEmpty();
        } catch (ProblemException e) {
            return true;
        }
    }

    private int bringIn(Inputs inputs) throws IOException, ProblemException {
        SheetTables sheets = SheetsOnDisk.read(file, inputs);
        try {
            Map<String, String> changed = sheets.changed(inputs);
            if (!changed.isEmpty()) {
                new SnapshotBuilder(sheets.in(inputs), Progress.NONE).build();
            }
            if (sheets.faults().stream().anyMatch(fault -> fault.severity() == Severity.ERROR)) {
                throw new ProblemException(sheets.faults());
            }
            sheets.faults().forEach(warning -> console.say("warning: " + warning));
            for (Map.Entry<String, String> table : changed.entrySet()) {
                show(inputs, table.getKey(), table.getValue());
            }
            if (write) {
                new TablesOnDisk(project).writeAll(changed);
            }
            console.say(Console.counted(changed.size(), "table")
                    + (changed.isEmpty() || write ? " changed" : " to change; nothing is written without --write"));
            return changed.isEmpty() || write ? 0 : ExitStatus.WRONG_DATA;
        } catch (ProblemException e) {
            throw new ProblemException(sheets.told(e.problems()));
        }
    }

    /** Prints the rows that a table loses and gets. */
    private void show(Inputs inputs, String table, String after) {
        List<String> old =
                inputs.table(table).map(held -> held.text().lines().toList()).orElse(List.of());
        List<String> added = new ArrayList<>(after.lines().toList());
        old.forEach(added::remove);
        List<String> left = new ArrayList<>(old);
        after.lines().forEach(left::remove);
        List<String> kept = new ArrayList<>(old);
        left.forEach(kept::remove);
        List<String> keptNow = new ArrayList<>(after.lines().toList());
        added.forEach(keptNow::remove);
        boolean same = left.isEmpty() && added.isEmpty();
        console.out()
                .println(table
                        + (same
                                ? ": the same rows in another order"
                                : kept.equals(keptNow) ? "" : ": the rows in another order, and"));
        left.forEach(line -> console.out().println("- " + line));
        added.forEach(line -> console.out().println("+ " + line));
    }
}
