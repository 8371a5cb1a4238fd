package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.genevagraph.Mini;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters are values: whatever is in them, they name a thing, are a number or a word, or are refused. */
class ParametersTest {
    private static final String QUERY = """
            #+ summary: Everything at once
            #+ params:
            #+   - {name: organisation, type: organisation, help: h, example: alpha}
            #+   - {name: initiative, type: initiative, help: h, example: talks}
            #+   - {name: issue, type: issue, help: h, example: dialogue}
            #+   - {name: action-line, type: action-line, help: h, example: c1}
            #+   - {name: sdg, type: sdg, help: h, example: "1"}
            #+   - {name: objective, type: objective, help: h, example: objective-1}
            #+   - {name: commitment, type: commitment, help: h, example: talk-daily}
            #+   - {name: document, type: document, help: h, example: charter}
            #+   - {name: place, type: place, help: h, example: town}
            #+   - {name: group, type: actor-group, help: h, example: talkers}
            #+   - {name: thing, type: thing, help: h, example: alpha}
            #+   - {name: several, type: [document, organisation], help: h, example: alpha}
            #+   - {name: text, type: text, help: h, example: word}
            #+   - {name: integer, type: integer, help: h, example: "1"}
            #+   - {name: year, type: year, help: h, example: "2019"}
            #+   - {name: choice, type: choice, choices: [one, other], words: {one: One, other: Other}, help: h, example: one}
            #+ ask: What is given?
            #+ fr:
            #+   summary: Tout
            #+   ask: Qu’est-ce qui est donné ?
            #+   params: {organisation: h, initiative: h, issue: h, action-line: h, sdg: h, objective: h, commitment: h, document: h, place: h, group: h,
            #+     thing: h, several: h, text: h, integer: h, year: h, choice: h}
            #+   words: {choice: {one: Un, other: Autre}}
            SELECT ?given WHERE {
              VALUES ?row { 1 }
              BIND (COALESCE(?organisation, ?initiative, ?issue, ?action_line, ?sdg, ?objective, ?commitment, ?document, ?place, ?group, ?thing,
                ?several, ?text, ?integer, ?year, ?choice) AS ?given)
            } ORDER BY ?given
            """;

    private static final QueryRunner RUNNER = new QueryRunner(Mini.snapshot(), Limits.STANDARD);

    @TempDir
    private Path folder;

    private QueryFile query() throws IOException, ProblemException, Refusal {
        Files.writeString(folder.resolve("all.rq"), QUERY);
        return QueryCatalogue.read(folder).find("all");
    }

    @ParameterizedTest
    @CsvSource({
        "organisation, alpha, organisation/alpha",
        "organisation, AF, organisation/alpha",
        "organisation, af, organisation/alpha",
        "organisation, ALPHA FOUNDATION, organisation/alpha",
        "organisation, fondation  alpha, organisation/alpha",
        "organisation, https://w3id.org/geneva-graph/id/organisation/alpha, organisation/alpha",
        "organisation, organisation:alpha, organisation/alpha",
        "organisation, old-alpha, organisation/alpha",
        "initiative, ToT, initiative/talks",
        "action-line, C7 e-talk, action-line/c7-e-talk",
        "action-line, c1, action-line/c1",
        "sdg, SDG 2, sdg/sdg-2",
        "sdg, 2, sdg/sdg-2",
        "sdg, Deuxième objectif, sdg/sdg-2",
        "issue, causerie d'ete, issue/dialogue",
        "group, SPEAKERS, actor-group/talkers",
        "group, bavards, actor-group/talkers",
        "thing, alpha, organisation/alpha",
        "thing, document:alpha, document/alpha",
        "thing, Charter of Talks, document/charter",
        "several, alpha, document/alpha",
        "several, organisation:alpha, organisation/alpha",
        "several, AF, organisation/alpha"
    })
    void aThingIsFoundByWhatPeopleCallIt(String parameter, String given, String expected) throws Exception {
        Map<String, Node> values = RUNNER.parameters().of(query(), Map.of(parameter, given));
        assertEquals(Iris.BASE + "id/" + expected, values.get(parameter).getURI());
    }

    @Test
    void anUnknownNameIsToldTheNearest() throws Exception {
        QueryFile query = query();
        Refusal refusal =
                assertThrows(Refusal.class, () -> RUNNER.run(query, Map.of("organisation", "Alfa Foundation")));
        assertEquals("organisation: no organisation is called 'Alfa Foundation' – did you mean alpha?", refusal.line());
    }

    @Test
    void ofSeveralKindsNoOtherIsTaken() throws Exception {
        QueryFile query = query();
        Refusal refusal = assertThrows(Refusal.class, () -> RUNNER.run(query, Map.of("several", "talks")));
        assertTrue(refusal.line().startsWith("several: no document or organisation is called 'talks'"), refusal.line());
        assertEquals(
                "document or organisation",
                query.parameter("several").orElseThrow().label());
    }

    /** Comparing it with all names, or reading it as a number, took most of a minute. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "9", "é", " x", "document:"})
    @Timeout(30)
    void whatIsTooLongIsRefusedBeforeItIsCompared(String piece) throws Exception {
        String given = piece.repeat(250_000 / piece.length());
        for (Parameter parameter : query().parameters()) {
            Refusal refusal = assertThrows(Refusal.class, () -> RUNNER.run(query(), Map.of(parameter.name(), given)));
            assertTrue(refusal.getMessage().endsWith(" characters"), refusal::getMessage);
            assertTrue(refusal.line().length() < 200, refusal::line);
        }
        assertEquals(List.of(), Nearest.of(given, List.of("x", given)));
    }

    @Test
    void hostileValuesChangeNoQuery() throws Exception {
        QueryFile query = query();
        String text = query.query().toString();
        List<String> payloads = payloads();
        assertTrue(payloads.size() >= 300, "payloads: " + payloads.size());
        for (Parameter parameter : query.parameters()) {
            for (String payload : payloads) {
                try {
                    Answer answer = RUNNER.run(query, Map.of(parameter.name(), payload));
                    Result.Rows rows = (Result.Rows) answer.result();
                    assertEquals(1, rows.rows().size(), payload);
                    Node given = rows.rows().get(0).get("given");
                    assertTrue(
                            given == null || given.isLiteral(),
                            () -> parameter.name() + "=" + payload + " gave " + given);
                } catch (Refusal refusal) {
                    assertEquals(Refusal.Reason.BAD_REQUEST, refusal.reason(), payload);
                }
            }
        }
        assertEquals(text, query.query().toString());
    }

    /** Quotes, brackets, comments, escapes and IRIs that would end a term or begin a pattern, if text were pasted. */
    private static List<String> payloads() {
        List<String> pieces = List.of(
                "\"",
                "'",
                "\"\"\"",
                "'''",
                ">",
                "<",
                "}",
                "{",
                ")",
                "(",
                "]",
                ";",
                ".",
                "#",
                "\\",
                "\n",
                "\r",
                "\u0000",
                "\u202E",
                "?s ?p ?o",
                "UNION",
                "SERVICE <http://127.0.0.1:9/>",
                "DROP ALL",
                "INSERT DATA",
                "<urn:x>",
                "^^<urn:x>",
                "@en",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "%3E",
                "\\u003E",
                "$organisation",
                "?organisation",
                "{organisation}",
                "' OR 1=1 --",
                "*/",
                "/*",
                Iris.BASE + "id/organisation/nobody> ?p ?o",
                "\uD83D\uDE00",
                "\uFFFD",
                "gscp",
                "-1",
                "1e400",
                "00",
                "２０２１");
        List<String> payloads = new ArrayList<>(pieces);
        Random random = new Random(20261122);
        while (payloads.size() < 320) {
            StringBuilder payload = new StringBuilder();
            for (int i = random.nextInt(6) + 1; i > 0; i--) {
                payload.append(pieces.get(random.nextInt(pieces.size())));
            }
            payloads.add(payload.toString());
        }
        payloads.add("x".repeat(10_000));
        return payloads;
    }

    @Test
    void whatIsAskedOfTwoThingsIsNotAskedOfOneTwice() throws IOException, ProblemException {
        int refused = 0;
        for (QueryFile query : Mini.queries().all()) {
            for (Parameter parameter : query.parameters()) {
                if (!parameter.otherThan().isEmpty()) {
                    Map<String, String> same =
                            Map.of(parameter.otherThan(), "organisation:alpha", parameter.name(), "AF");
                    Refusal refusal = assertThrows(Refusal.class, () -> RUNNER.run(query, same));
                    assertEquals(
                            parameter.otherThan() + " and " + parameter.name() + " are the same", refusal.getMessage());
                    refused++;
                }
            }
        }
        assertTrue(refused > 0, "no query is about two things");
    }

    @ParameterizedTest
    @CsvSource({
        "2023, 2021, true",
        "2021-05-02, 2021-05-01, true",
        "2021-05, 2021-04-30, true",
        "2021-05, 2021, false",
        "2021, 2021-05, false",
        "2021, 2021, false",
        "2020-12-31, 2021, false"
    })
    void whatEndsBeforeItBeginsIsToldAndNotAnsweredByNothing(String first, String last, boolean reversed)
            throws IOException, ProblemException, Refusal {
        int asked = 0;
        for (QueryFile query : Mini.queries().all()) {
            for (Parameter parameter : query.parameters()) {
                if (!parameter.notBefore().isEmpty()) {
                    Map<String, String> times = Map.of(parameter.notBefore(), first, parameter.name(), last);
                    if (reversed) {
                        Refusal refusal = assertThrows(Refusal.class, () -> RUNNER.run(query, times));
                        assertEquals(parameter.name() + " is before " + parameter.notBefore(), refusal.getMessage());
                        assertEquals("swap the two", refusal.fix());
                    } else {
                        RUNNER.run(query, times);
                    }
                    asked++;
                }
            }
        }
        assertTrue(asked > 0, "no query is about a span of time");
    }

    /** Whoever asks a question for too much is told by what it can be narrowed; one that is as narrow as it can be, only what it took. */
    @Test
    void whatTakesTooMuchSaysByWhatItCanBeNarrowed() throws Refusal {
        QueryRunner runner = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD.withRows(1));
        Refusal wide =
                assertThrows(Refusal.class, () -> runner.run(Mini.queries().find("implementation-map"), Map.of()));
        assertEquals(Refusal.Reason.TOO_LARGE, wide.reason());
        assertEquals("narrow the question by objective, only, or take the dump and ask it at home", wide.fix());
        Refusal narrow = assertThrows(
                Refusal.class, () -> runner.run(Mini.queries().find("citations"), Map.of("document", "tunis-agenda")));
        assertEquals(wide.getMessage(), narrow.getMessage());
        assertTrue(narrow.fix().startsWith("ask for less at a time"), narrow.fix());
    }
}
