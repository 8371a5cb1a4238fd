package org.genevagraph.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code faults} puts one fault into the small tables and says which lines the user must read. With {@code further: yes}
 * the fault has consequences that are reported as well; otherwise nothing else may be reported.
 */
class TableFaultsTest {
    private static final Path FAULTS = Path.of("src/test/resources/faults");

    @TempDir
    private Path folder;

    static List<String> faults() throws IOException {
        try (Stream<Path> files = Files.list(FAULTS)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void faultsWereFound() throws IOException {
        assertTrue(faults().size() >= 40, "fault files: " + faults());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isToldWithItsPlaceAndItsFix(String fault) throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        List<String> expected = new ArrayList<>();
        boolean further = breakTable(FAULTS.resolve(fault), data, expected);

        Mini.Run run = Mini.geneva("validate", "--data", data.toString());

        List<String> problems = run.lines().stream()
                .filter(line -> !line.startsWith("warning: ") && !line.contains(" focus nodes and "))
                .map(line -> line.replace(data + "/", ""))
                .toList();
        for (String line : expected) {
            assertTrue(
                    problems.stream().anyMatch(problem -> problem.contains(line)),
                    () -> "expected: " + line + "\nread: " + String.join("\n      ", problems) + run.err());
        }
        if (!further) {
            assertEquals(expected.size(), problems.size(), () -> String.join("\n", problems));
        }
        assertEquals(1, run.status());
    }

    /** Whether further problems may follow. */
    private static boolean breakTable(Path fault, Path data, List<String> expected) throws IOException {
        Path table = null;
        String old = null;
        boolean further = false;
        for (String line : Files.readAllLines(fault)) {
            int colon = line.indexOf(": ");
            String value = line.substring(colon + 2);
            switch (line.substring(0, colon)) {
                case "table" -> table = data.resolve(value);
                case "old" -> old = value;
                case "new" -> replace(table, bytes(old), bytes(value));
                case "expect" -> expected.add(value);
                case "further" -> further = value.equals("yes");
                default -> throw new IllegalArgumentException(fault + ": " + line);
            }
        }
        assertTrue(!expected.isEmpty(), fault + " expects nothing");
        return further;
    }

    private static void replace(Path table, byte[] old, byte[] replacement) throws IOException {
        String text = new String(Files.readAllBytes(table), StandardCharsets.ISO_8859_1);
        String before = new String(old, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains(before), table + " does not hold " + before);
        int at = text.indexOf(before);
        String after = text.substring(0, at)
                + new String(replacement, StandardCharsets.ISO_8859_1)
                + text.substring(at + before.length());
        Files.write(table, after.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The UTF-8 bytes of a text in which {@code \n} is a line feed and {@code \x92} a byte. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\n", i)) {
                bytes.write('\n');
                i++;
            } else if (text.startsWith("\\x", i)) {
                bytes.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
