package org.genevagraph.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.genevagraph.Mini;
import org.genevagraph.query.engine.DatabaseFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say of where the graph lies, from the command line. */
class StoreOptionsTest {
    @TempDir
    private Path folder;

    private static Mini.Run serve(String store, String... more) {
        String[] all = new String[9 + more.length];
        String[] first = {
            "serve", "--once", "--port", "0", "--data", Mini.DATA.toString(), "--build-cache", "off", "--store=" + store
        };
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return Mini.geneva(all);
    }

    private static void isWrong(int status, String words, String store, String... more) {
        Mini.Run run = serve(store, more);
        assertEquals(status, run.status(), run.err());
        assertTrue(run.err().contains(words), run.err());
        assertTrue(run.err().contains(" – "), "how to fix it: " + run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    void whatCannotBeAFolderOfDatabasesIsToldBeforeAnythingIsBuilt() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        isWrong(2, file + " is a file", "tdb2:" + file);
        isWrong(2, file + " is a file", "tdb2:" + file.resolve("below/it"));
        isWrong(2, "names no folder", "tdb2:");
        isWrong(2, "goes with --store URL only", "tdb2:" + folder, "--store-update", "http://127.0.0.1:1/");
        isWrong(2, "goes with --store URL only", "tdb2:" + folder, "--store-graphs", "http://127.0.0.1:1/");
        isWrong(2, "is said without --store", "memory", "--store-graphs", "http://127.0.0.1:1/");
        isWrong(2, "no/graphs", "http://127.0.0.1:1/", "--store-graphs", "no/graphs");
        isWrong(2, "memory, tdb2:DIR", "tdb:" + folder);
        // Looked at as nobody's folder, even by those who may write everywhere.
        isWrong(1, "cannot be made or written", "tdb2:/proc/databases");
    }

    @Test
    void aFolderHasOneServer() throws IOException {
        Path databases = folder.resolve("databases");
        try (DatabaseFolder taken = DatabaseFolder.open(databases, Clock.systemUTC(), line -> {})) {
            isWrong(1, "another server uses this folder", "tdb2:" + databases);
            taken.close();
        }
        assertEquals(0, serve("tdb2:" + databases).status());
    }

    @Test
    void theSecondStartFindsTheVersion() {
        Path databases = folder.resolve("made/by/it");
        Mini.Run first = serve("tdb2:" + databases);
        assertEquals(0, first.status(), first.err());
        assertTrue(first.err().contains("triples in <"), first.err());
        Mini.Run second = serve("tdb2:" + databases);
        assertEquals(0, second.status(), second.err());
        assertTrue(second.err().contains("is there already"), second.err());
        assertFalse(second.err().contains("triples in <"), second.err());
    }
}
