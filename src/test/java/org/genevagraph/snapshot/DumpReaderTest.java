package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dump read back is the snapshot that was written; what is none is refused with its line. */
class DumpReaderTest {
    private static final String GRAPH = "<https://w3id.org/geneva-graph/graph/places>";
    private static final String TRIPLE = "<http://a.example/> <http://b.example/> <http://c.example/>";

    @TempDir
    private Path folder;

    @Test
    void aDumpReadBackIsTheSameSnapshot() throws IOException, ProblemException {
        Snapshot written = Mini.snapshot();
        Path file = folder.resolve("g.nq");
        Files.write(file, DumpWriter.nquads(written.dataset()));
        Snapshot read = DumpReader.read(file);
        assertEquals(written.version(), read.version());
        assertArrayEquals(Files.readAllBytes(file), DumpWriter.nquads(read.dataset()));
        assertEquals(written.thingsPerClass(), read.thingsPerClass());
        assertEquals(written.sources(), read.sources());
        assertEquals(written.dataRead(), read.dataRead());
        assertEquals(written.triplesPerGraph(), read.triplesPerGraph());
        assertEquals(
                written.dataset().getDefaultGraph().stream().collect(Collectors.toSet()),
                read.dataset().getDefaultGraph().stream().collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,name | g.nq | g.nq:2: is not N-Quads: ",
                "TRIPLE . | g.nq | g.nq: cannot be read: a triple stands in no named graph",
                "TRIPLE <http://d.example/> . | g.nq | the graph 'http://d.example/' is none of this project's",
                "_:a <http://b.example/> <http://c.example/> GRAPH . | g.nq | g.nq: cannot be read: a quad has a blank node",
                "TRIPLE GRAPH . | g.nq.gz | g.nq.gz: cannot be read: Not in GZIP format"
            })
    void whatIsNoDumpIsRefused(String line, String name, String told) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(
                file,
                TRIPLE + " " + GRAPH + " .\n" + line.replace("TRIPLE", TRIPLE).replace("GRAPH", GRAPH) + "\n");
        ProblemException thrown = assertThrows(ProblemException.class, () -> DumpReader.read(file));
        String problem = thrown.problems().get(0).toString();
        assertTrue(problem.contains(told), problem);
        assertTrue(problem.endsWith(" – give a file that ./geneva build --out has written"), problem);
    }

    @Test
    void aFileThatIsNotThereIsNotThere() {
        assertThrows(NoSuchFileException.class, () -> DumpReader.read(folder.resolve("none.nq")));
    }
}
