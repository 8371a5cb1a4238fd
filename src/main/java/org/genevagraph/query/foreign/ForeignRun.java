package org.genevagraph.query.foreign;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.guard.Deadline;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.OverLimit;
import org.genevagraph.query.guard.OverLimitException;

/**
 * Runs queries of strangers in the thread that asks, stopped by what looks at the clock in between. Not everything does: what must end
 * runs this in a worker process.
 *
 * @param source what is asked
 * @param services the other services that queries may call
 */
public record ForeignRun(Source source, Services services) implements ForeignQueries {
    /** The most bytes that a written answer has. */
    private static final long ANSWER_BYTES = 64L << 20;

    /** What can be asked queries. */
    public interface Source {
        /**
         * The answer to a query that was parsed and checked.
         *
         * @throws Refusal if it takes more than its limits allow, or there is no answer
         */
        Result run(GuardedQuery query, Deadline deadline) throws Refusal;
    }

    /** For a dataset, and queries that may call these services. */
    public ForeignRun(DatasetGraph dataset, Services services) {
        this((query, deadline) -> query.run(dataset, BindingFactory.empty(), deadline), services);
    }

    /** For a dataset, and queries that may call no other service. */
    public ForeignRun(DatasetGraph dataset) {
        this(dataset, Services.NONE);
    }

    @Override
    public WrittenAnswer answer(ForeignQuery query) throws IOException, Refusal {
        WrittenAnswer.Body body = new WrittenAnswer.Body();
        boolean whole = false;
        try {
            WrittenAnswer answer =
                    body.answer(write(query, Deadline.in(query.limits().time()), body));
            whole = true;
            return answer;
        } finally {
            if (!whole) {
                body.discard();
            }
        }
    }

    /**
     * Parses a query, runs it and writes its answer.
     *
     * @param out takes the answer; what came before a refusal is no part of one
     * @return the format of the answer
     * @throws Refusal if it is broken, forbidden, or takes more than its limits allow
     */
    public AnswerFormat write(ForeignQuery query, Deadline deadline, OutputStream out) throws IOException, Refusal {
        GuardedQuery guarded = GuardedQuery.parse(query.text(), query.limits(), services.at(query.own()));
        takeGraphs(query, guarded.query());
        AnswerFormat format =
                guarded.query().isSelectType() || guarded.query().isAskType() ? query.rows() : query.triples();
        try {
            Result result = source.run(guarded, deadline);
            format.write(result, new Counted(out, deadline));
        } catch (OverLimitException e) {
            throw OverLimit.of(e.getMessage());
        } catch (QueryCancelledException e) {
            throw deadline.refusal(query.limits());
        } catch (StackOverflowError e) {
            throw OverLimit.of("too deep a recursion");
        } catch (JenaException e) {
            // Some writers wrap what stops them.
            if (e.getCause() instanceof OverLimitException limit) {
                throw OverLimit.of(limit.getMessage());
            }
            if (deadline.passed()) {
                throw deadline.refusal(query.limits());
            }
            throw e;
        }
        return format;
    }

    /** Graphs named in the request stand in place of those named in the query, as the protocol has it. */
    private static void takeGraphs(ForeignQuery asked, Query query) {
        if (!asked.defaultGraphs().isEmpty() || !asked.namedGraphs().isEmpty()) {
            query.getGraphURIs().clear();
            query.getNamedGraphURIs().clear();
            asked.defaultGraphs().forEach(query::addGraphURI);
            asked.namedGraphs().forEach(query::addNamedGraphURI);
        }
    }

    /** Stops an answer that grows too long or too slowly. */
    private static final class Counted extends FilterOutputStream {
        private final Deadline deadline;
        private long bytes;

        Counted(OutputStream out, Deadline deadline) {
            super(out);
            this.deadline = deadline;
        }

        @Override
        public void write(int oneByte) throws IOException {
            count(1);
            out.write(oneByte);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            count(length);
            out.write(from, offset, length);
        }

        private void count(int more) {
            deadline.check();
            bytes += more;
            if (bytes > ANSWER_BYTES) {
                throw new OverLimitException("more than " + ANSWER_BYTES + " bytes");
            }
        }
    }
}
