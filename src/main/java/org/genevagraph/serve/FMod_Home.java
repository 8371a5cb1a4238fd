package org.genevagraph.serve;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;

/** The home page. */
final class FMod_Home implements FusekiModule {
    private final Supplier<Served> served;

    FMod_Home(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "home";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        // The empty path is exactly "/".
        builder.addServlet("", new HomeServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class HomeServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Served now = served.get();
            new Reply(request, response)
                    .page(
                            "home.jte",
                            Map.of(
                                    "snapshot",
                                    now.snapshot(),
                                    "queries",
                                    now.catalogue().all()),
                            now.snapshot());
        }
    }
}
