package org.genevagraph.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Builds that follow each other give what each would give by itself. */
class SuccessiveBuildsTest {
    @TempDir
    private Path folder;

    private final SuccessiveBuilds builds = new SuccessiveBuilds();

    private Inputs edited(String table, String from, String to) throws IOException, ProblemException {
        Path file = folder.resolve("data").resolve(table);
        String text = Files.readString(file);
        assertTrue(text.contains(from));
        Files.writeString(file, text.replace(from, to));
        return Mini.inputs(folder.resolve("data"));
    }

    private void assertSameAsAlone(Inputs inputs) throws ProblemException {
        Snapshot alone = new SnapshotBuilder(inputs, Progress.NONE).build();
        Snapshot next = builds.build(inputs, Progress.NONE);
        assertEquals(alone.version(), next.version());
        assertEquals(alone.warnings(), next.warnings());
        assertEquals(alone.checked(), next.checked());
    }

    @Test
    void whatAnEditTouchesIsCheckedAndWhatItBreaksIsTold() throws IOException, ProblemException {
        Mini.copy(Mini.DATA, folder.resolve("data"));
        assertSameAsAlone(Mini.inputs(folder.resolve("data")));
        assertEquals(builds.run().parts(), builds.run().anew());

        assertSameAsAlone(edited("organisations.csv", "Delta Bank", "Delta Trust"));
        assertTrue(
                builds.run().anew() < builds.run().parts(),
                builds.run().anew() + " of " + builds.run().parts());

        Inputs wrong = edited("statements/alpha.csv", "donor,2019,", "donor,2019,2018");
        List<String> told = told(() -> builds.build(wrong, Progress.NONE));
        assertEquals(told(() -> new SnapshotBuilder(wrong, Progress.NONE).build()), told);
        assertTrue(!told.isEmpty());

        assertSameAsAlone(edited("statements/alpha.csv", "donor,2019,2018", "donor,2019,2020"));
    }

    private static List<String> told(Executable build) {
        return assertThrows(ProblemException.class, build).problems().stream()
                .map(Object::toString)
                .toList();
    }
}
