package org.genevagraph.cli.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.genevagraph.Mini;
import org.genevagraph.snapshot.DumpWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two builds compared on the command line: as text, as JSON and as a patch, from dumps and from folders. */
class DiffCommandTest {
    private static final String DATA = Mini.DATA.toString();

    @TempDir
    private Path folder;

    private String edited;

    @BeforeEach
    void edit() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        replace(data.resolve("organisations.csv"), "Alpha Foundation,AF", "Alpha Trust,AF");
        replace(data.resolve("organisations.csv"), "A bank that pays", "A bank that asks");
        replace(data.resolve("places.csv"), "town,Town", "lake,Lake,,region,land,alpha#1\ntown,Town");
        Path statements = data.resolve("statements/alpha.csv");
        replace(statements, ",convener,", ",host,");
        replace(statements, "donor,2019,,stated,alpha#3", "donor,2019,,stated,alpha#2 | alpha#3");
        replace(statements, "banker,,,arguable", "banker,,,stated");
        replace(statements, "alpha-lab,partOf,organisation:alpha,,,,,stated,alpha#1\n", "");
        replace(
                data.resolve("statements/beta.csv"),
                "school,operated",
                "delta,hosts,school,,,2022,,arguable,beta#2\nschool,operated");
        replace(data.resolve("figures.csv"), "12.5", "14");
        replace(data.resolve("passages/alpha.csv"), "8c5b37", "9c5b37");
        edited = data.toString();
    }

    private static void replace(Path file, String words, String others) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(words), file + " does not hold " + words);
        Files.writeString(file, text.replace(words, others));
    }

    private String dump(String data, String name) {
        String file = folder.resolve(name).toString();
        assertEquals(
                0,
                Mini.geneva("build", "--data", data, "--out", file, "--quiet").status());
        return file;
    }

    @Test
    void changesAreToldUnderHeadings() throws IOException {
        Mini.Run run = Mini.geneva("diff", DATA, edited, "--quiet");
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.err());
        String expected = Files.readString(Path.of("src/test/resources/diff/mini.txt"));
        assertEquals(
                expected,
                run.out().substring(0, Math.min(expected.length(), run.out().length())));
    }

    @Test
    void whatFollowsFromThemIsTold() {
        Mini.Run run = Mini.geneva("diff", DATA, edited);
        for (String line : new String[] {
            "derived by rules",
            "    + Beta Institute is a partner of Delta Bank, through Summer School [beta#2]",
            "answers that changed",
            "  figures: 2 rows added, 2 rows removed",
            "    + Talks on Talks · talkers · 14 · thousand people · 2020 · alpha#2",
            "    - Talks on Talks · talkers · 12.5 · thousand people · 2020 · alpha#2",
            "statements-alpha  11             16",
            "    ~ Delta Bank is a partner [alpha#3]"
        }) {
            assertTrue(run.lines().contains(line), () -> line + "\nis not in\n" + run.out());
        }
        assertTrue(run.out().contains("questions could not be asked of both, for example"), run.out());
        assertFalse(run.out().contains("statement:"), run.out());
    }

    @Test
    void dumpsAndFoldersAreTheSame() {
        String plain = dump(DATA, "old.nq");
        String zipped = dump(DATA, "old.nq.gz");
        String fromFolder = Mini.geneva("diff", DATA, edited).out();
        assertEquals(fromFolder, Mini.geneva("diff", plain, edited).out());
        assertEquals(
                fromFolder,
                Mini.geneva("diff", zipped, dump(edited, "new.nq.gz")).out());
    }

    @Test
    void equalBuildsHaveNothingToTell() {
        String zipped = dump(DATA, "old.nq.gz");
        Mini.Run text = Mini.geneva("diff", zipped, DATA);
        assertEquals(0, text.status());
        assertTrue(text.out().matches("nothing changed: both are version [0-9a-f]{16}\n"), text.out());
        JsonObject json =
                JSON.parse(Mini.geneva("diff", zipped, DATA, "--format", "json").out());
        assertTrue(json.getBoolean("equal"));
        assertTrue(json.get("changes").getAsArray().isEmpty());
        Mini.Run patch = Mini.geneva("diff", zipped, DATA, "--format", "rdfpatch");
        assertFalse(patch.lines().stream().anyMatch(line -> line.matches("[AD] .*")), patch.out());
    }

    @Test
    void jsonHoldsTheSame() {
        Mini.Run run = Mini.geneva("diff", DATA, edited, "--format", "json");
        assertEquals(0, run.status(), run.err());
        JsonObject json = JSON.parse(run.out());
        assertFalse(json.getBoolean("equal"));
        JsonObject role = json.get("changes").getAsArray().stream()
                .map(change -> change.getAsObject())
                .filter(change -> change.getString("says").startsWith("Alpha Trust runs Talks on Talks, host"))
                .findFirst()
                .orElseThrow();
        assertEquals("statement", role.getString("about"));
        assertEquals("changed", role.getString("change"));
        JsonObject detail = role.get("details").getAsArray().get(0).getAsObject();
        assertEquals("role", detail.getString("property"));
        assertEquals(
                "convener",
                detail.get("before").getAsArray().get(0).getAsString().value());
        assertEquals(
                "host", detail.get("after").getAsArray().get(0).getAsString().value());
        assertTrue(json.get("graphs").getAsArray().stream()
                .anyMatch(graph -> graph.getAsObject().getString("graph").equals("statements-alpha")));
        JsonObject figures = json.getObj("answers").get("changed").getAsArray().stream()
                .map(answer -> answer.getAsObject())
                .filter(answer -> answer.getString("question").equals("figures"))
                .findFirst()
                .orElseThrow();
        int value = strings(figures.get("columns")).indexOf("value");
        assertEquals("14", strings(figures.get("added").getAsArray().get(1)).get(value));
        assertEquals("12.5", strings(figures.get("removed").getAsArray().get(1)).get(value));
    }

    private static List<String> strings(JsonValue array) {
        return array.getAsArray().stream()
                .map(value -> value.getAsString().value())
                .toList();
    }

    @Test
    void thePatchMakesTheNewerOfTheOlder() throws IOException {
        String older = dump(DATA, "old.nq.gz");
        String newer = dump(edited, "new.nq");
        Mini.Run run = Mini.geneva("diff", older, newer, "--format", "rdfpatch");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.lines().get(0).startsWith("H id <uuid:"), run.out());
        DatasetGraph dataset = RDFDataMgr.loadDatasetGraph(older);
        RDFPatchOps.applyChange(
                dataset, RDFPatchOps.read(new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8))));
        assertArrayEquals(Files.readAllBytes(Path.of(newer)), DumpWriter.nquads(dataset));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | diff DATA | what is meant is not said – give 'NEW'",
                "2 | diff nowhere.nq DATA | nowhere.nq is not there – check the path",
                "2 | diff DATA nowhere | nowhere is not there – check the path",
                "2 | diff DATA src/main/java | src/main/java holds no tables – give a folder like data, or a dump",
                "2 | diff README.md DATA | README.md is neither a folder of tables nor a dump – write one with",
                "2 | diff DATA DATA --sources nowhere | nowhere is not there – check the path",
                "2 | diff DATA DATA --format xml | --format 'xml' is none – take one of text, rdfpatch, json",
                "1 | diff BROKEN DATA | broken.nq:1: is not N-Quads: ",
                "1 | diff DATA FAULTY | places.csv:1: name: is missing from the header"
            })
    void wrongUsageIsToldWithItsFix(int status, String arguments, String told) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.nq"), "id,name\n");
        Path faulty = folder.resolve("faulty");
        Mini.copy(Mini.DATA, faulty);
        Files.writeString(faulty.resolve("places.csv"), "id\n");
        Mini.Run run = Mini.geneva(arguments
                .replace("DATA", DATA)
                .replace("BROKEN", broken.toString())
                .replace("FAULTY", faulty.toString())
                .split(" ", -1));
        assertTrue(run.err().contains(told), run.err());
        assertEquals(status, run.status(), run.err());
        assertEquals("", run.out());
    }
}
