package org.genevagraph.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFDataMgr;
import org.genevagraph.link.match.Decision;
import org.genevagraph.link.match.Matching;
import org.genevagraph.link.match.OwnThing;
import org.genevagraph.link.match.OwnThings;
import org.genevagraph.link.register.Register;
import org.genevagraph.link.register.RorDump;
import org.genevagraph.link.register.SparqlResults;
import org.genevagraph.link.register.Thesaurus;
import org.genevagraph.link.register.WikidataExtract;
import org.genevagraph.problem.Problems;
import org.junit.jupiter.api.Test;

/** Made-up things and registers, each planted for one way of going wrong: what is proposed is right, and what is right is proposed. */
class PlantedTest {
    static final Path FOLDER = Path.of("src/test/resources/link");
    private static final Set<String> LANGUAGES = Set.of("en", "fr");

    /** The registers by the names of their files. */
    static Register register(String file) {
        Path path = FOLDER.resolve(file);
        return file.contains("ror")
                ? new RorDump(path)
                : file.contains("wikidata")
                        ? new WikidataExtract(path, LANGUAGES)
                        : file.contains("thesaurus")
                                ? new Thesaurus(path, LANGUAGES)
                                : new SparqlResults(path, Map.of());
    }

    static List<OwnThing> things(String... types) {
        return OwnThings.of(
                RDFDataMgr.loadGraph(FOLDER.resolve("things.ttl").toUri().toString()), List.of(types), true);
    }

    static Linking link(Register register, List<OwnThing> things) throws IOException {
        Problems problems = new Problems();
        Linking linking = Linking.of(
                register,
                things,
                Matching.LEAST,
                new KnownLinks(List.of(), List.of()),
                "",
                Set.of(),
                Register.Progress.NONE,
                problems);
        assertEquals(List.of(), problems.sorted());
        assertTrue(linking.isComplete());
        return linking;
    }

    @Test
    void comesToWhatIsExpected() throws IOException {
        Map<String, Map<String, String[]>> expected = new HashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("expected.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",", 5);
            expected.computeIfAbsent(cells[0], any -> new HashMap<>()).put(cells[1], cells);
        }
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (String file : expected.keySet()) {
            for (Decision decision : link(register(file), things("organisation", "place", "issue", "document"))
                    .decisions()) {
                String[] cells = expected.get(file).get(decision.thing().curie());
                String came = decision.outcome()
                        + (decision.outcome() == Decision.Outcome.FOUND
                                ? "," + decision.best().entry().iri()
                                : ",");
                if (cells == null && decision.outcome() == Decision.Outcome.FOUND) {
                    wrong.add(file + " " + decision.thing().curie() + " is not expected: " + came);
                } else if (cells != null) {
                    seen++;
                    if (!came.equals(cells[2] + "," + cells[3])) {
                        wrong.add(file + " " + cells[1] + " (" + cells[4] + "): " + came + " " + decision.candidates()
                                + " " + decision.passedOver());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(
                expected.values().stream().mapToInt(Map::size).sum(), seen, "rows of expected.csv that were tried");
        assertTrue(seen > 30, "rows tried: " + seen);
    }

    @Test
    void everyPlantedRegisterIsTried() throws IOException {
        String expected = Files.readString(FOLDER.resolve("expected.csv"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> planted = files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("planted-"))
                    .toList();
            assertTrue(planted.size() >= 4, planted.toString());
            planted.forEach(name -> assertTrue(expected.contains(name + ","), name));
        }
    }

    @Test
    void whatIsNotItIsNamedWithTheReason() throws IOException {
        Linking linking = link(register("planted-ror.json"), things("organisation"));
        Map<String, String> because = new HashMap<>();
        linking.decisions()
                .forEach(decision -> because.put(decision.thing().curie(), String.join("; ", decision.passedOver())));
        assertTrue(because.get("organisation:tau").contains("another country (FR)"), because.get("organisation:tau"));
        assertTrue(
                because.get("organisation:tau").contains("another kind (ror:company)"),
                because.get("organisation:tau"));
        assertTrue(because.get("organisation:epsilon").contains("was withdrawn"), because.get("organisation:epsilon"));
        assertTrue(because.get("organisation:sigma").contains("too little"), because.get("organisation:sigma"));
        assertEquals("", because.get("organisation:omikron"));
    }
}
