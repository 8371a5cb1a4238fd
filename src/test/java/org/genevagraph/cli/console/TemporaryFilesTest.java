package org.genevagraph.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder for temporary files that is missing is told before a worker fails to start. */
class TemporaryFilesTest {
    @Test
    void aMissingFolderIsToldWithTheFix(@TempDir Path folder) {
        assertEquals(Optional.empty(), TemporaryFiles.fault(folder));
        String fault = TemporaryFiles.fault(folder.resolve("nowhere")).orElse("");
        assertTrue(fault.startsWith("no temporary file can be written in " + folder), fault);
        assertTrue(fault.contains("java.io.tmpdir=FOLDER"), fault);
    }
}
