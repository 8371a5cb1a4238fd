package org.genevagraph.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.project.Project;
import org.genevagraph.cli.project.SheetsOnDisk;
import org.genevagraph.curate.rows.ProposedRows;
import org.genevagraph.curate.rows.SheetTables;
import org.genevagraph.files.FileTree;
import org.genevagraph.files.TextFile;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Severity;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.sheet.Book;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds proposed rows to what the tables are held to, and writes nothing. */
@Command(
        name = "check",
        description = {
            "Holds proposed rows to what the tables are held to: faults, names that the tables have nearly so, and with --sources whether the",
            "passages bear them out. ROWS is a CSV file with the header of its table, a spreadsheet of such sheets, or a folder of such files, laid",
            "out as the folder of tables.",
            "Nothing is written. Ends with 1 if a row has a fault, or a stated fact is not found in its passages."
        },
        mixinStandardHelpOptions = true)
public final class CheckCommand extends ConsoleCommand {
    @Mixin
    private Project project;

    @Parameters(
            index = "0",
            paramLabel = "ROWS",
            description = "The rows: a CSV file, a spreadsheet (.xlsx, .ods), or a folder of CSV files.")
    private Path rows;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not said.")
    private ReportFormat format;

    @Override
    public Integer call() throws IOException, ProblemException {
        ProposedRows checked = checked(project.inputs());
        if (format == ReportFormat.json) {
            printJson(checked);
        } else {
            printText(checked);
        }
        return checked.areSound() ? 0 : ExitStatus.WRONG_DATA;
    }

    private ProposedRows checked(Inputs inputs) throws IOException, ProblemException {
        if (!Book.isOne(rows.toString()) || Files.isDirectory(rows)) {
            return ProposedRows.check(inputs, proposed());
        }
        SheetTables sheets = SheetsOnDisk.read(rows, inputs);
        if (sheets.files().isEmpty()) {
            throw new ProblemException(
                    sheets.faults().isEmpty()
                            ? List.of(Problem.error(
                                    rows.toString(), 0, "", "holds no rows", "write rows below the header of a table"))
                            : sheets.faults());
        }
        return sheets.told(ProposedRows.check(inputs, sheets.files()));
    }

    private List<Inputs.File> proposed() throws IOException, ProblemException {
        if (!Files.exists(rows)) {
            throw new NoSuchFileException(rows.toString());
        }
        Problems problems = new Problems();
        List<Inputs.File> files = new ArrayList<>();
        boolean folder = Files.isDirectory(rows);
        List<Path> sheets = new ArrayList<>();
        for (Path file : folder ? FileTree.of(rows) : List.of(rows)) {
            String name = folder
                    ? rows.relativize(file).toString().replace('\\', '/')
                    : file.getFileName().toString();
            String ending = name.toLowerCase(Locale.ROOT);
            if (ending.endsWith(".csv") || ending.endsWith(".tsv") || !folder) {
                TextFile.read(file, file.toString(), problems)
                        .ifPresent(text -> files.add(new Inputs.File(file.toString(), name, text)));
            } else if (Book.isOne(ending)) {
                sheets.add(file);
            }
        }
        sheets.forEach(sheet -> problems.add(Problem.error(
                sheet.toString(), 0, "", "is a spreadsheet in a folder, and is not read there", "give its own path")));
        if (files.isEmpty() && !problems.hasErrors()) {
            problems.add(
                    Problem.error(rows.toString(), 0, "", "holds no rows", "give a .csv file, or a folder with some"));
        }
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
        return files;
    }

    private void printText(ProposedRows checked) {
        checked.lines().forEach(console.out()::println);
        long warnings = checked.faults().stream()
                .filter(fault -> fault.severity() == Severity.WARNING)
                .count();
        console.say(Console.counted(checked.faults().size() - warnings, "fault") + ", "
                + (warnings == 0 ? "" : Console.counted(warnings, "warning") + ", ")
                + Console.counted(checked.facts().size(), "fact") + "; nothing was written");
    }

    private void printJson(ProposedRows checked) {
        JsonBuilder json = JsonBuilder.create()
                .startObject()
                .pair("sound", checked.areSound())
                .key("faults")
                .startArray();
        for (Problem fault : checked.faults()) {
            ReportJson.add(fault, json);
        }
        json.finishArray().key("facts").startArray();
        for (ProposedRows.Fact fact : checked.facts()) {
            json.startObject();
            ReportJson.addTo(json, fact.proof());
            json.pair("quote", fact.quote()).finishObject();
        }
        json.finishArray().finishObject();
        JSON.write(console.out(), json.build());
        console.out().println();
    }
}
