package org.genevagraph.serve.pictures;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.genevagraph.page.Link;
import org.genevagraph.page.picture.Palette;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.serve.http.Reply;
import org.genevagraph.serve.http.request.Asked;
import org.genevagraph.serve.http.request.Negotiation;

/** A page with a picture, the picture by itself, and its numbers as a file: the same address with other endings, or by what is accepted. */
@SuppressWarnings("serial") // Never serialized.
abstract class PictureServlet extends HttpServlet {
    /** The parameter that says for what background the picture is. */
    static final String THEME = "theme";

    private static final List<String> THEMES = List.of(
            Palette.LIGHT.name().toLowerCase(Locale.ROOT), Palette.DARK.name().toLowerCase(Locale.ROOT));

    /** The paths at which it stands. */
    static List<String> paths(String path) {
        return List.of(path, path + ".svg", path + ".csv");
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply = new Reply(request, response);
        try {
            String path = request.getServletPath();
            if (path.endsWith(".svg")) {
                picture(request, reply);
            } else if (path.endsWith(".csv")) {
                numbers(request, reply);
            } else {
                switch (reply.chooseOrRefuse(
                        "this picture", List.of(Negotiation.HTML, AnswerFormat.CSV.mediaType(), Reply.SVG))) {
                    case Negotiation.HTML -> page(request, reply);
                    case Reply.SVG -> picture(request, reply);
                    default -> numbers(request, reply);
                }
            }
        } catch (Refusal refusal) {
            reply.refuse(
                    refusal,
                    refusal.choices().map(choices -> instead(choices, reply)).orElse(List.of()));
        }
    }

    /** Where a page leads whose address names what is not there. */
    abstract List<Link> instead(Refusal.Choices choices, Reply reply);

    /** Sends the page. */
    abstract void page(HttpServletRequest request, Reply reply) throws IOException, Refusal;

    /** Sends the picture. */
    abstract void picture(HttpServletRequest request, Reply reply) throws IOException, Refusal;

    /** Sends the numbers. */
    abstract void numbers(HttpServletRequest request, Reply reply) throws IOException, Refusal;

    /** The colours that are asked for. */
    static Palette palette(Asked asked) throws Refusal {
        return Palette.valueOf(asked.choice(THEME, THEMES).toUpperCase(Locale.ROOT));
    }
}
