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
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Messages;
import org.genevagraph.page.Paths;
import org.genevagraph.page.ProblemLinks;
import org.genevagraph.page.Site;
import org.genevagraph.page.questions.QuestionsAsked;
import org.genevagraph.page.search.SearchPage;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.query.search.SearchRequest;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;

/** Finds things by words at {@code /search}, as JSON or as a page with a form. */
public final class FMod_Search implements FusekiModule {
    /** With it a form asks to be led to the thing itself if there is one of exactly this name. */
    private static final String GO = "go";

    private static final List<String> KNOWN = List.of("q", "kind", "limit", "offset", GO);

    private final Supplier<Served> served;

    public FMod_Search(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(SearchPage.PATH, new SearchServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class SearchServlet extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                String type = reply.chooseOrRefuse("what is found", List.of(Reply.JSON_TYPE, Negotiation.HTML));
                Map<String, String> given = Parameters.of(request, KNOWN);
                boolean html = type.equals(Negotiation.HTML);
                SearchRequest asked = SearchRequest.of(given);
                Optional<Node> meant = html && given.containsKey(GO) ? meant(asked) : Optional.empty();
                if (meant.isPresent()) {
                    Site site = reply.site(served.get().snapshot());
                    response.setHeader("Cache-Control", "no-cache");
                    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                    response.setHeader(
                            "Location", site.link(Paths.of(meant.get().getURI())));
                } else {
                    search(asked, html, reply);
                }
            } catch (Refusal refusal) {
                reply.refuse(
                        refusal,
                        refusal.choices()
                                .map(choices -> ProblemLinks.of(
                                        choices, "/id/", kind -> Messages.text(reply.language(), "kind.many." + kind)))
                                .orElse(List.of()));
            }
        }

        /** The thing that is called exactly so; who asks for one kind, or goes through pages, wants the list. */
        private Optional<Node> meant(SearchRequest asked) {
            return asked.text().isEmpty() || !asked.kind().isEmpty() || asked.offset() > 0
                    ? Optional.empty()
                    : served.get().runner().things().meant(asked.text(), SearchIndex.KINDS);
        }

        private void search(SearchRequest asked, boolean html, Reply reply) throws IOException, Refusal {
            if (asked.text().isEmpty() && !html) {
                throw new Refusal(
                        Refusal.Reason.BAD_REQUEST,
                        "there is nothing to search for",
                        "say it as q, for example " + SearchPage.PATH + "?q=gcsp");
            }
            Served now = served.get();
            String version = now.snapshot().version();
            SearchIndex index = now.search();
            Site site = reply.site(now.snapshot());
            SearchPage page = SearchPage.of(
                    html ? index.search(asked, site.language().tag()) : index.search(asked),
                    () -> QuestionsAsked.of(
                            asked.text(),
                            now.catalogue(),
                            now.guide(),
                            index,
                            now.runner().things(),
                            site,
                            now.pickLists()),
                    now.guide(),
                    now.labels());
            addLink(reply, page.next(), "next");
            addLink(reply, page.previous(), "prev");
            if (html) {
                reply.page("site/search.jte", Map.of("page", page), now.snapshot());
            } else {
                reply.json(page.json(version, reply.path("")), version);
            }
        }

        private static void addLink(Reply reply, String path, String relation) {
            if (!path.isEmpty()) {
                reply.link(path, relation);
            }
        }
    }
}
