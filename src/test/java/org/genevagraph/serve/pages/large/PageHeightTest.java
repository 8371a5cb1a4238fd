package org.genevagraph.serve.pages.large;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of an answer ends where it becomes too high, whatever its rows say: then the next begins, and that leads back. */
class PageHeightTest extends RealServer {
    /** So many letters of rows at most: four hundred lines on a phone, but for the longest row of a page, which may be the last. */
    private static final int MOST_LETTERS = 16_000;

    private static final Pattern LEADS = Pattern.compile("rel=\"(prev|next)\" href=\"([^\"]+)\"");

    private static final Pattern SHOWN =
            Pattern.compile("(?s)<p class=\"shown soft\">[^<]*?(\\d+)\\D+(\\d+)\\D+(\\d+)");

    private static String html(String path) {
        HttpResponse<String> response = http.get(path, "Accept", "text/html");
        assertEquals(200, response.statusCode(), path);
        return response.body();
    }

    private static String lead(String page, String relation) {
        Matcher leads = LEADS.matcher(page);
        while (leads.find()) {
            if (leads.group(1).equals(relation)) {
                return leads.group(2).replace("&amp;", "&");
            }
        }
        return "";
    }

    /** What a reader sees of the rows before anything unfolds. */
    private static int letters(String page) {
        int from = page.indexOf("<p class=\"shown soft\">");
        int to = page.indexOf("<h2 id=\"take\"");
        assertTrue(to > 0, "an answer that cannot be taken away");
        Document rows = Jsoup.parseBodyFragment(page.substring(Math.max(from, 0), to));
        rows.select("details.rest").remove();
        return rows.text().length();
    }

    static Stream<String> answers() {
        return server.served().catalogue().all().stream()
                .flatMap(query -> Stream.of("text", "table").map(view -> address(query) + "view=" + view));
    }

    private static String address(QueryFile query) {
        return "/queries/" + query.name() + "?"
                + query.parameters().stream()
                        .filter(parameter -> parameter.isNeeded())
                        .map(parameter -> parameter.name() + "=" + Http.encoded(parameter.example()) + "&")
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void noPageOfAnExampleIsTooHigh(String address) {
        String page = html(address);
        assertTrue(letters(page) < MOST_LETTERS, letters(page) + " letters at " + address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queries/commitments-for?organisation=gcsp&view=table",
                "/queries/commitments-for?organisation=united-nations",
                "/queries/implementation-map?view=table",
                "/queries/why?subject=tunis-agenda&view=table",
                "/queries/connection?a=gcsp&b=united-nations"
            })
    void pagesLeadForthAndBackAndLeaveNothingOut(String address) {
        List<String> pages = new ArrayList<>();
        String before = "";
        int last = 0;
        int total = 1;
        for (String next = address; !next.isEmpty(); ) {
            String page = html(next);
            assertTrue(letters(page) < MOST_LETTERS, letters(page) + " letters at " + next);
            Matcher shown = SHOWN.matcher(page);
            assertTrue(shown.find(), next);
            assertEquals(last + 1, Integer.parseInt(shown.group(1)), next);
            last = Integer.parseInt(shown.group(2));
            total = Integer.parseInt(shown.group(3));
            String back = lead(page, "prev");
            assertEquals(pages.isEmpty(), back.isEmpty(), next);
            assertTrue(pages.isEmpty() || html(back).contains(before), back);
            before = shown.group();
            pages.add(next);
            next = lead(page, "next");
        }
        assertEquals(total, last, address);
        assertTrue(pages.size() > 1, address);
    }
}
