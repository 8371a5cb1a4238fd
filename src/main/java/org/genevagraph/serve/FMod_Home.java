package org.genevagraph.serve;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;

/** The home page, and the files that pages need. */
final class FMod_Home implements FusekiModule {
    /** The files that there are, so that no path can lead elsewhere. */
    private static final Map<String, String> ASSETS =
            Map.of("/style.css", "text/css; charset=utf-8", "/from-passage-to-answer.svg", "image/svg+xml");

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
        builder.addServlet("/assets/*", new AssetServlet());
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
                            now.snapshot().version());
        }
    }

    @SuppressWarnings("serial") // Never serialized.
    private static final class AssetServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = String.valueOf(request.getPathInfo());
            String type = ASSETS.get(path);
            if (type == null) {
                new Reply(request, response).problem(404, "there is no file " + path, "start at /");
                return;
            }
            try (InputStream file = FMod_Home.class.getResourceAsStream("/assets" + path)) {
                response.setContentType(type);
                response.setHeader("Cache-Control", "max-age=3600");
                file.transferTo(response.getOutputStream());
            }
        }
    }
}
