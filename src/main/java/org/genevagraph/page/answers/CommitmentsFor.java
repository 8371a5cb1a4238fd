package org.genevagraph.page.answers;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.views.Entry;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.PageView;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;

/**
 * The commitments that an organisation could carry out: the rows of the query {@code commitments-for}, one entry for each commitment.
 *
 * @param entries the commitments, the nearest first
 * @param path where all of them stand
 */
public record CommitmentsFor(List<Entry> entries, String path) {
    private static final String QUERY = "commitments-for";
    private static final String PARAMETER = "organisation";
    private static final String COMMITMENT = "commitment";

    /** How it could, and by which line; what it addresses stands elsewhere. */
    private static final PageView VIEW = new PageView(
            PageView.Kind.TEXT, Map.of("group", COMMITMENT, "plain", "how", "hide", "inObjective, reason, status"));

    public CommitmentsFor {
        entries = List.copyOf(entries);
    }

    /** Those of an organisation; none for a thing of another kind. */
    public static CommitmentsFor of(Node thing, QueryCatalogue catalogue, Site site, AnswerPage.Sources sources)
            throws Refusal {
        QueryFile query = catalogue.find(QUERY);
        List<String> kinds = query.parameter(PARAMETER).orElseThrow().kinds();
        if (kinds.stream().noneMatch(kind -> Paths.of(thing.getURI()).startsWith("/id/" + kind + "/"))) {
            return new CommitmentsFor(List.of(), "");
        }
        String slug = sources.lists().slug(thing, kinds);
        Answer answer = sources.runner().run(query, Map.of(PARAMETER, slug));
        AnswerRows rows = new AnswerRows(
                (Result.Rows) answer.result(),
                answer.values(),
                query.phrases(site.language().tag()),
                site,
                sources);
        return new CommitmentsFor(
                Entry.of(rows.all(), VIEW, COMMITMENT, site),
                "/queries/" + QUERY + "?" + PARAMETER + "=" + Paths.encoded(slug));
    }
}
