package org.genevagraph.cli.serve;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.genevagraph.cli.console.ExitStatus;
import org.genevagraph.cli.console.Ports;
import org.genevagraph.cli.project.ProposalsOnDisk;
import org.genevagraph.cli.project.ReadProject;
import org.genevagraph.cli.project.TablesOnDisk;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.curate.submit.Journal;
import org.genevagraph.curate.submit.Submissions;
import org.genevagraph.curate.submit.Tokens;
import org.genevagraph.diff.release.Releases;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.engine.Store;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.worker.WorkerPool;
import org.genevagraph.serve.AdminServer;
import org.genevagraph.serve.Reloader;
import org.genevagraph.serve.ServerLimits;
import org.genevagraph.serve.ServerLog;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.RowChecks;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.monitor.ListenedQueries;
import org.genevagraph.serve.monitor.Monitor;
import org.genevagraph.serve.place.Base;
import org.genevagraph.serve.place.Placement;
import org.genevagraph.serve.submit.FMod_Submit;
import org.genevagraph.snapshot.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds, validates and serves; goes on serving the last good state while files change. */
@Command(
        name = "serve",
        description = {
            "Builds, validates and serves the graph.",
            "When files change it builds again: what is right is served from then on, what is wrong is reported."
        },
        mixinStandardHelpOptions = true)
public final class ServeCommand extends ServerCommand {
    /** The services that queries may call; set before anything is served. */
    private Services allowed = Services.NONE;

    /** Sees what is asked; set before anything is served. */
    private Monitor monitor;

    /** Set before anything is served. */
    private ServerLimits limits = ServerLimits.STANDARD;

    private final RowChecks checks = new RowChecks();

    /** Where proposals are put; set before anything is served, if they are taken. */
    private Inbox inbox;

    @Option(
            names = "--once",
            hidden = true,
            description = "Answer one request of its own, then stop: the launcher's warm-up.")
    private boolean once;

    @Override
    public Integer call() throws IOException, ProblemException {
        if (isMisconfigured()) {
            return ExitStatus.WRONG_USAGE;
        }
        limits = limits();
        allowed = allowed(limits);
        inbox = contribute == null ? null : new Inbox(new ProposalsOnDisk(contribute));
        Placement placement = placement();
        monitor = monitor();
        endWithLauncher();
        Ports.checkFree(spec.commandLine(), "--port", host, port);
        if (adminPort != null) {
            Ports.checkFree(spec.commandLine(), "--admin-port", Ports.LOOPBACK, adminPort);
        }
        ProjectFiles files = new ProjectFiles();
        // Taken before anything is read: what changes from here on is noticed.
        Object before = files.state();
        // A change that was cut off is finished before anything is read.
        try (Closeable databases = store.open(console);
                Submissions submissions = submit == null ? null : submissions()) {
            serve(files, before, placement, submissions);
        }
        return 0;
    }

    /** Serves until the end; the submissions are null if none are taken. */
    private void serve(ProjectFiles files, Object before, Placement placement, Submissions submissions)
            throws IOException, ProblemException {
        ReadProject read = project.read(console);
        Served first = served(project.build(read, console), read.queries()).with(read::inputs);
        console.sayWarnings(first.snapshot());
        try (SnapshotServer server = start(first, placement, submissions);
                AdminServer admin = adminPort == null ? null : admin(server);
                Reloader reloader = new Reloader(server, files, before, Reloader.Pace.STANDARD, log())) {
            // A signal to end the program lets requests be answered first.
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stopping"));
            console.out().println("Geneva Graph is at " + server.address());
            placement.base().ifPresent(base -> tellBase(base, server));
            if (admin != null) {
                console.say("how it is: " + admin.address() + "health");
            }
            console.out().flush();
            console.say("version " + first.snapshot().version() + "; stop it with Ctrl-C");
            if (once) {
                answerOneself(server);
            } else {
                server.join();
            }
        }
    }

    private void tellBase(Base base, SnapshotServer server) {
        console.say("the public reaches it at " + base.url() + "/");
        if (server.hasAddress(base.path())) {
            console.err()
                    .println("warning: " + base.path() + " is an address of the server itself, too"
                            + " – let the proxy pass the whole path on, or choose another path for --base");
        }
    }

    /** Those who want it quiet are still told what is wrong. */
    private ServerLog log() {
        return new ServerLog(Clock.systemUTC(), console::say, console.err()::println);
    }

    private AdminServer admin(SnapshotServer server) throws IOException {
        try {
            return server.admin(adminPort);
        } catch (IOException e) {
            throw Ports.fault(spec.commandLine(), "--admin-port", Ports.LOOPBACK, adminPort, e);
        }
    }

    /** A launcher that was killed cannot end its server, which would keep the port. */
    private static void endWithLauncher() {
        Long launcher = Long.getLong("geneva.launcher");
        if (launcher != null && launcher != ProcessHandle.current().pid()) {
            ProcessHandle.of(launcher).ifPresent(process -> {
                var unused = process.onExit().thenRun(() -> System.exit(0));
            });
        }
    }

    private Served served(Snapshot snapshot, QueryCatalogue queries) throws IOException, ProblemException {
        Releases kept = releases == null ? Releases.NONE : Releases.read(releases);
        Optional<Store> published = store.publish(snapshot, console);
        WorkerPool workers = new WorkerPool(snapshot, limits.places(), allowed, published);
        Served all = Served.of(
                        new QueryRunner(snapshot, limits.query(), published, monitor),
                        queries,
                        new ListenedQueries(workers, monitor))
                .with(kept)
                .with(imprint.imprint())
                .with(checks);
        return contribute == null ? all : all.with(inbox);
    }

    private static void answerOneself(SnapshotServer server) throws IOException {
        try (InputStream page = URI.create(server.address()).toURL().openStream()) {
            page.readAllBytes();
        }
    }

    private Submissions submissions() throws IOException {
        return new Submissions(new TablesOnDisk(project), Journal.open(submit.resolve(JOURNAL)));
    }

    private SnapshotServer start(Served first, Placement placement, Submissions submissions) throws IOException {
        AtomicReference<SnapshotServer> started = new AtomicReference<>();
        List<FusekiModule> more = submissions == null
                ? List.of()
                : List.of(new FMod_Submit(
                        () -> started.get().served(),
                        submissions,
                        new Tokens(submit.resolve(TOKENS)),
                        (inputs, snapshot) -> started.get()
                                .publish(served(snapshot, started.get().served().catalogue())
                                        .with(inputs))));
        try {
            started.set(
                    SnapshotServer.start(first, host, port, limits.traffic(), placement, monitor, publicMetrics, more));
            return started.get();
        } catch (IOException | UnresolvedAddressException e) {
            throw Ports.fault(spec.commandLine(), "--port", host, port, e);
        }
    }

    private final class ProjectFiles implements Reloader.Files {
        @Override
        public Object state() throws IOException {
            return releases == null ? project.fingerprint() : List.of(project.fingerprint(), releaseTimes());
        }

        private List<String> releaseTimes() throws IOException {
            List<String> times = new ArrayList<>();
            try (Stream<Path> folders = Files.list(releases)) {
                for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                    times.add(folder + " " + Files.getLastModifiedTime(folder));
                }
            }
            return times;
        }

        @Override
        public Reloader.Reading read() throws IOException, ProblemException {
            ReadProject read = project.read(console);
            QueryCatalogue queries = read.queries();
            return () -> served(project.rebuild(read, console), queries).with(read::inputs);
        }
    }
}
