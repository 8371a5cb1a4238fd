package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Site;
import org.genevagraph.page.contribute.ProposalForm;
import org.genevagraph.page.contribute.ProposalPage;
import org.genevagraph.page.imprint.Imprint;
import org.genevagraph.problem.Refusal;
import org.genevagraph.serve.contribute.FMod_Contribute;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;

/** Who answers for the server, and how to report an error, at {@code /imprint}. */
public final class FMod_Imprint implements FusekiModule {
    private final Supplier<Served> served;

    public FMod_Imprint(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "imprint";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(Imprint.PATH, new ImprintServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class ImprintServlet extends HttpServlet {
        private static ProposalPage report(String page, Served now, Site site) {
            return ProposalPage.begun(ProposalForm.CORRECTION, Map.of(Imprint.ABOUT, page), now.offered(), site);
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                reply.chooseOrRefuse("the imprint", List.of(Negotiation.HTML));
                Served now = served.get();
                String page = Parameters.first(request, Imprint.ABOUT)
                        .flatMap(Imprint::page)
                        .orElse("");
                Map<String, Object> values = new HashMap<>(Map.of("imprint", now.imprint(), "about", page));
                if (now.inbox().isPresent()) {
                    FMod_Contribute.tellOrigin(response);
                    values.put("report", report(page, now, reply.site(now.snapshot())));
                }
                reply.page("site/imprint.jte", values, now.snapshot());
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }
    }
}
