package org.genevagraph.serve.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.page.answers.ComparePage;
import org.genevagraph.page.answers.CouldCarryOut;
import org.genevagraph.page.answers.FindingsAbout;
import org.genevagraph.page.answers.TakeAway;
import org.genevagraph.page.brief.BriefPage;
import org.genevagraph.page.things.ThingPage;
import org.genevagraph.page.things.ThingReader;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;
import org.genevagraph.vocabulary.Iris;

/** A brief of two sheets about one thing or two, at {@code /brief}. */
public final class FMod_Brief implements FusekiModule {
    private static final String PASSAGES = "/id/passage/";
    private static final int MOST_THINGS = 2;

    private final Supplier<Served> served;

    public FMod_Brief(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "brief";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        builder.addServlet(BriefPage.PATH, new BriefServlet());
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class BriefServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reply reply = new Reply(request, response);
            try {
                reply.chooseOrRefuse("a brief", List.of(Negotiation.HTML));
                Served now = served.get();
                Map<String, Object> values = new HashMap<>();
                List<Node> things = things(request, now);
                if (!things.isEmpty()) {
                    Site site = reply.site(now.snapshot());
                    values.put(
                            "page",
                            things.size() == 1 ? about(things.get(0), site, now) : about(things, request, site, now));
                    values.put(
                            "path",
                            BriefPage.path(things.stream()
                                    .map(thing -> now.pickLists().slug(thing, ParameterType.THING.kinds()))
                                    .toList()));
                }
                reply.page("thing/brief.jte", values, now.snapshot());
            } catch (Refusal refusal) {
                reply.refuse(refusal);
            }
        }

        private static List<Node> things(HttpServletRequest request, Served now) throws Refusal {
            List<String> names = Parameters.all(request, BriefPage.ABOUT).stream()
                    .filter(name -> !name.isBlank())
                    .toList();
            if (names.size() > MOST_THINGS) {
                throw new Refusal(
                        Refusal.Reason.BAD_REQUEST,
                        "a brief is about one thing or two, not " + names.size(),
                        "give about once or twice");
            }
            List<Node> things = new ArrayList<>();
            for (String name : names) {
                Node thing = now.runner()
                        .things()
                        .find(Address.asIri(name, Address.of(request)), ParameterType.THING.kinds());
                if (!things.contains(thing)) {
                    things.add(thing);
                }
            }
            return things;
        }

        /** Passages by their whole names; what is cited otherwise keeps its own. */
        private static UnaryOperator<Link> names(Served now, Site site) {
            return link -> link.path().startsWith(PASSAGES)
                    ? new Link(
                            now.labels()
                                    .of(
                                            NodeFactory.createURI(
                                                    Iris.BASE + link.path().substring(1)),
                                            site.language()),
                            link.path())
                    : link;
        }

        private static BriefPage about(Node thing, Site site, Served now) throws Refusal {
            ThingPage page = ThingReader.of(now.snapshot(), now.words(site.language()))
                    .page(thing, Iris.parse(thing.getURI()).orElseThrow());
            List<Link> findings = now.once(FindingsAbout.class, any -> new FindingsAbout())
                    .of(thing, now.catalogue(), site, now.answerSources());
            return BriefPage.of(
                    page,
                    findings,
                    CouldCarryOut.of(thing, now.catalogue(), site, now.answerSources()),
                    names(now, site),
                    site);
        }

        private static BriefPage about(List<Node> things, HttpServletRequest request, Site site, Served now)
                throws Refusal {
            QueryFile query = now.catalogue().find(ComparePage.QUERY);
            Map<String, String> given = Map.of(
                    "a", things.get(0).getURI(),
                    "b", things.get(1).getURI());
            Answer answer = now.runner().run(query, given);
            TakeAway takeAway =
                    TakeAway.of(answer, Address.of(request), now.runner().text(query, given), now.pickLists());
            return BriefPage.of(ComparePage.of(answer, takeAway, site, now.answerSources()), names(now, site), site);
        }
    }
}
