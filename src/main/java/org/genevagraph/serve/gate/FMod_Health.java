package org.genevagraph.serve.gate;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;

/** Tells at {@code /health}, {@code /health/live} and {@code /health/ready} that the server lives and what it serves; it answers only once there is something to serve. */
public final class FMod_Health implements FusekiModule {
    private final Supplier<Served> served;
    private final Supplier<Optional<Stale>> stale;

    /**
     * A health page.
     *
     * @param stale why the files are not what is served; empty if they are
     */
    public FMod_Health(Supplier<Served> served, Supplier<Optional<Stale>> stale) {
        this.served = served;
        this.stale = stale;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        for (String path : List.of(Health.PATH, Health.LIVE, Health.READY)) {
            builder.addServlet(path, new HealthServlet(path));
        }
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class HealthServlet extends HttpServlet {
        private final String path;

        HealthServlet(String path) {
            this.path = path;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            // Whoever stops takes no more requests here, so that none hears of it.
            Health health =
                    Health.at(path, served.get().snapshot(), stale.get(), false).orElseThrow();
            new Reply(request, response).state(health.state());
        }
    }
}
