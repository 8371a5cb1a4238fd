package org.genevagraph.serve.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.json.JsonBuilder;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Messages;
import org.genevagraph.page.Site;

/**
 * What is told of a request that cannot be answered, in each form: the document of RFC 9457 for programs, a page for browsers, lines of text.
 *
 * @param status of HTTP
 * @param cause what is wrong
 * @param fix what would do; may be empty
 */
record ProblemDocument(int status, String cause, String fix) {
    /** The media type for programs. */
    static final String MEDIA_TYPE = "application/problem+json";

    private static final Set<Integer> TITLED = Set.of(400, 403, 404, 405, 406, 413, 415, 416, 421, 429, 502, 503, 507);
    private static final int FIRST_OF_SERVER = 500;

    /** For programs. */
    byte[] json() {
        return JsonBuilder.create()
                .startObject()
                .pair("type", "about:blank")
                .pair("title", Messages.text(Language.EN, title()))
                .pair("status", status)
                .pair("detail", detail())
                .pair("cause", cause)
                .pair("fix", fix)
                .finishObject()
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** For whoever shows people what comes as it is. */
    byte[] text() {
        return (Messages.text(Language.EN, title()) + "\n" + cause + "\n" + fix)
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * For browsers.
     *
     * @param near what there is instead
     * @param all whether that is all that there is; otherwise it is what may be meant
     */
    byte[] page(Site site, List<Link> near, boolean all) {
        return PageRenderer.rendered(
                "site/problem.jte",
                Map.of(
                        "status", status, "title", title(), "cause", cause, "fix", fix, "near", near, "all", all,
                        "site", site));
    }

    /** Cause and fix in one line. */
    String detail() {
        return fix.isEmpty() ? cause : cause + " – " + fix;
    }

    /** The key of the title. */
    private String title() {
        return "problem." + (TITLED.contains(status) ? status : status < FIRST_OF_SERVER ? 400 : 500);
    }
}
