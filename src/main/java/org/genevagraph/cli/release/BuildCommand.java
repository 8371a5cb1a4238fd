package org.genevagraph.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genevagraph.cli.console.Console;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.TextTable;
import org.genevagraph.cli.project.BuiltProject;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.DumpWriter;
import org.genevagraph.snapshot.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds the graph, writes it as N-Quads and counts it. */
@Command(
        name = "build",
        description = "Loads, derives, validates, writes the graph as N-Quads and prints counts per graph and class.",
        mixinStandardHelpOptions = true)
public final class BuildCommand extends ConsoleCommand {
    @Mixin
    private BuiltProject project;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to write it; gzipped if the name ends in .gz. With - it is all that is written to standard output.")
    private Path out;

    @Override
    public Integer call() throws IOException, ProblemException {
        Snapshot snapshot = project.build(console);
        console.sayWarnings(snapshot);
        if (out != null) {
            console.write(out, file -> DumpWriter.write(snapshot.dataset(), file));
        }
        if (console.isStandardOutput(out)) {
            return 0;
        }
        print("graph", "triples", snapshot.triplesPerGraph());
        print("class", "things", snapshot.thingsPerClass());
        List<List<String>> sources = new ArrayList<>();
        snapshot.sources()
                .forEach((source, count) -> sources.add(List.of(
                        source,
                        Console.grouped(count.passages()),
                        Console.grouped(count.statements()),
                        Console.grouped(count.figures()))));
        new TextTable(List.of("source", "passages", "statements", "figures"), sources)
                .print(console.out(), console.width());
        console.out().println();
        console.out().printf("%s triples, version %s%n", Console.grouped(snapshot.triples()), snapshot.version());
        return 0;
    }

    private void print(String what, String counted, Map<String, Long> counts) {
        int width = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
        int first = Math.max(width, what.length());
        console.out().printf("%-" + first + "s  %9s%n", what, counted);
        counts.forEach((name, count) -> console.out().printf("%-" + first + "s  %9s%n", name, Console.grouped(count)));
        console.out().println();
    }
}
