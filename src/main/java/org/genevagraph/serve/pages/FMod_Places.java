package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;

/** What stands where, at {@code /places}: a list to read, and the answer of the query of that name for maps and tables. */
public final class FMod_Places implements FusekiModule {
    private static final String KIND = "kind";
    private static final List<AnswerFormat> FORMATS =
            List.of(AnswerFormat.GEOJSON, AnswerFormat.CSV, AnswerFormat.JSON);
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
        builder.addServlet(PlacesPage.PATH, new PlacesServlet(Reply.HTML));
        FORMATS.forEach(format ->
                builder.addServlet(PlacesPage.PATH + "." + format.label(), new PlacesServlet(format.mediaType())));
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class PlacesServlet extends HttpServlet {
        private final String type;

        /** With the media type that it sends; HTML for whatever the client likes best. */
        PlacesServlet(String type) {
            this.type = type;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                String wanted = type.equals(Reply.HTML)
                        ? reply.chooseOrRefuse(
                                "the list of places",
                                List.of(
                                        Reply.HTML,
                                        AnswerFormat.GEOJSON.mediaType(),
                                        AnswerFormat.CSV.mediaType(),
                                        AnswerFormat.JSON.mediaType()))
                        : type;
                Served now = served.get();
                String kind = kind(request, now);
                Answer answer = now.runner()
                        .run(now.catalogue().find(PlacesPage.QUERY), kind.isEmpty() ? Map.of() : Map.of(KIND, kind));
                if (wanted.equals(Reply.HTML)) {
                    Labels labels = now.once(Labels.class, Labels::of);
                    PlacesPage page = PlacesPage.of((Result.Rows) answer.result(), kind, labels, reply.language());
                    reply.page("places.jte", Map.of("page", page), now.snapshot());
                    return;
                }
                for (AnswerFormat format : FORMATS) {
                    if (format.mediaType().equals(wanted)) {
                        reply.answer(answer, format, now.snapshot());
                    }
                }
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
