package org.genevagraph.query.guard;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genevagraph.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is short and takes the parser or the planner for ever is refused by one look at the text; what only looks so is not. */
class QueryTextTest {
    record Refused(String query, String cause) {}

    static Stream<Refused> tooMuch() {
        String exists = "FILTER EXISTS { ";
        return Stream.of(
                new Refused("SELECT * {" + exists.repeat(40) + "?s ?p ?o" + "}".repeat(41), "EXISTS deeper than 6"),
                new Refused(
                        "SELECT * {" + "FILTER \\u0045XISTS # {\n{".repeat(40) + "?s ?p ?o" + "}".repeat(41),
                        "EXISTS deeper than 6"),
                new Refused("ASK " + "{".repeat(65) + "}".repeat(65), "brackets deeper than 64"),
                new Refused("ASK " + "\\u007B".repeat(65) + "}".repeat(65), "brackets deeper than 64"),
                new Refused("ASK { ?s ?p " + "(".repeat(100) + ")".repeat(100) + " }", "brackets deeper than 64"),
                new Refused("SELECT * { ?s ?p (" + "1 ".repeat(25_000) + ") }", "100 members in one list"),
                new Refused("ASK { FILTER (?x IN (" + "1,".repeat(2_000) + "1)) }", "members between two brackets"),
                new Refused("SELECT * {" + tables(10, 40) + "}", "1000000 combinations"),
                new Refused("SELECT * {" + values(10_001) + "}", "10000 values"),
                new Refused("SELECT * {" + "{} UNION ".repeat(101) + "{} }", "100 branches"),
                new Refused("SELECT * {" + "OPTIONAL {} ".repeat(101) + "}", "100 branches"),
                new Refused("SELECT * {" + "{} ".repeat(401) + "}", "400 groups"),
                new Refused("SELECT * {" + "?s ?p ?o .".repeat(1_001) + "}", "1000 triple patterns"),
                new Refused("SELECT * { ?s ?p ?o " + "; ?p ?o".repeat(1_001) + "}", "1000 triple patterns"),
                new Refused("SELECT (1" + "+1".repeat(1_001) + " AS ?x) {}", "operators"),
                new Refused("SELECT (1" + "-1".repeat(1_001) + " AS ?x) {}", "operators"),
                new Refused("SELECT * { ?s a" + "/a".repeat(1_001) + " ?o }", "1000 operators"),
                new Refused("SELECT * { ?s " + "^".repeat(1_001) + "a ?o }", "1000 operators"),
                new Refused("SELECT (" + "!".repeat(1_001) + "true AS ?x) {}", "1000 operators"),
                new Refused("SELECT * {" + "BIND (1 AS ?x) ".repeat(501) + "}", "500 filters and assignments"),
                new Refused("SELECT * {} GROUP BY" + " ?x".repeat(101), "100 keys"),
                new Refused("ASK {} #" + "x".repeat(70_000), "characters"));
    }

    private static String values(int rows) {
        return "VALUES ?v {" + " 1".repeat(rows) + "}";
    }

    private static String tables(int tables, int rows) {
        String row = IntStream.range(0, rows).mapToObj(i -> "(" + i + ")").collect(Collectors.joining(" "));
        return IntStream.range(0, tables)
                .mapToObj(i -> "VALUES (?v" + i + ") { " + row + " } ")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void tooMuchIsRefused(Refused refused) {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> QueryText.check(refused.query(), Limits.STANDARD),
                () -> refused.query().substring(0, 60));
        assertEquals(Refusal.Reason.BAD_REQUEST, refusal.reason());
        assertTrue(refusal.getMessage().contains(refused.cause()), refusal::getMessage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { SERVICE <http://example.org/> {} }",
                "ASK { service silent ?x {} }",
                "ASK{SERVICE<http://example.org/>{}}",
                "ASK { \\u0053ERVICE <http://example.org/> {} }",
                "PREFIX : <urn:x:> ASK { FILTER EXISTS { { SELECT (SUM(IF(EXISTS { SERVICE :x {} }, 1, 2)) AS ?n) {} } } }"
            })
    void callsToOtherServicesAreSeenWhereverTheyStand(String query) {
        assertEquals(
                Refusal.Reason.FORBIDDEN,
                assertThrows(Refusal.class, () -> QueryText.check(query, Limits.STANDARD))
                        .reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?service { ?service <http://example.org/SERVICE> 'SERVICE', \"\"\"SERVICE \" { \"\"\" } # SERVICE {",
                "PREFIX service: <urn:x:> PREFIX service-x: <urn:x:> ASK { ?s service:service service-x:SERVICE . _:service a service: }",
                "ASK { ?s ?p '\\\\', \"it's {{{{ \\\" \", '''({['\"''' FILTER (?p < 3 && 4 > ?p || ?s<?p) }"
            })
    void wordsAndBracketsInNamesStringsAndCommentsDoNotCount(String query) {
        assertDoesNotThrow(() -> QueryText.check(query, Limits.STANDARD));
        String brackets = "SELECT * { ?s ?p '" + "{([".repeat(500) + "', <http://x/" + "(".repeat(500) + "> } # "
                + "{".repeat(500);
        assertDoesNotThrow(() -> QueryText.check(brackets, Limits.STANDARD));
    }

    @Test
    void whatPeopleAskIsNotRefused() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of("queries"))) {
            // Those in the folder call other services, which only some operators allow.
            files = walk.filter(path -> path.toString().endsWith(".rq") && !path.startsWith("queries/federated"))
                    .toList();
        }
        assertTrue(files.size() > 20, files::toString);
        for (Path file : files) {
            String text = Files.readString(file);
            assertDoesNotThrow(() -> QueryText.check(text, Limits.STANDARD), file::toString);
        }
        assertDoesNotThrow(() -> QueryText.check("SELECT * {" + values(9_000) + "}", Limits.STANDARD));
        assertDoesNotThrow(() -> QueryText.check("SELECT * {" + tables(3, 60) + "}", Limits.STANDARD));
    }

    /** Each piece makes something begin that does not end. */
    @ParameterizedTest
    @ValueSource(
            strings = {"<", "<a", "\"", "'''", "\"\"\"", "a-", "a.", "x:\\", "?", "\\u00", "\\", "@", "#", ":", "(", "-"
            })
    @Timeout(30)
    void theLookEndsSoonAfterTheText(String piece) {
        String text = piece.repeat(Limits.STANDARD.queryCharacters() / piece.length());
        try {
            QueryText.check(text, Limits.STANDARD);
        } catch (Refusal refusal) {
            // As good as passing: it ended.
        }
    }
}
