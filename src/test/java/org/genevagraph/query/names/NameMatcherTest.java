package org.genevagraph.query.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.genevagraph.Mini;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody sends as a name, the work of comparing it is bounded. */
class NameMatcherTest {
    private static final List<String> KINDS = ParameterType.THING.kinds();

    /** Forty names of at most some fifty words are compared with a hundred words, there and back. */
    private static final long MOST_PAIRS = 40L * 50 * 100 * 2;

    private final NameMatcher matcher =
            NameMatcher.of(ThingIndex.of(Mini.realSnapshot().dataset().getDefaultGraph()));

    @ParameterizedTest
    @ValueSource(strings = {"a ", "gene cent ", "geneva internet platform ", "12 ", "é-", "x (", "a, "})
    void aTextIsComparedWithFewNamesAndALongOneWithNone(String piece) {
        matcher.like(piece.repeat(200).substring(0, 200), KINDS, 25);
        assertTrue(matcher.compared() <= MOST_PAIRS, () -> "pairs: " + matcher.compared());
        long before = matcher.compared();
        assertEquals(List.of(), matcher.like(piece.repeat(300).substring(0, 201), KINDS, 25));
        assertEquals(before, matcher.compared());
    }

    @Test
    void aNameWithSlipsIsStillFound() {
        assertFalse(matcher.like("Genewa Internet Platfrom", KINDS, 25).isEmpty());
    }

    @Test
    void aTextFullOfNumbersIsNoPassage() {
        assertEquals(List.of(), PassageName.readings("para. 1, 2 and 3 ".repeat(12)));
        assertEquals(1, PassageName.readings("para. 72(l) of the Tunis Agenda").size());
    }
}
