package org.genevagraph.serve.pages.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each picture brings along: a headline, its source, files, a permanent link and code for other pages, in both languages. */
class PicturesTest extends RealServer {
    private static final Pattern HEADLINE = Pattern.compile("<h2 id=\"(?:picture|headline)\">([^<]+)</h2>");
    private static final Pattern CODE = Pattern.compile("&lt;img src=\"([^\"]+)\" alt=\"([^\"]+)\"");
    private static final Pattern PERMANENT = Pattern.compile("class=\"permanent\">.*?href=\"([^\"]+)\"");

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), () -> pattern + " in " + text);
        return matcher.group(1).replace("&amp;amp;", "&").replace("&amp;", "&");
    }

    private static final Pattern LETTERS = Pattern.compile("font-size=\"([\\d.]+)\"");

    private static String path(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /matrix                                                       | stand most often
            /matrix?axes=action-line-objective&counted=all                | stand most often
            /matrix?counted=singly&sdg=sdg-9&axes=action-line-objective   | stand most often
            /map                                                          | in the sources
            /map?objective=objective-5                                    | in the sources
            /network                                                      | most ties
            /network?organisation=gcsp                                    | is directly tied to
            /network?relation=any&issue=cybersecurity                     | most ties
            """)
    void hasAHeadlineAndAllThatOthersNeedToShowIt(String page, String says) {
        for (String language : new String[] {"en", "fr"}) {
            String asked = page + (page.contains("?") ? "&" : "?") + "lang=" + language;
            String html = http.get(asked, "Accept", "text/html").body();
            String headline = found(HEADLINE, html);
            assertEquals(language.equals("en"), headline.contains(says), headline);
            assertTrue(html.contains("data-name=\"" + page.replaceFirst("/(\\w+).*", "$1") + ".png\""), html);
            assertEquals(
                    html.replaceAll("(?s)^.*<h2 id=\"(?:picture|headline)\">|</h2>.*$", ""),
                    found(
                            HEADLINE,
                            http.get(path(found(PERMANENT, html)), "Accept", "text/html")
                                    .body()));
            HttpResponse<String> picture = http.get(path(found(CODE, html)));
            assertEquals(
                    "image/svg+xml",
                    picture.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
            String words = picture.body().replaceAll("\\s+", " ");
            assertTrue(words.contains("<title id=\"picture-headline\">" + headline + "</title>"), headline);
            assertTrue(words.contains(server.served().snapshot().version()), "the version stands in the picture");
            assertTrue(words.contains("xml:lang=\"" + language + "\""));
            assertReadable(words);
        }
    }

    /** No letters are smaller than those that people read on paper. */
    private static void assertReadable(String picture) {
        List<String> small = LETTERS.matcher(picture)
                .results()
                .filter(size -> Double.parseDouble(size.group(1)) < 12)
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertTrue(LETTERS.matcher(picture).find());
        assertEquals(List.of(), small);
    }

    @ParameterizedTest
    @CsvSource({"en", "fr"})
    void theHomePageTellsWhatItsPicturesShow(String language) {
        String home = http.get("/?lang=" + language, "Accept", "text/html").body();
        for (String picture : List.of("network", "matrix")) {
            // It has the room that it was drawn for.
            String drawn = http.get("/" + picture + ".svg?lang=" + language).body();
            assertEquals(
                    found(Pattern.compile("<svg [^>]*?width=\"(\\d+)\""), drawn),
                    found(Pattern.compile("src=\"/" + picture + "[^\"]*\" width=\"(\\d+)\""), home));
        }
        for (String page : List.of("/network", "/matrix")) {
            String headline = found(
                    HEADLINE,
                    http.get(page + "?lang=" + language, "Accept", "text/html").body());
            assertTrue(home.contains(headline + "."), headline);
        }
    }

    /** The small network on the page of a thing has what the great pictures have, and stands at an address of its own. */
    @ParameterizedTest
    @CsvSource({
        "organisation/gcsp",
        "organisation/itu",
        "issue/cybersecurity",
        "commitment/schools-and-hospitals-online",
        "action-line/c5",
        "document/tunis-agenda",
        "passage/tunis-agenda/72",
        "place/geneva"
    })
    void whatStandsAroundAThingIsAPictureToTakeAlong(String thing) {
        for (String language : new String[] {"en", "fr"}) {
            String page = http.get("/id/" + thing + "?lang=" + language, "Accept", "text/html")
                    .body();
            String headline =
                    found(Pattern.compile("<figure class=\"around\">\\s*<figcaption>([^<]+)</figcaption>"), page);
            assertTrue(
                    page.contains("data-name=\"around-"
                            + thing.replaceFirst("[^/]*/", "").replace('/', '-')),
                    page);
            String own = http.get(path(found(PERMANENT, page)), "Accept", "text/html")
                    .body();
            assertEquals(headline, found(HEADLINE, own));
            assertEquals(path(found(PERMANENT, page)), path(found(PERMANENT, own)));
            String picture = http.get(path(found(CODE, page))).body().replaceAll("\\s+", " ");
            assertTrue(picture.contains("<title id=\"picture-headline\">" + headline + "</title>"), picture);
            assertTrue(
                    picture.contains(server.served().snapshot().version()) && picture.contains("href=\"http"), picture);
            assertReadable(picture);
            String rows = http.get(path(found(Pattern.compile("href=\"([^\"]+)\" download=\"around-[^\"]+.csv"), page)))
                    .body();
            assertTrue(rows.lines().skip(1).allMatch(row -> row.contains("/id/" + thing + ",")), rows);
            assertEquals(
                    Pattern.compile("<a href=\"[^\"#]+\"")
                            .matcher(picture)
                            .results()
                            .count(),
                    rows.lines().filter(row -> row.endsWith(",true")).count(),
                    headline);
        }
    }

    @Test
    void theNetworkAroundAThingIsRefusedWhereThereIsNone() {
        assertTrue(problem(http.get("/network.graphml?around=gcsp"), 400)
                .getString("fix")
                .contains("svg"));
        problem(http.get("/network.svg?around=gcsp&steps=2"), 400);
        problem(http.get("/network.svg?around=nobody-at-all"), 404);
    }
}
