package org.genevagraph.curate.asks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** For whom the things of made-up sentences are: one sentence a line of {@code audiences.csv}. */
class AudiencesTest {
    private static final Pattern KNOWN = Pattern.compile("\\b(?:towns|bakers|millers)\\b");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/curate/audiences.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '\0')
    void forWhomItIs(String words, String expected) {
        List<Actor> known = KNOWN.matcher(words)
                .results()
                .map(found -> Actor.group(found.start(), found.end(), found.group(), found.group()))
                .toList();
        String found = Audiences.in(words, known, name -> Optional.empty()).stream()
                .map(audience -> audience.actor().isNew()
                        ? "new: " + audience.actor().words()
                        : audience.actor().cell())
                .collect(Collectors.joining("; "));
        assertEquals(expected == null ? "" : expected.strip(), found);
    }
}
