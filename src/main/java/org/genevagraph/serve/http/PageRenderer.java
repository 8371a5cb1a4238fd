package org.genevagraph.serve.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.page.Language;
import org.genevagraph.page.Site;
import org.genevagraph.serve.http.request.Address;
import org.genevagraph.serve.http.request.Headers;
import org.genevagraph.serve.http.request.Parameters;

/** Renders pages from templates, in the language of a client and with what every page knows of the site. */
final class PageRenderer {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    /** A renderer for one request; what depends on the language says so in the header of the response. */
    PageRenderer(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** The language that the client chose or likes best. */
    Language language() {
        return chosen().orElseGet(() -> Language.accepted(Headers.list(request, "Accept-Language")));
    }

    private Optional<Language> chosen() {
        return Optional.ofNullable(request.getParameter(Site.LANGUAGE_PARAMETER))
                .flatMap(Language::of);
    }

    /** Makes a page of values and, as {@code site}, of what every page knows. */
    byte[] render(String template, Map<String, Object> values, String version, String dataRead) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("site", site(version, dataRead));
        return rendered(template, all);
    }

    /** What a template makes of values. */
    static byte[] rendered(String template, Map<String, Object> values) {
        StringOutput made = new StringOutput();
        TEMPLATES.render(template, values, made);
        return made.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What every page knows of the site; the page about a problem has no version. */
    Site site(String version, String dataRead) {
        Headers.vary(response, "Accept-Language");
        Language language = language();
        response.setHeader("Content-Language", language.tag());
        String query = Parameters.readSoFar(request);
        // The page about a problem, which has no version, would repeat what nobody can have meant.
        String parameters = version.isEmpty() && query.length() > Reply.MOST_REPEATED ? "" : query;
        return new Site(
                language,
                chosen().isPresent(),
                version.isEmpty() && request.getRequestURI().length() > Reply.MOST_REPEATED
                        ? "/"
                        : request.getRequestURI(),
                parameters,
                version,
                dataRead,
                Address.origin(request),
                Address.path(request),
                FMod_Assets.SUFFIXES);
    }
}
