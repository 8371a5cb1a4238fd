package org.genevagraph.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.junit.jupiter.api.Test;

/** The project's own facts against the texts, where a user has them. */
class RealProofTest {
    @Test
    void everyFactIsSupportedOrReasonedAndEveryNameIsExplained() throws IOException, ProblemException {
        Texts.assumeReal();
        Snapshot snapshot = new SnapshotBuilder(
                        Inputs.read(Mini.HOME, Path.of("data"), Optional.of(Texts.REAL)), Progress.NONE)
                .build();
        List<Proof> proofs = Evidence.check(snapshot);
        assertEquals(
                List.of(),
                proofs.stream()
                        .filter(proof -> proof.verdict().isOpen() || proof.verdict() == Verdict.NO_TEXT)
                        .toList());
        assertTrue(proofs.size() > 3_000, "facts: " + proofs.size());
        Coverage coverage = Coverage.of(snapshot);
        assertEquals(List.of(), coverage.unexplained());
        assertEquals(List.of(), coverage.silentPassages());
    }
}
