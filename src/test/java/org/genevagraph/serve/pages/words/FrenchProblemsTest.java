package org.genevagraph.serve.pages.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks in French for what is not there is told so in French sentences, and led to what is there by its names. */
class FrenchProblemsTest extends RealServer {
    private static final Pattern TOLD = Pattern.compile("<p class=\"begin\"( lang=\"en\")?>(?:<strong>)?([^<]+)<");

    private static String page(String path, int status) {
        HttpResponse<String> page = http.get(path, "Accept", "text/html", "Accept-Language", "fr");
        assertEquals(status, page.statusCode(), path);
        return page.body();
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/nope,404,/docs/cite,Comment citer",
        "/queries/nope,404,/queries,Toutes les questions",
        "/search?q=a&kind=foo,400,/id/organisation,Organisations",
        "/places?kind=foo,400,/places?kind=organisation,Organisations",
        "/queries/partnerz,404,/queries/partners,Qui sont les partenaires d’une organisation\u202F?",
        "/queries/partners?organisation=gcsp&view=foo,400,/queries/partners?organisation=gcsp&amp;view=network,Réseau",
        "/matrix?axes=foo,400,/matrix?axes=action-line-sdg,Grandes orientations et ODD",
        "/matrix?counted=foo,400,/matrix?counted=all,tous les engagements",
        "/matrix?objective=objectiv-5,400,/matrix?objective=objective-5,Renforcer la gouvernance internationale de l’intelligence artificielle (IA) au profit de l’humanité",
        "/map?objective=objectiv-5,400,/map?objective=objective-5,Renforcer la gouvernance internationale de l’intelligence artificielle (IA) au profit de l’humanité",
        "/network?organisation=gscp,400,/network?organisation=gcsp,'Centre de politique de sécurité, Genève'",
        "/network?relation=foo,400,/network?relation=partnerOf,est partenaire de",
        "/network?relation=partnerof,400,/network?relation=partnerOf,est partenaire de",
        "/network?relation=foo,400,/network?relation=any,tous les liens",
        "/network?kind=foo,400,/network?kind=university,université"
    })
    void whatThereIsHasItsNames(String path, int status, String link, String name) {
        String page = page(path, status);
        assertTrue(page.contains("<li><a href=\"" + link + "\">" + name + "</a></li>"), page);
        assertFalse(page.contains("organisation, initiative, ") || page.contains("partnerOf, "), page);
        assertFalse(page.contains("about, action-lines-by-commitment"), page);
        assertFalse(page.contains("hoisissez parmi") || page.contains("ouliez-vous dire partners"), page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/docs/nope",
                "/queries/nope",
                "/id/nope",
                "/id/organisation/nope",
                "/changes/nope.html",
                "/search?q=a&kind=foo",
                "/brief?about=gcsp&about=itu&about=unesco",
                "/network?relation=foo",
                "/network?kind=foo",
                "/network?steps=9",
                "/queries/partners?organisation=gcsp&foo=1"
            })
    void problemsAreToldInFrenchSentences(String path) {
        String page =
                http.get(path, "Accept", "text/html", "Accept-Language", "fr").body();
        List<MatchResult> told = TOLD.matcher(page).results().toList();
        assertFalse(told.isEmpty(), page);
        for (MatchResult one : told) {
            assertEquals(null, one.group(1), one::group);
            assertTrue(one.group(2).matches("(?s)(\\p{Lu}|«|/).*[.?]"), one.group(2));
        }
    }

    /** What a search that finds nothing may have meant is called as the page calls it. */
    @Test
    void whatWasMeantHasItsFrenchName() {
        String page = page("/search?q=International+Telecom+Union", 200).replaceAll("</?mark>", "");
        assertTrue(page.contains(">Union internationale des télécommunications</a>"), page);
        assertFalse(page.contains(">International Telecommunication Union</a>"), page);
    }
}
