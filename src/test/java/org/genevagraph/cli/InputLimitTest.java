package org.genevagraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.Mini;
import org.genevagraph.files.InputLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much may be read is a setting, and who reaches the limit is told which. */
class InputLimitTest {
    private static final String RAISE = "--input-limit SIZE (GENEVA_INPUT_LIMIT)";

    @TempDir
    private Path folder;

    private Mini.Run validate(String... more) {
        String[] all = new String[3 + more.length];
        all[0] = "validate";
        all[1] = "--data";
        all[2] = folder.resolve("tables").toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return Mini.geneva(all);
    }

    @Test
    void aFileMayHoldAThirdOfIt() throws IOException {
        Mini.copy(Mini.DATA, folder.resolve("tables"));
        Path table = folder.resolve("tables/organisations.csv");
        Files.writeString(table, ("x".repeat(40_000) + "\n").repeat(30), StandardOpenOption.APPEND);
        Mini.Run low = validate("--input-limit", "3MiB");
        assertEquals(1, low.status());
        String told = low.err().concat(low.out());
        assertTrue(told.contains("organisations.csv") && told.contains("is larger than 1 MiB"), told);
        assertTrue(told.contains(RAISE), told);
        Mini.Run odd = validate("--input-limit", "2MiB");
        assertTrue(odd.err().concat(odd.out()).contains("is larger than 682 KiB"), odd.err());
        Mini.Run usual = validate();
        assertFalse(usual.err().concat(usual.out()).contains("is larger than"), usual.err());
        Mini.Run wrong = validate("--input-limit", "much");
        assertEquals(2, wrong.status());
        assertTrue(wrong.err().contains("'much' is no size from 1MiB to 64GiB – write"), wrong.err());
    }

    @Test
    void aTableMayHaveRowsInProportion() throws IOException {
        Mini.copy(Mini.DATA, folder.resolve("tables"));
        Path table = folder.resolve("tables/figures.csv");
        List<String> lines = Files.readAllLines(table);
        Files.writeString(table, (lines.get(lines.size() - 1) + "\n").repeat(9_000), StandardOpenOption.APPEND);
        Mini.Run few = validate("--input-limit", "2MiB");
        String told = few.err().concat(few.out());
        assertTrue(told.contains("has more than 8,333 rows") && told.contains(RAISE), told);
    }

    @Test
    void rulesMayMakeMoreOfMore() {
        assertEquals(2_000_000, InputLimit.parse("1MiB").derived());
        assertEquals(2_000_000, InputLimit.parse(InputLimit.STANDARD).derived());
        assertEquals(20_000_000, InputLimit.parse("240MiB").derived());
        assertEquals(Integer.MAX_VALUE, InputLimit.parse("64GiB").derived());
    }

    @Test
    void foldersThatAreComparedHaveItToo() throws IOException {
        Mini.copy(Mini.DATA, folder.resolve("tables"));
        Path table = folder.resolve("tables/organisations.csv");
        Files.writeString(table, ("x".repeat(40_000) + "\n").repeat(30), StandardOpenOption.APPEND);
        Mini.Run low = Mini.geneva(
                "diff", Mini.DATA.toString(), folder.resolve("tables").toString(), "--input-limit", "3MiB");
        String told = low.err().concat(low.out());
        assertEquals(1, low.status(), told);
        assertTrue(told.contains("is larger than 1 MiB") && told.contains(RAISE), told);
    }

    /** Every command that reads tables has the option, so that none is left out when one is added. */
    @Test
    void everyCommandThatReadsTablesHasIt() {
        Mini.Run all = Mini.geneva("--help");
        int seen = 0;
        for (String line : all.out().lines().toList()) {
            Matcher command = Pattern.compile("^  ([a-z]+) ").matcher(line);
            if (command.find() && !command.group(1).equals("help")) {
                String help = Mini.geneva(command.group(1), "--help").out();
                boolean reads = help.contains("--data") || help.contains("folders of tables");
                assertTrue(!reads || help.contains("--input-limit"), () -> command.group(1) + " has no --input-limit");
                seen += reads ? 1 : 0;
            }
        }
        assertTrue(seen > 10, "commands seen: " + seen);
    }

    @Test
    void itIsASettingLikeTheOthers() throws IOException {
        Path file = Files.writeString(folder.resolve("geneva.yaml"), "input-limit: 2GiB\n");
        Mini.Run told = Mini.geneva("config", "--config", file.toString());
        assertTrue(
                told.out().lines().anyMatch(line -> line.matches("input-limit\\s+2GiB\\s+.*geneva.yaml:1.*")),
                told.out());
    }
}
