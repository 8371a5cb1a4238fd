package org.genevagraph.cli.curate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.genevagraph.cli.check.ReportFormat;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.TextTable;
import org.genevagraph.cli.project.BuiltProject;
import org.genevagraph.curate.desk.RefusedOnes;
import org.genevagraph.curate.measure.LeaveOneOut;
import org.genevagraph.curate.measure.SaidAnew;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.curate.suggest.Suggestions;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes rows for a text: things, statements, figures, citations and requests, each with its sentence and the reason. */
@Command(
        name = "suggest",
        description = {
            "Proposes rows for a source text: things, statements, figures, citations and requests, each with a score, its sentence and the reason.",
            "They are proposals of a program that looks at names and at the words for relations, and nothing is written to the tables.",
            "--measure tells how much of what people found in the texts, or in SOURCE alone, it would have proposed."
        },
        mixinStandardHelpOptions = true)
public final class SuggestCommand extends ConsoleCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BuiltProject project;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SOURCE", description = "The id of a source text.")
    private String source;

    @Option(
            names = "--least",
            defaultValue = "0",
            paramLabel = "SCORE",
            description = "Propose nothing with a lower score than this, between 0 and 1.")
    private double least;

    @Option(names = "--measure", description = "Take the tables of each text away, suggest them anew, and compare.")
    private boolean measure;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not said.")
    private ReportFormat format;

    @Override
    public Integer call() throws IOException, ProblemException {
        project.requireSources(spec.commandLine());
        if (source == null && !measure) {
            throw new ParameterException(spec.commandLine(), "needs the id of a source text, or --measure");
        }
        Snapshot snapshot = project.build(console);
        if (measure) {
            measure(snapshot);
            return 0;
        }
        RefusedOnes refused = RefusedOnes.of(project.inputs(), source);
        List<Suggestion> suggestions = Suggestions.of(snapshot, source).stream()
                .filter(suggestion -> !refused.hold(suggestion))
                .filter(suggestion -> suggestion.score() >= least)
                .toList();
        if (format == ReportFormat.json) {
            printJson(suggestions);
        } else {
            printText(suggestions);
        }
        return 0;
    }

    private void printText(List<Suggestion> suggestions) {
        for (Suggestion suggestion : suggestions) {
            console.out()
                    .println(String.format(Locale.ROOT, "%.2f", suggestion.score()) + " " + suggestion.table() + ": "
                            + String.join(",", suggestion.row()) + " [" + suggestion.passage() + "] "
                            + suggestion.reason()
                            + (suggestion.standing().isEmpty() ? "" : "; " + suggestion.standing()));
            console.out().println("     “" + suggestion.sentence().strip() + "”");
        }
        console.say(Console.counted(suggestions.size(), "proposal") + "; nothing was written");
    }

    private void printJson(List<Suggestion> suggestions) {
        JsonBuilder json = JsonBuilder.create().startArray();
        for (Suggestion suggestion : suggestions) {
            json.startObject().pair("table", suggestion.table()).key("row").startArray();
            suggestion.row().forEach(json::value);
            json.finishArray()
                    .pair("score", suggestion.score())
                    .pair("passage", suggestion.passage())
                    .pair("sentence", suggestion.sentence())
                    .pair("reason", suggestion.reason())
                    .pair("standing", suggestion.standing())
                    .finishObject();
        }
        JSON.write(console.out(), json.finishArray().build());
        console.out().println();
    }

    private void measure(Snapshot snapshot) throws ProblemException {
        Set<String> only = source == null ? Set.of() : Set.of(source);
        List<LeaveOneOut> profiles = LeaveOneOut.measure(snapshot, only);
        List<SaidAnew> said = SaidAnew.measure(snapshot, only);
        List<List<String>> rows = new ArrayList<>();
        List<LeaveOneOut> all = new ArrayList<>(profiles);
        all.add(LeaveOneOut.total(profiles));
        for (LeaveOneOut row : all) {
            rows.add(row(
                    row.source(), "things", row.things(), row.suggestedThings(), row.foundThings(), row.rightThings()));
        }
        for (LeaveOneOut row : all) {
            rows.add(row(
                    row.source(),
                    "statements",
                    row.statements(),
                    row.suggestedStatements(),
                    row.foundStatements(),
                    row.rightStatements()));
        }
        Map<String, String> relations = new LinkedHashMap<>();
        relations.put(SaidAnew.REQUESTS, "requests");
        relations.put(SaidAnew.ENGAGES, "audiences");
        relations.put(SaidAnew.CITES, "citations");
        relations.forEach((relation, rowsOf) -> Stream.concat(
                        said.stream().filter(row -> row.relation().equals(relation)),
                        Stream.of(SaidAnew.total(said, relation)))
                .map(row -> row(row.source(), rowsOf, row.wanted(), row.proposed(), row.found(), row.right()))
                .forEach(rows::add));
        new TextTable(List.of("text", "rows", "in the tables", "proposed", "recall", "precision"), rows)
                .print(console.out(), console.width());
    }

    private static List<String> row(String text, String kind, int wanted, int proposed, int found, int right) {
        return List.of(
                text,
                kind,
                Integer.toString(wanted),
                Integer.toString(proposed),
                share(found, wanted),
                share(right, proposed));
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
    }
}
