package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.genevagraph.page.docs.CodeExample;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.serve.SnapshotServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example of code in the documentation runs as a reader copies it, against a real server. */
class DocumentationExamplesTest {
    private static SnapshotServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = SnapshotServer.start(Mini.served(), "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String address() {
        return server.address().substring(0, server.address().length() - 1);
    }

    /** Runs an example with a command, and looks for words in what it prints. */
    private void runs(CodeExample example, String words, String... command) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(example.file()), example.text(address()) + "\n");
        String[] all = Arrays.copyOf(command, command.length + 1);
        all[command.length] = file.toString();
        Commands.Ended ended = Commands.run(all);
        assertEquals(0, ended.status(), () -> example + ":\n" + ended.output());
        assertTrue(ended.output().contains(words), () -> example + " does not print " + words + ":\n" + ended.output());
    }

    /** Skips a test without a program. */
    private static void needs(String program, String how) throws InterruptedException {
        Commands.needs("no " + program + " – " + how, program, "--version");
    }

    @Test
    void python() throws Exception {
        Commands.needsPython("pandas, rdflib, SPARQLWrapper", "python3-pandas python3-rdflib python3-sparqlwrapper");
        runs(CodeExample.PANDAS, "Atlantic Council", Commands.PYTHON);
        runs(CodeExample.SPARQLWRAPPER, "Atlantic Council https://w3id.org/", Commands.PYTHON);
        runs(CodeExample.RDFLIB, "co-convenes - Calls people together", Commands.PYTHON);
    }

    @Test
    void r() throws Exception {
        needs("Rscript", "apt-get install r-base-core");
        runs(CodeExample.R, "Atlantic Council", "Rscript");
    }

    @Test
    void javaScript() throws Exception {
        needs("node", "apt-get install nodejs");
        runs(CodeExample.JAVASCRIPT, "Atlantic Council stated https://w3id.org/", "node");
    }

    @Test
    void java() throws Exception {
        runs(CodeExample.JAVA, "Atlantic Council", RunningJar.java());
    }

    @Test
    void jena() throws Exception {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        runs(CodeExample.JENA, "Atlantic Council", RunningJar.java(), "-cp", path);
    }

    @Test
    void commandLine() throws Exception {
        needs("curl", "apt-get install curl");
        runs(CodeExample.CURL, "\n304", "env", "-C", folder.toString(), "bash");
        runs(CodeExample.MCP_CALL, "Atlantic Council", "bash");
    }

    @Test
    void restIsWellFormed() throws Exception {
        assertEquals(
                address() + "/mcp",
                JSON.parse(CodeExample.MCP.text(address()))
                        .getObj("mcpServers")
                        .getObj("geneva-graph")
                        .getString("url"));
        Result.Rows why = (Result.Rows) GuardedQuery.parse(CodeExample.WHY.text(address()), Limits.STANDARD)
                .run(Mini.realSnapshot().dataset(), BindingFactory.empty());
        assertEquals(1, why.rows().size());
        String[] rows = CodeExample.STATEMENT.text(address()).split("\n", -1);
        String table = Files.readString(Path.of("data/statements/gcsp.csv"));
        assertTrue(table.startsWith(rows[0] + "\n"), rows[0]);
        assertTrue(table.contains("\n" + rows[1] + "\n"), rows[1]);
    }
}
