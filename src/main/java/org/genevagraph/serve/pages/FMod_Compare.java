package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Site;
import org.genevagraph.page.answers.AskForm;
import org.genevagraph.page.answers.ComparePage;
import org.genevagraph.page.answers.TakeAway;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.catalogue.Parameter;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.serve.http.Address;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Parameters;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;

/** Two things side by side at {@code /compare}: the answer of the query of that name, as a page of two columns or as rows. */
public final class FMod_Compare implements FusekiModule {
    private static final Forms FORMS = new Forms("a comparison", List.of(AnswerFormat.JSON, AnswerFormat.CSV), true);

    private final Supplier<Served> served;

    public FMod_Compare(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return ComparePage.QUERY;
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(ComparePage.PATH, new CompareServlet(""));
        for (AnswerFormat format : FORMS.formats()) {
            builder.addServlet(ComparePage.PATH + "." + format.label(), new CompareServlet(format.label()));
        }
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class CompareServlet extends HttpServlet {
        private final String ending;

        /** With the ending of the path. */
        CompareServlet(String ending) {
            this.ending = ending;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                Optional<AnswerFormat> format = FORMS.choose(ending, request, reply);
                Served now = served.get();
                QueryFile query = now.catalogue().find(ComparePage.QUERY);
                List<String> names =
                        query.parameters().stream().map(Parameter::name).toList();
                Map<String, String> given = Parameters.of(request, names);
                given.values().removeIf(String::isBlank);
                if (format.isPresent()) {
                    reply.answer(compared(query, given, now), format.get(), now.snapshot());
                } else if (given.keySet().containsAll(names)) {
                    page(query, given, request, reply, now);
                } else {
                    Site site = reply.site(now.snapshot());
                    reply.page(
                            "compare.jte",
                            values(AskForm.begun(query, given, site, now.pickLists()), now),
                            now.snapshot());
                }
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }

        private static Map<String, Object> values(AskForm form, Served now) {
            return new HashMap<>(Map.of("form", form, "lists", now.pickLists()));
        }

        private static Answer compared(QueryFile query, Map<String, String> given, Served now) throws Refusal {
            Answer answer = now.runner().run(query, given);
            if (answer.values().get("a").equals(answer.values().get("b"))) {
                throw new Refusal(
                        Refusal.Reason.BAD_REQUEST,
                        "a and b are the same",
                        "name two things",
                        new Refusal.Fault("b", Refusal.Wrong.REPEATED, List.of()));
            }
            return answer;
        }

        private static void page(
                QueryFile query, Map<String, String> given, HttpServletRequest request, Reply reply, Served now)
                throws IOException, Refusal {
            Site site = reply.site(now.snapshot());
            try {
                Answer answer = compared(query, given, now);
                TakeAway takeAway =
                        TakeAway.of(answer, Address.of(request), now.runner().text(query, given), now.pickLists());
                Map<String, Object> values =
                        values(AskForm.answered(query, answer.values(), site, now.pickLists()), now);
                values.put("page", ComparePage.of(answer, takeAway, site, now.answerSources()));
                reply.page("compare.jte", values, now.snapshot());
            } catch (Refusal refusal) {
                if (refusal.fault().isEmpty() || !reply.toBrowser()) {
                    throw refusal;
                }
                AskForm form = AskForm.refused(
                        query, given, refusal.fault().get(), now.runner().parameters(), site, now.pickLists());
                reply.page(HttpServletResponse.SC_BAD_REQUEST, "compare.jte", values(form, now), now.snapshot());
            }
        }
    }
}
