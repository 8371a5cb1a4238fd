package org.genevagraph.serve.discovery;

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
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.dataset.CatalogueReader;
import org.genevagraph.page.dataset.Described;
import org.genevagraph.page.dataset.GraphPage;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.answer.WrittenAnswer;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.vocabulary.Iris;

/** The description of the data set at {@code /.well-known/void} and {@code /graph}, and each named graph at the path of its IRI. */
public final class FMod_Dataset implements FusekiModule {
    private static final String VOID = "/.well-known/void";
    private static final String GRAPHS = "/graph";
    private static final Forms DESCRIPTION = new Forms("the description of the data set", Forms.GRAPHS, false);
    private static final Forms LIST = new Forms("the list of graphs", Forms.GRAPHS, true);
    private static final Forms GRAPH = new Forms("a graph", Forms.GRAPHS, true);

    private final Supplier<Served> served;

    public FMod_Dataset(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "dataset";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(VOID, new DatasetServlet());
        builder.addServlet(GRAPHS, new DatasetServlet());
        for (AnswerFormat format : Forms.GRAPHS) {
            builder.addServlet(GRAPHS + "." + format.label(), new DatasetServlet());
        }
        builder.addServlet(GRAPHS + "/*", new GraphServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class DatasetServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Served now = served.get();
            Reply reply = new Reply(request, response);
            try {
                Forms forms = request.getServletPath().equals(VOID) ? DESCRIPTION : LIST;
                Optional<AnswerFormat> format = forms.choose(forms.ending(request.getServletPath()), request, reply);
                if (format.isPresent()) {
                    KeptDescriptions.dataset(now, format.get(), request, reply);
                } else {
                    LIST.announce(GRAPHS, reply);
                    reply.page(
                            "site/dataset.jte",
                            Map.of("page", reader(now, reply).dataset()),
                            now.snapshot());
                }
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }
    }

    private static CatalogueReader reader(Served now, Reply reply) {
        return new CatalogueReader(now.snapshot().catalogue(), now.labels(), reply.language());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class GraphServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Served now = served.get();
            Reply reply = new Reply(request, response);
            try {
                String path = request.getPathInfo().substring(1);
                String ending = GRAPH.ending(path);
                String name = path.substring(0, path.length() - (ending.isEmpty() ? 0 : ending.length() + 1));
                CatalogueReader reader = reader(now, reply);
                GraphPage page = reader.graph(name).orElseThrow(() -> unknown(name, reader.names()));
                Optional<AnswerFormat> format = GRAPH.choose(ending, request, reply);
                if (format.isPresent()) {
                    send(now, Iris.graph(name), format.get(), request, reply);
                } else {
                    GRAPH.announce(page.path(), reply);
                    reply.page("site/graph.jte", Map.of("page", page), now.snapshot());
                }
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }

        /** A graph with what is said of it: complete whatever its size, since nobody else can make it larger. */
        private static void send(Served now, Node name, AnswerFormat format, HttpServletRequest request, Reply reply)
                throws IOException, Refusal {
            Graph all = Described.graph(now.snapshot().catalogue(), name, Address.of(request));
            GraphUtil.addInto(all, now.snapshot().dataset().getGraph(name));
            WrittenAnswer.Body body = new WrittenAnswer.Body();
            format.write(new Result.Triples(all), body);
            try (WrittenAnswer answer = body.answer(format)) {
                reply.answer(answer, now.snapshot().version());
            }
        }

        private static Refusal unknown(String name, List<String> names) {
            return new Refusal(
                    Refusal.Reason.NOT_FOUND,
                    "there is no graph '" + name + "'",
                    Nearest.hint(name, names, "all graphs are listed at " + GRAPHS));
        }
    }
}
