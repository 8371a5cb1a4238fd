package org.genevagraph.text.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are found as whole words, the longest first, in the case that they ask for. */
class NameFinderTest {
    private static final NameFinder FINDER = new NameFinder(List.of(
            Name.proper("WHO", "who"),
            Name.proper("Giga", "giga"),
            Name.proper("Geneva", "geneva"),
            Name.proper("Geneva Internet Platform", "gip"),
            Name.proper("Working Group on Internet Governance", "wgig"),
            Name.proper("Women's Forum", "forum"),
            Name.common("artificial intelligence", "ai"),
            Name.common("AI", "ai"),
            Name.proper("Mercury", "planet"),
            Name.proper("Mercury", "metal"),
            Name.proper("x", "too-short")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "The WHO and those who ask          | WHO=who",
                "gigabytes for Giga                 | Giga=giga",
                "the Geneva Internet Platform       | Geneva Internet Platform=gip",
                "Geneva, Geneva-based and Genevan   | Geneva=geneva Geneva=geneva",
                "a working group on internet governance |",
                "The WORKING GROUP ON INTERNET GOVERNANCE | WORKING GROUP ON INTERNET GOVERNANCE=wgig",
                "Artificial Intelligence, or AIs    | Artificial Intelligence=ai AIs=ai",
                "AIR and aid                        |",
                "the Women’s Forum                  | Women’s Forum=forum",
                "Geneva’s lake                      | Geneva=geneva",
                "x                                  |"
            })
    void namesInTexts(String text, String expected) {
        List<String> found = FINDER.find(text).stream()
                .map(name -> name.words() + "=" + String.join(",", name.bearers()))
                .toList();
        assertEquals(expected == null ? "" : expected, String.join(" ", found));
    }

    @Test
    void anAmbiguousNameHasAllItsBearers() {
        assertEquals("[planet, metal]", FINDER.find("Mercury").get(0).bearers().toString());
    }

    @Test
    void noNamesNoFinds() {
        assertEquals(List.of(), new NameFinder(List.of()).find("Mercury"));
    }
}
