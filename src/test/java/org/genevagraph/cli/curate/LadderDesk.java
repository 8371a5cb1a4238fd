package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.serve.SnapshotServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The desk over real HTTP: a made-up profile that was added to the made-up tables. */
abstract class LadderDesk {
    static final String PROFILE = """
            The Ladder Lending Trust (LLT) is a non-profit organisation that lends ladders to towns.
            In partnership with the Alpha Foundation, the LLT co-convenes the Steps Programme since 2021.
            It published the report ‘Rung by Rung’ in March 2023, and lent 12 ladders.
            """;
    static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    Path folder;

    final HttpClient client = HttpClient.newHttpClient();
    Path data;
    Path texts;
    SnapshotServer server;

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

    void add(String source, String text) throws IOException {
        Path file = folder.resolve(source + ".txt");
        Files.writeString(file, text);
        Texts.add(file, data, texts, "--kind", "profile", "--about", source);
    }

    SnapshotServer desk(String source) throws Exception {
        return DeskServer.start(source, "--data", data.toString(), "--sources", texts.toString(), "--port", "0");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    String page() throws Exception {
        HttpResponse<String> response = get("desk");
        assertEquals(200, response.statusCode());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "same-origin", response.headers().firstValue("Referrer-Policy").orElse(""));
        return response.body();
    }

    /** The form of the proposal whose cells hold some words, as a browser would send it. */
    static Map<String, String> form(String page, String words) {
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

    HttpResponse<String> send(Map<String, String> form, String action, String... headers) throws Exception {
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

    Map<String, String> programme() throws Exception {
        Map<String, String> form = form(page(), "steps-programme Steps Programme");
        form.put("cell.summary", "Programme that lends ladders.");
        return form;
    }

    List<String> table(String name) throws IOException {
        Path file = data.resolve(name + ".csv");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    static String hidden(String page, String name) {
        Matcher input =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(input.find(), page);
        return input.group(1);
    }

    static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(form);
        other.put(name, value);
        return other;
    }
}
