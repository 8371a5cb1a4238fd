package org.genevagraph.curate.asks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Whom made-up sentences ask: one sentence a line of {@code asks.csv}, with who is asked and what a curator would see in the column of the role. */
class AsksTest {
    private static final Map<String, String> KNOWN = new TreeMap<>(Map.of(
            "towns", "towns",
            "bakers", "bakers",
            "millers", "millers",
            "the ferry office", "organisation:ferry-office",
            "ferry office", "organisation:ferry-office",
            "bread forum", "bread-forum",
            "regional guilds", "regional-guilds",
            "international guilds", "international-guilds",
            "all friends of bread", "all-friends",
            "league of mills", "organisation:league"));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/curate/asks.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '\0')
    void whoIsAskedForWhat(String words, String expected) {
        StringBuilder asked = new StringBuilder();
        List<Actor> above = List.of();
        // What stands behind a double bar is an item below what stands before it.
        for (String passage : words.strip().split(" // ", -1)) {
            Asks.Found found = new Asks(AsksTest::called).in(passage, known(passage), above);
            above = above.isEmpty() ? found.leadIn() : above;
            for (Ask ask : found.asks()) {
                asked.append(asked.isEmpty() ? "" : "; ")
                        .append(
                                ask.actor().isNew()
                                        ? "new: " + ask.actor().words()
                                        : ask.actor().cell())
                        .append(ask.via().isEmpty() ? "" : " via " + ask.via())
                        .append(ask.certain() ? ": " : "? ")
                        .append(ask.action());
            }
        }
        assertEquals(expected == null ? "" : expected.strip(), asked.toString());
    }

    private static Optional<String> called(String name) {
        return Optional.ofNullable(KNOWN.get(name.toLowerCase(Locale.ROOT)));
    }

    private static List<Actor> known(String words) {
        Matcher matcher = Pattern.compile(
                        "(?i)\\b(?:towns|bakers|millers|ferry office|bread forum|regional guilds|all friends of bread|league of mills)\\b")
                .matcher(words);
        return matcher.results()
                .map(found -> {
                    String cell = KNOWN.get(found.group().toLowerCase(Locale.ROOT));
                    String kind = cell.startsWith("organisation")
                            ? "organisation"
                            : cell.equals("bread-forum") ? "initiative" : "actor-group";
                    return new Actor(found.start(), found.end(), kind, cell, found.group());
                })
                .toList();
    }
}
