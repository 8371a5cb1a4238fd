package org.genevagraph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where English sentences end, and where they only look as if they did. */
class SentencesTest {
    private static List<String> of(String text) {
        return Sentences.of(text).stream().map(Sentences.Sentence::text).toList();
    }

    @Test
    void endsAreSeen() {
        assertEquals(
                List.of("They talk.", "Do they listen?", "“They do!”", "It ended in 2019.", "Then they left."),
                of("They talk. Do they listen? “They do!” It ended in 2019. Then they left."));
        // An apostrophe closes nothing, and what is closed is over.
        assertEquals(
                List.of("The talkers’ ‘Loud Talk’ (see below) began.", "It’s over."),
                of("The talkers’ ‘Loud Talk’ (see below) began. It’s over."));
        assertEquals(List.of("They say no.", "That is an art.", "Talk!"), of("They say no. That is an art. Talk!"));
        // A bracket that is never closed holds nothing together.
        assertEquals(List.of("They talk (and talk.", "It ends."), of("They talk (and talk. It ends."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Talk, e.g. Loud Talk, helps.",
                "Dr. Doe met Amb. J. Roe at St. Town.",
                "See No. 5 of Art. 3, para. 7, and vol. 2 of the U.N. Charter of Talks.",
                "Talks vs. Walks were held, incl. Runs by Doe.",
                "The project Talks and Walks: Who is to Listen? aims to find out.",
                "The book ‘Who Listens? Nobody!’ was read.",
                "The book “Talk. Listen. Learn.” was read.",
                "The debate (Is talk cheap? Yes.) went on.",
                "1. Talk every day",
                "Talk to all (rooms, meals, etc.) and listen!"
            })
    void noEndIsSeen(String sentence) {
        assertEquals(List.of(sentence), of(sentence));
    }

    @Test
    void placesAreThoseOfTheText() {
        String text = "  They talk.   They listen. ";
        Sentences.of(text)
                .forEach(sentence -> assertEquals(sentence.text(), text.substring(sentence.start(), sentence.end())));
        assertEquals(List.of("They talk.", "They listen."), of(text));
        assertEquals(List.of(), of(" "));
    }
}
