package org.genevagraph.page.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** An example of code, from a file that runs as it stands. The same files are run by the tests. */
public enum CodeExample {
    /** Answers as data frames. */
    PANDAS("ask_pandas.py", "Python, pandas"),
    /** Free questions. */
    SPARQLWRAPPER("ask_sparqlwrapper.py", "Python, SPARQLWrapper"),
    /** Graphs. */
    RDFLIB("ask_rdflib.py", "Python, rdflib"),
    /** Data frames and SPARQL without a package. */
    R("query.R", "R"),
    /** Browsers and Node. */
    JAVASCRIPT("query.mjs", "JavaScript"),
    /** With nothing but the JDK. */
    JAVA("AskPartners.java", "Java 11+, java.net.http"),
    /** With Apache Jena. */
    JENA("AskWithJena.java", "Java 17+, Apache Jena 5"),
    /** On a command line. */
    CURL("query.sh", "curl"),
    /** Configuration of a client for language models. */
    MCP("mcp.json", "JSON"),
    /** A call to a tool for language models. */
    MCP_CALL("mcp.sh", "curl"),
    /** How proposed rows are checked: calls of a client for language models, and what they are answered. */
    CHECK_ROWS("check_rows.txt", "MCP"),
    /** A row of a table of statements. */
    STATEMENT("statement.csv", "CSV"),
    /** Where a fact comes from, in SPARQL. */
    WHY("why.rq", "SPARQL");

    /** The address that the files have. */
    private static final String USUAL_ADDRESS = "http://127.0.0.1:3030";

    private final String file;
    private final String label;

    CodeExample(String file, String label) {
        this.file = file;
        this.label = label;
    }

    /** The name of its file. */
    public String file() {
        return file;
    }

    /** What it is written in. */
    public String label() {
        return label;
    }

    /**
     * Its text.
     *
     * @param address of the server that it asks, without a slash at the end
     */
    public String text(String address) {
        try (InputStream in = CodeExample.class.getResourceAsStream("/docs/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().replace(USUAL_ADDRESS, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
