package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No quotation within another one has the marks of the outer one: on the page of each question, and of each thing whose name is a whole sentence. */
class QuotationMarksTest extends RealServer {
    private static final Pattern WITHIN = Pattern.compile("«[^»]*«[^»]{0,80}|“[^”]*“[^”]{0,80}");

    private static Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>(List.of("/brief?about=setting-up-the-ai-panel", "/compare?a=c5&b=c6"));
        for (QueryFile query : server.served().catalogue().all()) {
            List<Parameter> given = query.parameters();
            paths.add("/queries/" + query.name() + "?"
                    + given.stream()
                            .filter(parameter -> !parameter.example().isEmpty())
                            .map(parameter -> parameter.name() + "=" + Http.encoded(parameter.example()))
                            .collect(Collectors.joining("&")));
        }
        paths.add("/queries/facilitators?action-line=c5");
        paths.add("/queries/compare?a=c5&b=sdg-5");
        server.served().snapshot().dataset().getDefaultGraph().stream(null, RDF.type.asNode(), null)
                .filter(triple ->
                        List.of("Commitment", "ActionLine", "Objective", "SustainableDevelopmentGoal").stream()
                                .anyMatch(name -> triple.getObject().hasURI(GG.NS + name)))
                .map(triple -> "/id/" + Iris.kind(triple.getSubject().getURI()) + "/"
                        + triple.getSubject().getURI().replaceFirst(".*/", ""))
                .sorted()
                .forEach(paths::add);
        return paths;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void noQuotationWithinAnotherHasItsMarks(String language) {
        Set<String> paths = paths();
        assertTrue(paths.size() > 150, () -> paths.size() + " pages");
        List<String> within = new ArrayList<>();
        for (String path : paths) {
            String page = http.get(path, "Accept", "text/html", "Accept-Language", language)
                    .body();
            for (String line :
                    page.replaceAll("(?s)<(script|style).*?</\\1>", "").split("<[^>]+>|\n", -1)) {
                WITHIN.matcher(line).results().forEach(found -> within.add(path + ": " + found.group()));
            }
        }
        assertEquals(List.of(), within);
    }
}
