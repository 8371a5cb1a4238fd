package org.genevagraph.clients;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.genevagraph.Mini;

/**
 * Queries that join an office's own data with ours, which stand at an endpoint. What each answers is found without any network: from one
 * store that holds both, the endpoint's data as a named graph, so that every client must get the same.
 *
 * @param name the name of its file
 * @param text the query, which calls {@link #ENDPOINT}
 */
record Joins(String name, String text) {
    /** The folder, with the office's own data. */
    static final Path FOLDER = Path.of("src/test/resources/clients");

    static final Path DESK = FOLDER.resolve("desk.ttl");

    /** What the queries call, in place of the address of a server. */
    static final String ENDPOINT = "http://endpoint.example/sparql";

    private static final int LEAST = 10;

    /** All of them. */
    static List<Joins> all() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("joins"))) {
            List<Joins> queries = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                queries.add(new Joins(file.getFileName().toString().replace(".rq", ""), Files.readString(file)));
            }
            assertTrue(queries.size() >= LEAST, queries::toString);
            return queries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The query that calls an endpoint. */
    String calling(String endpoint) {
        return text.replace(ENDPOINT, endpoint);
    }

    /** The query as it is asked of an engine that finds out for itself who knows what. */
    String callingNobody() {
        return text.replace("SERVICE <" + ENDPOINT + ">", "");
    }

    /** The rows that it answers: the values of the columns in their order, all rows sorted. */
    List<List<String>> answer() {
        Query query = QueryFactory.create(text.replace("SERVICE <", "GRAPH <"));
        RowSet rows = QueryExec.dataset(Both.DATASET).query(query).build().select();
        List<List<String>> answer = rows(rows);
        assertTrue(!answer.isEmpty(), name + " has no answer");
        return answer;
    }

    static List<List<String>> rows(RowSet rows) {
        List<Var> columns = rows.getResultVars();
        List<List<String>> read = new ArrayList<>();
        while (rows.hasNext()) {
            Binding row = rows.next();
            read.add(columns.stream().map(column -> value(row.get(column))).toList());
        }
        return sorted(read);
    }

    private static String value(Node node) {
        return node == null ? "" : node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
    }

    static List<List<String>> sorted(List<List<String>> rows) {
        return rows.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class Both {
        static final DatasetGraph DATASET = both();

        private static DatasetGraph both() {
            Graph served = Mini.realSnapshot().dataset().getDefaultGraph();
            DatasetGraph both = DatasetGraphFactory.create(RDFDataMgr.loadGraph(DESK.toString()));
            both.addGraph(NodeFactory.createURI(ENDPOINT), served);
            return both;
        }
    }
}
