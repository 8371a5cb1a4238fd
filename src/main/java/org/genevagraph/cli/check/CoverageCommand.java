package org.genevagraph.cli.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.console.TextTable;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.proof.Coverage;
import org.genevagraph.proof.Unexplained;
import org.genevagraph.proof.Untranslated;
import org.genevagraph.snapshot.Snapshot;
import picocli.CommandLine.Command;

/** Looks for what the texts say that no fact holds. */
@Command(
        name = "coverage",
        description = {
            "Names, acronyms, years and numbers in the texts that no fact uses, and members of lists (such as a, b and c) that nothing "
                    + "holds, the most frequent first; passages without facts; "
                    + "things without statements, evidence, issues, links; words without translation.",
            "Ends with 1 if words or passages are left that data/coverage-notes.csv does not explain."
        },
        mixinStandardHelpOptions = true)
public final class CoverageCommand extends ReportCommand {
    private static final int MOST_PASSAGES = 6;

    @Override
    public Integer call() throws IOException, ProblemException {
        Snapshot snapshot = build();
        Coverage coverage = Coverage.of(snapshot);
        if (isForPrograms()) {
            printJson(coverage, snapshot);
        } else {
            printText(coverage, snapshot);
        }
        return coverage.unexplained().isEmpty() && coverage.silentPassages().isEmpty() ? 0 : ExitStatus.WRONG_DATA;
    }

    /** What hangs on too little, by what it lacks. */
    private static Map<String, List<String>> orphans(Coverage coverage, Snapshot snapshot) {
        Map<String, List<String>> orphans = new LinkedHashMap<>();
        orphans.put("things in no statement", coverage.inNoStatement());
        orphans.put("organisations and initiatives without evidence", coverage.withoutEvidence());
        orphans.put("initiatives and profiled organisations without issue", coverage.withoutIssue());
        orphans.put("organisations without link to an outside register", coverage.withoutLink());
        orphans.put(
                "words without translation",
                Untranslated.of(snapshot).stream().map(Untranslated::toString).toList());
        return orphans;
    }

    private void printText(Coverage coverage, Snapshot snapshot) {
        if (!coverage.unexplained().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            for (Unexplained words : coverage.unexplained()) {
                List<String> passages = words.passages();
                rows.add(List.of(
                        words.words(),
                        words.kind().toString(),
                        Integer.toString(passages.size()),
                        String.join(" ", passages.subList(0, Math.min(MOST_PASSAGES, passages.size())))
                                + (passages.size() > MOST_PASSAGES ? " …" : "")));
            }
            new TextTable(List.of("words", "looks like", "passages", "where"), rows)
                    .print(console.out(), console.width());
            console.out().println();
        }
        print("passages that no fact cites", coverage.silentPassages());
        orphans(coverage, snapshot).forEach(this::print);
        console.out()
                .printf(
                        "%s words unexplained, %s explained by notes; %s passages without facts unexplained%n",
                        Console.grouped(coverage.unexplained().size()),
                        Console.grouped(coverage.explained()),
                        Console.grouped(coverage.silentPassages().size()));
    }

    private void print(String what, List<String> things) {
        console.out().println(what + ": " + Console.grouped(things.size()));
        things.forEach(thing -> console.out().println("  " + thing));
        console.out().println();
    }

    private void printJson(Coverage coverage, Snapshot snapshot) {
        JsonBuilder json = JsonBuilder.create().startObject().key("unexplained").startArray();
        for (Unexplained words : coverage.unexplained()) {
            json.startObject()
                    .pair("words", words.words())
                    .pair("kind", words.kind().toString())
                    .key("passages")
                    .startArray();
            words.passages().forEach(json::value);
            json.finishArray().finishObject();
        }
        json.finishArray().pair("explained", coverage.explained());
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("passages that no fact cites", coverage.silentPassages());
        lists.putAll(orphans(coverage, snapshot));
        lists.forEach((what, things) -> {
            json.key(what).startArray();
            things.forEach(json::value);
            json.finishArray();
        });
        json.finishObject();
        JSON.write(console.out(), json.build());
        console.out().println();
    }
}
