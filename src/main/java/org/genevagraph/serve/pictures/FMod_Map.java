package org.genevagraph.serve.pictures;

import jakarta.servlet.http.HttpServletRequest;
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
import org.genevagraph.page.Link;
import org.genevagraph.page.ProblemLinks;
import org.genevagraph.page.compact.Names;
import org.genevagraph.page.map.Implementation;
import org.genevagraph.page.map.MapPage;
import org.genevagraph.page.map.MapView;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Asked;

/** The implementation map at {@code /map}; the picture by itself with the ending svg, and with csv what the query of that name answers. */
public final class FMod_Map implements FusekiModule {
    private static final String QUERY = "implementation-map";
    private static final String OBJECTIVE = "objective";

    private final Supplier<Served> served;

    public FMod_Map(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "map";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configuration) {
        PictureServlet.paths(MapView.PATH).forEach(path -> builder.addServlet(path, new MapServlet()));
    }

    @SuppressWarnings("serial") // Never serialized.
    private final class MapServlet extends PictureServlet {
        @Override
        void page(HttpServletRequest request, Reply reply) throws IOException, Refusal {
            Served now = served.get();
            Asked asked = asked(request, now);
            reply.page("map/page.jte", Map.of("page", page(now, asked)), now.snapshot());
        }

        @Override
        List<Link> instead(Refusal.Choices choices, Reply reply) {
            return choices.of().equals(OBJECTIVE)
                    ? ProblemLinks.things(
                            choices,
                            MapView.PATH + "?" + OBJECTIVE + "=",
                            served.get().labels(),
                            reply.language())
                    : List.of();
        }

        @Override
        void picture(HttpServletRequest request, Reply reply) throws IOException, Refusal {
            Served now = served.get();
            Asked asked = asked(request, now);
            reply.document(
                    "map/picture.jte",
                    Map.of("page", page(now, asked), "palette", palette(asked)),
                    now.snapshot(),
                    Reply.SVG_TYPE);
        }

        @Override
        void numbers(HttpServletRequest request, Reply reply) throws IOException, Refusal {
            Served now = served.get();
            Optional<Node> objective = asked(request, now).thing(OBJECTIVE);
            Map<String, String> parameters =
                    objective.map(one -> Map.of(OBJECTIVE, Names.slug(one))).orElse(Map.of());
            reply.answer(
                    now.runner().run(now.catalogue().find(QUERY), parameters).result(),
                    AnswerFormat.CSV,
                    now.snapshot().version());
        }

        private static Asked asked(HttpServletRequest request, Served now) throws Refusal {
            return Asked.of(request, now.runner().things(), List.of(OBJECTIVE, THEME));
        }

        private static MapPage page(Served now, Asked asked) throws Refusal {
            return new MapPage(
                    new MapView(
                            now.once(Implementation.class, snapshot -> Implementation.of(snapshot, now.labels())),
                            asked.thing(OBJECTIVE)),
                    now.labels());
        }
    }
}
