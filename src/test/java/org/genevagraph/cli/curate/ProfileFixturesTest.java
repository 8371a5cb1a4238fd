package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.cli.project.Project;
import org.genevagraph.cli.project.TablesOnDisk;
import org.genevagraph.curate.desk.Desk;
import org.genevagraph.curate.desk.DeskView;
import org.genevagraph.page.Language;
import org.genevagraph.page.ProblemWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Made-up profiles, each with the rows beside it that a curator would expect {@code suggest} to propose. */
class ProfileFixturesTest {
    private static final Path PROFILES = Path.of("src/test/resources/curate/profiles");

    /** The reason at the end of a line. */
    private static final Pattern WHY = Pattern.compile(
            "^.* \\[[a-z-]+#[^ \\]]+\\] (.*?)(?:; (?:not in the graph|(?:same as|changes the) [^;]*))?$");

    @TempDir
    private Path folder;

    /** Holds the options that tell where the project's files are. */
    @Command
    private static final class Where {
        @Mixin
        private Project project;
    }

    /** Adds a profile to the made-up tables, and says where they are. */
    private String[] added(String profile) throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path texts = folder.resolve("texts");
        Mini.copy(Texts.MADE_UP, texts);
        String[] where = {"--data", data.toString(), "--sources", texts.toString()};
        Texts.add(PROFILES.resolve(profile + ".txt"), data, texts, "--kind", "profile", "--about", profile);
        return where;
    }

    @ParameterizedTest
    @CsvSource({
        "slow-mail",
        "harbour-signals",
        "quiet-roads",
        "lantern-archive",
        "linden-fund",
        "ports-unit",
        "paper-kites",
        "scales-clinic",
        "tide-alpha",
        "cable-guild",
        "seal-alliance",
        "stone-signals",
        "heron-fund",
        "ferns-desk",
        "lake-lights",
        "ponts-ouverts",
        "reed-school"
    })
    void whatACuratorWouldExpectIsProposed(String profile) throws IOException {
        String[] where = added(profile);
        Mini.Run run = Mini.geneva("suggest", profile, where[0], where[1], where[2], where[3]);
        assertEquals(0, run.status(), run.err());
        // Each proposal is a line; below it stands its sentence.
        List<String> proposed = run.lines().stream()
                .filter(line -> line.matches("\\d\\.\\d\\d .*"))
                .toList();
        List<String> wrong = new ArrayList<>();
        proposed.stream()
                .map(line -> WHY.matcher(line).replaceFirst("$1"))
                .filter(why -> ProblemWords.of(why, Language.FR).lang() != null)
                .forEach(why -> wrong.add("why it is proposed is not told in French: " + why));
        for (String line : Files.readAllLines(PROFILES.resolve(profile + ".expected"))) {
            if (line.startsWith("not: ")) {
                proposed.stream()
                        .filter(one -> one.contains(line.substring(5)))
                        .forEach(one -> wrong.add("not expected: " + one));
            } else if (!line.startsWith("#")
                    && proposed.stream()
                            .noneMatch(
                                    one -> pattern(line, profile).matcher(one).find())) {
                wrong.add("missing: " + line);
            }
        }
        assertEquals(List.of(), wrong, run.out());
    }

    @Test
    void anIssueThatIsKnownIsNoNewThing() throws IOException {
        String[] where = added("tide-alpha");
        Path issues = folder.resolve("data/issues.csv");
        Files.writeString(
                issues, Files.readString(issues) + "buoys,Floating light services,,speech,Lights that float.\n");
        Mini.Run run = Mini.geneva("suggest", "tide-alpha", where[0], where[1], where[2], where[3]);
        assertTrue(run.out().contains("addresses,buoys"), run.out() + run.err());
        assertTrue(
                run.lines().stream().noneMatch(line -> line.contains("initiatives: floating-light-services")),
                run.out());
    }

    @Test
    void whatAFrenchTextCallsByItsFrenchNameIsKnown() throws IOException {
        String[] where = added("ponts-ouverts");
        Path names = folder.resolve("data/names.csv");
        Files.writeString(names, Files.readString(names) + "organisation:beta,fr,Fondation des Roseaux,\n");
        Mini.Run run = Mini.geneva("suggest", "ponts-ouverts", where[0], where[1], where[2], where[3]);
        assertTrue(run.out().contains("partnerOf,organisation:beta,"), run.out() + run.err());
        assertFalse(run.out().contains("fondation-des-roseaux"), run.out());
    }

    @Test
    void aHeadingOfWordsThatOtherTextsWriteSmallNamesNothing() throws Exception {
        Where project = new Where();
        new CommandLine(project).parseArgs(added("tide-alpha"));
        Desk desk = new Desk("tide-alpha", new TablesOnDisk(project.project), (inputs, snapshot) -> {});
        assertEquals(
                List.of(),
                desk.look().passages().stream()
                        .filter(passage -> passage.text().equals("Students afloat"))
                        .findFirst()
                        .orElseThrow()
                        .uncovered());
    }

    @Test
    void theDeskFillsCellsOfTheRowThatIsThere() throws Exception {
        String[] where = added("harbour-signals");
        Where project = new Where();
        new CommandLine(project).parseArgs(where);
        Desk desk = new Desk("harbour-signals", new TablesOnDisk(project.project), (inputs, snapshot) -> {});
        for (String column : List.of("website", "aliases")) {
            DeskView.Proposal proposal = desk.look().proposals().stream()
                    .filter(one -> one.told().startsWith("harbour-signals | " + column))
                    .findFirst()
                    .orElseThrow();
            assertTrue(desk.accept(proposal.key(), "organisations", proposal.cells(), true)
                    .written());
        }
        String organisations = Files.readString(folder.resolve("data/organisations.csv"));
        assertTrue(
                organisations.contains(
                        "\nharbour-signals,Harbour Signals Council,HSC,Conseil des signaux,intergovernmental-organisation,"),
                organisations);
        assertTrue(
                organisations.contains(
                        ",https://www.harbour-signals.example,harbour-signals#15 | harbour-signals#7 | harbour-signals#3\n"),
                organisations);
        assertTrue(desk.look().proposals().stream().noneMatch(one -> !one.held().isEmpty()));
    }

    /** A line of expected rows; an asterisk stands for any cell. */
    private static Pattern pattern(String line, String profile) {
        return Pattern.compile("^\\d\\.\\d\\d "
                + Pattern.quote(line.replace("statements:", "statements/" + profile + ":"))
                        .replace("*", "\\E[^,]*\\Q"));
    }
}
