package org.genevagraph.cli.curate;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.genevagraph.cli.console.ConsoleCommand;
import org.genevagraph.cli.console.Ports;
import org.genevagraph.cli.project.Project;
import org.genevagraph.cli.project.ProposalsOnDisk;
import org.genevagraph.cli.project.TablesOnDisk;
import org.genevagraph.curate.desk.Desk;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.desk.FMod_Desk;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.monitor.Monitor;
import org.genevagraph.serve.place.Placement;
import org.genevagraph.serve.traffic.TrafficLimits;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves, on this machine only, a page on which a person turns proposals for a text into rows. */
@Command(
        name = "desk",
        description = {
            "Serves a page with a text on the left and what 'geneva suggest' proposes for it on the right: accept, change or refuse, by keyboard.",
            "A row is written to its table when the whole graph with it has no fault, and is served then; refused proposals do not come again.",
            "Only this machine can reach it."
        },
        mixinStandardHelpOptions = true)
public final class DeskCommand extends ConsoleCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Project project;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The id of a source text.")
    private String source;

    @Option(
            names = "--port",
            defaultValue = "3031",
            description = "The port, 0 for a free one; ${DEFAULT-VALUE} if not said.")
    private int port;

    @Option(
            names = "--proposals",
            paramLabel = "DIR",
            description =
                    "The folder of 'geneva serve --contribute DIR': what readers sent for the text stands before the other proposals.")
    private Path proposals;

    @Override
    public Integer call() throws IOException, ProblemException {
        project.requireSources(spec.commandLine());
        try (SnapshotServer server = start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stopping"));
            console.out().println("The desk is at " + server.address() + FMod_Desk.PATH.substring(1));
            console.out().flush();
            console.say("stop it with Ctrl-C; what was accepted stands in " + project.data());
            server.join();
        }
        return 0;
    }

    /** Starts the server; close it in the end. */
    SnapshotServer start() throws IOException, ProblemException {
        Ports.check(spec.commandLine(), "--port", port);
        Ports.checkFree(spec.commandLine(), "--port", Ports.LOOPBACK, port);
        if (proposals != null && !Files.isDirectory(proposals)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--proposals " + proposals + " is no folder – give the one of 'geneva serve --contribute DIR'");
        }
        AtomicReference<SnapshotServer> server = new AtomicReference<>();
        Desk desk = new Desk(
                source,
                new TablesOnDisk(project),
                Optional.ofNullable(proposals).map(folder -> new Inbox(new ProposalsOnDisk(folder))),
                (inputs, snapshot) -> server.get().publish(served(inputs, snapshot)));
        try {
            server.set(SnapshotServer.start(
                    served(desk.inputs(), desk.snapshot()),
                    Ports.LOOPBACK,
                    port,
                    TrafficLimits.STANDARD,
                    Placement.LOCAL,
                    new Monitor(),
                    false,
                    List.of(new FMod_Desk(desk, () -> server.get().served()))));
        } catch (BindException e) {
            throw Ports.fault(spec.commandLine(), "--port", Ports.LOOPBACK, port, e);
        }
        return server.get();
    }

    /** One person asks here, so that queries need no workers of their own, which would begin anew with every row. */
    private static Served served(Inputs inputs, Snapshot snapshot) throws IOException, ProblemException {
        return Served.of(snapshot, Project.queries(), Limits.STANDARD).with(inputs);
    }
}
