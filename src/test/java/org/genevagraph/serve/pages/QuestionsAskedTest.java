package org.genevagraph.serve.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds besides things: the question of the catalogue that a reader asks in own words, and the terms of the glossary. */
class QuestionsAskedTest extends RealServer {
    private static String path(String asked) {
        return "/search?q=" + Http.encoded(asked);
    }

    private static List<String> also(String asked) {
        String json = http.get(path(asked), "Accept", "application/json").body();
        return JSON.parse(json).get("also").getAsArray().stream()
                .map(entry -> entry.getAsObject().get("path").getAsString().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            partners of GCSP                                     | /queries/partners?organisation=gcsp
            who facilitates C2?                                  | /queries/facilitators?action-line=c2
            Who works on cybersecurity                           | /queries/organisations-by-issue?issue=cybersecurity
            partners shared by GCSP and the CyberPeace Institute | /queries/shared-partners?a=gcsp&b=cyberpeace-institute
            timeline of the ITU                                  | /queries/timeline?thing=itu
            qui coordonne C5                                     | /queries/facilitators?action-line=c5
            who facilitates e-health                             | /queries/facilitators?action-line=c7-e-health
            qui coordonne la cybersanté                          | /queries/facilitators?action-line=c7-e-health
            what is in Zurich                                    | /queries/places?in=zurich
            """)
    void aQuestionLeadsToItsAnswer(String asked, String path) {
        List<String> also = also(asked);
        assertTrue(also.contains(path), also::toString);
        assertEquals(200, http.get(path, "Accept", "text/html").statusCode());
        String page = http.get(path(asked), "Accept", "text/html").body();
        assertTrue(page.contains("href=\"" + path.replace("&", "&amp;") + "\""), page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GCSP",
                "who is GCSP",
                "ODD 17",
                "SDG n° 4",
                "partners",
                "of of of",
                "organisations not working on AI",
                "organisations ne travaillant pas sur l'IA",
                "<script>alert(1)</script> of GCSP",
                "?"
            })
    void whatIsNoQuestionIsNone(String asked) {
        assertFalse(also(asked).stream().anyMatch(path -> path.contains("?")), asked);
    }

    @Test
    void termsOfTheGlossaryAreFound() {
        assertTrue(
                also("glossary").contains("/docs/facts#glossary"),
                () -> also("glossary").toString());
        assertTrue(
                also("facilitator").contains("/docs/facts#term-facilitator"),
                () -> also("facilitator").toString());
        assertTrue(
                also("arguable").stream().anyMatch(path -> path.endsWith("/arguable")),
                () -> also("arguable").toString());
    }

    /** What a reader would stumble over in a question or in what its answer finds, in either language. */
    private static final Pattern STUMBLE = Pattern.compile(
            "\\d{4}-\\d{2}|[{}…]|\\b1 (steps|étapes)|(?i)\\b(de|que) une?\\b"
                    + "|\\b(de|à) les?\\b|\\b(of|about|and|from) any\\b|\\b(de|du passage|et) (tous|toute?s?)\\b(?! les)|from this time|\\.\\.");

    private static String head(String path) {
        String page = http.get(path, "Accept", "text/html").body();
        String told = Pattern.compile("(?s)<h1>(.*?)</h1>|class=\"finding\">(.*?)</p>")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(" "));
        return told.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static String query(QueryFile query, List<Parameter> given) {
        return "/queries/" + query.name() + ".html?"
                + given.stream()
                        .map(parameter -> parameter.name() + "=" + Http.encoded(parameter.example()))
                        .collect(Collectors.joining("&"));
    }

    /** Each query with all its examples, with only what it needs, and with one more than that; and odd values of dates and numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whateverIsAskedIsSaidInWholeSentences(String language) {
        Set<String> paths = new LinkedHashSet<>(List.of(
                "/queries/events?from=2024-05-01&to=2024-05-31",
                "/queries/events?from=1900-01&to=1901",
                "/queries/connection?a=gcsp&b=atlantic-council",
                "/queries/connection?a=gcsp&b=xiamen-university&max=1",
                "/queries/facilitators?action-line=c7"));
        for (QueryFile query : server.served().catalogue().all()) {
            List<Parameter> needed =
                    query.parameters().stream().filter(Parameter::required).toList();
            paths.add(query(query, needed));
            paths.add(query(query, query.parameters()));
            query.parameters().stream()
                    .filter(parameter -> !parameter.required())
                    .forEach(parameter -> paths.add(query(
                            query,
                            Stream.concat(needed.stream(), Stream.of(parameter)).toList())));
        }
        List<String> stumbled = paths.stream()
                .map(path -> path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                .map(path -> path + ": " + head(path))
                .filter(told ->
                        STUMBLE.matcher(told.substring(told.indexOf(": "))).find())
                .toList();
        assertEquals(List.of(), stumbled);
        assertTrue(paths.size() > 60, "asked: " + paths.size());
    }

    @Test
    void onlyLinesThatSomebodyFacilitatesAreCountedAsFacilitated() {
        Set<String> facilitated = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        http.get("/queries/facilitators", "Accept", "text/csv")
                .body()
                .lines()
                .skip(1)
                .forEach(line -> {
                    String iri = line.substring(0, line.indexOf(','));
                    all.add(iri);
                    if (line.contains("/id/organisation/")) {
                        facilitated.add(iri);
                    }
                });
        assertTrue(facilitated.size() < all.size());
        String told = head("/queries/facilitators?lang=fr");
        assertTrue(told.contains(" des " + all.size() + " grandes orientations"), told);
        assertFalse(told.contains(" coordonnent " + all.size()), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "shared-partners", "connection"})
    void oneThingIsNotComparedWithItself(String name) {
        String path = "/queries/" + name + "?a=gcsp&b=GCSP";
        assertEquals(400, http.get(path, "Accept", "text/csv").statusCode());
        assertTrue(http.get(path, "Accept", "text/html").body().contains("Please name two different ones."));
    }

    @Test
    void aPassageIsCalledAsPeopleCiteIt() {
        String page = http.get("/search?q=" + Http.encoded("GCSP profile, para. 6"), "Accept", "text/html")
                .body();
        assertTrue(page.contains(">GCSP profile, para. 6</a>"), page);
    }
}
