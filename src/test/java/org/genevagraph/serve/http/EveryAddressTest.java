package org.genevagraph.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.http.request.Negotiation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address in every format and language that it offers: the right type, a tag of its own, 304 for that tag alone. */
class EveryAddressTest extends RealServer {
    private static final List<String> RDF =
            List.of("text/html", "text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml");

    private static final List<String> ROWS = List.of(
            "text/html",
            "text/csv",
            "text/tab-separated-values",
            "application/sparql-results+json",
            "application/sparql-results+xml");

    private static final List<String> LISTS =
            Stream.concat(ROWS.stream(), RDF.stream().skip(1)).toList();

    /** The types that have been asked for in all their spellings. */
    private static final Set<List<String>> SPELT = new HashSet<>();

    static Stream<Arguments> addresses() {
        return Stream.of(
                Arguments.of("/", RDF),
                Arguments.of("/id", LISTS),
                Arguments.of("/id/organisation", LISTS),
                Arguments.of("/id/scheme", LISTS),
                Arguments.of("/id/scheme/standing", RDF),
                Arguments.of("/graph", RDF),
                Arguments.of("/graph/statements-gcsp", RDF),
                Arguments.of("/graph/statements", RDF),
                Arguments.of("/.well-known/void", RDF),
                Arguments.of("/shapes", RDF),
                Arguments.of("/robots.txt", List.of("text/plain")),
                Arguments.of("/llms.txt", List.of("text/plain")),
                Arguments.of("/sitemap.xml", List.of("application/xml")),
                Arguments.of("/opensearch.xml", List.of("application/opensearchdescription+xml")),
                Arguments.of("/geneva.py", List.of("text/x-python")),
                Arguments.of("/context.jsonld", List.of("application/ld+json")),
                Arguments.of("/id/organisation/gcsp", RDF),
                Arguments.of("/id/initiative/normandy-p5", RDF),
                Arguments.of("/id/document/tunis-agenda", RDF),
                Arguments.of("/id/passage/tunis-agenda/72.l", RDF),
                Arguments.of("/id/issue/cybersecurity", RDF),
                Arguments.of("/ontology", RDF),
                Arguments.of(
                        "/queries",
                        Stream.concat(RDF.stream(), Stream.of("application/json"))
                                .toList()),
                Arguments.of("/queries/partners?organisation=gcsp", ROWS),
                Arguments.of("/queries/matrix", ROWS),
                Arguments.of(
                        "/queries/events?from=2021&to=2021",
                        Stream.concat(ROWS.stream(), Stream.of("text/calendar")).toList()),
                Arguments.of(
                        "/places",
                        List.of("text/html", "application/geo+json", "text/csv", "application/sparql-results+json")),
                Arguments.of("/search?q=gcsp", List.of("text/html", "application/json")),
                Arguments.of(
                        "/network",
                        List.of(
                                "text/html",
                                "application/json",
                                "image/svg+xml",
                                "text/csv",
                                "application/graphml+xml",
                                "application/vnd.cytoscape.cyjs+json",
                                "application/vnd.networkx.node-link+json")),
                Arguments.of(
                        "/compare?a=gcsp&b=cyberpeace-institute",
                        List.of("text/html", "application/sparql-results+json", "text/csv")),
                Arguments.of("/matrix", List.of("text/html", "image/svg+xml", "text/csv")),
                Arguments.of("/map", List.of("text/html", "image/svg+xml", "text/csv")),
                Arguments.of("/sparql", RDF),
                Arguments.of(
                        "/sparql?query=ASK%7B%7D",
                        List.of("application/sparql-results+json", "application/sparql-results+xml")),
                Arguments.of("/contribute", List.of("text/html")),
                Arguments.of("/brief?about=gcsp", List.of("text/html")),
                Arguments.of("/imprint", List.of("text/html")),
                Arguments.of("/docs", List.of("text/html")),
                Arguments.of("/docs/reconcile", List.of("text/html")),
                Arguments.of("/reconcile", List.of("application/json")),
                Arguments.of(
                        "/reconcile?queries=%7B%22q0%22:%7B%22query%22:%22gcsp%22%7D%7D", List.of("application/json")),
                Arguments.of("/reconcile/suggest/entity?prefix=gen", List.of("application/json")),
                Arguments.of("/reconcile/extend/propose?type=Organisation", List.of("application/json")),
                Arguments.of("/reconcile/preview?id=organisation/gcsp", List.of("text/html")),
                Arguments.of("/changes", List.of("text/html", "application/atom+xml", "application/json")),
                Arguments.of("/dump", List.of("text/html", "application/json")),
                Arguments.of("/openapi.json", List.of("application/json")));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void eachRepresentationHasItsOwnTag(String address, List<String> types) {
        Map<String, String> tags = new HashMap<>();
        for (String type : types) {
            for (String language : List.of("en", "fr")) {
                HttpResponse<String> response = http.get(address, "Accept", type, "Accept-Language", language);
                String what = address + " as " + type + " in " + language;
                assertEquals(200, response.statusCode(), what);
                assertEquals(type, header(response, "Content-Type").replaceFirst(";.*", ""), what);
                String tag = header(response, "ETag");
                assertTrue(tag.matches("\"[0-9a-f]+\""), what + ": " + tag);
                if (types.size() > 1) {
                    assertTrue(
                            String.join(",", response.headers().allValues("Vary"))
                                    .contains("Accept"),
                            what);
                }
                String body = tags.put(tag, response.body());
                assertTrue(body == null || body.equals(response.body()), what + " has the tag of another form");
                assertEquals(
                        304,
                        http.get(address, "Accept", type, "Accept-Language", language, "If-None-Match", tag)
                                .statusCode(),
                        what);
                assertEquals(
                        304,
                        http.get(
                                        address,
                                        "Accept",
                                        type,
                                        "Accept-Language",
                                        language,
                                        "If-None-Match",
                                        "\"x\", W/" + tag)
                                .statusCode(),
                        what);
                HttpResponse<String> head = http.method("HEAD", address, "Accept", type, "Accept-Language", language);
                assertEquals(200, head.statusCode(), what);
                assertEquals(tag, header(head, "ETag"), what);
                assertEquals("", head.body(), what);
            }
        }
        for (String type : types) {
            HttpResponse<String> response = http.get(address, "Accept", type, "Accept-Language", "en");
            for (String tag : tags.keySet()) {
                if (!tag.equals(header(response, "ETag"))) {
                    assertEquals(
                            200,
                            http.get(address, "Accept", type, "Accept-Language", "en", "If-None-Match", tag)
                                    .statusCode(),
                            address + " " + type);
                }
            }
        }
    }

    /** Whether the client chooses the form of an address: what a query answers has forms of its own. */
    private static boolean isChosen(String address) {
        return !address.startsWith("/sparql?");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aParameterNamesTheFormBeforeTheHeader(String address, List<String> types) {
        if (!isChosen(address)) {
            return;
        }
        String format = address + (address.contains("?") ? "&" : "?") + "format=";
        boolean isFirst = SPELT.add(types);
        for (String type : types) {
            String tag = header(http.get(address, "Accept", type), "ETag");
            List<String> names = new ArrayList<>(Negotiation.names(type));
            names.replaceAll(
                    name -> name.equals("json") && types.contains("application/json") ? "application/json" : name);
            for (String name : names) {
                if (name.equals("application/json") && !type.equals(name)) {
                    continue;
                }
                // In capitals once for each type: what is written that way is read in one place.
                for (String written :
                        name.equals(names.get(0)) ? List.of(name, name.toUpperCase(Locale.ROOT)) : List.of(name)) {
                    // The other spellings are those of the types, whatever the address: at one of those that offer the
                    // same.
                    if (!isFirst && !written.equals(names.get(0))) {
                        continue;
                    }
                    HttpResponse<String> response =
                            http.get(format + Http.encoded(written), "Accept", "application/x-shoe, text/html;q=0.1");
                    assertEquals(200, response.statusCode(), format + written);
                    assertEquals(type, header(response, "Content-Type").replaceFirst(";.*", ""), format + written);
                    // A page knows its own address, and leads on from there.
                    if (!type.equals("text/html")) {
                        assertEquals(tag, header(response, "ETag"), format + written);
                    }
                }
            }
        }
        HttpResponse<String> none = http.get(format + "shoe", "Accept", "*/*");
        assertEquals(406, none.statusCode(), address);
        for (String type : types) {
            assertTrue(none.body().contains(Negotiation.names(type).get(0)), () -> type + " in " + none.body());
        }
        assertTrue(!none.body().contains("shoe"), none.body());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whatCannotBeHadIsSaid(String address, List<String> types) {
        if (!isChosen(address)) {
            return;
        }
        HttpResponse<String> response = http.get(address, "Accept", "application/x-shoe");
        assertEquals(406, response.statusCode(), address);
        assertTrue(response.body().contains(types.get(0)), response.body());
        assertNotEquals(200, http.get(address, "Accept", types.get(0) + ";q=0").statusCode(), address);
        assertEquals(200, http.get(address, "Accept", "*/*;q=0.1").statusCode(), address);
        assertEquals(
                200,
                http.get(address, "Accept", types.get(0).toUpperCase(java.util.Locale.ROOT))
                        .statusCode());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void severalLinesOfAHeaderAreOneList(String address, List<String> types) {
        String wanted = types.get(types.size() - 1);
        HttpResponse<String> response = http.get(address, "Accept", "application/x-shoe", "Accept", wanted);
        assertEquals(200, response.statusCode(), address);
        assertEquals(wanted, header(response, "Content-Type").replaceFirst(";.*", ""), address);
        String tag = header(response, "ETag");
        assertEquals(
                304,
                http.get(address, "Accept", wanted, "If-None-Match", "\"x\"", "If-None-Match", tag)
                        .statusCode(),
                address);
        if (types.contains("text/html")) {
            HttpResponse<String> page =
                    http.get(address, "Accept", "text/html", "Accept-Language", "xx", "Accept-Language", "fr");
            assertEquals("fr", header(page, "Content-Language"), address);
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void conditionsHoldAsTheStandardHasIt(String address, List<String> types) {
        String type = types.get(0);
        String tag = header(http.get(address, "Accept", type), "ETag");
        for (String named : List.of(tag, "*", "\"x\", " + tag)) {
            assertEquals(
                    200, http.get(address, "Accept", type, "If-Match", named).statusCode(), address + named);
        }
        for (String named : List.of("\"x\"", "W/" + tag, "nonsense")) {
            assertEquals(
                    412, http.get(address, "Accept", type, "If-Match", named).statusCode(), address + named);
        }
    }

    @Test
    void whatIsPostedIsNeverNotModified() {
        String tag = header(http.post("/sparql", "application/sparql-query", "ASK {}"), "ETag");
        for (String named : List.of(tag, "W/" + tag, "*")) {
            problem(http.post("/sparql", "application/sparql-query", "ASK {}", "If-None-Match", named), 412);
        }
        assertEquals(
                200,
                http.post("/sparql", "application/sparql-query", "ASK {}", "If-None-Match", "\"x\"")
                        .statusCode());
    }

    /** A language that the site does not speak is a form that there is not, and the answer names those that there are. */
    @ParameterizedTest
    @MethodSource("addresses")
    void aLanguageThatIsNotSpokenIsNotAcceptable(String address, List<String> types) {
        String language = (address.contains("?") ? "&" : "?") + "lang=de";
        for (String type : types) {
            assertTrue(http.get(address + language, "Accept", type).body().contains("en, fr"), address + " as " + type);
        }
        problem(http.get(address + language), 406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/id/organisation/gcsp",
                "/queries",
                "/queries/partners?organisation=gcsp",
                "/search?q=gcsp",
                "/network",
                "/places",
                "/matrix",
                "/map",
                "/ontology",
                "/docs",
                "/sparql"
            })
    void linksThatPeopleShareLive(String address) {
        String join = address.contains("?") ? "&" : "?";
        for (String added : List.of("utm_source=letter", "fbclid=abc", "gclid=x", "_=1700000000")) {
            HttpResponse<String> response = http.get(address + join + added, "Accept", "text/html");
            assertEquals(200, response.statusCode(), address + " with " + added);
        }
        if (!address.startsWith("/queries/")) {
            HttpResponse<String> response = http.get(address + join + "whatever=%3Cb%3E", "Accept", "text/html");
            assertEquals(200, response.statusCode(), address);
            assertTrue(!response.body().contains("whatever=<b>"), address);
            assertEquals(
                    200,
                    http.get(address + join + "whatever=1&whatever=2", "Accept", "text/html")
                            .statusCode(),
                    address);
        }
    }

    /** What no form of the site sends: whatever it is, it is answered, not repeated, the same to HEAD, and its tag holds. */
    @ParameterizedTest
    @MethodSource("addresses")
    void oddParametersAreAnsweredAsOthersAre(String address, List<String> types) {
        String join = address.contains("?") ? "&" : "?";
        String script = "%22%27%3E%3Cscript%3Eodd()%3C%2Fscript%3E";
        for (String odd : List.of(
                "q=" + script + "&about=" + script + "&a=" + script + "&organisation=" + script,
                "format=" + script + "&kind=" + script + "&lang=" + script,
                "about=gcsp&about=itu&q=gcsp&q=itu&kind=&format=&lang=&from=&offset=",
                "q=" + "x".repeat(3_000) + "&about=%C3%A9%E4%B8%AD%F0%9F%98%80%E2%80%AE%00",
                "from=-1&to=99999999999999999999&offset=-1&limit=99999999999999999999&page=x",
                "%FF=1&q=%C3&=x&&;")) {
            String asked = address + join + odd;
            HttpResponse<String> response = http.get(asked, "Accept", types.get(0));
            String what = response.statusCode() + " of " + asked.substring(0, Math.min(200, asked.length()));
            assertTrue(response.statusCode() < 500, what);
            if (header(response, "Content-Type").contains("html")) {
                assertTrue(!response.body().contains("<script>odd"), what);
            }
            HttpResponse<String> head = http.method("HEAD", asked, "Accept", types.get(0));
            assertEquals(response.statusCode(), head.statusCode(), what);
            for (String name : List.of("Content-Type", "ETag", "Vary", "Location", "Content-Length")) {
                assertEquals(response.headers().allValues(name), head.headers().allValues(name), name + " " + what);
            }
            if (response.statusCode() == 200) {
                String tag = header(response, "ETag");
                assertEquals(
                        304,
                        http.get(asked, "Accept", types.get(0), "If-None-Match", tag)
                                .statusCode(),
                        what);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/id/organisation/gcsp/, /id/organisation/gcsp",
        "/queries/, /queries",
        "/Queries/Partners?organisation=gcsp, /queries/partners?organisation=gcsp",
        "/network/, /network",
        "/%6eetwork, /network",
        "/MATRIX, /matrix"
    })
    void thereIsOneSpellingOfAPath(String address, String canonical) {
        HttpResponse<String> response = http.get(address, "Accept", "text/html");
        assertEquals(301, response.statusCode());
        assertEquals(canonical, header(response, "Location"));
        assertEquals(200, http.get(canonical, "Accept", "text/html").statusCode());
    }
}
