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
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.PageView;

/**
 * The commitments that an organisation could carry out, or the organisations that could carry out a commitment: the rows of the query
 * {@code commitments-for} or {@code implementation-ways}, one entry for each.
 *
 * @param entries the commitments or organisations, the nearest first
 * @param path where all of them stand
 */
public record CouldCarryOut(List<Entry> entries, String path) {
    private static final CouldCarryOut NOTHING = new CouldCarryOut(List.of(), "");

    /** How an organisation could, and by which line; what it addresses stands elsewhere. */
    private static final Asked COMMITMENTS =
            new Asked("commitments-for", "organisation", "commitment", "how", "inObjective, reason, status");

    /** Why an organisation could; what the reason is made of stands in it. */
    private static final Asked ORGANISATIONS = new Asked(
            "implementation-ways",
            "commitment",
            "who",
            "reason",
            "distance, code, actionLine, issue, through, committees");

    /** A query, the parameter that the thing is, by what its rows are gathered, what is told of them, and what is not. */
    private record Asked(String query, String parameter, String group, String plain, String hide) {
        private PageView view() {
            return new PageView(PageView.Kind.TEXT, Map.of("group", group, "plain", plain, "hide", hide));
        }
    }

    public CouldCarryOut {
        entries = List.copyOf(entries);
    }

    /** What an organisation could carry out, or who could carry out a commitment; nothing for a thing of another kind. */
    public static CouldCarryOut of(Node thing, QueryCatalogue catalogue, Site site, AnswerPage.Sources sources)
            throws Refusal {
        for (Asked asked : List.of(COMMITMENTS, ORGANISATIONS)) {
            QueryFile query = catalogue.find(asked.query());
            List<String> kinds =
                    query.parameter(asked.parameter()).orElseThrow().kinds();
            if (kinds.stream().anyMatch(kind -> Paths.of(thing.getURI()).startsWith("/id/" + kind + "/"))) {
                return of(asked, query, sources.lists().slug(thing, kinds), site, sources);
            }
        }
        return NOTHING;
    }

    private static CouldCarryOut of(Asked asked, QueryFile query, String slug, Site site, AnswerPage.Sources sources)
            throws Refusal {
        Answer answer = sources.runner().run(query, Map.of(asked.parameter(), slug));
        AnswerRows rows = new AnswerRows(
                (Result.Rows) answer.result(),
                answer.values(),
                query.phrases(site.language().tag()),
                site,
                sources);
        return new CouldCarryOut(
                Entry.of(rows.all(), asked.view(), asked.group(), site),
                "/queries/" + asked.query() + "?" + asked.parameter() + "=" + Paths.encoded(slug));
    }
}
