package org.genevagraph.serve.pictures;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.page.Site;
import org.genevagraph.page.around.Around;
import org.genevagraph.page.network.NetworkFilter;
import org.genevagraph.page.things.ThingPage;
import org.genevagraph.page.things.ThingReader;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.Served;
import org.genevagraph.serve.http.request.Asked;
import org.genevagraph.serve.http.request.Negotiation;
import org.genevagraph.serve.http.request.Parameters;
import org.genevagraph.vocabulary.Iris;

/** The small network around one thing by itself, at {@code /network?around=organisation:gcsp}: a page, a picture, and its rows. */
final class AroundPicture {
    /** The forms that it has. */
    private static final List<String> FORMS = List.of(Negotiation.HTML, Reply.SVG, AnswerFormat.CSV.mediaType());

    private AroundPicture() {}

    /** What a request asks for; empty if it is about the whole network. */
    static String asked(HttpServletRequest request) throws Refusal {
        return Parameters.of(request, List.of(Around.PARAMETER))
                .getOrDefault(Around.PARAMETER, "")
                .strip();
    }

    /**
     * Sends it.
     *
     * @param name what the thing is called
     * @param type the media type that the address asks for; empty if it leaves the choice to the client
     */
    static void send(
            String name, String type, HttpServletRequest request, HttpServletResponse response, Served now, Reply reply)
            throws IOException, Refusal {
        String wanted = type.isEmpty() ? reply.chooseOrRefuse("the picture around a thing", FORMS) : type;
        if (!FORMS.contains(wanted)) {
            throw bad("the picture around one thing is not to be had in this form", "ask for it as svg or csv");
        }
        List<String> others =
                new ArrayList<>(Parameters.of(request, NetworkFilter.NAMES).keySet());
        if (!others.isEmpty()) {
            throw bad(
                    "around does not go with " + String.join(", ", others),
                    "leave out around, or everything beside it");
        }
        Node thing = thing(name, now);
        Site site = reply.site(now.snapshot());
        ThingPage page = ThingReader.of(now.snapshot(), now.words(site.language()))
                .page(thing, Iris.parse(thing.getURI()).orElseThrow());
        Around around = Around.of(page, now.pickLists().spoken(thing, site), site).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.NOT_FOUND, "nothing is tied to '" + name + "'", "ask for another thing"));
        switch (wanted) {
            case Negotiation.HTML -> reply.page("around/page.jte", Map.of("around", around), now.snapshot());
            case Reply.SVG ->
                reply.document(
                        "around/svg.jte",
                        Map.of(
                                "around",
                                around,
                                "palette",
                                PictureServlet.palette(
                                        Asked.of(request, now.runner().things(), List.of(PictureServlet.THEME)))),
                        now.snapshot(),
                        Reply.SVG_TYPE);
            default -> {
                response.addHeader("Vary", "Accept-Language");
                reply.versioned(
                        around.csv().getBytes(StandardCharsets.UTF_8),
                        wanted + "; charset=utf-8",
                        now.snapshot().version());
            }
        }
    }

    /** The thing of a name, or the passage of a number with its document: {@code passage:tunis-agenda/72}. */
    private static Node thing(String name, Served now) throws Refusal {
        Node passage =
                NodeFactory.createURI(Iris.PASSAGES + name.replaceFirst("^(" + Iris.PASSAGES + "|passage[:/])", ""));
        return now.snapshot().dataset().getDefaultGraph().contains(passage, Node.ANY, Node.ANY)
                ? passage
                : now.runner().things().find(name, ParameterType.THING.kinds());
    }

    private static Refusal bad(String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix);
    }
}
