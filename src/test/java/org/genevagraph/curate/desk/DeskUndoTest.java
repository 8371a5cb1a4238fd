package org.genevagraph.curate.desk;

import static org.genevagraph.curate.desk.TablesInMemory.ROW;
import static org.genevagraph.curate.desk.TablesInMemory.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.genevagraph.problem.Refusal;
import org.junit.jupiter.api.Test;

/** What was done at the desk can be undone, as long as nobody has written since. */
class DeskUndoTest {
    private final TablesInMemory files = new TablesInMemory();

    private Desk desk() throws Exception {
        return new Desk("alpha", files, (inputs, snapshot) -> {});
    }

    @Test
    void whatWasDoneCanBeUndoneWhenTheDeskWasStartedAnew() throws Exception {
        Desk first = desk();
        assertTrue(first.accept("statements/alpha", ROW, true).written());
        String one = files.written.get("statements/alpha");
        assertTrue(first.accept("statements/alpha", row("delta", "funds"), true).written());
        first.refuse(first.look().proposals().get(0).key(), "no fact");
        Desk second = desk();
        assertTrue(
                second.look().undo().orElseThrow().startsWith("refused-proposals: "),
                second.look().undo().toString());
        second.undo();
        assertEquals(Optional.empty(), files.text("refused-proposals").filter(text -> text.contains("no fact")));
        second.undo();
        assertEquals(one, files.written.get("statements/alpha"));
        Desk third = desk();
        assertEquals(Optional.of("statements/alpha: delta, supports, talks"), third.undo());
        assertFalse(files.text("statements/alpha").orElseThrow().contains("delta,supports,talks,,donor"));
        assertEquals(Optional.empty(), third.undo());
        assertEquals(Optional.empty(), desk().look().undo());
    }

    @Test
    void whatACrashLeftUndoneAndWhatOthersChangedSinceIsNotUndone() throws Exception {
        assertTrue(desk().accept("statements/alpha", ROW, true).written());
        String one = files.written.get("statements/alpha");
        String noted = files.kept.get("alpha.json");
        assertTrue(
                desk().accept("statements/alpha", row("delta", "funds"), true).written());
        // Noted, and not written any more.
        files.written.put("statements/alpha", one);
        Desk again = desk();
        assertEquals(
                Optional.of("statements/alpha: delta, supports, talks"),
                again.look().undo());
        // Written by somebody else since.
        String other = one + "delta,funds,talks,,,,,stated,alpha#3\n";
        files.kept.put("alpha.json", noted);
        files.written.put("statements/alpha", other);
        assertEquals(Optional.empty(), desk().look().undo());
        assertEquals(other, files.written.get("statements/alpha"));
        files.kept.put("alpha.json", "no notes");
        assertEquals(Optional.empty(), desk().look().undo());
    }

    @Test
    void undoingTheFirstRefusalLeavesNoTableBehind() throws Exception {
        Desk desk = desk();
        assertEquals(Optional.empty(), files.text("refused-proposals"));
        String key = desk.look().proposals().get(0).key();
        desk.refuse(key, "no fact");
        files.full = true;
        assertTrue(assertThrows(Refusal.class, desk::undo).fix().startsWith("make room"));
        files.full = false;
        desk.undo();
        assertEquals(Map.of(), files.written);
        assertEquals(key, desk.look().proposals().get(0).key());
    }
}
