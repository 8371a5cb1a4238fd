package org.genevagraph.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a parser says is told in few words, however long the text is of which it speaks. */
class ParserWordsTest {
    private static final String LONG = "A".repeat(500_000);

    @Test
    void aLongMessageIsToldInFewWords() {
        for (String message : List.of(
                LONG,
                LONG + "Exception: x",
                "Unresolved prefixed name: " + LONG + ":a",
                "Number '" + LONG + "' is a valid number but",
                "<" + LONG + "> Code: 1/X in Y: z",
                "Line 1, ".repeat(50_000) + LONG)) {
            int length = ParserWords.of(new IllegalStateException(message)).length();
            assertTrue(length <= 600, "characters: " + length);
        }
        assertEquals(
                "after '" + "A".repeat(40) + "' comes a character that cannot stand there",
                ParserWords.of(new IllegalStateException(
                        "Lexical error at line 1, column 500001.  Encountered: <EOF> after prefix \"" + LONG + "\"")));
    }
}
