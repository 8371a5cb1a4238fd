package org.genevagraph.serve.pages.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of pages with answers are those of their language: none of the other, and none that is missing. */
class AnswerWordsTest extends RealServer {
    /** What stands before a text that readers see or hear. */
    private static final String TEXT_BEGINS =
            "(?:>\\s*|(?:aria-label|placeholder|title|data-(?:copy|copied|found|one|none|ascending|descending))=\")";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queries",
                "/queries/why",
                "/queries/shared-partners?a=gcsp&b=gspi",
                "/queries/partners?organisation=gcsp",
                "/queries/about?thing=normandy-p5",
                "/queries/coverage-gaps",
                "/queries/connection?a=&b=itu",
                "/queries/connection?a=gcsp&b=itu",
                "/queries/implementation-ways?commitment=setting-up-the-ai-panel",
                "/search?q=geneva",
                "/search?q=qqqqqq"
            })
    void aFrenchPageHasNoEnglishOfTheSite(String path) throws IOException {
        String page = http.get(path + (path.contains("?") ? "&" : "?") + "lang=fr", "Accept", "text/html")
                .body();
        assertTrue(page.contains("<html lang=\"fr\">"), page);
        for (String file : List.of("site", "ask", "answer", "columns", "values", "kinds", "search")) {
            Properties english = messages(file);
            Properties french = messages(file + "_fr");
            assertEquals(english.keySet(), french.keySet());
            for (String key : english.stringPropertyNames()) {
                String text = english.getProperty(key).replace("{0}", "").strip();
                if (!text.equals(french.getProperty(key).replace("{0}", "").strip())) {
                    Matcher said = Pattern.compile(TEXT_BEGINS + Pattern.quote(text) + "\\s*[<\"]")
                            .matcher(page);
                    assertFalse(said.find(), key + ": " + text);
                }
            }
        }
        // Code is in English: the query to copy begins with its summary.
        String words = page.replaceAll("(?s)<pre.*?</pre>", "");
        for (QueryFile query : server.served().catalogue().all()) {
            assertFalse(words.contains(query.summary()), query.summary());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queries/connection?a=gcsp&b=itu",
                "/queries/connection?a=gspi&b=cyberpeace-institute",
                "/queries/reading?document=gcsp&number=8"
            })
    void whatRowsSayIsASentenceOfTheLanguage(String path) {
        String french = http.get(path + "&lang=fr", "Accept", "text/html").body();
        ResultSet rows = ResultSetFactory.fromJSON(
                new ByteArrayInputStream(http.get(path, "Accept", "application/sparql-results+json")
                        .body()
                        .getBytes(StandardCharsets.UTF_8)));
        assertTrue(rows.hasNext());
        rows.forEachRemaining(row -> {
            if (row.contains("relation")) {
                assertFalse(french.contains(row.getLiteral("says").getLexicalForm()), row::toString);
                assertFalse(
                        french.contains(" " + row.getLiteral("relationLabel").getLexicalForm() + " "), row::toString);
            }
        });
    }

    @Test
    void everyColumnHasAHeadInWords() throws IOException {
        Properties heads = messages("columns");
        for (QueryFile query : server.served().catalogue().all()) {
            for (String column : query.query().getResultVars()) {
                assertTrue(
                        column.matches(".*Labels?") || heads.containsKey("columns." + column),
                        query.name() + ": " + column);
            }
        }
    }

    private static Properties messages(String file) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = new InputStreamReader(
                AnswerWordsTest.class.getResourceAsStream("/messages/" + file + ".properties"),
                StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }

    /** The word before several numbers stands in the plural: "rows 40 and 41", « lignes 40 et 41 ». */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aWordBeforeSeveralNumbersIsInThePlural(String language) {
        Pattern one = Pattern.compile(
                "\\b(?:para\\.|row|heading|ligne|titre)[ \u00a0][\\d.]+</a>(?:,| and| et) <a [^>]*>\\d");
        Pattern several = Pattern.compile("\\b(?:paras|rows|par\\.|lignes)[ \u00a0]\\d+</a>(?: and| et) <a [^>]*>\\d");
        int found = 0;
        for (String asked : List.of(
                "commitments-for?organisation=gcsp",
                "organisations-by-issue?issue=cybersecurity",
                "why?subject=gcsp")) {
            String page = http.get("/queries/" + asked + "&lang=" + language, "Accept", "text/html")
                    .body();
            assertFalse(one.matcher(page).find(), asked);
            found += (int) several.matcher(page).results().count();
        }
        assertTrue(found > 0);
    }

    /** What is counted agrees with the number: in French one and none are singular. */
    @ParameterizedTest
    @CsvSource({
        "EN, 0, '0 organisations, 0 ties.'",
        "EN, 1, '1 organisation, 1 tie.'",
        "EN, 2, '2 organisations, 2 ties.'",
        "FR, 0, '0 organisation, 0 lien.'",
        "FR, 1, '1 organisation, 1 lien.'",
        "FR, 2, '2 organisations, 2 liens.'"
    })
    void whatIsCountedAgreesWithTheNumber(Language language, String number, String said) {
        assertEquals(said, Messages.text(language, "network.count", number, number));
    }

    /** What a reader hears of a question to fill in: a field's words are its own, and not one with those before it (« traitent de un enjeu »). */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theWordsOfAFieldDoNotRunOnFromTheSentence(String language) {
        Pattern stumble =
                Pattern.compile("(?i)\\b(?:de|que) une?\\b|\\b(?:de|à) les?\\b|\\bde tou|\\b(?:of|the) an?\\b");
        Pattern sentence = Pattern.compile("(?s)<p class=\"sentence\">(.*?)</p>");
        Pattern named = Pattern.compile("<(?:select|input) id=[^>]* aria-label=\"[^\"]+\"");
        for (QueryFile query : server.served().catalogue().all()) {
            String page = http.get("/queries/" + query.name() + ".html?lang=" + language)
                    .body();
            for (MatchResult found : sentence.matcher(page).results().toList()) {
                String heard = found.group(1)
                        .replaceAll("(?s)<option.*?</option>", "")
                        .replaceAll("<[^>]+>", " ")
                        .replaceAll("\\s+", " ");
                assertFalse(stumble.matcher(heard).find(), heard);
                long fields = found.group(1).split("class=\"fill\"", -1).length - 1L;
                assertEquals(fields, named.matcher(found.group(1)).results().count(), heard);
            }
        }
    }

    /** A time that begins and ends with the same year, month or day is said once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | from=2021&to=2021                           | What happened in 2021?
            en | from=2021-03&to=2021-03                     | What happened in March 2021?
            en | from=2021-03-12&to=2021-03-12               | What happened on 12 March 2021?
            en | from=2021&to=2022                           | What happened from 2021 until 2022?
            en | from=2021                                   | What happened from 2021?
            en | from=2021&to=2021&organisation=diplofoundation | What happened with DiploFoundation in 2021?
            fr | from=2021&to=2021                           | Que s’est-il passé en 2021 ?
            fr | from=2021-03&to=2021-03                     | Que s’est-il passé en mars 2021 ?
            fr | from=2021-03-12&to=2021-03-12               | Que s’est-il passé le 12 mars 2021 ?
            fr | from=2021&to=2022                           | Que s’est-il passé à partir de 2021 jusqu’en 2022 ?
            """)
    void aSpanOfOneYearIsSaidOnce(String language, String span, String question) {
        String page =
                http.get("/queries/events.html?" + span + "&lang=" + language).body();
        String heading = page.replaceFirst("(?s).*<h1>(.*?)</h1>.*", "$1");
        assertEquals(question, heading.replaceAll("[\\u00A0\\u202F]", " "));
    }

    /** What is wrong with an address is told without the names that programs have for its parts. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whatIsWrongIsToldWithoutNamesOfParameters(String language) {
        List<String> asked = new ArrayList<>(List.of(
                "/search?q=a&kind=nothing",
                "/network?around=nobody-at-all",
                "/matrix?sdg=nobody",
                "/id/action-line/nobody"));
        for (QueryFile query : server.served().catalogue().all()) {
            query.parameters().stream()
                    .filter(parameter -> !parameter.kinds().isEmpty())
                    .forEach(parameter ->
                            asked.add("/queries/" + query.name() + ".csv?" + parameter.name() + "=nobody"));
        }
        Pattern technical =
                Pattern.compile("(?i)<p class=\"begin\"[^>]*>(?:[a-z-]+\\s?:|[^<]*(?:action-line|actor-group))");
        for (String path : asked) {
            String page = http.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language, "Accept", "text/html")
                    .body();
            assertTrue(page.contains("<p class=\"begin\""), path);
            assertFalse(
                    technical.matcher(page.replaceAll("[\\u00A0\\u202F]", " ")).find(), path + page);
        }
    }
}
