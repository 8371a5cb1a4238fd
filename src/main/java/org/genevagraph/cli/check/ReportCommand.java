package org.genevagraph.cli.check;

import java.io.IOException;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.project.BuiltProject;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Snapshot;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common that hold the graph against its texts: they insist on the texts, and report for people or for programs. */
public abstract class ReportCommand extends ConsoleCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BuiltProject project;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not said.")
    private ReportFormat format;

    /** Builds the graph with the texts; says what deserves a look in either. */
    public final Snapshot build() throws IOException, ProblemException {
        project.requireSources(spec.commandLine());
        Snapshot snapshot = project.build(console);
        console.sayWarnings(snapshot);
        return snapshot;
    }

    public final boolean isForPrograms() {
        return format == ReportFormat.json;
    }
}
