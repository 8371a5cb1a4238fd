package org.genevagraph.serve.pages.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the search answers to bad input, and to words that are chosen to do harm. */
class HostileSearchTest extends SearchDoor {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=a&kind=organization | kind: 'organization' is no kind of thing | did you mean organisation?",
                "q=a&kind=statement | kind: 'statement' is no kind of thing | choose one of organisation, initiative, issue, action-line, sdg, objective, commitment, document, place, actor-group, passage",
                "q=a&limit=0 | limit: '0' is not a whole number from 1 to 100 | for example limit=20",
                "q=a&limit=101 | limit: '101' is not a whole number from 1 to 100 | for example limit=20",
                "q=a&limit=ten | limit: 'ten' is not a whole number from 1 to 100 | for example limit=20",
                "q=a&offset=-1 | offset: '-1' is not a whole number from 0 to 1000000 | for example offset=20",
                "q=a&offset=99999999999999999999 | offset: '99999999999999999999' is not a whole number from 0 to 1000000 | for example offset=20",
                "q=a&q=b | the parameter 'q' is given more than once | give it once",
                "q=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z+a+b+c+d+e+f+g+h+i+j+k+l+m+n+o | q: has 41 words | use at most 40"
            })
    void badInputIsAnsweredWithCauseAndFix(String parameters, String cause, String fix) {
        JsonObject problem = problem(http.get("/search?" + parameters), 400);
        assertEquals(cause, problem.getString("cause"));
        assertEquals(fix, problem.getString("fix"));
    }

    @Test
    void wordsHaveTheirLimits() {
        assertEquals(
                "q: has 201 characters",
                problem(http.get(path("a".repeat(201))), 400).getString("cause"));
        assertEquals(
                "q: has 10000 characters",
                problem(http.get(path("~*?\"(".repeat(2000))), 400).getString("cause"));
        assertEquals(0, total(found("a".repeat(200))));
        assertEquals(0, total(found("\uD835\uDC9C".repeat(200))));
        problem(http.get(path("一".repeat(41))), 400);
        assertTrue(http.get(path("a".repeat(201)), "Accept", "text/html").body().contains("Use at most 200"));
        problem(http.get("/search?q=gcsp", "Accept", "image/png"), 406);
    }

    /** Texts that could mean something to a parser of queries, to a regular expression, to JSON or to HTML. */
    private static Stream<String> hostile() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "*",
                "?",
                "~",
                "~2",
                "^4",
                "^-1",
                "\"",
                "'",
                "\\",
                "/",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "[* TO *]",
                ":",
                "names:",
                "*:*",
                "_exists_:",
                "&&",
                "||",
                "!",
                "+",
                "-",
                "AND",
                "OR",
                "NOT",
                " ",
                "  ",
                "\t",
                "\r\n",
                "\u0000",
                "\u0001",
                "\u001B",
                "\u007F",
                "\u0085",
                "\u200B",
                "\u202E",
                "\u2028",
                "\uFEFF",
                "\uFFFF",
                "\u00AD",
                "\u0301",
                "e\u0301\u0301\u0301",
                "İ",
                "ß",
                "ﬁ",
                "ｇｃｓｐ",
                "中文",
                "ไทย",
                "עברית",
                "\uD83D\uDE00",
                "\uDBFF\uDFFF",
                "<script>alert(1)</script>",
                "<!--",
                "]]>",
                "&amp;",
                "%00",
                "%",
                "${7*7}",
                "#{7*7}",
                "{{7*7}}",
                "../../etc/passwd",
                "';DROP TABLE",
                "gcsp",
                "the",
                "a",
                "9",
                "-0",
                "1e999",
                "NaN",
                ".*",
                "a{99}",
                "(a+)+$",
                "l'",
                "'s",
                "s's's",
                ".",
                "a.b.c",
                "_",
                "__",
                "x_y",
                "x:y");
        Stream<String> mixed = IntStream.range(0, 150).mapToObj(i -> {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(8);
            for (int j = 0; j < length; j++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            return text.toString();
        });
        return Stream.concat(pieces.stream(), mixed);
    }

    @Test
    void hostileTextIsJustText() {
        int asked = 0;
        for (String text : hostile().toList()) {
            HttpResponse<String> json = http.get(path(text));
            assertTrue(json.statusCode() == 200 || json.statusCode() == 400, text + ": " + json.statusCode());
            JSON.parse(json.body());
            if (json.statusCode() == 400) {
                String cause = problem(json, 400).getString("cause");
                assertTrue(
                        cause.equals("there is nothing to search for")
                                || cause.matches("q: has \\d+ (words|characters)"),
                        text + ": " + cause);
            }
            HttpResponse<String> page = http.get(path(text), "Accept", "text/html");
            assertTrue(page.statusCode() == 200 || page.statusCode() == 400, text + ": " + page.statusCode());
            assertFalse(withoutOwnScripts(page.body()).contains("<script"), page::body);
            assertFalse(page.body().chars().anyMatch(c -> c < ' ' && c != '\n'), text);
            asked++;
        }
        assertTrue(asked > 200, "searches: " + asked);
    }

    @Test
    void brokenEncodingIsABadRequest() {
        for (String broken : List.of("%ff", "%c3%28", "%ED%A0%80")) {
            assertEquals(400, http.get("/search?q=" + broken).statusCode(), broken);
        }
    }

    @ParameterizedTest
    @MethodSource("costly")
    @Timeout(20)
    void whatTakesLongToCompareIsAnswered(String words) {
        found(words);
    }

    private static Stream<String> costly() {
        return Stream.of(
                "abcdefghijklmnopqrst".repeat(10),
                "abcdefghijklmno ".repeat(12),
                "a b c d e f g h i j k l",
                "responsibilty ".repeat(14),
                "q w e r t y u i o p a s d f g h j k l z x c v b n m q w e r t y u i o p a s d f",
                "responsibilitis internetional cooperatoin developmnt informatoin communicaton organisatoin",
                "a");
    }
}
