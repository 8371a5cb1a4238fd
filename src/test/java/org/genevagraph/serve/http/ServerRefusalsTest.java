package org.genevagraph.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses, and how it says so. */
class ServerRefusalsTest extends RealServer {
    @Test
    void mistypedThingsAreToldTheNearestNames() {
        JsonObject problem = problem(http.get("/queries/shared-partners.csv?a=gscp&b=cyberpeace-institute"), 400);
        assertEquals("a: no organisation is called 'gscp'", problem.getString("cause"));
        assertTrue(problem.getString("fix").startsWith("did you mean gcsp"), problem.getString("fix"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/queries/shared-partner.csv?a=gcsp&b=nato | 404 | there is no query 'shared-partner' | did you mean shared-partners?",
                "/queries/shared-partners.csw?a=gcsp&b=nato | 404 | there is no format 'csw' | did you mean csv?",
                "/queries/shared-partners.csv?a=gcsp | 400 | shared-partners needs the parameter b: the other organisation | for example b=cyberpeace-institute",
                "/queries/shared-partners.csv?a=gcsp&b=nato&scop=involved | 400 | shared-partners has no parameter 'scop' | did you mean scope?",
                "/queries/shared-partners.csv?a=gcsp&b=nato&scope=all | 400 | scope: 'all' is not a choice | choose one of partner, involved",
                "/queries/shared-partners.csv?a=gcsp&a=nato&b=nato | 400 | the parameter 'a' is given more than once | give it once",
                "/queries/why.csv?subject=');DROP | 400 | subject: no organisation or initiative or issue or action line or sdg or objective or commitment or document or place or actor group is called '');DROP' | look it up by its name",
                "/nothing | 404 | there is nothing at /nothing | start at /",
                "/query/shared-partners | 404 | there is nothing at /query/shared-partners | did you mean /queries/shared-partners?",
                "/shared-partners.csv | 404 | there is nothing at /shared-partners.csv | did you mean /queries/shared-partners?",
                "/organisation/gcsp | 404 | there is nothing at /organisation/gcsp | did you mean /id/organisation/gcsp?",
                "/gcsp | 404 | there is nothing at /gcsp | did you mean /id/organisation/gcsp?",
                "/id/gcsp | 404 | there is no kind of thing 'gcsp' | did you mean /id/organisation/gcsp?",
                "/sparq | 404 | there is nothing at /sparq | did you mean /sparql?",
                "/metrix | 404 | there is nothing at /metrix | did you mean /matrix?",
                "/api/organisation | 404 | there is nothing at /api/organisation | did you mean /id/organisation?",
                "/queries/why.ttl?subject=gcsp | 404 | this query does not answer in the format ttl | take csv, tsv, json or xml"
            })
    void badInputIsAnsweredWithCauseAndFix(String path, int status, String cause, String fix) {
        JsonObject problem = problem(http.get(path.replace("'", "%27")), status);
        assertEquals(cause, problem.getString("cause"));
        assertEquals(fix, problem.getString("fix"));
    }

    /** A refusal depends on what a client accepts and, as a page, on its language; on nothing that Fuseki would have it depend on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/queries/partners?organisation=zz",
                "/id/organisation/nobody-at-all",
                "/sparql?query=x",
                "/sparql?query=ASK%7B%7D&format=shoe",
                "/sparql?query=ASK%7B%7D",
                "/sparql?query=INSERT+DATA%7B%7D"
            })
    void whatAnAnswerDependsOnIsToldAlikeEverywhere(String address) {
        HttpResponse<String> toProgram = http.get(address, "Accept", "application/json");
        assertEquals(Set.of("Accept", "Accept-Encoding"), varies(toProgram));
        HttpResponse<String> toBrowser = http.get(address, "Accept", "text/html");
        if (toBrowser.statusCode() >= 400) {
            assertEquals(Set.of("Accept", "Accept-Encoding", "Accept-Language"), varies(toBrowser));
        }
    }

    private static Set<String> varies(HttpResponse<String> response) {
        return Set.copyOf(
                List.of(String.join(",", response.headers().allValues("Vary")).split("\\s*,\\s*", -1)));
    }

    @Test
    void browsersAreLedToWhatMayBeMeant() {
        HttpResponse<String> page = http.get("/id/organisation/gscp?lang=fr", "Accept", "text/html");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("Vouliez-vous dire\u202f:"), page::body);
        assertTrue(page.body().contains("<a href=\"/id/organisation/gcsp?lang=fr\">Centre de politique"), page::body);
    }

    /** In both languages; what is no page of the site stays words. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void pagesThatAFixNamesAreLinks(String language) {
        String page = http.get("/contribute/relation", "Accept", "text/html", "Accept-Language", language)
                .body();
        assertTrue(page.contains("href=\"/imprint\">/imprint</a>"), page);
        assertTrue(page.contains("href=\"/docs/contribute\">/docs/contribute</a>"), page);
        String other = http.get("/nothing/docs/contribute", "Accept", "text/html", "Accept-Language", language)
                .body();
        assertFalse(other.contains("/docs/contribute</a>"), other);
        String question = http.get("/id/statement", "Accept", "text/html", "Accept-Language", language)
                .body();
        assertTrue(question.contains("href=\"/queries/why\">/queries/why</a>"), question);
    }

    @Test
    void browsersGetAPageForAProblem() {
        HttpResponse<String> response =
                http.get("/queries/why.html?subject=%3Cscript%3Ealert(1)%3C/script%3E", "Accept", "text/html");
        assertEquals(400, response.statusCode());
        assertTrue(header(response, "Content-Type").startsWith("text/html"));
        assertFalse(response.body().contains("<script>alert"), response::body);
        assertTrue(response.body().contains("&lt;script&gt;alert(1)"), response::body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT * { ?s ?p } | the query is broken at line 1, column 18: '}' is not expected there",
                "SELECT * { ?s ?p | the query is broken at line 1, column 16: it ends too early",
                "SELECT * { ?s ?p ?o FILTER REGEX(?o, \"(\") } | the query is broken at line 1, column 39: a pattern is no regular expression",
                "nonsense | the query is broken at line 1, column 9: after 'nonsense' comes a character that cannot stand there",
                "SELECT * {¶ LET (?x := 1) } | the query is broken at line 2, column 5: after 'LET' comes a character that cannot stand there",
                "SELECT * { ?s ?p ?o } LIMIT -1 | the query is broken at line 1, column 29: '-1' is not expected there",
                "ASK { ?s ?p 'open } | the query is broken at line 1, column 20: after '\\'open }' comes a character that cannot stand there",
                "SELECT * { ?s a schema:Person } | the query is broken at line 1, column 17: Unresolved prefixed name: schema:Person",
                "SELECT * { } LIMIT 99999999999999999999 | the query is broken at line 1, column 20: a number is too large",
                "SELECT * {¶ BIND(1 AS ?x)¶ BIND(2 AS ?x) } | the query is broken at line 3, column 12: BIND: Variable used when already in-scope: ?x in BIND(2 AS ?x)",
                "SELECT (COUNT(*) AS ?s) ?s { ?s ?p ?o } | the query is broken at line 1, column 21: Duplicate variable (had an expression) in result projection '?s'",
                "SELECT (REGEX('aha', 'a', 'z') AS ?x) {} | the query is broken at line 1, column 28: the flags of a regular expression can be s, m, i, x, q",
                "SELECT (REPLACE('a', '(', 'b') AS ?x) {} | the query is broken at line 1, column 23: a pattern is no regular expression"
            })
    void aBrokenQueryIsToldWithItsPlace(String query, String cause) {
        assertEquals(cause, problem(http.sparql(query.replace("¶", "\n")), 400).getString("cause"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <a:b> <a:b> <a:b> }",
                "PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }",
                "load <http://127.0.0.1:1/>",
                "CLEAR ALL",
                "DROP GRAPH <a:b>",
                "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
                "# a note\nCREATE GRAPH <a:b>"
            })
    void anUpdateIsRefusedWhereverItStands(String update) {
        problem(http.sparql(update), 403);
        problem(http.post("/sparql", "application/sparql-query", update), 403);
    }

    @ParameterizedTest
    @CsvSource({
        "ASK {}, ttl, ",
        "SELECT * {}, geojson, ",
        "SELECT * {}, shoe, ",
        "SELECT * {}, '', application/sparql-results+json",
        "SELECT * {}, xml, application/sparql-results+xml",
        "SELECT * {}, text/xml, application/sparql-results+xml",
        "CONSTRUCT WHERE { ?s a ?o } LIMIT 1, csv, ",
        "CONSTRUCT WHERE { ?s a ?o } LIMIT 1, ics, ",
        "CONSTRUCT WHERE { ?s a ?o } LIMIT 1, xml, application/rdf+xml",
        "CONSTRUCT WHERE { ?s a ?o } LIMIT 1, json, application/ld+json",
        "CONSTRUCT WHERE { ?s a ?o } LIMIT 1, turtle, text/turtle; charset=utf-8"
    })
    void aFormatIsNamedOfThoseThatTheQueryHas(String query, String format, String type) {
        HttpResponse<String> response =
                http.get("/sparql?query=" + Http.encoded(query) + "&format=" + format, "Accept", "*/*");
        assertEquals(type == null ? 406 : 200, response.statusCode(), response::body);
        if (type != null) {
            assertEquals(type, header(response, "Content-Type"));
        }
    }

    @Test
    void oneQueryIsAskedAtATime() {
        problem(http.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D"), 400);
        problem(http.get("/sparql?query="), 400);
    }

    @Test
    void unknownParametersOfTheProtocolArePassedOverAndNeverReflected() {
        for (String added : List.of("stylesheet=%22%3E%3Cx", "callback=alert", "utm_source=%3Cx")) {
            HttpResponse<String> response = http.get("/sparql?query=ASK%7B%7D&" + added);
            assertEquals(200, response.statusCode());
            assertFalse(response.body().contains("<x") || response.body().contains("alert"), response::body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "MOVE"})
    void methodsThatWriteAreRefused(String method) {
        long before = server.served().snapshot().dataset().getDefaultGraph().size();
        for (String path : List.of("/sparql", "/sparql?default", "/sparql/data", "/queries/why", "/")) {
            problem(http.method(method, path), 403);
        }
        assertEquals(
                before, server.served().snapshot().dataset().getDefaultGraph().size());
    }

    @Test
    void updatesAreRefusedHoweverTheyCome() {
        String update = "INSERT DATA { <urn:x:s> <urn:x:p> <urn:x:o> }";
        problem(http.post("/sparql", "application/sparql-update", update), 403);
        problem(http.post("/sparql", "application/x-www-form-urlencoded", "update=" + Http.encoded(update)), 403);
        problem(http.get("/sparql?update=" + Http.encoded(update)), 403);
        problem(http.post("/sparql", "text/turtle", "<urn:x:s> <urn:x:p> <urn:x:o> ."), 415);
        problem(http.post("/sparql", "application/ld+json", "{\"@context\":\"http://127.0.0.1:9/c\"}"), 415);
        problem(http.sparql(update), 403);
        assertTrue(http.sparql("ASK { <urn:x:s> ?p ?o }").body().contains("false"));
    }

    @Test
    void adminAndOtherServicesAreOff() {
        for (String path : List.of(
                "/$/ping",
                "/$/datasets",
                "/$/server",
                "/$/stats",
                "/$/metrics",
                "/$/compact/sparql",
                "/sparql/query",
                "/sparql/update",
                "/sparql/data")) {
            assertEquals(404, http.get(path.replace("$", "%24")).statusCode(), path);
            assertEquals(404, http.get(path + "?query=ASK%7B%7D").statusCode(), path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../../pom.xml",
                "/assets/%2e%2e/%2e%2e/pom.xml",
                "/assets/..%2f..%2fpom.xml",
                "/assets//etc/passwd",
                "/assets/style.css/../x",
                "/assets/",
                "/queries/../pom.xml",
                "/queries/%2e%2e%2fpom",
                "/queries/..;/pom.xml"
            })
    void pathsLeadNowhereElse(String path) {
        HttpResponse<String> response = http.get(path);
        if (response.statusCode() == 301) {
            response = http.get(header(response, "Location"));
        }
        assertTrue(List.of(400, 404).contains(response.statusCode()), path + " " + response.statusCode());
        String body = response.body();
        assertFalse(body.contains("modelVersion") || body.contains("root:"), body);
    }
}
