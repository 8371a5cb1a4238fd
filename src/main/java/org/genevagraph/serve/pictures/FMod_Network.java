package org.genevagraph.serve.pictures;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.network.NetworkFilter;
import org.genevagraph.page.network.NetworkPage;
import org.genevagraph.page.network.Networks;
import org.genevagraph.page.network.files.GraphJson;
import org.genevagraph.page.network.files.GraphMl;
import org.genevagraph.page.network.files.NetworkFiles;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;

/** The network of organisations at {@code /network}: a page, a picture of its own, and what other programs read. */
public final class FMod_Network implements FusekiModule {
    private static final String CSV = "text/csv";
    private static final String GRAPHML = "application/graphml+xml";
    private static final String CYTOSCAPE = "application/vnd.cytoscape.cyjs+json";
    private static final String NODE_LINK = "application/vnd.networkx.node-link+json";
    private static final Map<String, String> ENDINGS = Map.of(
            "svg", Reply.SVG,
            "csv", CSV,
            "graphml", GRAPHML,
            "json", Reply.JSON_TYPE,
            "cyjs", CYTOSCAPE,
            "node-link.json", NODE_LINK);

    private static final String DARK = "dark";

    private final Supplier<Served> served;

    public FMod_Network(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(NetworkPage.PATH, new NetworkServlet(""));
        ENDINGS.forEach(
                (ending, type) -> builder.addServlet(NetworkPage.PATH + "." + ending, new NetworkServlet(type)));
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class NetworkServlet extends HttpServlet {
        private final String type;

        /** With the media type that it sends; empty for whatever the client likes best. */
        NetworkServlet(String type) {
            this.type = type;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                String around = AroundPicture.asked(request);
                if (!around.isEmpty()) {
                    AroundPicture.send(around, type, request, response, served.get(), reply);
                    return;
                }
                String wanted = type.isEmpty()
                        ? reply.chooseOrRefuse(
                                "the network",
                                List.of(
                                        Negotiation.HTML,
                                        Reply.JSON_TYPE,
                                        Reply.SVG,
                                        CSV,
                                        GRAPHML,
                                        CYTOSCAPE,
                                        NODE_LINK))
                        : type;
                Served now = served.get();
                Networks networks = now.networks();
                NetworkPage page = networks.page(
                        networks.filter(
                                Parameters.of(request, NetworkFilter.NAMES),
                                now.runner().things()),
                        reply.language());
                if (!wanted.equals(Negotiation.HTML) && !wanted.equals(Reply.SVG)) {
                    response.addHeader("Vary", "Accept-Language");
                }
                send(page, wanted, isDark(request), now, reply);
            } catch (Refusal refusal) {
                reply.refuse(refusal, served.get().networks().meant(refusal, reply.language()));
            }
        }

        private static boolean isDark(HttpServletRequest request) {
            return DARK.equals(request.getParameter(PictureServlet.THEME));
        }

        private void send(NetworkPage page, String wanted, boolean dark, Served now, Reply reply) throws IOException {
            String version = now.snapshot().version();
            switch (wanted) {
                case Negotiation.HTML -> reply.page("network/page.jte", Map.of("page", page), now.snapshot());
                case Reply.SVG ->
                    reply.document(
                            "network/svg.jte", Map.of("page", page, "dark", dark), now.snapshot(), Reply.SVG_TYPE);
                case CSV -> reply.versioned(bytes(NetworkFiles.csv(page)), CSV + "; charset=utf-8", version);
                case GRAPHML -> reply.versioned(bytes(GraphMl.of(page)), GRAPHML, version);
                case CYTOSCAPE -> reply.json(GraphJson.cytoscape(page, version), CYTOSCAPE, version);
                case NODE_LINK -> reply.json(GraphJson.nodeLink(page, version), NODE_LINK, version);
                default -> reply.json(NetworkFiles.json(page, version), version);
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
