package org.genevagraph.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.riot.RDFDataMgr;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.snapshot.DumpWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as users type them: results on standard output, everything else on standard error, and the exit status. */
class CommandLineTest {
    private static final String DATA = Mini.DATA.toString();

    @TempDir
    private Path folder;

    @Test
    void validateEndsWithWhatItChecked() {
        Mini.Run run = Mini.geneva("validate", "--data", DATA);
        assertEquals(0, run.status(), run.out());
        assertTrue(
                run.lines()
                        .get(run.lines().size() - 1)
                        .matches(
                                "0 errors, 0 warnings; [\\d,]+ focus nodes and [\\d,]+ constraints checked in \\d+ shapes"),
                run.out());
    }

    @Test
    void validateReportsInJsonAndTurtle() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path table = data.resolve("statements/beta.csv");
        Files.writeString(table, Files.readString(table).replace("examiner,,,stated,beta#2", "examiner,,,stated,"));
        Mini.Run json = Mini.geneva("validate", "--data", data.toString(), "--format", "json");
        assertEquals(1, json.status());
        assertTrue(json.out().contains("\"line\" : 4"), json.out());
        Mini.Run turtle = Mini.geneva("validate", "--data", data.toString(), "--format", "ttl");
        assertEquals(1, turtle.status());
        assertTrue(turtle.out().contains("statement has no evidence"), turtle.out());
    }

    @Test
    void validateTakesATableOrAnRdfFile() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path statements = data.resolve("statements/beta.csv");
        Files.writeString(statements, Files.readString(statements).replace("delta,judges", "delta,juges"));
        Mini.Run table = Mini.geneva("validate", statements.toString());
        assertEquals(1, table.status(), table.out());
        assertTrue(table.out().contains("relation 'juges' is unknown"), table.out());
        Mini.Run other = Mini.geneva("validate", data.resolve("places.csv").toString());
        assertEquals(0, other.status(), other.out());

        Path good = folder.resolve("good.nq");
        Files.write(good, DumpWriter.nquads(Mini.snapshot().dataset()));
        assertEquals(0, Mini.geneva("validate", good.toString()).status());
        Path bad = folder.resolve("bad.ttl");
        Files.writeString(
                bad,
                "<https://w3id.org/geneva-graph/id/organisation/x> a <https://w3id.org/geneva-graph/ontology#Organisation> .");
        Mini.Run rdf = Mini.geneva("validate", bad.toString());
        assertEquals(1, rdf.status());
        assertTrue(rdf.out().contains("organisation has no kind – choose one from"), rdf.out());
        Path broken = folder.resolve("broken.ttl");
        Files.writeString(broken, "<a b");
        assertTrue(Mini.geneva("validate", broken.toString()).out().contains("cannot be read"));
    }

    @Test
    void aParameterIsTakenUnderItsOtherNamesToo() {
        Mini.Run run = Mini.geneva("query", "timeline", "thing=gcsp", "--format", "csv");
        assertEquals(0, run.status(), run.err());
        assertEquals(
                run.out(),
                Mini.geneva("query", "timeline", "organisation=gcsp", "--format", "csv")
                        .out());
    }

    @Test
    void contextsOfJsonLdAreNotFetchedFromTheWeb() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            Path file = folder.resolve("remote.jsonld");
            Files.writeString(
                    file,
                    "{\"@context\": \"http://127.0.0.1:"
                            + elsewhere.getAddress().getPort() + "/c.jsonld\", \"@id\": \"urn:x:a\"}");
            Mini.Run run = Mini.geneva("validate", file.toString());
            assertEquals(1, run.status());
            assertTrue(run.out().contains("remote.jsonld: cannot be read"), run.out());
            assertEquals(0, calls.get());
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void buildWritesTheGraphAndCountsIt() throws IOException {
        Path plain = folder.resolve("g.nq");
        Path zipped = folder.resolve("g.nq.gz");
        Mini.Run run = Mini.geneva("build", "--data", DATA, "--out", plain.toString());
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("statements-alpha") && run.out().contains("Organisation"), run.out());
        Mini.geneva("build", "--data", DATA, "--out", zipped.toString(), "--quiet");
        assertArrayEquals(
                Files.readAllBytes(plain),
                new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(zipped))).readAllBytes());
        assertArrayEquals(DumpWriter.nquads(Mini.snapshot().dataset()), Files.readAllBytes(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nq", "nt", "ttl", "trig", "jsonld", "rdfxml"})
    void exportsCanBeReadBack(String format) {
        Path file = folder.resolve("g." + (format.equals("rdfxml") ? "rdf" : format));
        assertEquals(
                0,
                Mini.geneva("export", format, file.toString(), "--data", DATA, "--quiet")
                        .status());
        var read = RDFDataMgr.loadDatasetGraph(file.toString());
        long triples = read.getDefaultGraph().isEmpty()
                ? read.stream().map(quad -> quad.asTriple()).distinct().count()
                : read.getDefaultGraph().size();
        assertEquals(Mini.snapshot().dataset().getDefaultGraph().size(), triples);
    }

    @Test
    void queriesAreListed() {
        assertTrue(Mini.geneva("queries").out().contains("shared-partners"));
        assertTrue(Mini.geneva("queries", "--format", "json").out().contains("\"name\" : \"shared-partners\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2 | nothing | there is no command 'nothing' – commands are serve, ",
                "2 | query | what is meant is not said – give 'NAME'",
                "2 | query shared-partner a=alpha b=beta | there is no query 'shared-partner' – did you mean shared-partners",
                "2 | query shared-partners a=alpha | shared-partners needs the parameter b",
                "2 | query shared-partners a=alpha c=beta | shared-partners has no parameter 'c' – its parameters are a, b, scope",
                "2 | query shared-partners alpha beta | 'alpha' is no parameter – write name=value",
                "2 | query shared-partners a=alpha a=beta b=beta | 'a' is given twice",
                "2 | query partners organisation=alfa | did you mean alpha",
                "2 | query partners organisation=alpha --format cvs | --format 'cvs' is none for this query – did you mean csv",
                "2 | export xlsx out.xlsx | FORMAT 'xlsx' is none – take one of nq, trig, jsonld, nt, ttl, rdfxml",
                "2 | qurey partners | there is no command 'qurey' – did you mean query",
                "2 | help qurey | there is no command 'qurey' – did you mean query",
                "2 | queries all | 'all' is one word too many – leave it out",
                "2 | queries --format xml | --format 'xml' is none – take one of table, json",
                "2 | queries --format | --format has no value – write --format",
                "2 | export | what is meant is not said – give 'FORMAT', 'FILE'",
                "2 | validate --data nowhere | nowhere is not there",
                "2 | validate nowhere.csv | nowhere.csv is not there",
                "2 | build --out nowhere/g.nq --data src/test/resources/mini | nowhere/g.nq could not be written: its folder is not there",
                "2 | serve --port 70000 | --port 70000 is no port",
                "2 | serve --host 203.0.113.1 --port 0 --data src/test/resources/mini | --host 203.0.113.1 is no address of this machine"
            })
    void wrongUsageIsToldWithItsFix(int status, String arguments, String told) {
        Mini.Run run = Mini.geneva(
                (arguments.startsWith("query ") ? arguments + " --data " + DATA : arguments).split(" ", -1));
        assertTrue(run.err().contains(told), run.err());
        // What may be meant is told once.
        assertTrue(run.err().toLowerCase(Locale.ROOT).split("did you mean", -1).length <= 2, run.err());
        assertEquals(status, run.status(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void aTakenPortIsToldBeforeAnythingIsRead() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String command : List.of(
                    "serve --port %d --data %s",
                    "serve --port 0 --admin-port %d --data %s", "desk gcsp --port %d --data %2$s --sources %2$s")) {
                // A folder without tables cannot be served.
                Mini.Run run = Mini.geneva(
                        String.format(command, taken.getLocalPort(), folder).split(" "));
                assertEquals(2, run.status(), run.err());
                assertTrue(
                        run.err().contains("port " + taken.getLocalPort() + " is taken – choose another with --"),
                        run.err());
            }
        }
    }

    @Test
    void wrongDataStopABuild() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Files.writeString(data.resolve("places.csv"), "id\n");
        Path out = folder.resolve("g.nq");
        Mini.Run run = Mini.geneva("build", "--data", data.toString(), "--out", out.toString());
        assertEquals(1, run.status());
        assertTrue(run.err().contains("places.csv:1: name: is missing from the header"), run.err());
        assertTrue(Files.notExists(out));
    }

    @Test
    void emptyAnswersInCsvStayCsv() {
        Mini.Run run =
                Mini.geneva("query", "shared-partners", "a=alpha", "b=alpha-lab", "--format", "csv", "--data", DATA);
        assertEquals(0, run.status());
        assertEquals(1, run.lines().size(), run.out());
        assertTrue(
                run.err().contains("The sources state no partner that the Alpha Foundation and the Alpha Lab share."),
                run.err());
    }

    @Test
    void evidenceAndCoverageNeedTheTexts() {
        for (String command : List.of("evidence", "coverage")) {
            Mini.Run run = Mini.geneva(command, "--data", DATA);
            assertEquals(2, run.status());
            assertTrue(run.err().contains("give their folder with --sources"), run.err());
            Mini.Run nowhere = Mini.geneva(command, "--data", DATA, "--sources", "nowhere");
            assertEquals(2, nowhere.status());
            assertTrue(nowhere.err().contains("nowhere is not there"), nowhere.err());
        }
    }

    @Test
    void evidenceCountsVerdictsAndListsWhatIsOpen() {
        String[] command = {"evidence", "--data", DATA, "--sources", Texts.MADE_UP.toString()};
        Mini.Run run = Mini.geneva(command);
        assertEquals(1, run.status());
        assertTrue(
                run.out()
                        .contains(DATA
                                + "/statements/alpha.csv:2: not found: Alpha Foundation runs Talks on Talks, convener [alpha#2]"
                                + " – the year 2021 does not occur"),
                run.out());
        assertTrue(
                run.out()
                        .contains(
                                "all     41     20         7           5         9          0          0             0"),
                run.out());
        Mini.Run json =
                Mini.geneva("evidence", "--data", DATA, "--sources", Texts.MADE_UP.toString(), "--format", "json");
        assertEquals(1, json.status());
        assertEquals(
                9,
                JSON.parse(json.out())
                        .get("counts")
                        .getAsObject()
                        .get("not_found")
                        .getAsNumber()
                        .value()
                        .intValue());
    }

    @Test
    void coverageEndsWellWhereAllIsExplained() {
        Mini.Run run = Mini.geneva("coverage", "--data", DATA, "--sources", Texts.MADE_UP.toString());
        assertEquals(0, run.status(), run.out());
        assertTrue(
                run.out().endsWith("0 words unexplained, 1 explained by notes; 0 passages without facts unexplained\n"),
                run.out());
        Mini.Run json =
                Mini.geneva("coverage", "--data", DATA, "--sources", Texts.MADE_UP.toString(), "--format", "json");
        assertTrue(JSON.parse(json.out()).get("unexplained").getAsArray().isEmpty(), json.out());
    }
}
