package org.genevagraph.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.cli.project.Project;
import org.genevagraph.cli.project.TablesOnDisk;
import org.genevagraph.curate.rows.TableFiles;
import org.genevagraph.curate.submit.Journal;
import org.genevagraph.curate.submit.Submissions;
import org.genevagraph.curate.submit.Tokens;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.monitor.Monitor;
import org.genevagraph.serve.place.Placement;
import org.genevagraph.serve.submit.FMod_Submit;
import org.genevagraph.serve.traffic.TrafficLimits;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A server that takes submissions, with made-up tables and their texts on a disk that can be made to fail. */
abstract class SubmitServed {
    @TempDir
    Path folder;

    final HttpClient client = HttpClient.newHttpClient();
    Path data;
    Path submit;
    SnapshotServer server;
    Submissions submissions;
    Failing disk;

    /** Holds the options that tell where the project's files are. */
    @Command
    private static final class Where {
        @Mixin
        private Project project;
    }

    /** The tables on the disk, when the disk does not take one of them or somebody else writes there. */
    static final class Failing implements TableFiles {
        private final TableFiles files;
        private int good = Integer.MAX_VALUE;
        private int faults;
        Consumer<String> meanwhile = table -> {};

        Failing(TableFiles files) {
            this.files = files;
        }

        /** Lets some tables be written and then some not. */
        void fail(int after, int times) {
            good = after;
            faults = times;
        }

        @Override
        public Object state() throws IOException {
            return files.state();
        }

        @Override
        public Inputs read() throws IOException {
            return files.read();
        }

        @Override
        public Optional<String> text(String table) throws IOException {
            return files.text(table);
        }

        @Override
        public void remove(String table) throws IOException {
            files.remove(table);
        }

        @Override
        public void write(String table, String text) throws IOException {
            if (good == 0 && faults > 0) {
                faults--;
                throw new IOException("No space left on device");
            }
            good--;
            files.write(table, text);
            Consumer<String> once = meanwhile;
            meanwhile = any -> {};
            once.accept(table);
        }
    }

    @BeforeEach
    void start() throws Exception {
        data = folder.resolve("data");
        submit = Files.createDirectories(folder.resolve("submit"));
        Mini.copy(Mini.DATA, data);
        Where where = new Where();
        new CommandLine(where).parseArgs("--data", data.toString(), "--sources", Texts.MADE_UP.toString());
        Inputs inputs = where.project.inputs();
        disk = new Failing(new TablesOnDisk(where.project));
        submissions = new Submissions(disk, Journal.open(submit.resolve(ServerCommand.JOURNAL)));
        AtomicReference<SnapshotServer> started = new AtomicReference<>();
        FMod_Submit module = new FMod_Submit(
                () -> started.get().served(),
                submissions,
                new Tokens(submit.resolve(ServerCommand.TOKENS)),
                (next, snapshot) -> started.get().publish(served(next, snapshot)));
        started.set(SnapshotServer.start(
                served(inputs, new SnapshotBuilder(inputs, Progress.NONE).build()),
                "127.0.0.1",
                0,
                TrafficLimits.STANDARD,
                Placement.LOCAL,
                new Monitor(),
                false,
                List.of(module)));
        server = started.get();
    }

    private static Served served(Inputs inputs, Snapshot snapshot) throws IOException, ProblemException {
        return Served.of(snapshot, Project.queries(), Limits.STANDARD).with(inputs);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        submissions.close();
    }

    String token(String name, String source) {
        Mini.Run run = Mini.geneva("token", name, source, "--submit", submit.toString());
        assertEquals(0, run.status(), run.err());
        return run.out().strip();
    }

    HttpResponse<String> send(String path, String token, String type, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        assertFalse(
                response.body().contains(data.toString()),
                "where the tables lie is nobody's business: " + response.body());
        return response;
    }

    HttpResponse<String> send(String path, String token, String rows, String... headers) throws Exception {
        return send(path, token, "text/csv; charset=utf-8", rows.getBytes(StandardCharsets.UTF_8), headers);
    }

    static JsonObject json(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response::body);
        return JSON.parse(response.body());
    }

    String tables() throws IOException {
        return Files.readString(data.resolve("figures.csv")) + Files.readString(data.resolve("statements/alpha.csv"));
    }

    static byte[] zip(String... files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry(files[i]));
                zip.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
