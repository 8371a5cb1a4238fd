package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.Mini;
import org.genevagraph.serve.RealServer;
import org.genevagraph.snapshot.dump.DumpFormat;
import org.genevagraph.snapshot.dump.HeldFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps over HTTP: whole, in parts, known already, and the same bytes as the command line writes. */
class DumpTest extends RealServer {
    private static final String FILE = "/dump/geneva-graph.nq.gz";

    static List<DumpFormat> formats() {
        return DumpFormat.dumps();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFileIsWhatTheWriterWrites(DumpFormat format) throws IOException {
        // Whatever the client prefers and can decompress: the file is gzip itself.
        HttpResponse<byte[]> response =
                http.bytes("/dump/" + format.fileName(), "Accept", format.mediaType(), "Accept-Encoding", "gzip");
        assertEquals(200, response.statusCode());
        assertEquals(
                "application/gzip",
                response.headers().firstValue("Content-Type").orElse(""));
        assertTrue(response.headers().firstValue("Content-Encoding").isEmpty());
        assertEquals("bytes", response.headers().firstValue("Accept-Ranges").orElse(""));
        assertTrue(response.headers().firstValue("ETag").orElse("").matches("\"[0-9a-f]+\""));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        HeldFile.gzip(out -> format.write(Mini.realSnapshot().dataset(), out), written);
        assertArrayEquals(written.toByteArray(), response.body());
        HttpResponse<String> head = http.method("HEAD", "/dump/" + format.fileName(), "Range", "bytes=0-9");
        assertEquals(200, head.statusCode());
        assertEquals(Integer.toString(written.size()), header(head, "Content-Length"));
        assertEquals(response.headers().firstValue("ETag").orElse(""), header(head, "ETag"));
    }

    @Test
    void piecesMakeTheWhole() throws IOException {
        HttpResponse<byte[]> whole = http.bytes(FILE);
        int length = whole.body().length;
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        int piece = length / 7 + 1;
        for (int from = 0; from < length; from += piece) {
            HttpResponse<byte[]> part = http.bytes(FILE, "Range", "bytes=" + from + "-" + (from + piece - 1));
            assertEquals(206, part.statusCode());
            assertEquals(
                    "bytes " + from + "-" + (Math.min(length, from + piece) - 1) + "/" + length,
                    part.headers().firstValue("Content-Range").orElse(""));
            assertEquals(whole.headers().firstValue("ETag"), part.headers().firstValue("ETag"));
            pieces.write(part.body());
        }
        assertArrayEquals(whole.body(), pieces.toByteArray());
        assertArrayEquals(
                Arrays.copyOfRange(whole.body(), length - 5, length),
                http.bytes(FILE, "Range", "bytes=-5").body());
        assertArrayEquals(
                Arrays.copyOfRange(whole.body(), 100, length),
                http.bytes(FILE, "Range", "bytes=100-").body());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 206, 1",
        "Bytes=0-0, 206, 1",
        "bytes=-999999999999, 206, all",
        "bytes=0-999999999999, 206, all",
        // Several at once and what makes no sense: the whole.
        "'bytes=0-1,5-9', 200, all",
        "bytes=9-5, 200, all",
        "bytes=-, 200, all",
        "bytes=a-b, 200, all",
        "lines=1-2, 200, all",
        "bytes=99999999999999999999-, 200, all",
    })
    void rangesAreReadAsTheStandardSays(String range, int status, String bytes) throws IOException {
        HttpResponse<byte[]> response = http.bytes(FILE, "Range", range);
        assertEquals(status, response.statusCode());
        String length =
                http.method("HEAD", FILE).headers().firstValue("Content-Length").orElse("");
        assertEquals(bytes.equals("all") ? length : bytes, Integer.toString(response.body().length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=999999999-", "bytes=999999999-9999999999", "bytes=-0"})
    void aRangePastTheEndIsRefused(String range) {
        HttpResponse<String> response = http.get(FILE, "Range", range);
        problem(response, 416);
        assertEquals(
                "bytes */" + header(http.method("HEAD", FILE), "Content-Length"), header(response, "Content-Range"));
    }

    @Test
    void aDownloadIsResumedOnlyIfTheFileIsTheSame() throws IOException {
        String tag = header(http.method("HEAD", FILE), "ETag");
        assertEquals(
                206, http.bytes(FILE, "Range", "bytes=0-9", "If-Range", tag).statusCode());
        for (String other : List.of("\"x\"", "W/" + tag, "Wed, 21 Oct 2015 07:28:00 GMT")) {
            assertEquals(
                    200,
                    http.bytes(FILE, "Range", "bytes=0-9", "If-Range", other).statusCode(),
                    other);
        }
        assertEquals(304, http.bytes(FILE, "If-None-Match", tag).statusCode());
        assertEquals(
                304,
                http.bytes(FILE, "If-None-Match", tag, "Range", "bytes=0-9").statusCode());
        assertNotEquals(tag, header(http.method("HEAD", "/dump/geneva-graph.nt.gz"), "ETag"));
    }

    @Test
    void theListNamesEveryFile() throws IOException {
        HttpResponse<String> page = http.get("/dump", "Accept", "text/html");
        int files = 0;
        for (JsonValue file : JSON.parse(
                        http.get("/dump", "Accept", "application/json").body())
                .get("files")
                .getAsArray()) {
            String path = file.getAsObject().getString("path");
            assertTrue(page.body().contains("href=\"" + path + "\""), path);
            assertEquals(200, http.method("HEAD", path).statusCode());
            files++;
        }
        assertEquals(5, files);
        assertTrue(problem(http.get("/dump/geneva-graph.nq.gx"), 404)
                .getString("fix")
                .startsWith("did you mean geneva-graph.nq.gz"));
    }
}
