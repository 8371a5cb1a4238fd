package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Link;
import org.genevagraph.page.compact.Compact;
import org.genevagraph.page.dataset.StructuredSite;
import org.genevagraph.page.home.HomePage;
import org.genevagraph.page.matrix.Matrix;
import org.genevagraph.page.matrix.MatrixPage;
import org.genevagraph.page.matrix.MatrixRequest;
import org.genevagraph.page.network.NetworkFilter;
import org.genevagraph.page.search.NearPages;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.serve.discovery.KeptDescriptions;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;

/** The home page, and what stands at no path at all. */
public final class FMod_Home implements FusekiModule {
    /** As RDF the home page is the description of the data set. */
    private static final Forms FORMS = new Forms("the home page", Forms.GRAPHS, true);

    private final Supplier<Served> served;

    public FMod_Home(Supplier<Served> served) {
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
        builder.addServlet("/*", new NothingServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class HomeServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Served now = served.get();
            Reply reply = new Reply(request, response);
            try {
                Optional<AnswerFormat> format = FORMS.choose("", request, reply);
                if (format.isPresent()) {
                    KeptDescriptions.dataset(now, format.get(), request, reply);
                    return;
                }
                HomePage page = HomePage.of(
                        now.catalogue(),
                        now.words(reply.language()),
                        now.networks().page(NetworkFilter.NONE, reply.language()),
                        new MatrixPage(
                                Matrix.of(now.once(Compact.class, Compact::of), MatrixRequest.USUAL), now.labels()),
                        now.pickLists(),
                        reply.site(now.snapshot()));
                String structured =
                        StructuredSite.of(now.snapshot().catalogue(), Address.of(request), reply.language());
                reply.page("site/home.jte", Map.of("page", page, "structured", structured), now.snapshot());
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }
    }

    /** Answers where nothing else does, with what may be meant. */
    @SuppressWarnings("serial") // Never serialized.
    private final class NothingServlet extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Served now = served.get();
            Reply reply = new Reply(request, response);
            String path = request.getPathInfo();
            List<String> near = NearPages.paths(path, now.guide(), now.runner().things());
            String fix = near.isEmpty() ? "start at /" : "did you mean " + String.join(", ", near) + "?";
            // What programs are told is in English, whatever they prefer.
            List<Link> links = reply.toBrowser()
                    ? NearPages.links(near, now.guide(), now.labels(), reply.site(now.snapshot()))
                    : List.of();
            reply.refuse(new Refusal(Refusal.Reason.NOT_FOUND, "there is nothing at " + path, fix), links);
        }
    }
}
