package org.genevagraph.cli.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.genevagraph.cli.ask.QueryCommand;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.project.Project;
import org.genevagraph.files.FileTree;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.problem.Severity;
import org.genevagraph.proof.OpenQuestions;
import org.genevagraph.proof.Untranslated;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.golden.GoldenFile;
import org.genevagraph.query.golden.QueryExamples;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.CheckedFiles;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks tables, or RDF files, against everything that is known to go wrong. */
@Command(
        name = "validate",
        description = {
            "Checks the tables, or the given files, and tells what is wrong with file, line, column and fix.",
            "A table among the files is checked together with the folder in which it stands; RDF files against the shapes.",
            "--all is the quick look before a pull request: queries with their examples, golden answers, and with --sources the passages."
        },
        mixinStandardHelpOptions = true)
public final class ValidateCommand extends ConsoleCommand {
    /** How to report, in the spelling of the command line. */
    enum Format {
        text,
        ttl,
        json
    }

    private static final String GOLDEN = "src/test/resources/golden";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Project project;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Tables (.csv, .tsv) or RDF files.")
    private List<Path> files = List.of();

    @Option(names = "--format", defaultValue = "text", description = "One of ${COMPLETION-CANDIDATES}.")
    private Format format;

    @Option(
            names = "--all",
            description = {
                "Ask besides every query with its example, compare the golden answers if they are there, and with --sources compare",
                "facts with passages and look for what the texts say that no fact holds."
            })
    private boolean all;

    @Override
    public Integer call() throws IOException, ProblemException {
        if (all && !files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--all looks at everything – leave the files out, or --all");
        }
        Outcome outcome = files.isEmpty() ? tables(project.inputs()) : givenFiles();
        if (all) {
            if (outcome.snapshot().isPresent()) {
                outcome = further(outcome, outcome.snapshot().get());
            } else {
                console.say("queries, golden answers and passages are looked at when the tables are right");
            }
        }
        switch (format) {
            case text -> printText(outcome);
            case json -> printJson(outcome);
            case ttl ->
                RDFWriter.source(outcome.report())
                        .format(RDFFormat.TURTLE_PRETTY)
                        .output(console.out());
            default -> throw new IllegalStateException(format.name());
        }
        return outcome.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR)
                ? ExitStatus.WRONG_DATA
                : 0;
    }

    /** What came of it: problems, how much was checked (nothing, if it never came to that), and SHACL's own report. */
    private record Outcome(
            List<Problem> problems, Snapshot.Checked checked, Graph report, Optional<Snapshot> snapshot) {}

    private Outcome tables(Inputs inputs) {
        SnapshotBuilder builder = new SnapshotBuilder(inputs, Progress.NONE);
        try {
            Snapshot snapshot = builder.build();
            return new Outcome(snapshot.warnings(), builder.checked(), builder.report(), Optional.of(snapshot));
        } catch (ProblemException e) {
            return new Outcome(e.problems(), builder.checked(), builder.report(), Optional.empty());
        }
    }

    /** The same with what queries, golden answers and passages tell of the snapshot. */
    private Outcome further(Outcome outcome, Snapshot snapshot) throws IOException, ProblemException {
        List<Problem> problems = new ArrayList<>(outcome.problems());
        if (Files.isSameFile(Project.home().resolve("data"), project.data())) {
            QueryCatalogue queries = Project.queries();
            // Golden answers are those of whoever has no texts: with them, facts are quoted.
            Snapshot plain = project.sources().isEmpty()
                    ? snapshot
                    : new SnapshotBuilder(Project.inputs(project.data(), Optional.empty()), Progress.NONE).build();
            QueryRunner runner = new QueryRunner(plain, Limits.STANDARD);
            problems.addAll(QueryExamples.problems(queries, runner));
            console.say(Console.counted(queries.all().size(), "example") + " of queries asked");
            golden(queries, runner, problems);
        } else {
            console.say("examples of queries and golden answers are about the project's own tables");
        }
        List<Untranslated> untranslated = Untranslated.of(snapshot);
        untranslated.forEach(words -> console.say(words.toString()));
        console.say(Console.counted(untranslated.size(), "wording") + " not translated; pages show the English");
        if (project.sources().isPresent()) {
            OpenQuestions open = OpenQuestions.of(snapshot);
            problems.addAll(open.problems());
            console.say(Console.counted(open.facts(), "fact") + " compared with their passages");
        } else {
            console.say("facts are compared with their passages if --sources gives the texts");
        }
        problems.sort(Comparator.naturalOrder());
        return new Outcome(problems, outcome.checked(), outcome.report(), outcome.snapshot());
    }

    private void golden(QueryCatalogue queries, QueryRunner runner, List<Problem> problems) throws IOException {
        Path folder = Project.home().resolve(GOLDEN);
        if (!Files.isDirectory(folder)) {
            console.say("there are no golden answers at " + folder);
            return;
        }
        int compared = 0;
        List<String> missing =
                new ArrayList<>(queries.all().stream().map(QueryFile::name).toList());
        for (Path file : FileTree.of(folder)) {
            String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
            String shown = GOLDEN + "/" + folder.relativize(file).toString().replace('\\', '/');
            GoldenFile golden = GoldenFile.of(shown, Files.readString(file));
            problems.addAll(golden.differences(words -> printed(words, queries, runner)));
            compared += golden.commands().size();
            if (!missing.remove(name)) {
                problems.add(Problem.error(shown, 0, "", "no query is called so", "delete it, or name it after one"));
            }
        }
        missing.forEach(name -> problems.add(Problem.error(
                "queries/" + name + ".rq",
                0,
                "",
                "has no golden answers",
                "add " + GOLDEN + "/" + name + ".txt with a line '$ geneva query " + name + " … --format table'")));
        console.say(Console.counted(compared, "golden answer") + " compared");
    }

    private static String printed(List<String> words, QueryCatalogue queries, QueryRunner runner) throws Refusal {
        try {
            return QueryCommand.printed(words.subList(1, words.size()), queries, runner);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", e);
        }
    }

    private Outcome givenFiles() throws IOException, ProblemException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
        }
        List<Path> tables = files.stream().filter(ValidateCommand::isTable).toList();
        List<Path> rdf = files.stream().filter(file -> !isTable(file)).toList();
        List<Problem> problems = new ArrayList<>();
        Snapshot.Checked checked = new Snapshot.Checked(0, 0, 0);
        Graph report = CheckedFiles.emptyReport();
        if (!rdf.isEmpty()) {
            CheckedFiles result = CheckedFiles.check(project.inputs(), rdf);
            problems.addAll(result.problems());
            checked = result.checked();
            report = result.report();
        }
        for (Path folder : tables.stream()
                .map(ValidateCommand::dataFolder)
                .distinct()
                .sorted()
                .toList()) {
            Outcome outcome = tables(Inputs.read(Project.home(), folder));
            // The whole folder is read, for a row may refer to any table; told is what concerns the given files.
            for (Problem problem : outcome.problems()) {
                if (tables.stream().anyMatch(table -> isAt(problem, table))) {
                    problems.add(problem);
                }
            }
            checked = outcome.checked();
            report = outcome.report();
        }
        problems.sort(Comparator.naturalOrder());
        return new Outcome(problems, checked, report, Optional.empty());
    }

    private static boolean isAt(Problem problem, Path table) {
        Path absolute = table.toAbsolutePath().normalize();
        return absolute.equals(Path.of(problem.file()).toAbsolutePath().normalize())
                || absolute.equals(
                        Project.home().resolve(problem.file()).toAbsolutePath().normalize());
    }

    static boolean isTable(Path file) {
        return file.toString().endsWith(".csv") || file.toString().endsWith(".tsv");
    }

    /** The folder of tables in which a table stands: the nearest one above it that holds organisations. */
    static Path dataFolder(Path table) {
        for (Path folder = table.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("organisations.csv"))) {
                return folder;
            }
        }
        return table.toAbsolutePath().getParent();
    }

    private void printText(Outcome outcome) {
        for (Problem problem : outcome.problems()) {
            console.out().println(problem.severity() == Severity.WARNING ? "warning: " + problem : problem.toString());
        }
        long errors = outcome.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        Snapshot.Checked checked = outcome.checked();
        console.out()
                .printf(
                        "%s, %s; %s focus nodes and %s constraints checked in %s shapes%n",
                        Console.counted(errors, "error"),
                        Console.counted(outcome.problems().size() - errors, "warning"),
                        Console.grouped(checked.focusNodes()),
                        Console.grouped(checked.constraints()),
                        checked.shapes());
    }

    private void printJson(Outcome outcome) {
        JsonBuilder json = JsonBuilder.create().startObject().key("problems").startArray();
        for (Problem problem : outcome.problems()) {
            ReportJson.add(problem, json);
        }
        json.finishArray()
                .pair("focusNodes", outcome.checked().focusNodes())
                .pair("constraints", outcome.checked().constraints())
                .pair("shapes", outcome.checked().shapes())
                .finishObject();
        JSON.write(console.out(), json.build());
        console.out().println();
    }
}
