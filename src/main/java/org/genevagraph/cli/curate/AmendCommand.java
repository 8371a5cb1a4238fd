package org.genevagraph.cli.curate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.OutputFile;
import org.genevagraph.cli.project.Project;
import org.genevagraph.load.Loaders;
import org.genevagraph.load.row.Loader;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.source.given.GivenText;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.text.amend.AmendedText;
import org.genevagraph.text.amend.Replacements;
import org.genevagraph.text.read.TextReader;
import org.genevagraph.text.read.passage.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replaces terms in a text, and counts how often and where they no longer fit. */
@Command(
        name = "amend",
        description = {
            "Replaces the terms of data/replacements.csv in a text, marks what was replaced, and counts.",
            "TEXT is a source text, such as tunis-agenda, or the path of a file."
        },
        mixinStandardHelpOptions = true)
public final class AmendCommand extends ConsoleCommand {
    private static final String SOURCES = "sources";
    private static final String DEFAULT_FORM = "treaty";
    private static final String ENDING = ".txt";

    /** How to print, in the spelling of the command line. */
    enum Format {
        text,
        html,
        json,
        csv,
        passages
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private Project project;

    @Parameters(index = "0", paramLabel = "TEXT", description = "The id of a source text, or the path of a text file.")
    private String text;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description =
                    "How the text is built: profile, article, treaty or matrix. Without it, as data/sources.csv says, and a file as treaty.")
    private String form;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = {
                "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not said.",
                "csv prints rows of data/amendments.csv, passages those of the amended document's table in data/passages."
            })
    private Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; gzipped if the name ends in .gz.")
    private Path out;

    @Override
    public Integer call() throws IOException, ProblemException {
        Inputs inputs = project.inputs();
        Given given = given(table(inputs, SOURCES, columns(SOURCES)));
        TextReader reader = reader(given.form());
        Problems problems = new Problems();
        Replacements replacements =
                Replacements.read(table(inputs, Replacements.TABLE, Replacements.COLUMNS), problems);
        stopIfWrong(problems);
        Reading reading = reader.read(GivenText.read(given.file(), given.name()));
        // What is missing in a text that the tables know, they know.
        List<Problem> missing =
                given.isKnown() ? List.of() : reading.missing(given.file().toString());
        Stream.concat(reading.problems().stream(), missing.stream())
                .forEach(problem -> console.say("warning: " + problem));
        if (reading.passages().isEmpty()) {
            throw new ProblemException(Problem.error(
                    given.file().toString(),
                    0,
                    "",
                    "holds no passages",
                    "check whether it is the right file, and its --form"));
        }
        AmendedText amended = AmendedText.of(given.name(), reading, replacements);
        if (out == null || console.isStandardOutput(out)) {
            print(amended, inputs, console.out(), console.isColourful());
            return 0;
        }
        OutputFile.write(out, file -> print(amended, inputs, file, false));
        console.say("wrote " + out);
        return 0;
    }

    private void print(AmendedText amended, Inputs inputs, PrintStream to, boolean inColour)
            throws IOException, ProblemException {
        switch (format) {
            case text -> new AmendedTextLines(to, inColour).print(amended);
            case html -> AmendedTextPage.print(amended, to);
            case json -> AmendedTextJson.print(amended, to);
            case csv -> AmendedTextRows.printCounts(amended, columns("amendments"), to);
            case passages -> {
                String table = "passages/" + amended.name();
                AmendedTextRows.printPassages(amended, columns(table), topics(inputs, table), to);
            }
            default -> throw new IllegalStateException(format.name());
        }
    }

    /** The text that the user means: its name, its file and how it is built. */
    private record Given(String name, Path file, String form, boolean isKnown) {}

    private Given given(Table known) {
        Optional<Row> source = known.rows().stream()
                .filter(row -> row.get("document").equals(text))
                .findFirst();
        if (source.isPresent()) {
            project.requireSources(spec.commandLine());
            return new Given(
                    text,
                    project.sources().orElseThrow().resolve(text + ENDING),
                    form == null ? source.get().get("form") : form,
                    true);
        }
        Path file = Path.of(text);
        if (!Files.isRegularFile(file)) {
            List<String> names =
                    known.rows().stream().map(row -> row.get("document")).toList();
            throw wrong("there is no text '" + text + "' – "
                    + Nearest.hint(text, names, "give the path of a text file, or one of " + String.join(", ", names)));
        }
        return new Given(GivenText.name(file), file, form == null ? DEFAULT_FORM : form, false);
    }

    private static List<String> columns(String table) {
        return Loaders.of(table).map(Loader::columns).orElseThrow();
    }

    private static Table table(Inputs inputs, String name, List<String> columns) throws IOException, ProblemException {
        Inputs.File file = inputs.table(name).orElseThrow(() -> new NoSuchFileException("the table " + name + ".csv"));
        Problems problems = new Problems();
        Table table = Table.read(file.shown(), name, file.text(), Layout.of(columns), problems);
        stopIfWrong(problems);
        return table;
    }

    private static void stopIfWrong(Problems problems) throws ProblemException {
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
    }

    /** The topics of the original's passages by number, which are those of the amended ones; none if it has no table. */
    private static Map<String, String> topics(Inputs inputs, String name) throws IOException, ProblemException {
        if (inputs.table(name).isEmpty()) {
            return Map.of();
        }
        return table(inputs, name, columns(name)).rows().stream()
                .collect(Collectors.toMap(row -> row.get("number"), row -> row.get("topic"), (one, other) -> one));
    }

    private TextReader reader(String wanted) {
        List<String> forms = TextReader.ALL.stream().map(TextReader::form).toList();
        return TextReader.of(wanted)
                .orElseThrow(() -> wrong("--form '" + wanted + "' is none – "
                        + Nearest.hint(wanted, forms, "take one of " + String.join(", ", forms))));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
