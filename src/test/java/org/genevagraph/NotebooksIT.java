package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebooks run against the packed jar without an error, and the committed ones show what they would show now. */
class NotebooksIT {
    private static final Path FOLDER = Path.of("notebooks");
    private static final long LARGEST = 400_000;

    private static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> notebooks = files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
            assertEquals(4, notebooks.size(), notebooks.toString());
            return notebooks;
        }
    }

    private static List<JsonObject> outputs(Path notebook) throws IOException {
        List<JsonObject> outputs = new ArrayList<>();
        for (JsonValue value :
                JSON.parse(Files.readString(notebook)).get("cells").getAsArray()) {
            JsonObject cell = value.getAsObject();
            if (cell.hasKey("outputs")) {
                cell.get("outputs").getAsArray().forEach(output -> outputs.add(output.getAsObject()));
            }
        }
        return outputs;
    }

    private static String kind(JsonObject output) {
        return output.get("output_type").getAsString().value();
    }

    /** What the outputs of this media type hold, each in one string. */
    private static List<String> data(List<JsonObject> outputs, String mediaType) {
        List<String> found = new ArrayList<>();
        for (JsonObject output : outputs) {
            if (output.hasKey("data") && output.get("data").getAsObject().hasKey(mediaType)) {
                JsonValue data = output.get("data").getAsObject().get(mediaType);
                StringBuilder text = new StringBuilder();
                if (data.isArray()) {
                    data.getAsArray()
                            .forEach(line -> text.append(line.getAsString().value()));
                } else {
                    text.append(data.getAsString().value());
                }
                found.add(text.toString());
            }
        }
        return found;
    }

    @Test
    void committedNotebooksHoldTablesAndPictures() throws IOException {
        for (Path notebook : notebooks()) {
            List<JsonObject> outputs = outputs(notebook);
            assertTrue(
                    outputs.stream()
                            .noneMatch(output -> List.of("error", "stream").contains(kind(output))),
                    notebook + " holds an error or a warning – fix it and run notebooks/execute");
            assertTrue(data(outputs, "text/html").size() >= 3, notebook + " has no tables – run notebooks/execute");
            assertTrue(data(outputs, "image/png").size() >= 3, notebook + " has no pictures – run notebooks/execute");
            assertFalse(
                    Files.readString(notebook).contains("/queries/"),
                    notebook + " asks a canned query by its address – geneva.py has a function for it");
            assertTrue(Files.size(notebook) < LARGEST, notebook + " is too large: " + Files.size(notebook));
        }
    }

    @Test
    void notebooksRun(@TempDir Path folder) throws IOException, InterruptedException {
        Commands.needsPython(
                "nbconvert, ipykernel, matplotlib, networkx, pandas, SPARQLWrapper",
                "python3-nbconvert python3-ipykernel python3-matplotlib python3-networkx python3-pandas python3-sparqlwrapper");
        try (RunningJar server = RunningJar.start()) {
            Map<String, String> environment = Map.of(
                    "GENEVA_GRAPH", server.address(),
                    "PYDEVD_DISABLE_FILE_VALIDATION", "1",
                    "PYTHONDONTWRITEBYTECODE", "1");
            for (Path notebook : notebooks()) {
                Commands.Ended run = Commands.run(
                        environment,
                        Commands.PYTHON,
                        "-m",
                        "nbconvert",
                        "--to",
                        "notebook",
                        "--execute",
                        "--output-dir",
                        folder.toString(),
                        notebook.toString());
                assertEquals(0, run.status(), () -> notebook + " fails:\n" + run.output());
                // Tables and pictures differ a little with the versions of the tools; sentences do not.
                assertEquals(
                        data(outputs(notebook), "text/markdown"),
                        data(outputs(folder.resolve(notebook.getFileName())), "text/markdown"),
                        notebook + " tells old numbers – read it and run notebooks/execute");
            }
        }
    }
}
