package org.genevagraph.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary files of processes that were killed go; those of processes that live stay. */
class OwnedFileTest {
    @TempDir
    Path folder;

    /** Makes such a file, says where, and waits to be killed. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            OwnedFile file = OwnedFile.create(Path.of(arguments[0]), ".nq");
            try (OutputStream out = file.output()) {
                out.write("kept".getBytes(StandardCharsets.UTF_8));
            }
            System.out.println(file.path());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void whatAKilledProcessLeavesGoesWithTheNextOne() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        folder.toString())
                .start();
        Path file;
        try (var out = owner.inputReader()) {
            file = Path.of(out.readLine());
            OwnedFile.sweep(folder);
            assertEquals("kept", Files.readString(file));
        } finally {
            owner.destroyForcibly().waitFor();
        }
        assertTrue(Files.exists(file));
        OwnedFile.sweep(folder);
        assertFalse(Files.exists(file));
    }

    @Test
    void ownFilesStayUntilTheyAreClosed() throws IOException {
        Path other = Files.createFile(folder.resolve("geneva-other.nq"));
        try (OwnedFile file = OwnedFile.create(folder, ".gz")) {
            OwnedFile.sweep(folder);
            assertTrue(Files.exists(file.path()));
        }
        try (var left = Files.list(folder)) {
            assertEquals(java.util.List.of(other), left.toList());
        }
    }
}
