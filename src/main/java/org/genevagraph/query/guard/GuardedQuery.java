package org.genevagraph.query.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.Context;
import org.genevagraph.problem.ParserWords;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.chains.GivenRows;
import org.genevagraph.query.federation.ServiceException;
import org.genevagraph.query.federation.ServiceJoin;
import org.genevagraph.query.federation.ServicePatterns;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.plan.QueryPlan;
import org.genevagraph.query.run.RowExecutor;
import org.genevagraph.syntax.ParserPlace;

/** A query that may come from anyone: parsed, checked for what it must not do, and run under limits. */
public final class GuardedQuery {
    /** Against which relative IRIs in queries are resolved. */
    private static final String BASE = "https://w3id.org/geneva-graph/";

    /** What is left of the time when a call to another service is given up, so that it can be told which. */
    private static final Duration TO_TELL = Duration.ofMillis(300);

    /** What the parser of queries stumbles over at the beginning of an update. */
    private static final Pattern UPDATE = Pattern.compile(
            "'(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\\b.*' is not expected there",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Query query;
    private final Limits limits;
    private final Services services;
    private final Optional<QueryPlan> plan;

    private GuardedQuery(Query query, Limits limits, Services services, Optional<QueryPlan> plan) {
        this.query = query;
        this.limits = limits;
        this.services = services;
        this.plan = plan;
    }

    /**
     * Parses a query of SPARQL 1.1 that may call no other service.
     *
     * @throws Refusal if it is too long, nests too deep, is broken, or calls another service
     */
    public static GuardedQuery parse(String text, Limits limits) throws Refusal {
        return parse(text, limits, Services.NONE);
    }

    /**
     * Parses a query of SPARQL 1.1.
     *
     * @param services what it may call
     * @throws Refusal if it is too long, nests too deep, is broken, or calls a service that it may not call
     */
    public static GuardedQuery parse(String text, Limits limits, Services services) throws Refusal {
        boolean callsService = QueryText.callsService(text, limits, services);
        try {
            Query query = QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_11);
            if (callsService) {
                ServicePatterns.check(query, services);
            }
            return new GuardedQuery(query, limits, callsService ? services : Services.NONE, Optional.empty());
        } catch (QueryException e) {
            throw broken(e, text);
        }
    }

    private static Refusal broken(QueryException e, String text) {
        ParserPlace place = ParserPlace.of(e, text);
        if (UPDATE.matcher(place.what()).matches()) {
            return new Refusal(
                    Refusal.Reason.FORBIDDEN,
                    "an update would change the graph, which is read-only",
                    "ask with SELECT, ASK, CONSTRUCT or DESCRIBE");
        }
        return new Refusal(
                Refusal.Reason.BAD_REQUEST,
                "the query is broken at line " + place.line() + ", column " + place.column() + ": " + place.what(),
                "fix it there");
    }

    /**
     * Takes a query that is parsed already.
     *
     * @throws Refusal if it calls another service
     */
    public static GuardedQuery of(Query query, Limits limits) throws Refusal {
        ServicePatterns.check(query, Services.NONE);
        return new GuardedQuery(query, limits, Services.NONE, Optional.empty());
    }

    /**
     * Takes a query that is planned already.
     *
     * @throws Refusal if it calls another service
     */
    public static GuardedQuery of(QueryPlan plan, Limits limits) throws Refusal {
        ServicePatterns.check(plan.query(), Services.NONE);
        return new GuardedQuery(plan.query(), limits, Services.NONE, Optional.of(plan));
    }

    /** The query as it was asked. */
    public Query query() {
        return query;
    }

    /** What it may take. */
    public Limits limits() {
        return limits;
    }

    /**
     * Looks whether it calls only what queries may call, for somebody else who runs it.
     *
     * @throws Refusal if it calls anything else
     */
    public void checkCalls(Deadline deadline) throws Refusal {
        try {
            new WatchedFunctions(deadline, limits).watched(Algebra.compile(query));
        } catch (NotAllowedException e) {
            throw notAllowed(e);
        } catch (QueryException e) {
            throw new Refusal(Refusal.Reason.BAD_REQUEST, "the query cannot be run: " + ParserWords.of(e), "fix it");
        }
    }

    private static Refusal notAllowed(NotAllowedException e) {
        return new Refusal(
                Refusal.Reason.BAD_REQUEST,
                e.getMessage(),
                "use the functions and aggregates of SPARQL 1.1, and the casts of XML Schema");
    }

    /**
     * Looks whether it reads only graphs that are there.
     *
     * @param graphs tells whether a graph is there
     * @throws Refusal if it reads another one
     */
    public void checkGraphs(Predicate<Node> graphs) throws Refusal {
        for (String graph : graphsNamed()) {
            if (!graphs.test(NodeFactory.createURI(graph))) {
                throw new Refusal(
                        Refusal.Reason.FORBIDDEN,
                        "the query reads the graph <" + graph + ">, which is not in this dataset",
                        "leave out FROM, or name one of the dataset's graphs");
            }
        }
    }

    /**
     * Runs it to its end.
     *
     * @param parameters values that stand in place of variables
     * @throws Refusal if it reads graphs that the dataset does not have, or takes more than the limits allow
     */
    public Result run(DatasetGraph dataset, Binding parameters) throws Refusal {
        return run(dataset, parameters, GivenRows.NONE);
    }

    /** Runs it to its end, with rows in place of a table. */
    public Result run(DatasetGraph dataset, Binding parameters, GivenRows given) throws Refusal {
        return run(dataset, parameters, given, Deadline.in(limits.time()));
    }

    /** Runs it to its end, or to a deadline that began earlier. */
    public Result run(DatasetGraph dataset, Binding parameters, Deadline deadline) throws Refusal {
        return run(dataset, parameters, GivenRows.NONE, deadline);
    }

    private Result run(DatasetGraph dataset, Binding parameters, GivenRows given, Deadline deadline) throws Refusal {
        checkGraphs(dataset::containsGraph);
        try {
            Query asked = given.equals(GivenRows.NONE) ? query : QueryTransformOps.transform(query, given.transform());
            Context context = new Context();
            WatchedEngine.use(context, new WatchedFunctions(deadline, limits), plan);
            RowExecutor.use(context, deadline::check);
            WatchedFunctions.closeRegistries(context);
            // That is the library's own way to call, which is never taken.
            context.set(ARQ.httpServiceAllowed, false);
            if (!services.isEmpty()) {
                ServiceJoin.use(
                        context,
                        services,
                        services.limits(),
                        () -> deadline.left().minus(TO_TELL));
            }
            QueryPlan.prepare(context);
            try (QueryExec exec = QueryExec.dataset(new WatchedDataset(dataset, deadline))
                    .query(asked)
                    .substitution(parameters)
                    .context(context)
                    .overallTimeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                    .build()) {
                return collect(asked, exec);
            }
        } catch (OverLimitException e) {
            throw OverLimit.of(e.getMessage());
        } catch (ServiceException e) {
            throw e.refusal();
        } catch (QueryCancelledException e) {
            throw deadline.refusal(limits);
        } catch (NotAllowedException e) {
            throw notAllowed(e);
        } catch (StackOverflowError e) {
            throw OverLimit.of("too deep a recursion");
        } catch (RuntimeException e) {
            // Cancelling in mid-run can surface as any exception.
            if (deadline.passed()) {
                throw deadline.refusal(limits);
            }
            if (e instanceof QueryException) {
                throw new Refusal(
                        Refusal.Reason.BAD_REQUEST, "the query cannot be run: " + ParserWords.of(e), "fix it");
            }
            throw e;
        }
    }

    private Result collect(Query asked, QueryExec exec) {
        if (asked.isAskType()) {
            return new Result.Truth(exec.ask());
        }
        if (asked.isSelectType()) {
            RowSet rows = exec.select();
            List<Var> variables = rows.getResultVars();
            return new Result.Rows(variables, collectRows(rows, variables));
        }
        Iterator<Triple> triples = asked.isDescribeType() ? exec.describeTriples() : exec.constructTriples();
        Graph graph = GraphFactory.createDefaultGraph();
        int count = 0;
        while (triples.hasNext()) {
            if (count++ >= limits.rows()) {
                throw new OverLimitException("more than " + limits.rows() + " triples");
            }
            graph.add(triples.next());
        }
        return new Result.Triples(graph);
    }

    private List<Binding> collectRows(RowSet rows, List<Var> variables) {
        List<Binding> collected = new ArrayList<>();
        long characters = 0;
        while (rows.hasNext()) {
            Binding row = rows.next();
            if (collected.size() >= limits.rows()) {
                throw new OverLimitException("more than " + limits.rows() + " rows");
            }
            for (Var variable : variables) {
                characters += length(row.get(variable));
            }
            if (characters > limits.characters()) {
                throw new OverLimitException("more than " + limits.characters() + " characters");
            }
            collected.add(row);
        }
        return collected;
    }

    private static int length(Node node) {
        if (node == null) {
            return 0;
        }
        return node.isLiteral()
                ? node.getLiteralLexicalForm().length()
                : node.toString().length();
    }

    private Set<String> graphsNamed() {
        Set<String> graphs = new TreeSet<>(query.getGraphURIs());
        graphs.addAll(query.getNamedGraphURIs());
        return graphs;
    }
}
