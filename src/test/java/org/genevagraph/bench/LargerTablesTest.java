package org.genevagraph.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables that the benchmarks run on are tables that the project itself would take. */
class LargerTablesTest {
    private static final Path DATA = Path.of("data");

    @TempDir
    private Path folder;

    @Test
    void largerTablesPassTheShapesAndHaveHubs() throws IOException, ProblemException {
        LargerTables.write(DATA, folder.resolve("larger"), 40, 42);

        Snapshot larger = new SnapshotBuilder(Mini.inputs(folder.resolve("larger")), Progress.NONE).build();

        Snapshot real = Mini.realSnapshot();
        assertTrue(larger.triples() > real.triples() + 20_000, larger.triples() + " triples of " + real.triples());
        assertEquals(real.warnings().size(), larger.warnings().size(), () -> "warnings: " + larger.warnings());
        List<Long> partnerships = partnerships(larger);
        assertTrue(
                partnerships.get(0) > 4 * partnerships.get(partnerships.size() / 2),
                () -> "the most connected invented organisation is a hub: " + partnerships);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        LargerTables.write(DATA, folder.resolve("one"), 12, 7);
        LargerTables.write(DATA, folder.resolve("two"), 12, 7);
        LargerTables.write(DATA, folder.resolve("other"), 12, 8);

        assertEquals(0, differing("one", "two"));
        assertTrue(differing("one", "other") > 0);
    }

    private long differing(String one, String other) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(one))) {
            List<Path> tables = files.filter(Files::isRegularFile).toList();
            assertTrue(tables.size() > 20);
            long differing = 0;
            for (Path table : tables) {
                Path twin = folder.resolve(other).resolve(folder.resolve(one).relativize(table));
                differing += Files.mismatch(table, twin) < 0 ? 0 : 1;
            }
            return differing;
        }
    }

    /** How many partnerships each invented organisation has, most first. */
    private static List<Long> partnerships(Snapshot snapshot) {
        TreeMap<String, Long> counts = new TreeMap<>();
        snapshot.dataset().getDefaultGraph().stream(Node.ANY, GG.partnerOf, Node.ANY)
                .map(Triple::getSubject)
                .filter(node -> node.getURI().contains("/organisation/org-"))
                .forEach(node -> counts.merge(node.getURI(), 1L, Long::sum));
        return counts.values().stream().sorted(Comparator.reverseOrder()).toList();
    }
}
