package org.genevagraph.query;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.engine.SparqlClient;
import org.genevagraph.query.guard.Limits;

/**
 * A SPARQL endpoint somewhere else that is asked a canned query.
 *
 * @param address its address
 * @param limits how long to wait
 */
public record Endpoint(String address, Limits limits) {
    /**
     * Asks it.
     *
     * @param columns the columns that are wanted of rows; the values of parameters come back as further ones
     * @throws Refusal if it cannot be reached, refuses, or answers with something else than SPARQL results
     */
    public Result ask(Query query, List<Var> columns) throws Refusal {
        try {
            Result answer = SparqlClient.of(address).ask(query, limits.time());
            return answer instanceof Result.Rows rows ? new Result.Rows(columns, rows.rows()) : answer;
        } catch (IllegalArgumentException e) {
            throw refusal(e.getMessage());
        } catch (TimeoutException e) {
            throw refusal("the endpoint " + address + " did not answer within "
                    + limits.time().toSeconds() + " s");
        } catch (IOException e) {
            throw refusal("the endpoint " + address + " " + e.getMessage());
        }
    }

    private static Refusal refusal(String cause) {
        return new Refusal(Refusal.Reason.NOT_FOUND, cause, "check its address, and that it takes SPARQL 1.1 queries");
    }
}
