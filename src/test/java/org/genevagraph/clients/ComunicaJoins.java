package org.genevagraph.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;

/**
 * Comunica joins an office's own data with ours. It comes from npm and not with the tools of the tests, so that this is a command of its own and
 * no part of the build: {@code src/test/comunica/install}, then {@code mvn test -Dtest=ComunicaJoins}.
 */
class ComunicaJoins extends RealServer {
    private static final Path COMUNICA = Path.of("target/comunica");

    @Test
    void comunicaJoinsWithAndWithoutService() throws IOException, InterruptedException {
        assertTrue(
                Files.isDirectory(COMUNICA.resolve("node_modules")),
                "Comunica is not installed – src/test/comunica/install");
        JsonObject answers = ScriptedClientsTest.answers(
                "node",
                "src/test/comunica/joins.mjs",
                COMUNICA.toString(),
                endpoint(),
                Joins.DESK.toString(),
                Joins.FOLDER.resolve("joins").toString());
        for (Joins query : Joins.all()) {
            for (String way : List.of("called", "found")) {
                JsonObject answer = answers.getObj(query.name()).getObj(way);
                assertEquals(
                        query.answer(),
                        answer.hasKey("rows")
                                ? ScriptedClientsTest.rows(answer.get("rows"))
                                : answer.getString("error"),
                        query.name() + " " + way);
            }
        }
    }
}
