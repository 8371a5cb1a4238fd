package org.genevagraph.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Names are compared as long as somebody can have mistyped them. */
class HintsTest {
    private final AtomicInteger compared = new AtomicInteger();

    private String near() {
        compared.incrementAndGet();
        return "did you mean gcsp?";
    }

    @Test
    void theSameNameIsLookedForOnce() {
        Hints hints = new Hints();
        for (int i = 0; i < 1000; i++) {
            assertEquals("did you mean gcsp?", hints.hint("gscp", "organisation", this::near, "add it"));
        }
        assertEquals(1, compared.get());
        assertEquals("did you mean gcsp?", hints.hint("gscp", "issue", this::near, "add it"));
        assertEquals(2, compared.get());
    }

    @Test
    void ofVeryManyOnlyTheFirstAreCompared() {
        Hints hints = new Hints();
        for (int i = 0; i < 10_000; i++) {
            assertEquals(
                    i < 100 ? "did you mean gcsp?" : "add it",
                    hints.hint("nobody-" + i, "organisation", this::near, "add it"));
        }
        assertEquals(100, compared.get());
        assertEquals("add it", hints.hint("gscp", "organisation", this::near, "add it"));
    }
}
