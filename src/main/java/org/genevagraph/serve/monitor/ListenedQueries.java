package org.genevagraph.serve.monitor;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryListener;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.query.federation.Services;
import org.genevagraph.query.foreign.ForeignQueries;
import org.genevagraph.query.foreign.ForeignQuery;

/**
 * Queries of strangers that somebody listens to.
 *
 * @param inner where they are run
 */
public record ListenedQueries(ForeignQueries inner, QueryListener listener) implements ForeignQueries {
    @Override
    public WrittenAnswer answer(ForeignQuery query) throws IOException, Refusal {
        return listener.heard(new QueryListener.Asked(QueryListener.STRANGE, query::text), () -> inner.answer(query));
    }

    @Override
    public Map<String, Load> load() {
        return inner.load();
    }

    @Override
    public Services services() {
        return inner.services();
    }

    @Override
    public void prepare() {
        inner.prepare();
    }

    @Override
    public void stop(Duration grace) {
        inner.stop(grace);
    }

    @Override
    public void retire() {
        inner.retire();
    }
}
