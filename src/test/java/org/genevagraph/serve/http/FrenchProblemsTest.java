package org.genevagraph.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
                "/id/organisation?filter.colour=red",
                "/id/passage",
                "/id/statement",
                "/id/scheme/nothing-at-all",
                "/graph/nothing-at-all",
                "/dump/nothing-at-all",
                "/dump/geneva-graph.nothing",
                "/assets/nothing-at-all",
                "/changes/nothing-at-all",
                "/sitemap-nothing.xml",
                "/ontology/Organization",
                "/ontology/nothing-at-all",
                "/ontology.shoe",
                "/contribute/nothing-at-all",
                "/contribute/thing",
                "/brief?about=a&about=b&about=c",
                "/compare?a=gcsp&b=gcsp",
                "/search?q=gcsp&limit=x",
                "/search?q=gcsp&limit=-1",
                "/search?q=gcsp&kind=nothing",
                "/network?around=organisation:nobody-at-all",
                "/queries/connection?a=gcsp&b=nato&max=99",
                "/queries/matrix.ttl",
                "/queries/matrix.shoe",
                "/queries/matrix?view=shoe",
                "/queries/matrix.csv?safe=x",
                "/queries/matrix.csv?limit=x",
                "/queries/matrix.csv?offset=-1",
                "/queries/matrix?organisation=gcsp",
                "/queries/timeline?thing=%FF",
                "/sparql?query=",
                "/sparql?query=ASK",
                "/sparql?query=ASK%7B%7D&query=ASK%7B%7D",
                "/sparql?query=ASK%7B%7D&format=shoe",
                "/sparql?query=INSERT+DATA%7B%7D",
                "/sparql?update=CLEAR+ALL",
                "/sparql?query=ASK%7B%20%3Fs%20x:y%20%3Fo%7D",
                "/sparql?query=ASK%7B%20SERVICE%20%3Chttp://127.0.0.1:1/%3E%20%7B%7D%7D",
                "/sparql?query=ASK%20FROM%20%3Cfile:///etc/passwd%3E%20%7B%7D",
                "/sparql?query=ASK%7BFILTER(%3Chttp://example.org/f%3E(1))%7D",
                "/sparql?query=ASK%7BFILTER(REGEX(%22a%22,%22(%22))%7D",
                "/sparql?query=SELECT%20*%20%7B%7D%20LIMIT%2099999999999999999999",
                "/sparql?query=SELECT%20%3Fs%20(1%20AS%20%3Fs)%20%7B%7D",
                "/sparql?example=nothing-at-all",
                "/reconcile/nothing-at-all",
                "/reconcile/preview",
                "/reconcile/preview?id=nothing",
                "/reconcile/view?id=nothing",
                "/reconcile?queries=x",
                "/metrics/nothing",
                "/health/nothing",
                "/submit",
                "/mcp"
            })
    void problemsAreToldInFrench(String address) {
        inFrench("GET", address, "", "");
    }

    @ParameterizedTest
    @MethodSource("org.genevagraph.serve.http.EveryAddressTest#addresses")
    void whatNoAddressDoesIsToldInFrench(String address, List<String> types) {
        if (http.get(address + (address.contains("?") ? "&" : "?") + "format=shoe")
                        .statusCode()
                >= 400) {
            inFrench("GET", address + (address.contains("?") ? "&" : "?") + "format=shoe", "", "");
        }
        inFrench("PUT", address, "", "");
        inFrench("LINK", address, "", "");
        inFrench("POST", address, "application/json", "{}");
        inFrench("POST", address, "application/sparql-update", "CLEAR ALL");
        HttpResponse<String> posted = http.post(address, "application/x-www-form-urlencoded", "a=b&a=c");
        if (posted.statusCode() >= 400) {
            inFrench("POST", address, "application/x-www-form-urlencoded", "a=b&a=c");
        }
    }

    /** Queries that are refused before they run. */
    @Test
    void refusedQueriesAreToldSoInFrench() {
        for (String query : List.of(
                "ASK {" + "{".repeat(100) + "}".repeat(100) + "}",
                "ASK { " + "FILTER EXISTS {".repeat(30) + "}".repeat(30) + "}",
                "ASK { #" + "x".repeat(70_000) + "\n}",
                "ASK { ?s ?p (" + "1 ".repeat(5_000) + ") }",
                "ASK { " + "?s ?p ?o . ".repeat(3_000) + "}",
                "ASK { FILTER (1" + " + 1".repeat(5_000) + " = 1) }",
                "ASK { "
                        + IntStream.range(0, 9)
                                .mapToObj(i -> "VALUES ?x" + i + " {" + "1 ".repeat(50) + "}")
                                .collect(Collectors.joining(" "))
                        + "}",
                "ASK { BIND (BNODE() AS ?x) FILTER (<java:java.lang.System>(1)) }")) {
            inFrench("POST", "/sparql", "application/sparql-query", query);
        }
    }

    private static void inFrench(String method, String address, String type, String body) {
        String asked = address + (address.contains("?") ? "&" : "?") + "lang=fr";
        HttpResponse<String> page = method.equals("POST")
                ? http.post(asked, type, body, "Accept", "text/html", "Accept-Language", "fr")
                : method.equals("GET")
                        ? http.get(asked, "Accept", "text/html", "Accept-Language", "fr")
                        : http.method(method, asked, "Accept", "text/html", "Accept-Language", "fr");
        assertTrue(page.statusCode() >= 400, method + " " + address + ": " + page.statusCode());
        if (header(page, "Content-Type").startsWith("text/html")) {
            assertTrue(page.body().contains("<html lang=\"fr\">"), page.body());
            List<String> english = Pattern.compile("<p class=\"begin\" lang=\"en\">(.*)</p>")
                    .matcher(page.body())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertEquals(List.of(), english, method + " " + address);
            List<String> breaking = Pattern.compile("<p class=\"begin\"[^>]*>(.*?)</p>")
                    .matcher(page.body())
                    .results()
                    .map(found -> found.group(1))
                    .filter(said -> said.matches(".*(?:« | [»;!?]| :(?: |$)).*"))
                    .toList();
            assertEquals(List.of(), breaking, "a line can break before a mark");
        }
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
