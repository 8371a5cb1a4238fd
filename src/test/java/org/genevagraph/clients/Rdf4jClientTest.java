package org.genevagraph.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.federated.FedXFactory;
import org.eclipse.rdf4j.federated.endpoint.EndpointFactory;
import org.eclipse.rdf4j.federated.repository.FedXRepository;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RDF4J calls this server by SERVICE, asks it directly, and has it as a member of a federation that finds out by itself who knows what. */
class Rdf4jClientTest extends RealServer {
    private static final Repository DESK = new SailRepository(new MemoryStore());

    @BeforeAll
    static void load() throws IOException {
        try (RepositoryConnection connection = DESK.getConnection()) {
            connection.add(Joins.DESK.toFile());
        }
    }

    @AfterAll
    static void close() {
        DESK.shutDown();
    }

    static List<Joins> joins() {
        return Joins.all();
    }

    private static List<List<String>> rows(Repository repository, String query) {
        try (RepositoryConnection connection = repository.getConnection();
                TupleQueryResult result = connection
                        .prepareTupleQuery(QueryLanguage.SPARQL, query)
                        .evaluate()) {
            List<List<String>> rows = new ArrayList<>();
            for (BindingSet row : result) {
                rows.add(result.getBindingNames().stream()
                        .map(column -> value(row.getValue(column)))
                        .toList());
            }
            return Joins.sorted(rows);
        }
    }

    private static String value(Value value) {
        return value == null ? "" : value.stringValue();
    }

    @ParameterizedTest
    @MethodSource("joins")
    void joinsOnesOwnDataWithOurs(Joins query) {
        assertEquals(query.answer(), rows(DESK, query.calling(endpoint())));
    }

    @ParameterizedTest
    @MethodSource("joins")
    void hasUsInAFederation(Joins query) {
        FedXRepository federation = FedXFactory.newFederation()
                .withMembers(List.of(EndpointFactory.loadEndpoint("desk", DESK)))
                .withSparqlEndpoint(endpoint())
                .create();
        try {
            assertEquals(query.answer(), rows(federation, query.callingNobody()));
        } finally {
            federation.shutDown();
        }
    }

    @Test
    void asksEveryFormOfQuery() {
        SPARQLRepository repository = new SPARQLRepository(endpoint());
        String thing = "<https://w3id.org/geneva-graph/id/organisation/gcsp>";
        try (RepositoryConnection connection = repository.getConnection()) {
            assertTrue(connection
                    .prepareBooleanQuery("ASK { " + thing + " ?p ?o }")
                    .evaluate());
            assertTrue(QueryResults.asModel(connection
                                    .prepareGraphQuery("CONSTRUCT WHERE { " + thing + " ?p ?o }")
                                    .evaluate())
                            .size()
                    > 20);
            assertTrue(QueryResults.asModel(connection
                                    .prepareGraphQuery("DESCRIBE " + thing)
                                    .evaluate())
                            .size()
                    > 20);
            // What is asked of a repository without a query is made one.
            assertTrue(QueryResults.stream(connection.getContextIDs()).count() > 50);
        } finally {
            repository.shutDown();
        }
    }
}
