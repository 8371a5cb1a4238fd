package org.genevagraph.serve.gate;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.snapshot.Snapshot;

/** Tells at {@code /health} that the server lives and what it serves; it answers only once there is something to serve. */
public final class FMod_Health implements FusekiModule {
    private final Supplier<Served> served;

    public FMod_Health(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet("/health", new HealthServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class HealthServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Snapshot snapshot = served.get().snapshot();
            new Reply(request, response)
                    .state(JsonBuilder.create()
                            .startObject()
                            .pair("status", "up")
                            .pair("version", snapshot.version())
                            .pair("triples", snapshot.triples())
                            .pair("dataRead", snapshot.dataRead())
                            .finishObject()
                            .build());
        }
    }
}
