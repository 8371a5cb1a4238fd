package org.genevagraph.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be written is told, with exit status 2, and never costs what was there before. */
class OutputFileTest {
    private static final String DATA = " --data " + Mini.DATA;
    private static final String TEXTS = DATA + " --sources " + Texts.MADE_UP;

    @TempDir
    private Path folder;

    /** Every command that prints results. */
    static List<String> printing() {
        return List.of(
                "--help",
                "--version",
                "query --help",
                "completion",
                "queries",
                "queries --format json",
                "build" + DATA,
                "validate" + DATA,
                "validate --format json" + DATA,
                "validate --format ttl" + DATA,
                "query partners organisation=alpha --format csv" + DATA,
                "query partners organisation=alpha --format table" + DATA,
                "query partners organisation=alpha --format json" + DATA,
                "evidence" + TEXTS,
                "evidence --format json" + TEXTS,
                "coverage" + TEXTS,
                "coverage --format json" + TEXTS,
                "diff " + Mini.DATA + " " + Mini.DATA);
    }

    /** A place that takes nothing, for a reason. */
    private static final class Nowhere extends OutputStream {
        private final String reason;

        Nowhere(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int oneByte) throws IOException {
            throw new IOException(reason);
        }
    }

    private static Mini.Run run(String command, String reason) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(command.split(" ", -1), new Nowhere(reason), err);
        return new Mini.Run(status, "", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void draftsThatKilledProgramsLeftGoWithTheNextWritingOfTheFile() throws Exception {
        Path file = folder.resolve("a.csv");
        Path left = leave(".a.csv-01234567-89ab-cdef-0123-456789abcdef", Duration.ofMinutes(11));
        List<Path> stay = List.of(
                leave(".a.csv-11234567-89ab-cdef-0123-456789abcdef", Duration.ofMinutes(1)),
                leave(".b.csv-01234567-89ab-cdef-0123-456789abcdef", Duration.ofDays(1)),
                leave(".a.csv-backup", Duration.ofDays(1)));
        OutputFile.write(file, out -> out.print("whole"));
        assertEquals("whole", Files.readString(file));
        assertFalse(Files.exists(left));
        assertTrue(stay.stream().allMatch(Files::exists));
    }

    private Path leave(String name, Duration ago) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "half");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
        return file;
    }

    @ParameterizedTest
    @MethodSource("printing")
    void resultsThatCannotBeWrittenAreTold(String command) {
        Mini.Run full = run(command, "No space left on device");
        assertEquals(2, full.status(), full.err());
        assertTrue(
                full.err()
                        .endsWith("the results could not be written: No space left on device"
                                + " – make room, or send them to another place\n"),
                full.err());
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFault() {
        Mini.Run gone = run("query partners organisation=alpha --format csv" + DATA, "Broken pipe");
        assertEquals(141, gone.status());
        assertEquals("", gone.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"build --out FILE", "export ttl FILE", "export nq FILE.gz"})
    void aFileThatCannotBeMadeIsTold(String command) throws IOException {
        String[] places = {
            folder.resolve("nowhere/f").toString(),
            "its folder is not there",
            folder.toString(),
            "it is a folder",
            "/dev/null/f",
            "its folder is not there"
        };
        for (int i = 0; i < places.length; i += 2) {
            if (command.endsWith(".gz") && places[i].equals(folder.toString())) {
                continue;
            }
            Mini.Run run = Mini.geneva((command.replace("FILE", places[i]) + DATA).split(" ", -1));
            assertEquals(2, run.status(), run.err());
            assertTrue(run.err().contains("could not be written: " + places[i + 1] + " – "), run.err());
        }
        assertEquals(List.of(), left());
    }

    @ParameterizedTest
    @ValueSource(strings = {"build --out /dev/full", "export nq /dev/full", "export rdfxml /dev/full"})
    void aFullDeviceIsTold(String command) {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
        Mini.Run run = Mini.geneva((command + DATA).split(" ", -1));
        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().contains("/dev/full could not be written: No space left on device"), run.err());
    }

    @Test
    void aWholeFileTakesThePlaceOfTheOldOneWithItsRights() throws IOException {
        Path file = folder.resolve("f.txt");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        OutputFile.write(link, out -> out.print("né"));
        assertEquals("né", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("f.txt", "link.txt"), left());
    }

    @Test
    void theOldFileStaysIfThereIsNothingToTakeItsPlace() throws IOException {
        for (String name : List.of("f.txt", "f.txt.gz")) {
            Path file = folder.resolve(name);
            Files.writeString(file, "old");
            assertThrows(
                    IOException.class,
                    () -> OutputFile.write(file, out -> {
                        out.print("x".repeat(100_000));
                        throw new IOException("no more");
                    }));
            assertThrows(
                    IllegalStateException.class,
                    () -> OutputFile.write(file, out -> {
                        out.print("x".repeat(100_000));
                        throw new IllegalStateException("no more");
                    }));
            assertEquals("old", Files.readString(file));
        }
        assertEquals(List.of("f.txt", "f.txt.gz"), left());
    }

    @Test
    void theOldFileStaysIfTheProgramIsKilled() throws IOException, InterruptedException {
        Path file = folder.resolve("f.txt");
        Files.writeString(file, "old");
        assertEquals(9, inItsOwnProcess("", "killed", file));
        assertEquals("old", Files.readString(file));
    }

    @Test
    void theOldFileStaysIfTheDiskIsFull() throws IOException, InterruptedException {
        Path file = folder.resolve("f.txt");
        Files.writeString(file, "old");
        // A limit of the size of files is what any user can set; the system refuses further bytes as a full disk does.
        assertEquals(2, inItsOwnProcess("ulimit -f 64; ", "whole", file));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("f.txt"), left());
        assertEquals(0, inItsOwnProcess("", "whole", file));
        assertEquals(Writer.BYTES, Files.size(file));
    }

    private static int inItsOwnProcess(String before, String how, Path file) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of("bash", "-c", before + "exec \"$@\"", "bash", java));
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Writer.class.getName(), how, file.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return process.exitValue();
    }

    /** Writes a file in a process of its own. */
    static final class Writer {
        static final int BYTES = 1 << 20;

        private Writer() {}

        public static void main(String[] args) throws IOException {
            try {
                OutputFile.write(Path.of(args[1]), out -> {
                    out.write(new byte[BYTES]);
                    out.flush();
                    if (args[0].equals("killed")) {
                        Runtime.getRuntime().halt(9);
                    }
                });
            } catch (OutputFile.NotWritten e) {
                System.exit(ExitStatus.WRONG_USAGE);
            }
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesThatBelongTogetherAreAllWrittenOrNone(@TempDir Path folder) throws IOException {
        Path first = folder.resolve("first.csv");
        Path second = folder.resolve("second.csv");
        Files.writeString(first, "old\n");
        Map<Path, String> texts = new LinkedHashMap<>();
        texts.put(first, "new\n");
        texts.put(folder.resolve("gone/third.csv"), "new\n");
        assertThrows(OutputFile.NotWritten.class, () -> OutputFile.writeAll(texts));
        assertEquals("old\n", Files.readString(first));
        OutputFile.writeAll(Map.of(first, "new\n", second, "too\n"));
        assertEquals("new\n", Files.readString(first));
        assertEquals("too\n", Files.readString(second));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count());
        }
    }
}
