package org.genevagraph.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.genevagraph.link.register.Columns;
import org.genevagraph.link.register.Entry;
import org.genevagraph.link.register.Register;
import org.genevagraph.link.register.RorDump;
import org.genevagraph.link.register.SparqlResults;
import org.genevagraph.link.register.Thesaurus;
import org.genevagraph.link.register.WikidataExtract;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers are read in every form in which they come, and what is wrong with a file is told with place and fix. */
class RegistersTest {
    private static final Set<String> ENGLISH = Set.of("en");
    private static final String WIKIDATA =
            "{\"type\":\"item\",\"id\":\"Q1\",\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"One\"}},\"aliases\":[],\"claims\":[]}";

    @TempDir
    Path folder;

    private record Reading(List<Entry> entries, List<Problem> problems, boolean isComplete) {
        List<String> labels() {
            return entries.stream().map(Entry::label).toList();
        }
    }

    private static Reading read(Register register) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Problems problems = new Problems();
        boolean isComplete = register.read(entries::add, Register.Progress.NONE, problems);
        return new Reading(entries, problems.sorted(), isComplete);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aDumpIsReadInBothSchemasAndHoweverItIsPacked() throws IOException {
        Path plain = PlantedTest.FOLDER.resolve("planted-ror.json");
        byte[] bytes = Files.readAllBytes(plain);
        Path zip = folder.resolve("v1.75-ror-data.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("v1.75-ror-data.csv"));
            out.write("id,name\n".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("v1.75-ror-data.json"));
            out.write("[]".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("v1.75-ror-data_schema_v2.json"));
            out.write(bytes);
        }
        Path gzip = folder.resolve("dump.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(bytes);
        }
        Path bzip = folder.resolve("dump.json.bz2");
        try (OutputStream out = new BZip2CompressorOutputStream(Files.newOutputStream(bzip))) {
            out.write(bytes);
        }
        List<Entry> expected = read(new RorDump(plain)).entries();
        assertTrue(expected.size() > 25, expected.toString());
        for (Path packed : List.of(zip, gzip, bzip)) {
            Reading reading = read(new RorDump(packed));
            assertEquals(expected, reading.entries(), packed.toString());
            assertEquals(List.of(), reading.problems());
        }
        Entry second = expected.get(0);
        assertEquals(Set.of("AIP"), second.acronyms());
        assertEquals(Set.of("CH"), second.countries());
        assertEquals(Set.of("Geneva"), second.places());
        Entry first = expected.get(1);
        assertEquals("Agency for Industrial Property", first.label());
        assertEquals(Set.of("ror:government"), first.kinds());
    }

    @Test
    void entitiesComeInArraysInLinesAndUnderTheirIds() throws IOException {
        for (String text : List.of(
                "[\n" + WIKIDATA + ",\n" + WIKIDATA.replace("Q1", "Q2") + "\n]\n",
                WIKIDATA + "\n" + WIKIDATA.replace("Q1", "Q2") + "\n",
                "{\"entities\":{\"Q1\":" + WIKIDATA + ",\"Q2\":" + WIKIDATA.replace("Q1", "Q2") + "}}")) {
            Reading reading = read(new WikidataExtract(file("entities.json", text), ENGLISH));
            assertEquals(List.of("One", "One"), reading.labels(), text);
            assertEquals(
                    "http://www.wikidata.org/entity/Q2",
                    reading.entries().get(1).iri());
            assertEquals(List.of(), reading.problems());
        }
    }

    @Test
    void resultsComeInFourFormats() throws IOException {
        String json = "{\"head\":{\"vars\":[\"item\",\"itemLabel\",\"countryLabel\"]},\"results\":{\"bindings\":["
                + "{\"item\":{\"type\":\"uri\",\"value\":\"http://r.example/1\"},\"itemLabel\":{\"type\":\"literal\",\"xml:lang\":\"en\",\"value\":\"One\"},\"countryLabel\":{\"type\":\"literal\",\"value\":\"France\"}},"
                + "{\"item\":{\"type\":\"uri\",\"value\":\"http://r.example/1\"},\"itemLabel\":{\"type\":\"literal\",\"xml:lang\":\"fr\",\"value\":\"Un\"}}]}}";
        String xml =
                "<?xml version=\"1.0\"?><sparql xmlns=\"http://www.w3.org/2005/sparql-results#\"><head><variable name=\"item\"/><variable name=\"itemLabel\"/><variable name=\"countryLabel\"/></head><results>"
                        + "<result><binding name=\"item\"><uri>http://r.example/1</uri></binding><binding name=\"itemLabel\"><literal xml:lang=\"en\">One</literal></binding><binding name=\"countryLabel\"><literal>France</literal></binding></result>"
                        + "<result><binding name=\"item\"><uri>http://r.example/1</uri></binding><binding name=\"itemLabel\"><literal xml:lang=\"fr\">Un</literal></binding></result></results></sparql>";
        String csv = "item,itemLabel,countryLabel\r\nhttp://r.example/1,One,France\r\nhttp://r.example/1,Un,\r\n";
        String tsv =
                "?item\t?itemLabel\t?countryLabel\n<http://r.example/1>\t\"One\"@en\t\"France\"\n<http://r.example/1>\t\"Un\"@fr\t\n";
        for (String text : List.of(json, xml, csv, tsv)) {
            Reading reading = read(new SparqlResults(file("answer", text), Map.of()));
            assertEquals(List.of(), reading.problems(), text);
            assertEquals(1, reading.entries().size(), text);
            Entry entry = reading.entries().get(0);
            assertEquals(
                    List.of("One", "Un"),
                    entry.names().stream().map(Entry.Name::text).toList(),
                    text);
            assertEquals(Set.of("France"), entry.countries(), text);
        }
    }

    @Test
    void columnsOfOtherNamesAreSaid() throws IOException {
        Path table = file("table.csv", "body,naam\nhttp://r.example/1,One\nnonsense,Two\n");
        Reading unknown = read(new SparqlResults(table, Map.of()));
        assertFalse(unknown.isComplete());
        assertTrue(
                unknown.problems().get(0).fix().contains("body, naam"),
                unknown.problems().toString());
        Reading said = read(new SparqlResults(table, Map.of(Columns.Role.item, "body", Columns.Role.label, "naam")));
        assertEquals(List.of("One"), said.labels());
        assertTrue(said.isComplete());
        assertTrue(said.problems().get(0).message().contains("without an identifier"));
        Reading misspelt = read(new SparqlResults(table, Map.of(Columns.Role.item, "boddy")));
        assertEquals("boddy", misspelt.problems().get(0).column());
    }

    @Test
    void aThesaurusIsReadInItsLanguages() throws IOException {
        String concept = "<http://t.example/1> <http://www.w3.org/2004/02/skos/core#prefLabel> \"%s\"@%s .\n";
        Path file = file("t.nt", concept.formatted("bread", "en") + concept.formatted("Brot", "de"));
        assertEquals(
                List.of("bread"),
                read(new Thesaurus(file, ENGLISH)).entries().get(0).names().stream()
                        .map(Entry.Name::text)
                        .toList());
        Reading none = read(new Thesaurus(file, Set.of("it")));
        assertFalse(none.isComplete());
        assertTrue(none.problems().get(0).fix().contains("--languages"));
        Reading broken = read(new Thesaurus(file("b.ttl", "<http://t.example/1> a"), ENGLISH));
        assertFalse(broken.isComplete());
        assertEquals(1, broken.problems().size());
    }

    @Test
    void whatIsCutOffIsUsedAndTold() throws IOException {
        String whole = Files.readString(PlantedTest.FOLDER.resolve("planted-ror.json"));
        Path cut = file("cut.json", whole.substring(0, whole.length() / 2));
        Reading reading = read(new RorDump(cut));
        assertFalse(reading.isComplete());
        assertTrue(reading.entries().size() > 5);
        Problem problem = reading.problems().get(0);
        assertEquals(cut.toString(), problem.file());
        assertTrue(problem.line() > 5, problem.toString());
        assertTrue(problem.fix().contains("once more"), problem.toString());
        Reading other = read(new RorDump(PlantedTest.FOLDER.resolve("planted-wikidata.jsonl")));
        assertFalse(other.isComplete(), "another register's file");
        assertEquals(1, other.problems().size());
        Reading text = read(new RorDump(file("text.json", "this is no JSON")));
        assertFalse(text.isComplete());
    }

    @Test
    void aLargeDumpNeedsLittleMemory() throws Exception {
        Path dump = folder.resolve("large.json.gz");
        String padding = "x".repeat(600);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dump), 1 << 16)) {
            out.write('[');
            for (int i = 0; i < 120_000; i++) {
                String record = (i == 0 ? "" : ",\n") + "{\"id\":\"https://ror.org/0" + i
                        + "\",\"status\":\"active\",\"types\":[\"nonprofit\"],\"names\":[{\"value\":\"Body Number " + i
                        + "\",\"types\":[\"ror_display\"]}],\"locations\":[],\"links\":[],\"relationships\":[],\"admin\":\""
                        + padding + "\"}";
                out.write(record.getBytes(StandardCharsets.UTF_8));
            }
            out.write(']');
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigRegister.class.getName(),
                        dump.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertEquals("120000 FOUND []", output.strip());
    }
}
