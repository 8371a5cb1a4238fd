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
import java.util.stream.Collectors;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;

/** An address with the answer of one query: as a page made for it, and at the same path with an ending in other forms. */
abstract class ShownQuery implements FusekiModule {
    private final String path;
    private final String query;
    private final Forms forms;
    private final Supplier<Served> served;

    /**
     * Shows a query.
     *
     * @param path where the page stands
     * @param query the name of the query
     * @param forms the other forms
     */
    ShownQuery(String path, String query, Forms forms, Supplier<Served> served) {
        this.path = path;
        this.query = query;
        this.forms = forms;
        this.served = served;
    }

    /**
     * The parameters of the query that a request gives.
     *
     * @throws Refusal if one is wrong
     */
    abstract Map<String, String> given(QueryFile asked, HttpServletRequest request, Served now) throws Refusal;

    /** The answer. */
    Answer answer(QueryFile asked, Map<String, String> given, Served now) throws Refusal {
        return now.runner().run(asked, given);
    }

    /** Tells of the other forms, for a page whose parameters have an answer. */
    void announce(Map<String, String> given, Reply reply) {
        String values = given.entrySet().stream()
                .map(value -> value.getKey() + "=" + Paths.encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        forms.announce(path, values.isEmpty() ? "" : "?" + values, reply);
    }

    /** Where a page leads whose address names what is not there. */
    List<Link> instead(Refusal.Choices choices, Language language) {
        return List.of();
    }

    /** Sends the page. */
    abstract void page(QueryFile asked, Map<String, String> given, HttpServletRequest request, Reply reply, Served now)
            throws IOException, Refusal;

    @Override
    public String name() {
        return query;
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(path, new QueryServlet(""));
        for (AnswerFormat format : forms.formats()) {
            builder.addServlet(path + "." + format.label(), new QueryServlet(format.label()));
        }
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class QueryServlet extends HttpServlet {
        private final String ending;

        /** With the ending of the path. */
        QueryServlet(String ending) {
            this.ending = ending;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                Optional<AnswerFormat> format = forms.choose(ending, request, reply);
                Served now = served.get();
                QueryFile asked = now.catalogue().find(query);
                Map<String, String> given = given(asked, request, now);
                if (format.isPresent()) {
                    reply.answer(answer(asked, given, now), format.get(), now.snapshot());
                    return;
                }
                page(asked, given, request, reply, now);
            } catch (Refusal refusal) {
                reply.refuse(
                        refusal,
                        refusal.choices()
                                .map(choices -> instead(choices, reply.language()))
                                .orElse(List.of()));
            }
        }
    }
}
