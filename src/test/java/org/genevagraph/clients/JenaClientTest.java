package org.genevagraph.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Another Jena calls this server by SERVICE, and asks it directly in every way that its client knows. */
class JenaClientTest extends RealServer {
    private static final Graph DESK = RDFDataMgr.loadGraph(Joins.DESK.toString());

    /** The server switches calls off for the whole process; here the process is the client as well. */
    @BeforeAll
    static void mayCall() {
        ARQ.globalServiceAllowed = true;
    }

    @AfterAll
    static void mayCallNoMore() {
        ARQ.globalServiceAllowed = false;
    }

    static List<Joins> joins() {
        return Joins.all();
    }

    @ParameterizedTest
    @MethodSource("joins")
    void joinsOnesOwnDataWithOurs(Joins query) {
        try (QueryExec execution =
                QueryExec.graph(DESK).query(query.calling(endpoint())).build()) {
            assertEquals(query.answer(), Joins.rows(execution.select()));
        }
    }

    private static QueryExecHTTPBuilder asking(String query, QuerySendMode mode) {
        return QueryExecHTTP.service(endpoint()).query(query).sendMode(mode);
    }

    @ParameterizedTest
    @EnumSource(QuerySendMode.class)
    void asksEveryFormOfQueryInEveryWay(QuerySendMode mode) {
        String thing = "<https://w3id.org/geneva-graph/id/organisation/gcsp>";
        try (QueryExecHTTP ask = asking("ASK { " + thing + " ?p ?o }", mode).build()) {
            assertTrue(ask.ask());
        }
        try (QueryExecHTTP select =
                asking("SELECT * { " + thing + " ?p ?o }", mode).build()) {
            assertTrue(Joins.rows(select.select()).size() > 20);
        }
        try (QueryExecHTTP construct =
                asking("CONSTRUCT WHERE { " + thing + " ?p ?o }", mode).build()) {
            assertTrue(construct.construct().size() > 20);
        }
        try (QueryExecHTTP describe = asking("DESCRIBE " + thing, mode).build()) {
            assertTrue(describe.describe().size() > 20);
        }
    }
}
