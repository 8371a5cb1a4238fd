package org.genevagraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.serve.ServerLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for operators are right by the programs that read them. Those for proxies are run by another test. */
class OperatorFilesTest {
    private static final Path FILES = Path.of("src/main/operate");

    @TempDir
    private Path folder;

    @Test
    void theExampleOfSettingsIsTaken() throws IOException {
        Path settings = folder.resolve("geneva.yaml");
        String text = Files.readString(FILES.resolve("geneva.yaml"));
        assertTrue(text.contains("/var/log/geneva-graph"));
        Files.writeString(settings, text.replace("/var/log/geneva-graph", folder.toString()));
        Mini.Run run = Mini.geneva("config", "--config", settings.toString());
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("https://example.org/graphs/geneva"), run.out());
        // What it only suggests is taken as well.
        Files.writeString(
                settings,
                text.replace("/var/log/geneva-graph", folder.toString()).replaceAll("(?m)^# (\\w+: \\{)", "$1"));
        Mini.Run more = Mini.geneva("config", "--config", settings.toString());
        assertEquals(0, more.status(), more.err());
        assertTrue(more.out().contains("5000 ms"), more.out());
    }

    @Test
    void theUnitIsWhatSystemdWants() throws IOException, InterruptedException {
        Commands.needs("systemd-analyze is not installed – apt-get install systemd", "systemd-analyze", "--version");
        String unit = Files.readString(FILES.resolve("geneva-graph.service"));
        Path filled = folder.resolve("geneva-graph.service");
        Files.writeString(filled, unit.replace("/usr/bin/java", RunningJar.java()));
        Commands.Ended verified = Commands.run("systemd-analyze", "verify", "--man=no", filled.toString());
        assertEquals(0, verified.status(), verified.output());
        assertFalse(verified.output().contains("geneva-graph.service:"), verified.output());
        Commands.Ended exposure =
                Commands.run("systemd-analyze", "security", "--offline=true", "--threshold=20", filled.toString());
        assertEquals(0, exposure.status(), exposure.output());
    }

    @Test
    void theUnitBecomesATemplateForTwoServersAsTheGuideSays() throws IOException, InterruptedException {
        Commands.needs("systemd-analyze is not installed – apt-get install systemd", "systemd-analyze", "--version");
        Path guides = Path.of("src/main/jte/docs");
        Matcher command = Pattern.compile("(?m)^(sed .*) geneva-graph\\.service >/etc/systemd/system/(\\S+)$")
                .matcher(Files.readString(guides.resolve("en/operate.jte")));
        assertTrue(command.find());
        assertTrue(Files.readString(guides.resolve("fr/operate.jte")).contains(command.group()));
        Path unit = FILES.resolve("geneva-graph.service");
        Commands.Ended template = Commands.run("sh", "-c", command.group(1) + " " + unit);
        assertEquals(0, template.status(), template.output());
        assertEquals(
                Files.readString(unit).split("/opt/geneva-graph", -1).length,
                template.output().split("/opt/geneva-graph/%i", -1).length);
        assertFalse(template.output().contains("geneva.yaml"), template.output());
        Path filled = folder.resolve(command.group(2));
        Files.writeString(filled, template.output().replace("/usr/bin/java", RunningJar.java()));
        Commands.Ended verified = Commands.run("systemd-analyze", "verify", "--man=no", filled.toString());
        assertEquals(0, verified.status(), verified.output());
    }

    @Test
    void theUnitWaitsLongerThanTheServerTakesToStop() throws IOException {
        String unit = Files.readString(FILES.resolve("geneva-graph.service"));
        Matcher wait = Pattern.compile("TimeoutStopSec=(\\d+)").matcher(unit);
        assertTrue(wait.find());
        assertTrue(Long.parseLong(wait.group(1))
                > ServerLimits.STANDARD.traffic().stop().toSeconds());
    }

    @Test
    void theContainerCopiesWhatIsThere() throws IOException {
        List<String> copied = Files.readAllLines(FILES.resolve("Containerfile")).stream()
                .filter(line -> line.startsWith("COPY ") && !line.startsWith("COPY --from"))
                .flatMap(line -> List.of(line.split(" ")).subList(1, line.split(" ").length - 1).stream())
                .toList();
        assertTrue(copied.size() >= 9, copied::toString);
        assertEquals(
                List.of(),
                copied.stream().filter(path -> !Files.exists(Path.of(path))).toList());
        // All that Maven reads: without the flags beside pom.xml the compiler does not start.
        for (String needed : List.of("pom.xml", ".mvn", "src/main")) {
            assertTrue(copied.contains(needed), needed);
        }
        // All that the program reads at its home.
        for (String needed : List.of("ontology", "shapes", "queries", "catalogue", "data")) {
            assertTrue(copied.contains(needed), needed);
        }
    }
}
