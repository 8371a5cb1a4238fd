package org.genevagraph.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong for a French reader is told in French. */
class FrenchProblemsTest extends RealServer {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing-at-all",
                "/docs/nothing-at-all",
                "/queries/nothing-at-all",
                "/id/nothing-at-all",
                "/id/organisation/nobody-at-all",
                "/id/organisation/gcp",
                "/id/passage/tunis-agenda/999",
                "/queries/partners?organisation=nobody-at-all",
                "/queries/partners?organisation=gcsp&scope=x",
                "/queries/requests?addressee=itu",
                "/queries/events?from=abc",
                "/matrix?sdg=nobody-at-all",
                "/compare?a=gcsp&b=nobody-at-all",
                "/brief?about=nobody-at-all",
                "/network?around=nobody-at-all",
                "/id/organisation?filter.colour=red"
            })
    void problemsAreToldInFrench(String address) {
        HttpResponse<String> page =
                http.get(address + (address.contains("?") ? "&" : "?") + "lang=fr", "Accept", "text/html");
        assertTrue(page.statusCode() >= 400, address);
        assertTrue(page.body().contains("<html lang=\"fr\">"), page.body());
        assertFalse(page.body().contains("<p class=\"begin\" lang=\"en\">"), page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing-at-all", "/queries/partners?organisation=nobody-at-all"})
    void programsAreToldTheSameInEveryLanguage(String address) {
        String body = http.get(address, "Accept", "application/json").body();
        assertEquals(
                body,
                http.get(address, "Accept", "application/json", "Accept-Language", "fr")
                        .body());
    }
}
