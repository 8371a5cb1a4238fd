package org.genevagraph.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.serve.http.request.Negotiation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every address does in the same way: HEAD, endings of paths, methods, bodies that are not read. */
class SameEverywhereTest extends RealServer {
    private static final String ADDRESSES = "org.genevagraph.serve.http.EveryAddressTest#addresses";
    private static final List<String> HEADERS =
            List.of("ETag", "Vary", "Content-Type", "Content-Language", "Content-Encoding", "Cache-Control", "Link");

    @ParameterizedTest
    @MethodSource(ADDRESSES)
    void headersAreThoseOfTheBodyThatIsNotSent(String address, List<String> types) {
        for (String type : types) {
            for (String coding : List.of("identity", "gzip")) {
                HttpResponse<String> response = http.get(address, "Accept", type, "Accept-Encoding", coding);
                HttpResponse<String> head = http.method("HEAD", address, "Accept", type, "Accept-Encoding", coding);
                for (String header : HEADERS) {
                    assertEquals(
                            response.headers().allValues(header),
                            head.headers().allValues(header),
                            header + " of " + address + " as " + type + ", " + coding);
                }
                assertEquals("", head.body(), address);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ADDRESSES)
    void theEndingOfAPathNamesTheForm(String address, List<String> types) {
        String path = address.replaceFirst("\\?.*", "");
        if (path.equals("/") || path.matches("/(reconcile|docs)/.*") || path.matches(".*\\.(json|jsonld|py|txt|xml)")) {
            return;
        }
        for (String type : types) {
            String ending = Negotiation.names(type).get(0);
            if (!ending.matches("[a-z]+")) {
                continue;
            }
            for (String written : List.of(ending, ending.toUpperCase(java.util.Locale.ROOT))) {
                String named = path + "." + written + address.substring(path.length());
                HttpResponse<String> response = http.get(named, "Accept", "application/x-shoe");
                if (!written.equals(ending)) {
                    assertEquals(301, response.statusCode(), named);
                    assertEquals(path + "." + ending + address.substring(path.length()), header(response, "Location"));
                    continue;
                }
                assertEquals(200, response.statusCode(), named);
                assertEquals(type, header(response, "Content-Type").replaceFirst(";.*", ""), named);
            }
        }
        if (types.contains("application/ld+json")
                && !types.contains("application/sparql-results+json")
                && !types.contains("application/json")) {
            HttpResponse<String> json = http.get(path + ".json" + address.substring(path.length()));
            assertEquals("application/ld+json", header(json, "Content-Type"), address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/favicon.ico", "/assets/style.css", "/assets/icon.svg", "/assets/yasgui.js"})
    void filesOfTheProgramHaveTagsToo(String address) {
        HttpResponse<String> response = http.get(address);
        String tag = header(response, "ETag");
        assertTrue(tag.matches("\"[0-9a-f]+\""), tag);
        assertEquals(tag, header(http.method("HEAD", address), "ETag"));
        HttpResponse<String> known = http.get(address, "If-None-Match", "W/" + tag);
        assertEquals(304, known.statusCode());
        assertEquals(header(response, "Cache-Control"), header(known, "Cache-Control"));
    }

    /** A path with parameters or dots is no second name of an address, at which nobody looks who asks. */
    @ParameterizedTest
    @MethodSource({ADDRESSES, "alsoPostedTo"})
    void noOtherSpellingOfAPathIsAnswered(String address, List<String> types) throws IOException {
        String path = address.replaceFirst("\\?.*", "");
        String query = address.substring(path.length());
        for (String spelling : List.of(path + ";x=1", path + ";", "/." + path, "/health/.." + path, "/;a=b" + path)) {
            for (String method : List.of("GET", "POST")) {
                String status = Http.statusOf(server.address(), method, spelling + query);
                assertTrue(status.matches("(301|308|400)"), method + " " + spelling + ": " + status);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/network//, /network",
        "/network;x=1, /network",
        "/id//organisation/gcsp, /id/organisation/gcsp",
        "/ID/organisation/gcsp.TTL, /id/organisation/gcsp.ttl",
        "/Id/Organisation/gcsp, /id/organisation/gcsp",
        "/id/Organisation.CSV, /id/organisation.csv",
        "/id/passage/tunis-agenda/72.l.TTL, /id/passage/tunis-agenda/72.l.ttl",
        "/Ontology/Organisation, /ontology/Organisation"
    })
    void aSlashOrACapitalTooManyIsLedOn(String address, String canonical) {
        HttpResponse<String> response = http.get(address);
        assertEquals(301, response.statusCode(), address);
        assertEquals(canonical, header(response, "Location"));
        assertEquals(
                308, http.post(address, "application/x-www-form-urlencoded", "").statusCode());
    }

    @ParameterizedTest
    @MethodSource({ADDRESSES, "alsoPostedTo"})
    void optionsNameTheMethodsThatAreAnswered(String address, List<String> types) {
        HttpResponse<String> options = http.method("OPTIONS", address);
        List<String> named = List.of(header(options, "Allow").split(", "));
        assertEquals(header(options, "Allow"), header(options, "Access-Control-Allow-Methods"), address);
        for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "LINK")) {
            HttpResponse<String> response = method.equals("POST")
                    ? http.post(address, "application/x-www-form-urlencoded", "x=1")
                    : http.method(method, address);
            int status = response.statusCode();
            assertEquals(
                    !named.contains(method), status == 405 || status == 403, method + " " + address + " " + status);
            if (status == 405) {
                assertEquals(header(options, "Allow"), header(response, "Allow"), method + " " + address);
            }
        }
        int strange = http.post(address, "application/json", "[]").statusCode();
        assertEquals(!named.contains("POST"), strange == 405, address + " " + strange);
    }

    static Stream<Arguments> alsoPostedTo() {
        return Stream.of(
                        "/mcp",
                        "/queries/partners",
                        "/queries/partners.csv",
                        "/search",
                        "/search.json",
                        "/imprint",
                        "/health",
                        "/favicon.ico")
                .map(address -> Arguments.of(address, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queries/partners", "/search", "/reconcile", "/reconcile/suggest/entity"})
    void whoPostsWhatIsNotReadIsToldWhatIs(String address) {
        String fix = problem(http.post(address, "application/json", "{}"), 415).getString("fix");
        assertTrue(!fix.contains("sparql"), fix);
    }

    @ParameterizedTest
    @CsvSource({"identity, 200", "IDENTITY, 200", "gzip, 415", "x, 415"})
    void aBodyThatIsWhatItIsIsRead(String coding, int status) {
        String form = "query=" + Http.encoded("ASK {}");
        assertEquals(
                status,
                http.post("/sparql", "application/x-www-form-urlencoded", form, "Content-Encoding", coding)
                        .statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "'', en, en",
        "'', fr, fr",
        "fr, en, fr",
        "'', 'en;q=0, *', fr",
        "'', 'de, *;q=0.5, en;q=0', fr",
        "'', 'fr;q=0, *', en",
        "'', 'de, it', en"
    })
    void anEmptyLanguageIsNoneAndARefusedOneIsNotTaken(String asked, String accepted, String language) {
        HttpResponse<String> page =
                http.get("/id/organisation/gcsp?lang=" + asked, "Accept", "text/html", "Accept-Language", accepted);
        assertEquals(200, page.statusCode());
        assertEquals(language, header(page, "Content-Language"));
    }
}
