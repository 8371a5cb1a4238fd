package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Messages;
import org.genevagraph.page.ProblemLinks;
import org.genevagraph.page.places.PlacesPage;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.serve.http.Forms;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Asked;

/** What is where, at {@code /places}: a list to read, and the answer of the query of that name for maps and tables. */
public final class FMod_Places extends ShownQuery {
    private static final String KIND = "kind";
    private static final Forms FORMS =
            new Forms("the list of places", List.of(AnswerFormat.GEOJSON, AnswerFormat.CSV, AnswerFormat.JSON), true);
    private static final String ALL = "";

    public FMod_Places(Supplier<Served> served) {
        super(PlacesPage.PATH, PlacesPage.QUERY, FORMS, served);
    }

    @Override
    Map<String, String> given(QueryFile asked, HttpServletRequest request, Served now) throws Refusal {
        List<String> choices = new ArrayList<>(List.of(ALL));
        choices.addAll(PlacesPage.KINDS);
        String kind = Asked.of(request, now.runner().things(), List.of(KIND)).choice(KIND, choices);
        return kind.isEmpty() ? Map.of() : Map.of(KIND, kind);
    }

    @Override
    List<Link> instead(Refusal.Choices choices, Language language) {
        return ProblemLinks.of(
                choices, PlacesPage.PATH + "?" + KIND + "=", kind -> Messages.text(language, "places." + kind));
    }

    @Override
    void page(QueryFile asked, Map<String, String> given, HttpServletRequest request, Reply reply, Served now)
            throws IOException, Refusal {
        announce(given, reply);
        Result.Rows rows = (Result.Rows) answer(asked, given, now).result();
        PlacesPage page = PlacesPage.of(rows, given.getOrDefault(KIND, ALL), now.labels(), reply.language());
        reply.page("thing/places.jte", Map.of("page", page), now.snapshot());
    }
}
