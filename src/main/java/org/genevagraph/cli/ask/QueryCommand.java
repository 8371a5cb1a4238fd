package org.genevagraph.cli.ask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genevagraph.cli.console.AnswerTable;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.project.BuiltProject;
import org.genevagraph.cli.project.ReadProject;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.Endpoint;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.answer.SafeCells;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.snapshot.Snapshot;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a canned query. */
@Command(
        name = "query",
        description = {
            "Asks a canned query.",
            "Things are named by slug, acronym, name, IRI or an identifier elsewhere, such as Q376150: a=gcsp b=\"CyberPeace Institute\"."
        },
        mixinStandardHelpOptions = true)
public final class QueryCommand extends ConsoleCommand {
    private static final String TABLE = "table";

    /** All formats that any query has. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(
                            Stream.of(TABLE), Stream.of(AnswerFormat.values()).map(AnswerFormat::label))
                    .iterator();
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private BuiltProject project;

    @Parameters(index = "0", paramLabel = "NAME", description = "The query; './geneva queries' lists them.")
    private String name;

    @Parameters(index = "1..*", paramLabel = "param=value", description = "What the query wants to know.")
    private List<String> arguments = List.of();

    @Option(
            names = "--format",
            completionCandidates = Formats.class,
            description =
                    "table, csv, tsv, json, xml; ics or geojson for events and places; ttl or jsonld for graphs. Without it, a table on a terminal and CSV elsewhere.")
    private String format;

    @Option(
            names = "--safe",
            description = "In csv and tsv, put an apostrophe before cells that a spreadsheet would run as a formula.")
    private boolean safe;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Ask this SPARQL endpoint instead; names are still looked up in the project's own graph.")
    private String endpoint;

    @Override
    public Integer call() throws IOException, ProblemException, Refusal {
        ReadProject read = project.read(console);
        // What can be wrong without the data is told before anything is built of them.
        QueryFile query = read.queries().find(name);
        Map<String, String> values = values();
        String chosen = chosen(query);
        Snapshot snapshot = project.build(read, console);
        QueryRunner runner = new QueryRunner(snapshot, Limits.STANDARD);
        Answer answer = endpoint == null ? runner.run(query, values) : askEndpoint(runner, query, values);
        print(answer, chosen, snapshot, console.out(), console.width());
        if (!chosen.equals(TABLE) && !answer.note().isEmpty()) {
            console.say(answer.note());
        }
        return 0;
    }

    /**
     * What a command line of this command prints on lines of any length.
     *
     * @param words its words after the name of the command
     */
    public static String printed(List<String> words, QueryCatalogue queries, QueryRunner runner)
            throws IOException, Refusal {
        QueryCommand command = new QueryCommand();
        new CommandLine(command).parseArgs(words.toArray(String[]::new));
        QueryFile query = queries.find(command.name);
        String chosen = command.format == null ? AnswerFormat.CSV.label() : command.chosen(query);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        command.print(runner.run(query, command.values()), chosen, runner.snapshot(), out, Integer.MAX_VALUE);
        return text.toString(StandardCharsets.UTF_8);
    }

    /** The format that is wanted. */
    private String chosen(QueryFile query) {
        List<String> formats = formats(query);
        String chosen = format == null ? defaultFormat(query) : format;
        if (!formats.contains(chosen)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--format '" + chosen + "' is none for this query – "
                            + Nearest.hint(chosen, formats, "take one of " + String.join(", ", formats)));
        }
        return chosen;
    }

    private void print(Answer answer, String chosen, Snapshot snapshot, PrintStream out, int width)
            throws IOException, Refusal {
        if (chosen.equals(TABLE)) {
            printTable(answer, out, width);
        } else {
            AnswerFormat form = AnswerFormat.of(chosen).orElseThrow();
            Answer shown = safe ? answer.with(SafeCells.of(answer.result(), form)) : answer;
            form.write(shown, snapshot.dataRead(), out);
        }
    }

    private Answer askEndpoint(QueryRunner runner, QueryFile query, Map<String, String> values) throws Refusal {
        Result result = new Endpoint(endpoint, Limits.STANDARD)
                .ask(runner.standalone(query, values), query.query().getProjectVars());
        return new Answer(query, Map.of(), result, "");
    }

    private static void printTable(Answer answer, PrintStream out, int width) {
        if (!answer.note().isEmpty()) {
            out.println(answer.note());
        } else if (answer.result() instanceof Result.Rows rows) {
            AnswerTable.print(rows, out, width);
        } else if (answer.result() instanceof Result.Truth truth) {
            out.println(truth.value() ? "yes" : "no");
        }
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + argument + "' is no parameter – write name=value, for example a=gcsp");
            }
            String previous = values.put(argument.substring(0, equals), argument.substring(equals + 1));
            if (previous != null) {
                throw new ParameterException(
                        spec.commandLine(), "'" + argument.substring(0, equals) + "' is given twice – give it once");
            }
        }
        return values;
    }

    private static List<String> formats(QueryFile query) {
        List<String> machine =
                AnswerFormat.fitting(query).stream().map(AnswerFormat::label).toList();
        return query.query().isConstructType()
                ? machine
                : Stream.concat(Stream.of(TABLE), machine.stream()).toList();
    }

    private String defaultFormat(QueryFile query) {
        List<String> formats = formats(query);
        return formats.contains(TABLE) && !console.onTerminal() ? AnswerFormat.CSV.label() : formats.get(0);
    }
}
