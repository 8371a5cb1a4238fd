package org.genevagraph.serve.discovery;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.page.ontology.ShapesReference;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;

/** The shapes that the graph was validated with at {@code /shapes}: a page, or SHACL by Accept or by ending. */
public final class FMod_Shapes implements FusekiModule {
    private static final String PATH = "/shapes";
    private static final Forms FORMS = new Forms("the shapes", Forms.GRAPHS, true);

    private final Supplier<Served> served;

    public FMod_Shapes(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "shapes";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(PATH, new ShapesServlet());
        for (AnswerFormat format : Forms.GRAPHS) {
            builder.addServlet(PATH + "." + format.label(), new ShapesServlet());
        }
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class ShapesServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Served now = served.get();
            Reply reply = new Reply(request, response);
            try {
                Optional<AnswerFormat> format = FORMS.choose(FORMS.ending(request.getServletPath()), request, reply);
                if (format.isPresent()) {
                    // A copy, since those who write it give it prefixes.
                    Graph shapes = GraphFactory.createDefaultGraph();
                    GraphUtil.addInto(shapes, now.snapshot().shapes());
                    reply.answer(
                            new Result.Triples(shapes),
                            format.get(),
                            now.snapshot().version());
                } else {
                    FORMS.announce(PATH, reply);
                    reply.page(
                            "site/shapes.jte",
                            Map.of("page", ShapesReference.of(now.snapshot(), now.labels(), reply.language())),
                            now.snapshot());
                }
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }
    }
}
