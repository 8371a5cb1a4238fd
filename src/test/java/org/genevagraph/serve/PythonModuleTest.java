package org.genevagraph.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.genevagraph.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module for notebooks, fetched from a real server and used by real Python. */
class PythonModuleTest extends RealServer {
    @Test
    void pythonAsksThroughIt(@TempDir Path folder) throws IOException, InterruptedException {
        Commands.needsPython("pandas", "python3-pandas");
        Commands.Ended run =
                Commands.run(Commands.PYTHON, "src/test/python/asks_geneva.py", server.address(), folder.toString());
        assertEquals(0, run.status(), run.output());
        assertTrue(run.output().endsWith("all is well\n"), run.output());
    }

    @Test
    void itAsksTheServerThatItCameFrom() {
        String module = http.get("/geneva.py").body();
        String address = server.address().substring(0, server.address().length() - 1);
        assertTrue(module.contains("or \"" + address + "\""), module.substring(0, 900));
    }
}
