package org.genevagraph.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of a page to itself – in the other language, to cite it, to report an error – keep what was asked and nothing that nobody reads. */
class OnlyWhatIsReadTest extends RealServer {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?",
                "/dump?",
                "/id?",
                "/id/organisation?filter.kind=foundation",
                "/id/organisation/gcsp?",
                "/id/issue/development?part=about-inverse&offset=100",
                "/search?q=gcsp&kind=organisation&offset=0",
                "/queries?",
                "/queries/about.html?thing=gcsp&filter.relation=addresses",
                "/queries/events.html?from=2001&to=2005&view=table",
                "/queries/partners.html?organisation=g%63sp",
                "/compare?a=gcsp&b=itu",
                "/brief?about=gcsp&about=itu",
                "/matrix?objective=objective-5&action-line=c5",
                "/map?objective=objective-5",
                "/network?organisation=gcsp&relation=any",
                "/network?around=organisation:gcsp",
                "/places?",
                "/ontology?",
                "/docs/cite?",
                "/imprint?about=/id/organisation/gcsp",
                "/sparql?example=partners",
                "/graph?",
                "/shapes?",
                "/changes?"
            })
    void linksKeepWhatWasAsked(String path) {
        // A question refuses what it does not know.
        String others = (path.startsWith("/queries/") ? "" : "&never-read=zzzz") + "&utm_source=zzzz";
        HttpResponse<String> response = http.get(path + others + "&lang=en", "Accept", "text/html");
        assertEquals(200, response.statusCode(), response::body);
        assertFalse(
                response.body().contains("zzzz"),
                () -> response.body()
                        .lines()
                        .filter(line -> line.contains("zzzz"))
                        .toList()
                        .toString());
        String french = (path + "&lang=fr").replace("?&", "?").replace("&", "&amp;");
        assertTrue(
                response.body().contains("<a href=\"" + french + "\" lang=\"fr\""),
                () -> response.body()
                        .lines()
                        .filter(line -> line.contains("lang=\"fr\""))
                        .toList()
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/id/nothing", "/id/organisation/nothing", "/docs/nothing", "/queries/nothing"})
    void aPageOfAProblemKeepsNothing(String path) {
        HttpResponse<String> response = http.get(path + "?never-read=zzzz&lang=en", "Accept", "text/html");
        assertEquals(404, response.statusCode(), path);
        assertFalse(response.body().contains("zzzz"), response::body);
    }
}
