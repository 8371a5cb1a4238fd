package org.genevagraph.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.Commands;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;

/** rdflib joins an office's own data with ours, in a process of its own. */
class ScriptedClientsTest extends RealServer {
    /** What rdflib does wrong by itself: of two calls it makes the first one only, and forgets values when a call is optional. */
    private static final Set<String> NOT_BY_RDFLIB = Set.of("twice", "optional");

    /** What a script prints. */
    static JsonObject answers(String... command) throws IOException, InterruptedException {
        Commands.Ended ended = Commands.run(command);
        assertEquals(0, ended.status(), ended.output());
        return JSON.parse(ended.output());
    }

    /** The rows of an answer, in the order in which answers are compared. */
    static List<List<String>> rows(JsonValue rows) {
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
}
