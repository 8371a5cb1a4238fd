package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.genevagraph.page.Site;
import org.genevagraph.page.answers.ComparePage;
import org.genevagraph.page.answers.TakeAway;
import org.genevagraph.page.questions.AskForm;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.http.request.Parameters;

/** Two things side by side at {@code /compare}: the answer of the query of that name, as a page of two columns or as rows. */
public final class FMod_Compare extends ShownQuery {
    private static final Forms FORMS = new Forms("a comparison", List.of(AnswerFormat.JSON, AnswerFormat.CSV), true);

    public FMod_Compare(Supplier<Served> served) {
        super(ComparePage.PATH, ComparePage.QUERY, FORMS, served);
    }

    @Override
    Map<String, String> given(QueryFile asked, HttpServletRequest request, Served now) throws Refusal {
        Map<String, String> given = Parameters.of(request, names(asked));
        given.values().removeIf(String::isBlank);
        return given;
    }

    private static List<String> names(QueryFile asked) {
        return asked.parameters().stream().map(Parameter::name).toList();
    }

    @Override
    void page(QueryFile asked, Map<String, String> given, HttpServletRequest request, Reply reply, Served now)
            throws IOException, Refusal {
        Site site = reply.site(now.snapshot());
        if (!given.keySet().containsAll(names(asked))) {
            reply.page(
                    "thing/compare.jte",
                    values(AskForm.begun(asked, given, site, now.pickLists()), now),
                    now.snapshot());
            return;
        }
        try {
            Answer answer = answer(asked, given, now);
            announce(given, reply);
            TakeAway takeAway =
                    TakeAway.of(answer, Address.of(request), now.runner().text(asked, given), now.pickLists());
            Map<String, Object> values = values(AskForm.answered(asked, answer.values(), site, now.pickLists()), now);
            values.put("page", ComparePage.of(answer, takeAway, site, now.answerSources()));
            reply.page("thing/compare.jte", values, now.snapshot());
        } catch (Refusal refusal) {
            if (refusal.fault().isEmpty() || !reply.toBrowser()) {
                throw refusal;
            }
            AskForm form = AskForm.refused(
                    asked, given, refusal.fault().get(), now.runner().parameters(), site, now.pickLists());
            reply.page(HttpServletResponse.SC_BAD_REQUEST, "thing/compare.jte", values(form, now), now.snapshot());
        }
    }

    private static Map<String, Object> values(AskForm form, Served now) {
        return new HashMap<>(Map.of("form", form, "lists", now.pickLists()));
    }
}
