package org.genevagraph.curate.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.curate.rows.TableFiles;
import org.genevagraph.snapshot.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal after crashes at any place, and the tables that it finishes. */
class JournalTest {
    private static final Journal.Entry ENTRY = new Journal.Entry(
            "jura", Map.of("one", "a\n"), new LinkedHashMap<>(Map.of("one", "a\né\n", "statements/two", "b\n")));

    @TempDir
    private Path folder;

    /** Files in memory, the writing of which ends after some. */
    private static final class InMemory implements TableFiles {
        private final Map<String, String> held = new LinkedHashMap<>(Map.of("one", "a\n"));
        private int left = Integer.MAX_VALUE;

        @Override
        public Object state() {
            return Map.copyOf(held);
        }

        @Override
        public Inputs read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> text(String table) {
            return Optional.ofNullable(held.get(table));
        }

        @Override
        public void write(String table, String text) throws IOException {
            if (left-- <= 0) {
                throw new IOException("killed");
            }
            held.put(table, text);
        }

        @Override
        public void remove(String table) {
            held.remove(table);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(file)) {
            assertEquals(Optional.empty(), journal.unfinished());
            journal.begin(ENTRY);
            assertThrows(IllegalStateException.class, () -> journal.begin(ENTRY));
        }
        try (Journal journal = Journal.open(file)) {
            assertEquals(Optional.of(ENTRY), journal.unfinished());
            journal.done();
        }
        try (Journal journal = Journal.open(file)) {
            assertEquals(Optional.empty(), journal.unfinished());
        }
    }

    @Test
    void oneServerHasItAtATime() throws IOException {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(file)) {
            IOException refused = assertThrows(IOException.class, () -> Journal.open(file));
            assertTrue(refused.getMessage().contains("another server"), refused.getMessage());
            journal.begin(ENTRY);
        }
        try (Journal journal = Journal.open(file)) {
            assertEquals(Optional.of(ENTRY), journal.unfinished());
        }
    }

    @Test
    void everyPrefixOpensWithWhatWasWholeInIt() throws IOException {
        Path file = folder.resolve("journal");
        long first;
        long done;
        try (Journal journal = Journal.open(file)) {
            journal.begin(ENTRY);
            first = Files.size(file);
            journal.done();
            done = Files.size(file);
            journal.begin(ENTRY);
        }
        byte[] all = Files.readAllBytes(file);
        for (int length = 0; length <= all.length; length++) {
            Path cut = folder.resolve("cut");
            Files.write(cut, Arrays.copyOf(all, length));
            boolean open = (length >= first && length < done) || length == all.length;
            try (Journal journal = Journal.open(cut)) {
                assertEquals(open, journal.unfinished().isPresent(), "length " + length);
                if (!open) {
                    // What comes next is whole, whatever was left behind.
                    journal.begin(ENTRY);
                }
            }
            try (Journal journal = Journal.open(cut)) {
                assertEquals(Optional.of(ENTRY), journal.unfinished(), "length " + length);
            }
            // Disks may leave zeros behind.
            Files.write(cut, Arrays.copyOf(Arrays.copyOf(all, length), length + 64));
            try (Journal journal = Journal.open(cut)) {
                assertEquals(open, journal.unfinished().isPresent(), "zeros after " + length);
            }
        }
    }

    @Test
    void oneWrongBitAndTheRestIsDropped() throws IOException {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(file)) {
            journal.begin(ENTRY);
        }
        byte[] all = Files.readAllBytes(file);
        for (int at = 0; at < all.length; at++) {
            byte[] damaged = all.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            try (Journal journal = Journal.open(file)) {
                assertTrue(journal.unfinished().isEmpty(), "byte " + at);
            }
        }
    }

    @Test
    void whatAKilledProgramBeganIsFinishedWhenItStartsAgain() throws IOException {
        for (int writes = 0; writes <= 2; writes++) {
            Path file = folder.resolve("journal-" + writes);
            InMemory files = new InMemory();
            try (Journal journal = Journal.open(file)) {
                journal.begin(ENTRY);
            }
            files.left = writes;
            if (writes < 2) {
                Journal killed = Journal.open(file);
                assertThrows(IOException.class, () -> new Submissions(files, killed));
                killed.close();
            }
            files.left = Integer.MAX_VALUE;
            new Submissions(files, Journal.open(file)).close();
            assertEquals(ENTRY.after(), files.held, "writes " + writes);
            try (Journal journal = Journal.open(file)) {
                assertEquals(Optional.empty(), journal.unfinished());
            }
        }
    }

    @Test
    void whatSomebodyChangedOtherwiseIsLeftAlone() throws IOException {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(file)) {
            journal.begin(ENTRY);
        }
        InMemory files = new InMemory();
        files.held.put("one", "by hand\n");
        new Submissions(files, Journal.open(file)).close();
        assertEquals(Map.of("one", "by hand\n", "statements/two", "b\n"), files.held);
    }

    @Test
    void tokensAreKnownByTheirHashesOnly() throws IOException {
        Path file = folder.resolve("tokens.csv");
        String token = Tokens.fresh();
        Tokens tokens = new Tokens(file);
        assertEquals(Optional.empty(), tokens.holder(token));
        String lines = tokens.with(new Tokens.Holder("jura", "alpha"), token);
        Files.writeString(file, lines);
        assertEquals(Optional.of(new Tokens.Holder("jura", "alpha")), tokens.holder(token));
        assertTrue(!lines.contains(token));
        assertEquals(Optional.empty(), tokens.holder(Tokens.fresh()));
        assertEquals(Optional.empty(), tokens.holder(lines.strip().replaceFirst("(?s).*,", "")));
        assertEquals(Optional.empty(), tokens.holder(""));
        assertEquals(Optional.empty(), tokens.without("ju"));
        Files.writeString(file, tokens.without("jura").orElseThrow());
        assertEquals(Optional.empty(), tokens.holder(token));
    }
}
