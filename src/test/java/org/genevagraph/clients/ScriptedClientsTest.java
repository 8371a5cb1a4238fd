package org.genevagraph.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.Commands;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** rdflib and Comunica join an office's own data with ours, in processes of their own. */
class ScriptedClientsTest extends RealServer {
    private static final Path COMUNICA = Path.of("target/comunica");

    /** What rdflib does wrong by itself: of two calls it makes the first one only, and forgets values when a call is optional. */
    private static final Set<String> NOT_BY_RDFLIB = Set.of("twice", "optional");

    private static JsonObject answers(String... command) throws IOException, InterruptedException {
        Commands.Ended ended = Commands.run(command);
        assertEquals(0, ended.status(), ended.output());
        return JSON.parse(ended.output());
    }

    private static List<List<String>> rows(JsonValue rows) {
        List<List<String>> read = new ArrayList<>();
        for (JsonValue row : rows.getAsArray()) {
            List<String> values = new ArrayList<>();
            row.getAsArray().forEach(value -> values.add(value.getAsString().value()));
            read.add(values);
        }
        return Joins.sorted(read);
    }

    @Test
    void rdflibJoins() throws IOException, InterruptedException {
        Commands.needsPython("rdflib", "python3-rdflib");
        JsonObject answers = answers(
                Commands.PYTHON,
                "src/test/python/joins.py",
                endpoint(),
                Joins.DESK.toString(),
                Joins.FOLDER.resolve("joins").toString());
        for (Joins query : Joins.all()) {
            if (!NOT_BY_RDFLIB.contains(query.name())) {
                assertEquals(query.answer(), rows(answers.get(query.name())), query.name());
            }
        }
    }

    @Test
    void comunicaJoinsWithAndWithoutService() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isDirectory(COMUNICA.resolve("node_modules")),
                "Comunica is not installed – src/test/comunica/install");
        JsonObject answers = answers(
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
                        answer.hasKey("rows") ? rows(answer.get("rows")) : answer.getString("error"),
                        query.name() + " " + way);
            }
        }
    }
}
