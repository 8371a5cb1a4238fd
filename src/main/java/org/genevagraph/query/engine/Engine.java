package org.genevagraph.query.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.guard.Deadline;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.guard.OverLimit;

/** One version of the graph in an engine, which answers queries in place of this program's memory. */
public final class Engine implements Store {
    private static final String ARGUMENT = "engine:";

    private final EngineAddress address;
    private final EngineGraphs graphs;

    Engine(EngineAddress address, EngineGraphs graphs) {
        this.address = address;
        this.graphs = graphs;
    }

    /**
     * A version that is in an engine already.
     *
     * @throws IOException if it is not, or the engine does not answer
     */
    static Engine open(EngineAddress address, String version) throws IOException {
        Set<String> names = new EngineRegister(address)
                .parts(version).stream()
                        .flatMap(part -> EngineGraphs.name(version, part).stream())
                        .collect(Collectors.toSet());
        if (names.isEmpty()) {
            throw new IOException("does not hold version " + version);
        }
        return new Engine(address, new EngineGraphs(version, names));
    }

    @Override
    public String toArgument() {
        return ARGUMENT + graphs.version() + ":" + address.query();
    }

    /**
     * Read from an argument of a program.
     *
     * @return empty if it names no engine
     * @throws IOException if the engine does not have the version
     */
    static Optional<Engine> ofArgument(String argument, Map<String, String> environment) throws IOException {
        if (!argument.startsWith(ARGUMENT)) {
            return Optional.empty();
        }
        String[] parts = argument.substring(ARGUMENT.length()).split(":", 2);
        return Optional.of(open(EngineAddress.of(parts[1], parts[1], environment), parts[0]));
    }

    /** Where it is. */
    public EngineAddress address() {
        return address;
    }

    @Override
    public String version() {
        return graphs.version();
    }

    @Override
    public Result ask(Query query, Limits limits, Duration time) throws Refusal {
        Query asked = graphs.there(query);
        // One more than there may be, to see whether there are more.
        long most = limits.rows() + 1L;
        if (!asked.isAskType() && (!asked.hasLimit() || asked.getLimit() > most)) {
            asked.setLimit(most);
        }
        Result answer;
        try {
            answer = graphs.here(SparqlClient.of(address).ask(asked, time));
        } catch (TimeoutException e) {
            throw OverLimit.time(limits.time());
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Reason.BUSY,
                    "the engine that holds the graph " + e.getMessage(),
                    "try again later; if it stays so, tell who runs this server");
        }
        check(answer, limits);
        // Engines may leave out columns that are empty, or give them in another order.
        return answer instanceof Result.Rows rows
                ? new Result.Rows(query.getProjectVars(), JoinedTexts.of(query).told(rows.rows()))
                : answer;
    }

    @Override
    public Result run(GuardedQuery query, Deadline deadline) throws Refusal {
        query.checkCalls(deadline);
        query.checkGraphs(graphs::has);
        return ask(query.query(), query.limits(), deadline.left());
    }

    private static void check(Result answer, Limits limits) throws Refusal {
        if (answer instanceof Result.Rows rows) {
            if (rows.rows().size() > limits.rows()) {
                throw OverLimit.of("more than " + limits.rows() + " rows");
            }
            long characters = 0;
            for (Binding row : rows.rows()) {
                for (Var variable : rows.variables()) {
                    characters += row.contains(variable)
                            ? row.get(variable).toString().length()
                            : 0;
                }
            }
            if (characters > limits.characters()) {
                throw OverLimit.of("more than " + limits.characters() + " characters");
            }
        } else if (answer instanceof Result.Triples triples && triples.graph().size() > limits.rows()) {
            throw OverLimit.of("more than " + limits.rows() + " triples");
        }
    }
}
