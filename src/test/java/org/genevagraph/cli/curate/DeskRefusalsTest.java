package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.genevagraph.Mini;
import org.junit.jupiter.api.Test;

/** Who may work at the desk, and what it says if its texts or tables are not what they were. */
class DeskRefusalsTest extends LadderDesk {
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
