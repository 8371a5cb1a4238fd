package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Labels;
import org.genevagraph.page.places.PlacesPage;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.serve.http.Asked;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;

/** What stands where, at {@code /places}: a list to read, and the answer of the query of that name for maps and tables. */
public final class FMod_Places implements FusekiModule {
    private static final String KIND = "kind";
    private static final Forms FORMS =
            new Forms("the list of places", List.of(AnswerFormat.GEOJSON, AnswerFormat.CSV, AnswerFormat.JSON), true);
    private static final String ALL = "";

    private final Supplier<Served> served;

    public FMod_Places(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return PlacesPage.QUERY;
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(PlacesPage.PATH, new PlacesServlet(""));
        for (AnswerFormat format : FORMS.formats()) {
            builder.addServlet(PlacesPage.PATH + "." + format.label(), new PlacesServlet(format.label()));
        }
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class PlacesServlet extends HttpServlet {
        private final String ending;

        /** With the ending of the path. */
        PlacesServlet(String ending) {
            this.ending = ending;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                Optional<AnswerFormat> format = FORMS.choose(ending, request, reply);
                Served now = served.get();
                String kind = kind(request, now);
                Answer answer = now.runner()
                        .run(now.catalogue().find(PlacesPage.QUERY), kind.isEmpty() ? Map.of() : Map.of(KIND, kind));
                if (format.isPresent()) {
                    reply.answer(answer, format.get(), now.snapshot());
                    return;
                }
                FORMS.announce(PlacesPage.PATH, reply);
                Labels labels = now.once(Labels.class, Labels::of);
                PlacesPage page = PlacesPage.of((Result.Rows) answer.result(), kind, labels, reply.language());
                reply.page("places.jte", Map.of("page", page), now.snapshot());
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }

        private static String kind(HttpServletRequest request, Served now) throws Refusal {
            List<String> choices = new ArrayList<>(List.of(ALL));
            choices.addAll(PlacesPage.KINDS);
            return Asked.of(request, now.runner().things(), List.of(KIND)).choice(KIND, choices);
        }
    }
}
