package org.genevagraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.guard.Limits;

/**
 * A SPARQL endpoint somewhere else that is asked a canned query.
 *
 * @param address its address
 * @param limits how long to wait, and how much to take
 */
public record Endpoint(String address, Limits limits) {
    /**
     * Asks it.
     *
     * @param columns the columns that are wanted of rows; the values of parameters come back as further ones
     * @throws Refusal if it cannot be reached, refuses, or answers with something else than SPARQL results
     */
    public Result ask(Query query, List<Var> columns) throws Refusal {
        try (QueryExecHTTP exec = QueryExecHTTP.service(address)
                .query(query)
                .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                .build()) {
            if (query.isAskType()) {
                return new Result.Truth(exec.ask());
            }
            if (query.isConstructType()) {
                Graph graph = exec.construct();
                return new Result.Triples(graph);
            }
            RowSet rows = exec.select();
            if (rows.getResultVars() == null) {
                throw noTable();
            }
            List<Binding> collected = new ArrayList<>();
            rows.forEachRemaining(collected::add);
            return new Result.Rows(columns, collected);
        } catch (HttpException | QueryException | RiotException | IllegalArgumentException e) {
            throw new Refusal(
                    Refusal.Reason.NOT_FOUND,
                    "the endpoint " + address + " did not answer: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "check its address, and that it takes SPARQL 1.1 queries");
        } catch (NullPointerException | ClassCastException | IllegalStateException e) {
            // What is JSON, but not of results, makes the reader fall.
            throw noTable();
        }
    }

    private Refusal noTable() {
        return new Refusal(
                Refusal.Reason.NOT_FOUND,
                "the endpoint " + address + " answered what is no table",
                "check its address, and that it answers with SPARQL 1.1 results");
    }
}
