package org.genevagraph.cli.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.console.TextTable;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.proof.Evidence;
import org.genevagraph.proof.Proof;
import org.genevagraph.proof.Verdict;
import org.genevagraph.snapshot.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks every fact against the passages that it cites. */
@Command(
        name = "evidence",
        description = {
            "Checks every fact against the passages that it cites, in the texts that --sources gives.",
            "Ends with 1 if a stated fact is not found there, or its text has changed, and data/evidence-notes.csv does not say why it holds."
        },
        mixinStandardHelpOptions = true)
public final class EvidenceCommand extends ReportCommand {
    @Option(
            names = "--all",
            description = "List every fact with its verdict, not only those that somebody has to look at.")
    private boolean all;

    @Override
    public Integer call() throws IOException, ProblemException {
        Snapshot snapshot = build();
        List<Proof> proofs = Evidence.check(snapshot);
        boolean open = proofs.stream()
                .anyMatch(proof -> proof.isStated() && proof.verdict().isOpen());
        if (isForPrograms()) {
            printJson(proofs);
        } else {
            printText(proofs);
        }
        return open ? ExitStatus.WRONG_DATA : 0;
    }

    private void printText(List<Proof> proofs) {
        List<Proof> listed =
                proofs.stream().filter(proof -> all || proof.verdict().isOpen()).toList();
        for (Proof proof : listed) {
            console.out()
                    .println((proof.place().isEmpty() ? "" : proof.place() + ": ") + proof.verdict()
                            + (proof.isStated() ? "" : " (arguable)") + ": " + proof.says() + " ["
                            + String.join(" ", proof.passages()) + "]"
                            + (proof.because().isEmpty() ? "" : " – " + proof.because()));
        }
        if (!listed.isEmpty()) {
            console.out().println();
        }
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<Proof>> bySource =
                proofs.stream().collect(Collectors.groupingBy(Proof::source, TreeMap::new, Collectors.toList()));
        bySource.forEach((source, facts) -> rows.add(counts(source, facts)));
        rows.add(counts("all", proofs));
        new TextTable(columns(), rows).print(console.out(), console.width());
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("source", "facts"));
        for (Verdict verdict : Verdict.values()) {
            columns.add(verdict.toString());
        }
        return columns;
    }

    private static List<String> counts(String source, List<Proof> facts) {
        Map<Verdict, Long> counts = facts.stream()
                .map(Proof::verdict)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> row = new ArrayList<>(List.of(source, Console.grouped(facts.size())));
        for (Verdict verdict : Verdict.values()) {
            row.add(Console.grouped(counts.getOrDefault(verdict, 0L)));
        }
        return row;
    }

    private void printJson(List<Proof> proofs) {
        JsonBuilder json = JsonBuilder.create().startObject().key("counts").startObject();
        for (Verdict verdict : Verdict.values()) {
            json.pair(
                    verdict.name().toLowerCase(Locale.ROOT),
                    proofs.stream().filter(proof -> proof.verdict() == verdict).count());
        }
        json.finishObject().key("facts").startArray();
        for (Proof proof : proofs) {
            json.startObject();
            ReportJson.addTo(json, proof);
            json.finishObject();
        }
        json.finishArray().finishObject();
        JSON.write(console.out(), json.build());
        console.out().println();
    }
}
