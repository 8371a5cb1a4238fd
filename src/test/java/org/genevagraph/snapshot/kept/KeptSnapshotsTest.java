package org.genevagraph.snapshot.kept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.dump.DumpFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is what was built, and what is damaged is built anew. */
class KeptSnapshotsTest {
    private static final BuildKey KEY = new BuildKey("0123abcd");
    private static final Snapshot BUILT = Mini.snapshot();

    @TempDir
    private Path folder;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private KeptSnapshots kept() {
        return KeptSnapshots.in(folder.resolve("cache"), told::add);
    }

    private Path file() throws IOException {
        List<Path> files = files();
        assertEquals(1, files.size(), files::toString);
        return files.get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatIsReadIsWhatWasBuilt() throws IOException {
        assertEquals(Optional.empty(), kept().find(KEY));
        kept().keep(KEY, BUILT);
        Snapshot read = kept().find(KEY).orElseThrow();

        for (DumpFormat format : DumpFormat.values()) {
            if (format != DumpFormat.RDFXML) {
                assertArrayEquals(dump(format, BUILT), dump(format, read), format.label());
            }
        }
        assertEquals(BUILT.version(), read.version());
        assertEquals(BUILT.triplesPerGraph(), read.triplesPerGraph());
        assertEquals(
                List.copyOf(BUILT.triplesPerGraph().keySet()),
                List.copyOf(read.triplesPerGraph().keySet()));
        assertEquals(BUILT.thingsPerClass(), read.thingsPerClass());
        assertEquals(BUILT.sources(), read.sources());
        assertEquals(BUILT.dataRead(), read.dataRead());
        assertEquals(BUILT.checked(), read.checked());
        assertEquals(BUILT.places(), read.places());
        assertEquals(BUILT.warnings(), read.warnings());
        assertTrue(BUILT.shapes().isIsomorphicWith(read.shapes()));
        assertEquals(
                BUILT.dataset().getDefaultGraph().find().toList(),
                read.dataset().getDefaultGraph().find().toList(),
                "in the same order");
        assertEquals(List.of(), told);
    }

    private static byte[] dump(DumpFormat format, Snapshot snapshot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(snapshot.dataset(), out);
        return out.toByteArray();
    }

    @Test
    void whatIsCutOffIsNotRead() throws IOException {
        kept().keep(KEY, BUILT);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length += 1 + length / 5) {
            refuses(java.util.Arrays.copyOf(whole, length));
        }
        refuses(java.util.Arrays.copyOf(whole, whole.length - 1));
        refuses(java.util.Arrays.copyOf(whole, whole.length + 1));
        refuses("something else".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        // Built again, it is there again.
        kept().keep(KEY, BUILT);
        assertTrue(kept().find(KEY).isPresent());
    }

    @Test
    void whatIsChangedIsNotRead() throws IOException {
        kept().keep(KEY, BUILT);
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            byte[] changed = whole.clone();
            int at = i < 30 ? i : random.nextInt(whole.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            refuses(changed);
        }
    }

    private void refuses(byte[] damaged) throws IOException {
        Files.write(file(), damaged);
        told.clear();
        assertEquals(Optional.empty(), kept().find(KEY));
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).contains("built anew"), told::toString);
    }

    @Test
    void whatWasBuiltFromSomethingElseIsNotRead() throws IOException {
        kept().keep(KEY, BUILT);
        BuildKey other = new BuildKey("ffff");
        Files.move(file(), folder.resolve("cache").resolve(other.digits() + ".snapshot"));
        assertEquals(Optional.empty(), kept().find(other));
        assertTrue(told.get(0).contains("built from something else"), told::toString);
    }

    @Test
    void fewStay() throws IOException {
        for (int i = 0; i < KeptSnapshots.MOST + 2; i++) {
            BuildKey key = new BuildKey("key-" + i);
            kept().keep(key, BUILT);
            // Those that were read lately stay, though they were written first.
            Files.setLastModifiedTime(
                    folder.resolve("cache/" + key.digits() + ".snapshot"), FileTime.from(Instant.EPOCH.plusSeconds(i)));
            assertTrue(kept().find(new BuildKey("key-0")).isPresent());
        }
        Path abandoned = Files.writeString(folder.resolve("cache/x.draft"), "half of");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.EPOCH));
        Path others = Files.writeString(folder.resolve("cache/notes"), "not ours");
        kept().keep(KEY, BUILT);

        assertEquals(
                List.of(
                        KEY.digits() + ".snapshot",
                        "key-0.snapshot",
                        "key-4.snapshot",
                        others.getFileName().toString()),
                files().stream().map(file -> file.getFileName().toString()).toList());
    }

    @Test
    void severalMayKeepAndReadAtOnce() {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            BuildKey key = new BuildKey("key-" + i % 2);
            all.add(CompletableFuture.runAsync(() -> {
                kept().keep(key, BUILT);
                assertEquals(BUILT.places(), kept().find(key).orElseThrow().places());
            }));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        assertEquals(List.of(), told);
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndStopsNothing() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file");
        kept().keep(KEY, BUILT);
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).contains("--build-cache"), told::toString);
        assertEquals(Optional.empty(), KeptSnapshots.NONE.find(KEY));
    }
}
