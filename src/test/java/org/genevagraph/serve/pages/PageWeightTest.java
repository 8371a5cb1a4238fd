package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Paths;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.PageWeight;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.junit.jupiter.api.Test;

/** What a first visit costs: a page with its style sheets, scripts and pictures, compressed as browsers ask for it. */
class PageWeightTest extends RealServer {
    private static final Pattern VIEW = Pattern.compile("<a href=\"(/queries/[^\"]*[?;]view=[^\"]*)\"");

    private final PageWeight weights = new PageWeight(server.address());

    /** Every question with its examples, and the longest answers, in every view that its page offers. */
    @Test
    void answersAreLightInAllViews() throws IOException, InterruptedException {
        List<String> asked = new ArrayList<>(List.of(
                "/queries/reading?document=tunis-agenda",
                "/queries/about?thing=organisation:united-nations",
                "/queries/requests?document=tunis-agenda",
                "/queries/commitments-for?organisation=itu",
                "/queries/implementation-map",
                "/compare?a=gcsp&b=cyberpeace-institute",
                "/compare?a=tunis-agenda&b=tunis-commitment",
                "/brief?about=tunis-agenda"));
        for (QueryFile query : server.served().catalogue().all()) {
            String parameters = query.parameters().stream()
                    .filter(Parameter::required)
                    .map(parameter -> parameter.name() + "=" + Http.encoded(parameter.example()))
                    .collect(Collectors.joining("&"));
            asked.add("/queries/" + query.name() + (parameters.isEmpty() ? "" : "?" + parameters));
        }
        List<String> heavy = new ArrayList<>();
        int views = 0;
        for (String path : asked) {
            List<String> paths = new ArrayList<>(List.of(path));
            Matcher others = VIEW.matcher(weights.html(path));
            while (others.find()) {
                paths.add(others.group(1));
            }
            views += paths.size();
            heavy.addAll(weights.heavy(paths));
        }
        assertEquals(List.of(), heavy);
        assertTrue(views > 2 * asked.size(), "views: " + views);
    }

    @Test
    void homeAndThingsAreLight() throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>(List.of("/", "/?lang=fr"));
        for (Node type :
                List.of(GG.Organisation, GG.Document, GG.SustainableDevelopmentGoal, GG.ActionLine, GG.PolicyIssue)) {
            server.served().snapshot().dataset().getDefaultGraph().stream(Node.ANY, RDF.type.asNode(), type)
                    .map(triple -> Paths.of(triple.getSubject().getURI()))
                    .forEach(paths::add);
        }
        assertEquals(List.of(), weights.heavy(paths));
        assertTrue(paths.size() > 300, "pages: " + paths.size());
    }
}
