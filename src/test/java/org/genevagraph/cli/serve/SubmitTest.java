package org.genevagraph.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.cli.console.Project;
import org.genevagraph.cli.console.TablesOnDisk;
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
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rows that somebody sends over HTTP, with made-up tables and their texts. */
class SubmitTest {
    private static final String ROWS = """
            subject,measure,value,unit,year,evidence
            round,people brought,12.5,thousand people,2020,alpha#2

            subject,relation,object,via,role,from,until,standing,evidence
            delta,supports,talks,,donor,,,stated,alpha#3
            """;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path data;
    private Path submit;
    private SnapshotServer server;
    private Submissions submissions;
    private Failing disk;

    /** Holds the options that tell where the project's files are. */
    @Command
    private static final class Where {
        @Mixin
        private Project project;
    }

    /** The tables on the disk, when the disk does not take one of them or somebody else writes there. */
    private static final class Failing implements TableFiles {
        private final TableFiles files;
        private int good = Integer.MAX_VALUE;
        private int faults;
        private Consumer<String> meanwhile = table -> {};

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

    private String token(String name, String source) {
        Mini.Run run = Mini.geneva("token", name, source, "--submit", submit.toString());
        assertEquals(0, run.status(), run.err());
        return run.out().strip();
    }

    private HttpResponse<String> send(String path, String token, String type, byte[] body, String... headers)
            throws Exception {
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

    private HttpResponse<String> send(String path, String token, String rows, String... headers) throws Exception {
        return send(path, token, "text/csv; charset=utf-8", rows.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static JsonObject json(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response::body);
        return JSON.parse(response.body());
    }

    private String tables() throws IOException {
        return Files.readString(data.resolve("figures.csv")) + Files.readString(data.resolve("statements/alpha.csv"));
    }

    @Test
    void rowsAreLookedAtFirstAndWrittenThenAllAtOnce() throws Exception {
        String token = token("jura", "alpha");
        String before = tables();
        JsonObject shown = json(send("submit", token, ROWS), 200);
        assertTrue(shown.getBoolean("sound"));
        assertFalse(shown.getBoolean("committed"));
        assertTrue(
                shown.get("changes").toString().contains("statement added: Delta Bank supports Talks on Talks"),
                shown::toString);
        assertTrue(shown.get("changes").toString().contains("people brought"), shown::toString);
        assertEquals(before, tables());

        assertEquals(428, send("submit?commit=true", token, ROWS).statusCode());
        String base = shown.getString("base");
        JsonObject committed = json(send("submit?commit=true", token, ROWS, "If-Match", "\"" + base + "\""), 200);
        assertTrue(committed.getBoolean("committed"));
        assertEquals(shown.getString("version"), committed.getString("version"));
        assertEquals(committed.getString("version"), server.served().snapshot().version());
        assertTrue(tables().contains("round,people brought"));
        assertTrue(tables().contains("delta,supports,talks,,donor,,,stated,alpha#3"));
        Mini.Run valid = Mini.geneva("validate", "--data", data.toString());
        assertEquals(0, valid.status(), valid.out());

        HttpResponse<String> late = send("submit?commit=true", token, ROWS, "If-Match", "\"" + base + "\"");
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains(committed.getString("version")), late.body());
        JsonObject again = json(send("submit", token, ROWS), 422);
        assertTrue(again.get("faults").toString().contains("stands already"), again::toString);
    }

    private static final String TURTLE = """
            @prefix gg: <https://w3id.org/geneva-graph/ontology#> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @base <https://w3id.org/geneva-graph/id/> .
            [] a gg:Statement ; rdf:subject <organisation/delta> ; rdf:predicate gg:supports ; rdf:object <initiative/talks> ;
              gg:role "donor"@en ; gg:from "2020"^^xsd:gYear ; gg:standing <../standing/stated> ; gg:evidence <passage/alpha/3> .
            """;

    @Test
    void statementsInRdfAreRowsOfTheirSource() throws Exception {
        String token = token("jura", "alpha");
        Node standing = Iris.concept("standing", "stated");
        String turtle = TURTLE.replace("<../standing/stated>", "<" + standing.getURI() + ">");
        Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
        for (Map.Entry<String, Lang> language : Map.of(
                        "text/turtle", Lang.TURTLE,
                        "application/n-triples", Lang.NTRIPLES,
                        "application/ld+json; charset=utf-8", Lang.JSONLD)
                .entrySet()) {
            byte[] body =
                    RDFWriter.source(graph).lang(language.getValue()).asString().getBytes(UTF_8);
            JsonObject shown = json(send("submit", token, language.getKey(), body), 200);
            assertTrue(shown.getBoolean("sound"), shown::toString);
            assertTrue(
                    shown.get("changes").toString().contains("statement added: Delta Bank supports Talks on Talks"),
                    shown::toString);
        }
        String base = "\"" + server.served().snapshot().version() + "\"";
        json(send("submit?commit=true", token, "text/turtle", turtle.getBytes(UTF_8), "If-Match", base), 200);
        assertTrue(
                tables().contains("organisation:delta,supports,initiative:talks,,donor,2020,,stated,alpha#3"),
                tables());
    }

    private static final String THINGS = """
            @prefix gg: <https://w3id.org/geneva-graph/ontology#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @base <https://w3id.org/geneva-graph/id/> .
            <organisation/epsilon> a gg:Organisation ; rdfs:label "Town Guild"@en ; skos:altLabel "EG", "Town" ; gg:acronym "EG" ;
              gg:kind <KIND> ; gg:summary "Guild that comes to the talks."@en ; foaf:homepage <https://example.org/guild> ; gg:evidence <passage/alpha/2> .
            [] a gg:Figure ; gg:ofSubject <initiative/round> ; gg:measure "people brought"@en ; gg:value 12.5 ; gg:unit "thousand people"@en ;
              gg:evidence <passage/alpha/2> .
            """;

    @Test
    void thingsAndFiguresInRdfAreRowsOfTheirTables() throws Exception {
        String token = token("jura", "alpha");
        byte[] turtle = THINGS.replace(
                        "KIND", Iris.concept("organisation-kind", "association").getURI())
                .getBytes(UTF_8);
        JsonObject shown = json(send("submit", token, "text/turtle", turtle), 200);
        assertTrue(shown.getBoolean("sound"), shown::toString);
        String base = "\"" + shown.getString("base") + "\"";
        json(send("submit?commit=true", token, "text/turtle", turtle, "If-Match", base), 200);
        assertTrue(tables().contains("initiative:round,people brought,12.5,thousand people,,alpha#2\n"), tables());
        String organisations = Files.readString(data.resolve("organisations.csv"));
        assertTrue(
                organisations.contains(
                        "epsilon,Town Guild,EG,Town,association,Guild that comes to the talks.,https://example.org/guild,alpha#2\n"),
                organisations);
    }

    /** An issue and a group of actors come with the rows that speak of them. */
    @Test
    void issuesAndGroupsComeWithTheRowsThatCite() throws Exception {
        String token = token("jura", "alpha");
        String rows = """
                id,name,aliases,broader,definition
                turns,Turns,,dialogue,Whose turn it is.

                thing,language,name,aliases
                issue:turns,fr,Tours de parole,

                id,name,aliases,broader,definition
                chairs,Chairs,,everybody,Those who give the word.

                subject,relation,object,via,role,from,until,standing,evidence
                talks,addresses,turns,,,,,arguable,alpha#2
                alpha#2,requests,chairs,,keep to the turns,,,arguable,alpha#2
                """;
        byte[] zip = zip(
                "issues.csv", part(rows, 0),
                "names.csv", part(rows, 1),
                "actor-groups.csv", part(rows, 2),
                "statements/alpha.csv", part(rows, 3));
        JsonObject shown = json(send("submit", token, "application/zip", zip), 200);
        assertTrue(shown.getBoolean("sound"), shown::toString);
        json(
                send(
                        "submit?commit=true",
                        token,
                        "application/zip",
                        zip,
                        "If-Match",
                        "\"" + shown.getString("base") + "\""),
                200);
        assertTrue(Files.readString(data.resolve("issues.csv")).contains("turns,Turns,,dialogue,Whose turn it is.\n"));
        assertTrue(Files.readString(data.resolve("actor-groups.csv")).contains("chairs,Chairs,,everybody,"));
        assertTrue(tables().contains("alpha#2,requests,chairs,,keep to the turns,,,arguable,alpha#2"), tables());
    }

    private static String part(String rows, int number) {
        return rows.split("\n\n", -1)[number] + "\n";
    }

    @Test
    void rdfThatIsNoRowIsRefusedWithAllThatIsWrong() throws Exception {
        String token = token("jura", "alpha");
        String before = tables();
        String turtle = TURTLE.replace(
                "<../standing/stated>", "<" + Iris.concept("standing", "stated").getURI() + ">");
        for (Map.Entry<String, String> wrong : Map.of(
                        turtle + "<organisation/new> gg:summary \"A body.\"@en .",
                        "/id/organisation/new> is no statement, no figure and of no class that has a table",
                        turtle.replace("gg:role", "gg:rank"),
                        "rank of a blank node has no column",
                        turtle.replace("<organisation/delta>", "<http://example.org/delta>"),
                        "the subject of a blank node is <http://example.org/delta>, where a thing of this graph is wanted",
                        turtle.replace("gg:evidence <passage/alpha/3>", "gg:reason \"So.\"@en"),
                        "cites passages of no text",
                        turtle.replace("<passage/alpha/3>", "<passage/alpha/3>, <passage/beta/1>"),
                        "more than one text",
                        turtle.replace("rdf:predicate", "rdf predicate"),
                        "the RDF cannot be read",
                        "@prefix : <x> . " + "[".repeat(20_000),
                        "the RDF",
                        "",
                        "there are no triples",
                        turtle.replace("\"donor\"@en", "\"donateur\"@fr"),
                        "where a text in English is wanted",
                        turtle.replace("gg:role \"donor\"@en", "gg:via <<( <a> <b> <c> )>>"),
                        "a triple")
                .entrySet()) {
            HttpResponse<String> refused =
                    send("submit", token, "text/turtle", wrong.getKey().getBytes(UTF_8));
            assertEquals(400, refused.statusCode(), refused.body());
            assertTrue(
                    refused.body().contains(wrong.getValue()), () -> wrong.getValue() + " is not in " + refused.body());
        }
        String prefixes = turtle.substring(0, turtle.indexOf("[]"));
        String inGraph = prefixes + "<http://example.org/g> {" + turtle.substring(prefixes.length()) + "}";
        byte[] graphs = RDFWriter.source(
                        RDFParser.fromString(inGraph, Lang.TRIG).toDatasetGraph())
                .lang(Lang.JSONLD)
                .asString()
                .getBytes(UTF_8);
        HttpResponse<String> named = send("submit", token, "application/ld+json", graphs);
        assertEquals(400, named.statusCode(), named.body());
        assertTrue(named.body().contains("named graphs, such as <http://example.org/g>"), named.body());
        byte[] remote = "{\"@context\": \"http://127.0.0.1:1/c\", \"a\": 1}".getBytes(UTF_8);
        assertEquals(400, send("submit", token, "application/ld+json", remote).statusCode());
        assertEquals(before, tables());
    }

    @Test
    void whatIsNotSoundIsNotWritten() throws Exception {
        String token = token("jura", "alpha");
        String before = tables();
        String version = "\"" + server.served().snapshot().version() + "\"";
        for (String rows : List.of(
                ROWS.replace("supports", "suports"),
                ROWS.replace("delta,supports", "organisation:beta,supports"),
                ROWS.replace("12.5", "twelve"),
                ROWS.replace("alpha#3", "alpha#99"))) {
            JsonObject refused = json(send("submit?commit=true", token, rows, "If-Match", version), 422);
            assertFalse(refused.getBoolean("sound"));
            assertFalse(refused.getBoolean("committed"));
        }
        assertEquals(before, tables());
        assertEquals(version, "\"" + server.served().snapshot().version() + "\"");
    }

    @Test
    void aTableThatSomebodyChangedMeanwhileIsNotOverwritten() throws Exception {
        String token = token("jura", "alpha");
        Path table = data.resolve("figures.csv");
        Files.writeString(table, Files.readString(table) + "organisation:alpha,wishes,3,wishes,,alpha#1\n");
        String before = tables();
        String version = "\"" + server.served().snapshot().version() + "\"";
        HttpResponse<String> told = send("submit?commit=true", token, ROWS, "If-Match", version);
        assertEquals(409, told.statusCode(), told.body());
        assertEquals(before, tables());
        Files.writeString(table, Files.readString(table).replaceFirst("organisation:alpha,wishes,3.*\n", ""));
        Path other = data.resolve("organisations.csv");
        Files.writeString(other, Files.readString(other) + "\n");
        HttpResponse<String> beside = send("submit?commit=true", token, ROWS, "If-Match", version);
        assertEquals(409, beside.statusCode(), beside.body());
        assertTrue(beside.body().contains("organisations"), beside.body());
        assertFalse(tables().contains("people brought"));
    }

    @Test
    void aTableThatCannotBeWrittenTakesTheOthersBack() throws Exception {
        String token = token("jura", "alpha");
        String before = tables();
        String version = "\"" + server.served().snapshot().version() + "\"";
        disk.fail(1, 1);
        HttpResponse<String> refused = send("submit?commit=true", token, ROWS, "If-Match", version);
        assertEquals(507, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("are not in the tables"), refused.body());
        assertEquals(before, tables(), "the first of the two tables is as it was");
        assertEquals(version, "\"" + server.served().snapshot().version() + "\"");

        disk.fail(1, 2);
        HttpResponse<String> unsettled = send("submit?commit=true", token, ROWS, "If-Match", version);
        assertEquals(507, unsettled.statusCode(), unsettled.body());
        assertTrue(unsettled.body().contains("may yet be when there is room"), unsettled.body());
        submissions.close();
        submissions = new Submissions(disk, Journal.open(submit.resolve(ServerCommand.JOURNAL)));
        assertTrue(tables().contains("round,people brought"), "the next start finishes what could not be taken back");
        assertTrue(tables().contains("delta,supports,talks,,donor,,,stated,alpha#3"), tables());
    }

    @Test
    void whatSomebodyWritesBetweenTwoTablesTakesTheFirstBack() throws Exception {
        String token = token("jura", "alpha");
        String version = "\"" + server.served().snapshot().version() + "\"";
        Map<String, String> others = Map.of("figures", "statements/alpha", "statements/alpha", "figures");
        AtomicReference<String> changed = new AtomicReference<>();
        AtomicReference<String> first = new AtomicReference<>();
        Map<String, String> held = Map.of(
                "figures", Files.readString(data.resolve("figures.csv")),
                "statements/alpha", Files.readString(data.resolve("statements/alpha.csv")));
        disk.meanwhile = table -> {
            first.set(table);
            changed.set(held.get(others.get(table)) + "\n");
            write(data.resolve(others.get(table) + ".csv"), changed.get());
        };
        HttpResponse<String> told = send("submit?commit=true", token, ROWS, "If-Match", version);
        assertEquals(409, told.statusCode(), told.body());
        assertTrue(told.body().contains(others.get(first.get())), told.body());
        assertEquals(held.get(first.get()), Files.readString(data.resolve(first.get() + ".csv")), "taken back");
        assertEquals(
                changed.get(), Files.readString(data.resolve(others.get(first.get()) + ".csv")), "not overwritten");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tokensAreForOneSourceAndHoldUntilTheyAreRevoked() throws Exception {
        String token = token("jura", "beta");
        HttpResponse<String> other = send("submit", token, ROWS);
        assertEquals(403, other.statusCode());
        assertTrue(other.body().contains("statements/alpha"), other.body());
        assertEquals(401, send("submit", "", ROWS).statusCode());
        assertEquals(401, send("submit", token + "x", ROWS).statusCode());
        assertEquals(
                0,
                Mini.geneva("token", "jura", "--revoke", "--submit", submit.toString())
                        .status());
        HttpResponse<String> revoked = send("submit", token, ROWS);
        assertEquals(401, revoked.statusCode());
        assertEquals(
                "Bearer realm=\"submit\"",
                revoked.headers().firstValue("WWW-Authenticate").orElse(""));
        assertFalse(Files.readString(submit.resolve(ServerCommand.TOKENS)).contains(token));
        int status = 0;
        for (int i = 0; i < 12; i++) {
            status = send("submit", "guess" + i, ROWS).statusCode();
        }
        assertEquals(429, status);
        String good = token("jura", "alpha");
        assertEquals(200, send("submit", good, ROWS).statusCode(), "who has a token does not wait for who guesses");
        Path mistyped = folder.resolve("sumbit");
        assertEquals(
                2,
                Mini.geneva("token", "jura", "--revoke", "--submit", mistyped.toString())
                        .status());
        assertFalse(Files.exists(mistyped));
    }

    @Test
    void zipsAreReadWithinBounds() throws Exception {
        String token = token("jura", "alpha");
        String[] parts = ROWS.split("\n\n", -1);
        JsonObject shown = json(
                send(
                        "submit",
                        token,
                        "application/zip",
                        zip("data/figures.csv", parts[0], "statements/alpha.csv", parts[1])),
                200);
        assertTrue(shown.getBoolean("sound"), shown::toString);
        JsonObject late = json(
                send(
                        "submit",
                        token,
                        "application/zip",
                        zip(
                                "statements/alpha.csv",
                                parts[1].replace(",donor,", ",\"do\n\nnor\",")
                                        + "delta,suports,talks,,,,,stated,alpha#3\n")),
                422);
        assertTrue(
                late.get("faults").getAsArray().stream()
                        .anyMatch(fault ->
                                fault.getAsObject().get("line").toString().equals("5")),
                late::toString);
        HttpResponse<String> empty =
                send("submit", token, "application/zip", zip("figures.csv", "\n", "statements/alpha.csv", parts[1]));
        assertEquals(400, empty.statusCode());
        assertTrue(empty.body().contains("figures.csv is empty"), empty.body());
        HttpResponse<String> uncited = send(
                "submit",
                token,
                "application/zip",
                zip("issues.csv", "id,name,aliases,broader,definition\na,A,,,A.\n"));
        assertEquals(403, uncited.statusCode());
        assertTrue(uncited.body().contains("unlike issues.csv:2"), uncited.body());
        assertEquals(
                400,
                send("submit", token, "application/zip", "PK".getBytes(StandardCharsets.UTF_8))
                        .statusCode());
        assertEquals(
                400,
                send("submit", token, "application/zip", zip("../x.csv", parts[1]))
                        .statusCode());
        assertEquals(
                413,
                send("submit", token, "application/zip", zip("statements/alpha.csv", "x".repeat(10_000_000)))
                        .statusCode());
        for (String type : List.of("application/rdf+xml", "text/turtle; charset=latin1", "text/csv; charset=latin1")) {
            assertEquals(415, send("submit", token, type, new byte[] {'x'}).statusCode(), type);
        }
        assertEquals(400, send("submit", token, "a,b\n1,2\n").statusCode());
    }

    private static byte[] zip(String... files) throws IOException {
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

    @Test
    void rowsThatNobodyShouldSendChangeNothing() throws Exception {
        String before = tables();
        String version = server.served().snapshot().version();
        String[] bits = {
            "\u0000",
            "\"",
            "\n\n",
            ",,,,",
            "=cmd|' /C calc'!A0",
            "../../etc/passwd#1",
            "<script>",
            "\u202eé",
            "9".repeat(400)
        };
        Random chance = new Random(1);
        String[] tokens = {token("one", "alpha"), token("two", "alpha"), token("three", "beta")};
        for (int i = 0; i < 40; i++) {
            StringBuilder rows = new StringBuilder(ROWS);
            for (int change = chance.nextInt(5); change >= 0; change--) {
                int at = chance.nextInt(rows.length());
                rows.replace(at, Math.min(rows.length(), at + chance.nextInt(30)), bits[chance.nextInt(bits.length)]);
            }
            String type = List.of("text/csv; charset=utf-8", "application/zip", "text/turtle")
                    .get(Math.max(0, i % 12 - 9));
            HttpResponse<String> told = send(
                    i % 2 == 0 ? "submit" : "submit?commit=true",
                    tokens[i % 3],
                    type,
                    rows.toString().getBytes(StandardCharsets.UTF_8),
                    "If-Match",
                    "\"x\"");
            assertTrue(told.statusCode() < 500, told::body);
            assertFalse(told.body().contains("Exception") || told.body().contains("\tat "), told::body);
        }
        assertEquals(before, tables());
        assertEquals(version, server.served().snapshot().version());
    }

    @Test
    void withoutTheOptionThereIsNothing() throws Exception {
        try (SnapshotServer plain = SnapshotServer.start(server.served(), "127.0.0.1", 0)) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(plain.address() + "submit"))
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofString(ROWS))
                            .build(),
                    BodyHandlers.ofString());
            assertTrue(List.of(404, 405, 415).contains(response.statusCode()), () -> "" + response.statusCode());
        }
    }
}
