package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Messages;
import org.genevagraph.page.ProblemLinks;
import org.genevagraph.page.coverage.CoverageBoard;
import org.genevagraph.page.docs.Citation;
import org.genevagraph.page.docs.DocPage;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.http.request.Negotiation;

/** The documentation at {@code /docs}. */
public final class FMod_Docs implements FusekiModule {
    private final Supplier<Served> served;

    public FMod_Docs(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "docs";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(DocPage.INDEX, new DocsServlet());
        builder.addServlet(DocPage.INDEX + "/*", new DocsServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class DocsServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                reply.chooseOrRefuse("the documentation", List.of(Negotiation.HTML));
                Served now = served.get();
                String path = request.getPathInfo();
                if (path == null || path.equals("/")) {
                    reply.page("docs/index.jte", Map.of(), now.snapshot());
                    return;
                }
                DocPage page = page(path.substring(1));
                reply.page("docs/" + page.slug() + ".jte", values(page, now, request), now.snapshot());
            } catch (Refusal refusal) {
                reply.refuse(
                        refusal,
                        refusal.choices()
                                .map(choices -> ProblemLinks.of(
                                        choices,
                                        DocPage.INDEX + "/",
                                        slug -> Messages.text(reply.language(), "docs." + slug)))
                                .orElse(List.of()));
            }
        }

        private static Map<String, Object> values(DocPage page, Served now, HttpServletRequest request) {
            return switch (page) {
                case CITE ->
                    Map.of(
                            "citation",
                            now.once(Citation.class, snapshot -> Citation.of(snapshot, now.labels())),
                            "address",
                            Address.of(request));
                case QUERY, API, RECONCILE ->
                    Map.of(
                            "address",
                            Address.of(request),
                            "limits",
                            now.runner().limits());
                case COVERAGE ->
                    Map.of(
                            "boards",
                            now.once(
                                    CoverageBoard.InLanguages.class,
                                    snapshot -> CoverageBoard.InLanguages.of(snapshot, now.labels())),
                            "snapshot",
                            now.snapshot());
                case FACTS, CONTRIBUTE, CURATE, SITE, OPERATE -> Map.of();
            };
        }

        private static DocPage page(String slug) throws Refusal {
            return DocPage.of(slug)
                    .orElseThrow(() -> Refusal.noneOf(
                            Refusal.Reason.NOT_FOUND,
                            "the documentation has no page '" + slug + "'",
                            "page",
                            slug,
                            DocPage.slugs(),
                            "pages are"));
        }
    }
}
