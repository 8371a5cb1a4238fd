package org.genevagraph.cli.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesApply;
import org.apache.jena.rdfpatch.changes.RDFChangesWrapper;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.genevagraph.Mini;
import org.genevagraph.diff.GraphDiff;
import org.genevagraph.diff.PatchWriter;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.DumpReader;
import org.genevagraph.snapshot.DumpWriter;
import org.genevagraph.vocabulary.DatasetTerms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Releases: whole, reproducible, never overwritten, and each made of the one before by its patch. */
class ReleaseCommandTest {
    private static final String DATA = Mini.DATA.toString();

    @TempDir
    private Path folder;

    private Path releases;
    private Path edited;

    @BeforeEach
    void edit() throws IOException {
        releases = folder.resolve("releases");
        edited = folder.resolve("data");
        Mini.copy(Mini.DATA, edited);
        // A name, a summary in which the file breaks the line, a thing that comes, a statement that goes, roles, dates,
        // evidence.
        replace("organisations.csv", "Alpha Foundation,AF", "Fondation « Älpha » 日本 \ud83d\ude00,AF");
        replace("organisations.csv", "A bank that pays.", "\"A bank that says \"\"no\"\" \\ and pays.\"");
        replace("places.csv", "town,Town", "lake,Lake,,region,land,alpha#1\ntown,Town");
        replace("statements/alpha.csv", "alpha-lab,partOf,organisation:alpha,,,,,stated,alpha#1\n", "");
        replace("statements/alpha.csv", ",convener,", ",l’hôte,");
        replace("statements/alpha.csv", "donor,2019,,stated,alpha#3", "donor,2018,2020,stated,alpha#2 | alpha#3");
        replace("figures.csv", "12.5", "14");
        replace("passages/alpha.csv", "8c5b37", "9c5b37");
    }

    private void replace(String table, String words, String others) throws IOException {
        Path file = edited.resolve(table);
        String text = Files.readString(file);
        assertTrue(text.contains(words), file + " does not hold " + words);
        Files.writeString(file, text.replace(words, others));
    }

    private static Mini.Run release(Path to, String data, String date, String... more) {
        List<String> words = new ArrayList<>(List.of("release", to.toString(), "--data", data, "--date", date));
        words.addAll(List.of(more));
        return Mini.geneva(words.toArray(String[]::new));
    }

    private void releaseTwo() {
        Mini.Run one = release(releases.resolve("one"), DATA, "2026-01-02");
        assertEquals(0, one.status(), one.err());
        Mini.Run two = release(releases.resolve("two"), edited.toString(), "2026-02-03");
        assertEquals(0, two.status(), two.err());
    }

    private static DatasetGraph dump(Path release) throws IOException {
        DatasetGraph dataset = DatasetGraphFactory.create();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(release.resolve("geneva-graph.nq.gz")))) {
            RDFParser.source(in).lang(Lang.NQUADS).strict(true).parse(dataset);
        }
        return dataset;
    }

    private static byte[] bytes(Path release) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(release.resolve("geneva-graph.nq.gz")))) {
            return in.readAllBytes();
        }
    }

    private static Map<String, byte[]> files(Path release) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(release)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void thePatchMakesTheNewDumpOfTheOldOneAndBackwardsTheOldOfTheNew() throws IOException {
        releaseTwo();
        RDFPatch patch =
                RDFPatchOps.read(new ByteArrayInputStream(Files.readAllBytes(releases.resolve("two/changes.rdfp"))));
        DatasetGraph graph = dump(releases.resolve("one"));
        assertNotEquals(
                DigestUtils.sha256Hex(bytes(releases.resolve("one"))),
                DigestUtils.sha256Hex(bytes(releases.resolve("two"))));
        RDFPatchOps.applyChange(graph, patch);
        assertArrayEquals(bytes(releases.resolve("two")), DumpWriter.nquads(graph));
        backwards(patch, graph);
        assertArrayEquals(bytes(releases.resolve("one")), DumpWriter.nquads(graph));
    }

    /** Takes back what a patch did. */
    private static void backwards(RDFPatch patch, DatasetGraph graph) {
        patch.apply(new RDFChangesWrapper(new RDFChangesApply(graph)) {
            @Override
            public void add(Node g, Node s, Node p, Node o) {
                super.delete(g, s, p, o);
            }

            @Override
            public void delete(Node g, Node s, Node p, Node o) {
                super.add(g, s, p, o);
            }
        });
    }

    /** Tables refuse most of this; queries and texts have it. */
    @Test
    void everyValueSurvivesThePatch() throws IOException, ProblemException {
        String line = "<https://w3id.org/geneva-graph/id/place/a> <https://w3id.org/geneva-graph/ontology#p> %s"
                + " <https://w3id.org/geneva-graph/graph/one> .\n";
        StringBuilder before = new StringBuilder(line.formatted("\"stays\""));
        StringBuilder after = new StringBuilder(before);
        for (String text : List.of(
                "a\\nb\\r\\nc",
                "\\\"\\\"\\\"",
                "\\\\n",
                "\\t ",
                "日本 \ud83d\ude00 e\u0301",
                "A <urn:x> .",
                "\\u0001\\u2028")) {
            before.append(line.formatted("\"old " + text + "\"@fr-CH"));
            after.append(line.formatted("\"new " + text + "\""));
            after.append(line.formatted("\"" + text + "\"^^<https://example.org/type>"));
        }
        Path one = Files.writeString(folder.resolve("one.nq"), before);
        Path two = Files.writeString(folder.resolve("two.nq"), after);
        GraphDiff diff = GraphDiff.of(DumpReader.read(one), DumpReader.read(two));
        assertEquals(7, diff.removed().size());
        assertEquals(14, diff.added().size());
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PatchWriter.write(diff, written);
        RDFPatch patch = RDFPatchOps.read(new ByteArrayInputStream(written.toByteArray()));
        DatasetGraph graph = RDFDataMgr.loadDatasetGraph(one.toString());
        RDFPatchOps.applyChange(graph, patch);
        assertArrayEquals(DumpWriter.nquads(RDFDataMgr.loadDatasetGraph(two.toString())), DumpWriter.nquads(graph));
        backwards(patch, graph);
        assertArrayEquals(DumpWriter.nquads(RDFDataMgr.loadDatasetGraph(one.toString())), DumpWriter.nquads(graph));
    }

    @Test
    void changesAreToldInWordsOfBothLanguagesWithWhatTheyName() throws IOException {
        releaseTwo();
        Path two = releases.resolve("two");
        String words = Files.readString(two.resolve("changes.txt"));
        assertTrue(words.contains("name: Alpha Foundation → Fondation « Älpha » 日本 \ud83d\ude00"), words);
        assertTrue(words.contains("lace Lake (lake)"), words);
        JsonObject json = JSON.parse(Files.readString(two.resolve("changes.json")));
        assertEquals(
                json.get("changes").getAsArray().size(),
                json.getObj("told").get("en").getAsArray().size());
        String french = json.getObj("told").get("fr").toString();
        assertTrue(french.contains("depuis 2018"), french);
        assertTrue(french.contains("https://w3id.org/geneva-graph/id/organisation/delta"), french);
        assertTrue(Files.readString(two.resolve("NOTES.md")).contains("### Things added: 1\n\n- Lake (lake)"));
    }

    @Test
    void theSameGraphDayAndPredecessorGiveTheSameBytes() throws IOException {
        releaseTwo();
        Path others = folder.resolve("others");
        assertEquals(
                0,
                release(
                                others.resolve("two"),
                                edited.toString(),
                                "2026-02-03",
                                "--since",
                                releases.resolve("one").toString())
                        .status());
        Map<String, byte[]> one = files(releases.resolve("two"));
        Map<String, byte[]> other = files(others.resolve("two"));
        assertEquals(one.keySet(), other.keySet());
        one.forEach((name, bytes) -> assertArrayEquals(bytes, other.get(name), name));
    }

    @Test
    void everyFileHasItsChecksumAndTheIndexNamesEveryRelease() throws IOException {
        releaseTwo();
        Path two = releases.resolve("two");
        Map<String, byte[]> files = files(two);
        List<String> sums = Files.readAllLines(two.resolve("SHA256SUMS"));
        assertEquals(files.size() - 1, sums.size());
        for (String line : sums) {
            assertEquals(line.substring(0, 64), DigestUtils.sha256Hex(files.get(line.substring(66))), line);
        }
        JsonObject index = JSON.parse(Files.readString(releases.resolve("releases.json")));
        List<String> folders = index.get("releases").getAsArray().stream()
                .map(release -> release.getAsObject().getString("folder"))
                .toList();
        assertEquals(List.of("two", "one"), folders);
        Map<String, Object> citation = new Yaml().load(Files.readString(two.resolve("CITATION.cff")));
        assertEquals("1.2.0", citation.get("cff-version"));
        assertEquals("dataset", citation.get("type"));
        assertEquals(
                JSON.parse(new String(files.get("release.json"), StandardCharsets.UTF_8))
                        .getString("release"),
                citation.get("version"));
        assertFalse(files(releases.resolve("one")).containsKey("changes.rdfp"));
    }

    /** As {@code riot --validate --strict} does, of each file that is RDF; warnings count. */
    @Test
    void everyFileIsDescribedAndWhatIsRdfIsValid() throws IOException {
        releaseTwo();
        Path two = releases.resolve("two");
        Map<String, byte[]> files = files(two);
        String base = "https://elsewhere.example/releases/two/";
        Graph description = GraphFactory.createDefaultGraph();
        int parsed = 0;
        for (String name : files.keySet()) {
            Lang lang = RDFLanguages.filenameToLang(name);
            if (lang != null && (RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang))) {
                byte[] plain = files.get(name);
                if (name.endsWith(".gz")) {
                    plain = new GZIPInputStream(new ByteArrayInputStream(plain)).readAllBytes();
                }
                RDFParser.source(new ByteArrayInputStream(plain))
                        .lang(lang)
                        .base(base + name)
                        .strict(true)
                        .checking(true)
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictSilent())
                        .parse(name.equals("void.ttl") ? StreamRDFLib.graph(description) : StreamRDFLib.sinkNull());
                parsed++;
            }
        }
        assertEquals(6, parsed);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Node place = NodeFactory.createURI(base + file.getKey());
            Node node = description.stream(Node.ANY, DatasetTerms.downloadURL, place)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(file.getKey() + " is not described"))
                    .getSubject();
            assertEquals(
                    2,
                    description.stream(node, DCTerms.title.asNode(), Node.ANY).count(),
                    file.getKey());
            assertTrue(description.contains(node, DatasetTerms.mediaType, Node.ANY), file.getKey());
            description.stream(node, DatasetTerms.byteSize, Node.ANY)
                    .forEach(triple -> assertEquals(
                            Integer.toString(file.getValue().length),
                            triple.getObject().getLiteralLexicalForm(),
                            file.getKey()));
            assertTrue(
                    Set.of("void.ttl", "release.json", "SHA256SUMS").contains(file.getKey())
                            || description.stream(Node.ANY, Node.ANY, Node.ANY)
                                    .anyMatch(triple -> triple.getObject().isLiteral()
                                            && triple.getObject()
                                                    .getLiteralLexicalForm()
                                                    .equals(DigestUtils.sha256Hex(file.getValue()))),
                    file.getKey());
        }
        Node release = NodeFactory.createURI(base + "void.ttl#release");
        for (Node agent : List.of(DCTerms.creator.asNode(), DCTerms.publisher.asNode(), DCTerms.license.asNode())) {
            assertTrue(
                    description.stream(release, agent, Node.ANY)
                            .anyMatch(triple -> triple.getObject().isURI()),
                    agent::toString);
        }
    }

    @Test
    void nothingIsOverwrittenAndNothingHalfIsLeft() throws IOException {
        releaseTwo();
        Path one = releases.resolve("one");
        Map<String, byte[]> before = files(one);
        Mini.Run again = release(one, DATA, "2026-01-02");
        assertEquals(0, again.status(), again.err());
        assertTrue(again.out().contains("already"), again.out());
        Mini.Run other = release(one, edited.toString(), "2026-01-02");
        assertEquals(2, other.status());
        assertTrue(other.err().contains("holds another release, 2026-01-02-"), other.err());
        Mini.Run same = release(releases.resolve("three"), edited.toString(), "2026-03-01");
        assertEquals(1, same.status());
        assertTrue(same.err().contains("already – release again when something has changed"), same.err());
        Mini.Run early = release(releases.resolve("three"), DATA, "2025-03-01");
        assertEquals(2, early.status());
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("letter.txt"), "mine");
        assertEquals(2, release(full, DATA, "2026-01-02").status());
        assertEquals(2, release(releases.resolve("x"), DATA, "2026-02-30").status());
        Mini.Run sources = release(releases.resolve("x"), DATA, "2026-02-03", "--sources", "src/test/resources/texts");
        assertTrue(sources.err().contains("holds no sentence of the source texts"), sources.err());
        assertEquals(before.keySet(), files(one).keySet());
        try (Stream<Path> left = Files.list(releases)) {
            assertEquals(
                    List.of("one", "releases.json", "two"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
        Files.writeString(one.resolve("NOTES.md"), "other");
        assertTrue(release(one, DATA, "2026-01-02").err().contains("is damaged: NOTES.md"));
    }

    @Test
    void theLastReleaseMustBeWhatItSays() throws IOException {
        releaseTwo();
        Path one = releases.resolve("one");
        Files.copy(
                releases.resolve("two/geneva-graph.nq.gz"),
                one.resolve("geneva-graph.nq.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        Mini.Run run = release(folder.resolve("three"), edited.toString(), "2026-05-01", "--since", one.toString());
        assertEquals(1, run.status());
        assertTrue(run.err().contains("as the release says"), run.err());
        assertFalse(Files.exists(folder.resolve("three")));
        Mini.Run nothing = release(folder.resolve("three"), DATA, "2026-05-01", "--since", edited.toString());
        assertTrue(nothing.err().contains("is no release of this project"), nothing.err());
    }
}
