package org.genevagraph.serve.mcp;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.RpcProblem;
import org.genevagraph.serve.http.Served;

/** Tools for language models at {@code /mcp}, by the Model Context Protocol over HTTP without sessions. */
public final class FMod_Mcp implements FusekiModule {
    public static final String PATH = RpcProblem.PATH;

    /** The methods to which it answers. */
    public static final String ALLOWED = "POST, OPTIONS";

    private final Supplier<Served> served;

    public FMod_Mcp(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "mcp";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(PATH, new McpServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class McpServlet extends HttpServlet {
        private QueryCatalogue catalogue;

        private McpEndpoint endpoint;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (!request.getMethod().equals("POST")) {
                response.setHeader("Allow", ALLOWED);
                new Reply(request, response)
                        .problem(
                                405,
                                "messages of the Model Context Protocol are posted here",
                                "post them as application/json; see /docs for clients");
                return;
            }
            Served now = served.get();
            endpoint(now.catalogue()).answer(request, response, now);
        }

        /** The tools follow the catalogue; requests that have begun keep theirs. */
        private synchronized McpEndpoint endpoint(QueryCatalogue now) {
            if (now != catalogue) {
                endpoint = new McpEndpoint(now);
                catalogue = now;
            }
            return endpoint;
        }
    }
}
