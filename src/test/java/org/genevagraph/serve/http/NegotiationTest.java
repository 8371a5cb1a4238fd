package org.genevagraph.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several forms and languages a client gets, by what it accepts and by what it names. */
class NegotiationTest extends RealServer {
    /** Pages are for those who want pages most; not for programs that would rather have data, or refuse them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | text/html",
                "TEXT/HTML | text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "text/html;q=0 | application/problem+json",
                "*/*, text/html;q=0 | application/problem+json",
                "application/json, text/html;q=0.1 | application/problem+json",
                "text/turtle, application/rdf+xml;q=0.9, text/html;q=0.5 | application/problem+json",
                "text/x-text/html-like | application/problem+json",
                "text/plain | text/plain",
                "text/plain;q=0 | application/problem+json",
                "text/html;level=',;q=0' | text/html",
                "text/plain;format='a,b';q=0.1, text/html;q=0.5 | text/html",
                "text/html;q=.5, text/plain;q=.4 | text/html",
                "text/html;q=0.0001 | text/html",
                "text/html;q=, text/plain;q=0.9 | text/html"
            })
    void errorsHaveTheFormThatIsLikedBest(String written, String type) {
        String accept = written.replace('\'', '"');
        for (String address : List.of(
                "/nothing",
                "/queries/nothing",
                "/queries/partners.csv?organisation=nobody-at-all",
                "/id/organisation/nobody-at-all",
                "/graph/nothing",
                "/docs/nothing",
                "/sparql?query=ASK",
                "/map?objective=nobody-at-all",
                "/?lang=zz")) {
            HttpResponse<String> response = http.get(address, "Accept", accept);
            assertTrue(response.statusCode() >= 400, address);
            assertEquals(type, header(response, "Content-Type").replaceFirst(";.*", ""), address + " for " + accept);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ASK {}, text/xml, application/sparql-results+xml",
        "ASK {}, application/xml, application/sparql-results+xml",
        "ASK {}, image/svg+xml, ",
        "ASK {}, application/x-jsonlines, ",
        "ASK {}, application/rdf+xml, ",
        "CONSTRUCT WHERE { ?s a ?o } LIMIT 1, text/n3, text/turtle",
        "CONSTRUCT WHERE { ?s a ?o } LIMIT 1, text/xml, application/rdf+xml",
        "CONSTRUCT WHERE { ?s a ?o } LIMIT 1, application/x-intergraph, ",
        "CONSTRUCT WHERE { ?s a ?o } LIMIT 1, image/svg+xml, "
    })
    void onlyWhatMeansAFormatGivesIt(String query, String accept, String type) {
        HttpResponse<String> response = http.sparql(query, "Accept", accept);
        assertEquals(type == null ? 406 : 200, response.statusCode(), response::body);
        if (type != null) {
            assertEquals(type, header(response, "Content-Type").replaceFirst(";.*", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/queries/partners?organisation=gcsp, json, application/sparql-results+json",
        "/places, json, application/sparql-results+json",
        "/id/organisation/gcsp, json, application/ld+json",
        "/ontology, json, application/ld+json",
        "/sparql, json, application/ld+json",
        "/sparql?query=ASK%7B%7D, json, application/sparql-results+json",
        "/queries/partners?organisation=gcsp, xml, application/sparql-results+xml",
        "/id/organisation/gcsp, xml, application/rdf+xml",
        "/ontology, xml, application/rdf+xml",
        "/sparql, xml, application/rdf+xml",
        "/sparql?query=ASK%7B%7D, xml, application/sparql-results+xml"
    })
    void aGeneralTypeStandsForTheFormThatThereIs(String address, String general, String type) {
        String whole = "application/" + general;
        HttpResponse<String> response = http.get(address, "Accept", whole);
        assertEquals(200, response.statusCode());
        assertEquals(type, header(response, "Content-Type").replaceFirst("; charset=utf-8$", ""));
        for (String name : List.of(general, general.toUpperCase(Locale.ROOT), whole)) {
            HttpResponse<String> named =
                    http.get(address + (address.contains("?") ? "&" : "?") + "format=" + name, "Accept", "text/html");
            assertEquals(header(response, "ETag"), header(named, "ETag"), address + " as " + name);
        }
    }

    /** What is named decides before the asterisk, which stands for whatever is not; of equally good ones the first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | fr",
                "fr-CH, en;q=0.5 | fr",
                "*;q=0.5, fr;q=0.1 | en",
                "fr;q=0, * | en",
                "en;q=0, * | fr",
                "de, *;q=0.1, fr;q=0.2 | fr",
                "de, fr;q=0.8, en;q=0.8 | fr",
                "*, fr | fr",
                "fr;q=0 | en",
                "fr;q=abc | en"
            })
    void theLanguageIsTheOneThatIsLikedBest(String accepted, String language) {
        HttpResponse<String> page = http.get("/docs", "Accept", "text/html", "Accept-Language", accepted);
        assertEquals(language, header(page, "Content-Language"));
    }

    @Test
    void xmlHasTwoNames() {
        assertEquals(200, http.get("/sitemap.xml", "Accept", "text/xml").statusCode());
        assertEquals(406, http.get("/sitemap.xml", "Accept", "text/xml;q=0").statusCode());
        assertEquals(406, http.get("/sitemap.xml", "Accept", "text/turtle").statusCode());
    }

    /** A bare asterisk is everything. */
    @Test
    void someLibrariesWriteABareAsterisk() {
        assertEquals(200, http.get("/docs", "Accept", "image/gif, *; q=.2").statusCode());
        assertEquals(406, http.get("/docs", "Accept", "*;q=0").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"FR, fr", "fr-CH, fr", "en-GB, en"})
    void languagesAreKnownInAnyCaseAndByNarrowerTags(String asked, String language) {
        HttpResponse<String> page = http.get("/id/organisation/gcsp?lang=" + asked, "Accept", "text/html");
        assertEquals(200, page.statusCode());
        assertEquals(language, header(page, "Content-Language"));
    }
}
