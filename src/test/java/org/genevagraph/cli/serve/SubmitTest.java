package org.genevagraph.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.Mini;
import org.genevagraph.curate.submit.Journal;
import org.genevagraph.curate.submit.Submissions;
import org.genevagraph.serve.SnapshotServer;
import org.junit.jupiter.api.Test;

/** Rows that somebody sends over HTTP: looked at first, then written all or none, whatever else happens to the tables. */
class SubmitTest extends SubmitServed {
    private static final String ROWS = """
            subject,measure,value,unit,year,evidence
            round,people brought,12.5,thousand people,2020,alpha#2

            subject,relation,object,via,role,from,until,standing,evidence
            delta,supports,talks,,donor,,,stated,alpha#3
            """;

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

    /** Who sends rows from a page is told in the language of that page what is wrong; programs are told in English. */
    @Test
    void faultsAreToldInTheLanguageOfTheReader() throws Exception {
        String token = token("jura", "alpha");
        byte[] rows = ROWS.getBytes(StandardCharsets.UTF_8);
        String[] french = {"Accept", "text/html", "Accept-Language", "fr"};
        String[] late = {"Accept", "text/html", "Accept-Language", "fr", "If-Match", "\"0123456789abcdef\""};
        for (HttpResponse<String> told : List.of(
                send("submit", "", ROWS, french),
                send("submit", token, "image/png", rows, french),
                send("submit", token, "application/zip", rows, french),
                send("submit?commit=true", token, ROWS, french),
                send("submit?commit=true", token, ROWS, late))) {
            assertTrue(told.body().contains("<html lang=\"fr\">"), told.body());
            assertFalse(told.body().contains("class=\"begin\" lang=\"en\""), told.body());
        }
        String program = send("submit", "", ROWS, "Accept-Language", "fr").body();
        assertTrue(program.contains("the request has no token that holds"), program);
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
        for (byte[] packed : List.of(
                zip("my rows/figures.csv", parts[0], "my rows/statements/alpha.csv", parts[1]),
                zip("figures.csv", parts[0], "donor.csv", parts[1], "__MACOSX/._donor.csv", "\0", ".DS_Store", "\0"))) {
            JsonObject same = json(send("submit", token, "application/zip", packed), 200);
            assertEquals(shown.getString("version"), same.getString("version"));
        }
        assertTrue(send("submit", token, "application/zip", ROWS.getBytes(StandardCharsets.UTF_8))
                .body()
                .contains("what was sent is no zip"));
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
        HttpResponse<String> headers = send(
                "submit",
                token,
                "application/zip",
                zip("figures.csv", parts[0].lines().findFirst().orElseThrow()));
        assertEquals(400, headers.statusCode(), headers.body());
        assertTrue(headers.body().contains("there are no rows"), headers.body());
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
