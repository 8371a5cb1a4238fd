package org.genevagraph.serve.monitor;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.serve.http.Reply;

/** Tells the numbers at {@code /metrics}, unless strangers reach the server. */
public final class FMod_Metrics implements FusekiModule {
    private final Metrics metrics;
    private final boolean open;

    /**
     * For a server.
     *
     * @param open whether everyone who reaches it may see them
     */
    public FMod_Metrics(Metrics metrics, boolean open) {
        this.metrics = metrics;
        this.open = open;
    }

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(Metrics.PATH, new MetricsServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class MetricsServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            if (!open) {
                reply.problem(
                        403,
                        "the metrics are not for everyone who reaches this port",
                        "ask on the port that --admin-port opens, or start with --public-metrics");
                return;
            }
            Metrics.Told told = metrics.tell(request.getHeader("Accept"));
            reply.state(told.body(), told.type());
        }
    }
}
