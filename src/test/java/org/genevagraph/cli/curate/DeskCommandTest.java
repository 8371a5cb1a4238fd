package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.serve.SnapshotServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk over real HTTP: a made-up profile that was added to the made-up tables. */
class DeskCommandTest {
    private static final String PROFILE = """
            The Ladder Lending Trust (LLT) is a non-profit organisation that lends ladders to towns.
            In partnership with the Alpha Foundation, the LLT co-convenes the Steps Programme since 2021.
            It published the report ‘Rung by Rung’ in March 2023, and lent 12 ladders.
            """;
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path data;
    private Path texts;
    private SnapshotServer server;

    @BeforeEach
    void start() throws Exception {
        data = folder.resolve("data");
        texts = folder.resolve("texts");
        Mini.copy(Mini.DATA, data);
        Mini.copy(Texts.MADE_UP, texts);
        // Most tables are in the order of their ids.
        List<String> rows = table("initiatives");
        Files.write(
                data.resolve("initiatives.csv"),
                Stream.concat(Stream.of(rows.get(0)), rows.stream().skip(1).sorted())
                        .toList());
        add("llt", PROFILE);
        server = desk("llt");
    }

    private void add(String source, String text) throws IOException {
        Path file = folder.resolve(source + ".txt");
        Files.writeString(file, text);
        Mini.Run added = Mini.geneva(
                "add",
                "source",
                file.toString(),
                "--kind",
                "profile",
                "--about",
                source,
                "--data",
                data.toString(),
                "--sources",
                texts.toString());
        assertEquals(0, added.status(), added.err());
    }

    private SnapshotServer desk(String source) throws Exception {
        return DeskServer.start(source, "--data", data.toString(), "--sources", texts.toString(), "--port", "0");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private String page() throws Exception {
        HttpResponse<String> response = get("desk");
        assertEquals(200, response.statusCode());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "same-origin", response.headers().firstValue("Referrer-Policy").orElse(""));
        return response.body();
    }

    /** The form of the proposal whose cells hold some words, as a browser would send it. */
    private static Map<String, String> form(String page, String words) {
        String article = Arrays.stream(page.split("<article ", -1))
                .skip(1)
                .filter(part -> part.substring(0, part.indexOf('>')).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not proposed in\n" + page));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = Pattern.compile("<input [^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")
                .matcher(article.substring(0, article.indexOf("</form>")));
        while (input.find()) {
            fields.put(input.group(1), input.group(2));
        }
        Matcher table = Pattern.compile("<option value=\"([^\"]+)\" selected").matcher(article);
        assertTrue(table.find(), article);
        fields.put("table", table.group(1));
        return fields;
    }

    private HttpResponse<String> send(Map<String, String> form, String action, String... headers) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("action", action);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "desk"))
                .header("Content-Type", FORM)
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private Map<String, String> programme() throws Exception {
        Map<String, String> form = form(page(), "steps-programme Steps Programme");
        form.put("cell.summary", "Programme that lends ladders.");
        return form;
    }

    private List<String> table(String name) throws IOException {
        Path file = data.resolve(name + ".csv");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Test
    void whatIsAcceptedStandsInTheTablesInTheirOrderAndIsServed() throws Exception {
        String page = page();
        assertTrue(page.contains("In partnership with the Alpha Foundation"), page);
        assertTrue(page.contains("No fact cites this passage."), page);
        assertTrue(page.contains("organisation:alpha"), page);
        HttpResponse<String> early = send(form(page, "organisation:llt coConvenes steps-programme"), "accept");
        assertEquals(422, early.statusCode());
        assertTrue(early.body().contains("<strong>object</strong>: "), early.body());
        assertEquals(List.of(), table("statements/llt"));

        assertEquals(404, get("id/initiative/steps-programme").statusCode());
        assertEquals(303, send(programme(), "accept").statusCode());
        List<String> initiatives = table("initiatives");
        assertEquals(
                initiatives.stream().skip(1).sorted().toList(),
                initiatives.stream().skip(1).toList());
        assertTrue(
                initiatives.contains(
                        "steps-programme,Steps Programme,,,programme,Programme that lends ladders.,,,llt#2"),
                initiatives::toString);
        assertEquals(200, get("id/initiative/steps-programme").statusCode());

        Map<String, String> statement = form(page(), "organisation:llt coConvenes steps-programme");
        HttpResponse<String> looked = send(statement, "check");
        assertTrue(looked.body().contains("<strong>supported</strong>"), looked.body());
        assertTrue(looked.body().contains("<blockquote lang=\"en\">In partnership"), looked.body());
        assertEquals(List.of(), table("statements/llt"));
        assertEquals(303, send(statement, "accept").statusCode());
        assertEquals(
                List.of(
                        "subject,relation,object,via,role,from,until,standing,evidence",
                        "organisation:llt,coConvenes,steps-programme,,,2021,,stated,llt#2"),
                table("statements/llt"));
        assertTrue(get("id/organisation/llt").body().contains("Steps Programme"));
        assertFalse(page().contains("coConvenes steps-programme"));
        Mini.Run valid = Mini.geneva("validate", "--data", data.toString());
        assertEquals(0, valid.status(), valid.out());
    }

    @Test
    void whatThePassagesBearOutIsToldInFrenchOnAFrenchDesk() throws Exception {
        assertEquals(303, send(programme(), "accept").statusCode());
        Map<String, String> statement = form(page(), "organisation:llt coConvenes steps-programme");
        HttpResponse<String> borne = send(statement, "check", "Accept-Language", "fr");
        assertTrue(borne.body().contains("<strong>étayé par le texte</strong>"), borne.body());
        statement.put("cell.from", "1999");
        HttpResponse<String> open = send(statement, "check", "Accept-Language", "fr");
        assertTrue(open.body().contains("<strong>introuvable dans le texte</strong>"), open.body());
        assertTrue(open.body().contains("l’année 1999 n’apparaît pas"), open.body());
    }

    @Test
    void namesThatTheTablesHaveNearlySoAreShownBeforeTheyAreWritten() throws Exception {
        Map<String, String> form =
                new LinkedHashMap<>(form(get("desk?own=organisations").body(), "\""));
        form.putAll(Map.of(
                "cell.id", "gamma-offices",
                "cell.name", "The Gamma Office",
                "cell.kind", "unit",
                "cell.summary", "Made up.",
                "cell.evidence", "alpha#2"));
        HttpResponse<String> shown = send(form, "accept");
        assertEquals(200, shown.statusCode());
        assertTrue(
                shown.body().contains("has nearly the same name as &#39;Gamma Office&#39;")
                        || shown.body().contains("has nearly the same name as 'Gamma Office'"),
                shown.body());
        assertTrue(shown.body().contains("name=\"seen\""), shown.body());
        assertFalse(table("organisations").toString().contains("gamma-offices"));
        String seen = hidden(shown.body(), "seen");
        form.put("seen", "1");
        assertEquals(200, send(form, "accept").statusCode());
        form.put("seen", seen);
        HttpResponse<String> other = send(with(form, "cell.summary", "Made up otherwise."), "accept");
        assertEquals(200, other.statusCode(), "what was seen of one row says nothing of another");
        assertFalse(table("organisations").toString().contains("gamma-offices"));
        assertEquals(303, send(form, "accept").statusCode());
        assertTrue(table("organisations").toString().contains("gamma-offices"));
    }

    @Test
    void whatIsRefusedDoesNotComeAgainAndIsTakenBackByUndo() throws Exception {
        Map<String, String> form = form(page(), "organisation:llt ladders 12 ladders");
        assertEquals(400, send(form, "refuse").statusCode());
        form.put("reason", "no fact");
        assertEquals(303, send(form, "refuse").statusCode());
        assertEquals(
                List.of("source,table,proposal,reason", "llt,figures,organisation:llt | ladders | 12,no fact"),
                table("refused-proposals"));
        assertFalse(page().contains("ladders 12 ladders"));
        Mini.Run suggested = Mini.geneva("suggest", "llt", "--data", data.toString(), "--sources", texts.toString());
        assertFalse(suggested.out().contains("organisation:llt,ladders,12"), suggested.out());
        assertEquals(404, send(form, "refuse").statusCode());
        server.close();
        server = desk("llt");
        assertFalse(page().contains("ladders 12 ladders"));
        Files.delete(data.resolve("refused-proposals.csv"));
        assertTrue(page().contains("ladders 12 ladders"), "what others change in the files is taken over");
        form = form(page(), "organisation:llt ladders 12 ladders");
        form.put("reason", "no fact");
        send(form, "refuse");
        assertEquals(303, send(Map.of("word", form.get("word")), "undo").statusCode());
        assertTrue(page().contains("ladders 12 ladders"));
    }

    @Test
    void whoWorksThereGoesOnThereWhenSomethingIsRefused() throws Exception {
        Map<String, String> refused = form(page(), "organisation:llt ladders 12 ladders");
        refused.put("reason", "no fact");
        assertEquals(303, send(refused, "refuse").statusCode());
        HttpResponse<String> gone = send(refused, "refuse");
        assertEquals(404, gone.statusCode());
        assertTrue(gone.body().contains("role=\"alert\""), gone.body());
        assertTrue(gone.body().contains("there is no such proposal any more"), gone.body());
        assertTrue(gone.body().contains("steps-programme Steps Programme"), gone.body());

        Map<String, String> form = programme();
        server.close();
        server = desk("llt");
        HttpResponse<String> early = send(form, "accept");
        assertEquals(403, early.statusCode());
        assertTrue(early.body().contains("role=\"alert\""), early.body());
        assertEquals(
                "Programme that lends ladders.",
                form(early.body(), "steps-programme Steps Programme").get("cell.summary"),
                "what was typed before the desk was started anew");
        assertFalse(table("initiatives").toString().contains("steps-programme"));
        HttpResponse<String> others = send(form, "accept", "Sec-Fetch-Site", "cross-site");
        assertEquals(403, others.statusCode());
        assertFalse(others.body().contains("class=\"proposal"), others.body());
        assertEquals(
                303,
                send(form(early.body(), "steps-programme Steps Programme"), "accept")
                        .statusCode());
    }

    @Test
    void passagesWhoseWordsWereChangedOnTheDiskAreTold() throws Exception {
        assertFalse(page().contains("role=\"alert\""));
        Path text = texts.resolve("llt.txt");
        Files.writeString(text, Files.readString(text).replace("lent 12 ladders", "lent 13 ladders"));
        String page = page();
        assertFalse(page.contains("ladders 12 ladders"), page);
        assertTrue(page.contains("role=\"alert\""), page);
        assertTrue(page.contains("renew its hash"), page);
    }

    @Test
    void undoLeadsToWhatStandsThereAgain() throws Exception {
        Map<String, String> form = form(page(), "organisation:llt ladders 12 ladders");
        form.put("reason", "no fact");
        send(form, "refuse");
        HttpResponse<String> undone = send(Map.of("word", form.get("word")), "undo");
        assertEquals(303, undone.statusCode());
        assertTrue(undone.headers().firstValue("Location").orElse("").endsWith("#p-" + form.get("key")));
    }

    @Test
    void cellsAreFilledByWhatTheSentenceTellsAndOfferWhatTheyCanHold() throws Exception {
        String page = page();
        Map<String, String> report = form(page, "rung-by-rung Rung by Rung");
        assertEquals("report", report.get("cell.kind"));
        assertEquals("2023-03", report.get("cell.date"));
        assertTrue(page.contains("list=\"things\""), page);
        assertTrue(page.contains("<option value=\"organisation:alpha\">Alpha Foundation</option>"), page);
        assertTrue(page.contains("<option value=\"coConvenes\">"), page);
        assertTrue(page.contains("<datalist id=\"kinds-documents\">"), page);
        report.put("cell.kind", "");
        String wrong = send(report, "accept").body();
        assertTrue(
                Pattern.compile("name=\"cell.kind\"[^>]*aria-invalid=\"true\"")
                        .matcher(wrong)
                        .find(),
                wrong);
    }

    @Test
    void issuesAreProposedByWhatAllTextsTell() throws Exception {
        add(
                "rungs",
                "The Rungs Office (RUNGS) is a non-profit organisation that counts rungs.\n"
                        + IntStream.range(1, 40)
                                .mapToObj(i -> "It counted " + i + " rungs of a ladder made of wood.\n")
                                .collect(Collectors.joining()));
        add("ali", "The Ali Trust (ALI) is a foundation that lends wood.\nIt works on dialogue.\n");
        String proposal = "organisation:ali,addresses,dialogue,,,,,stated,ali#2";
        Mini.Run suggested = Mini.geneva("suggest", "ali", "--data", data.toString(), "--sources", texts.toString());
        assertTrue(suggested.out().contains(proposal), suggested.out());
        server.close();
        server = desk("ali");
        String page = page();
        assertTrue(page.contains("organisation:ali addresses dialogue"), page);
    }

    @Test
    void undoRestoresTheFile() throws Exception {
        String before = Files.readString(data.resolve("initiatives.csv"));
        Map<String, String> form = programme();
        assertEquals(303, send(form, "accept").statusCode());
        assertTrue(page().contains("initiatives: steps-programme"));
        assertEquals(303, send(Map.of("word", form.get("word")), "undo").statusCode());
        assertEquals(before, Files.readString(data.resolve("initiatives.csv")));
        assertEquals(404, get("id/initiative/steps-programme").statusCode());
        send(form, "accept");
        Files.writeString(data.resolve("initiatives.csv"), before + "zz,Zz,,,programme,Made up.,,,llt#2\n");
        HttpResponse<String> late = send(Map.of("word", form.get("word")), "undo");
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("changed by somebody else"), late.body());
        assertTrue(table("initiatives").toString().contains("zz,Zz"));
    }

    @Test
    void tablesThatAreWrongMeanwhileAreTold() throws Exception {
        Map<String, String> form = programme();
        Files.writeString(data.resolve("initiatives.csv"), "nonsense\n");
        HttpResponse<String> told = send(form, "accept");
        assertEquals(409, told.statusCode());
        assertTrue(told.body().contains("initiatives.csv"), told.body());
        assertEquals(200, get("id/organisation/llt").statusCode());
        assertEquals("nonsense\n", Files.readString(data.resolve("initiatives.csv")));
    }

    @Test
    void onlyItsOwnPagesWrite() throws Exception {
        Map<String, String> form = programme();
        Map<String, String> forged = new LinkedHashMap<>(form);
        forged.put("word", "00000000-0000-0000-0000-000000000000");
        assertEquals(403, send(forged, "accept").statusCode());
        assertEquals(403, send(form, "accept", "Origin", "https://evil.example").statusCode());
        assertEquals(403, send(form, "accept", "Origin", "null").statusCode());
        assertEquals(403, send(form, "accept", "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(403, send(form, "accept", "Sec-Fetch-Site", "same-site").statusCode());
        assertEquals(404, send(with(form, "table", "evidence-notes"), "accept").statusCode());
        assertEquals(
                404, send(with(form, "table", "../organisations"), "accept").statusCode());
        assertEquals(
                404, send(with(form, "table", "statements/alpha"), "accept").statusCode());
        assertEquals(400, send(form, "fly").statusCode());
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /desk HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
        }
        assertFalse(table("initiatives").toString().contains("steps-programme"));
    }

    private static String hidden(String page, String name) {
        Matcher input =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(input.find(), page);
        return input.group(1);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(form);
        other.put(name, value);
        return other;
    }

    @Test
    void whoHasNoTextsOrNoSuchTextIsTold() {
        assertEquals(2, Mini.geneva("desk", "llt", "--data", data.toString()).status());
        Mini.Run unknown = Mini.geneva("desk", "nobody", "--data", data.toString(), "--sources", texts.toString());
        assertEquals(1, unknown.status());
        Mini.Run port =
                Mini.geneva("desk", "llt", "--port", "70000", "--data", data.toString(), "--sources", texts.toString());
        assertEquals(2, port.status());
        assertTrue(port.err().contains("--port 70000 is no port"), port.err());
        assertTrue(unknown.err().contains("is no document whose text was read"), unknown.err());
    }
}
