package org.genevagraph.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code check} on proposed rows for the made-up tables. */
class CheckCommandTest {
    private static final String HEADER = "subject,relation,object,via,role,from,until,standing,evidence\n";

    @TempDir
    private Path folder;

    private Mini.Run check(String rows, String... more) throws IOException {
        Path file = folder.resolve("proposed.csv");
        Files.writeString(file, rows);
        List<String> arguments = new ArrayList<>(List.of("check", file.toString(), "--data", Mini.DATA.toString()));
        arguments.addAll(List.of(more));
        return Mini.geneva(arguments.toArray(String[]::new));
    }

    @Test
    void allFaultsAreToldAtTheirRows() throws IOException {
        Mini.Run run = check(HEADER + "nobody,runs,nothing,,,,,stated,alpha#1\nalpha,runns,alpha,,,,,stated,alpha#1\n");
        assertEquals(1, run.status(), run.out());
        assertTrue(run.out().contains("proposed.csv:2: subject: "), run.out());
        assertTrue(run.out().contains("proposed.csv:2: object: "), run.out());
        assertTrue(run.out().contains("proposed.csv:3: relation: "), run.out());
        assertTrue(run.lines().stream().allMatch(line -> line.contains("proposed.csv")), run.out());
    }

    @Test
    void rowsOfTwoTablesAndARowInQuotationMarksAreToldAsSuch() throws IOException {
        String statement = "delta,funds,talks,,,,,stated,alpha#1\n";
        String group = "id,name,aliases,broader,definition\nsome,Some,,,Words.\n";
        for (String between : List.of("", "\n")) {
            Mini.Run run = check(HEADER + statement + between + group);
            assertEquals(
                    1,
                    run.lines().stream()
                            .filter(line -> line.contains("proposed.csv"))
                            .count(),
                    run.out());
            assertTrue(run.out().contains(" below rows of statements – give the rows of each table"), run.out());
            assertTrue(check(group + between + HEADER + statement).out().contains("is the header of statements below"));
        }
        Mini.Run quoted = check(HEADER + '"' + statement.strip() + "\"\n");
        assertTrue(quoted.out().contains("it stands in quotation marks as a whole"), quoted.out());
    }

    @Test
    void rowsWithoutAFaultAreHeldToTheirPassagesHoweverTheirFileWasSavedAndWhateverIsWrongWithOthers()
            throws IOException {
        String sound = "gamma,addresses,dialogue,,,,,arguable,alpha#2\n";
        String rows = HEADER + sound + "nobody,addresses,dialogue,,,,,arguable,alpha#2\n";
        for (String saved : List.of(
                "\uFEFF" + rows,
                rows.replace("\n", "\r\n"),
                rows.replace(',', '\t'),
                rows.replace(',', ';'),
                rows.replace(sound, "\n" + sound))) {
            Mini.Run run = check(saved, "--sources", Texts.MADE_UP.toString());
            assertEquals(1, run.status(), run.out());
            assertTrue(run.out().contains("subject: 'nobody' is unknown"), run.out());
            assertTrue(run.out().contains("Gamma Office addresses Dialogue [alpha#2]"), run.out());
            assertEquals(
                    2,
                    run.lines().stream()
                            .filter(line -> line.startsWith("error: "))
                            .count(),
                    run.out());
        }
    }

    @Test
    void aSourceThatNoRowNamesIsNoFaultBesideTheMissingEvidence() throws IOException {
        Mini.Run run = check(HEADER + "gamma,addresses,dialogue,,,,,arguable,\n");
        assertEquals(
                List.of(),
                run.lines().stream().filter(line -> line.contains("no source")).toList());
        assertTrue(run.out().contains("proposed.csv:2: statement has no evidence"), run.out());
        assertTrue(check(HEADER).out().contains("proposed.csv: holds no rows – write rows below"));
    }

    @Test
    void aRoleOfWholeSentencesIsWarnedOf() throws IOException {
        Mini.Run run = check(HEADER + "delta,funds,talks,," + "gives and gives ".repeat(20) + "on,,,stated,alpha#1\n");
        assertTrue(
                run.out().contains("warning: ")
                        && run.out().contains("role: has 322 characters – say it in at most 160"),
                run.out());
        assertFalse(check(HEADER + "delta,funds,talks,,gives and gives,,,stated,alpha#1\n")
                .out()
                .contains("characters"));
    }

    @Test
    void rowsThatStandThereAndNamesThatAreNearlyThoseOfOthersAreTold() throws IOException {
        List<String> table = Files.readAllLines(Mini.DATA.resolve("statements/alpha.csv"));
        Mini.Run same = check(table.get(0) + "\n" + table.get(1) + "\n");
        assertEquals(1, same.status());
        assertTrue(same.out().contains("proposed.csv:2: stands already on line 2 of"), same.out());
        Mini.Run near = check("""
                id,name,acronym,aliases,kind,summary,website,evidence
                foundation-alpha,The Foundation Alpha,,,foundation,Somebody.,,alpha#1
                """);
        assertTrue(
                near.out().contains("proposed.csv:2: name: has nearly the same name as 'Alpha Foundation'"),
                near.out());
    }

    @Test
    void namesThatDifferBySlipsSpacesOrLanguageAreNearlyThoseOfOthersAndOtherNamesAreNot() throws IOException {
        List<String> near = List.of(
                "Alpha Fuondation",
                "Foundations Alpha",
                "Fondation alpha",
                "Beta Instituts",
                "BetaInstitute",
                "Gamma Ofice",
                "Dialogue à deux");
        List<String> others =
                List.of("Alpha Federation", "Delta Institute", "Gamma Officers’ Mess", "Alpine Foundation");
        for (String name : Stream.concat(near.stream(), others.stream()).toList()) {
            Mini.Run run = check("id,name,acronym,aliases,kind,summary,website,evidence\nnew-one," + name
                    + ",,,foundation,Somebody.,,alpha#1\n");
            assertEquals(near.contains(name), run.out().contains("has nearly the same name as"), name + run.out());
        }
    }

    @Test
    void aBodyAndItsProfileAreNotAlike() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Mini.add(
                data.resolve("documents.csv"),
                List.of("lantern,Profile of the Lantern Office for Old Village Roads,,profile,,,Words.,alpha#1"));
        Path file = folder.resolve("organisations.csv");
        String row = "lantern-office,Lantern Office for Old Village Roads,,,ngo,Somebody.,,alpha#1\n";
        Files.writeString(file, "id,name,acronym,aliases,kind,summary,website,evidence\n" + row);
        Mini.Run run = Mini.geneva("check", file.toString(), "--data", data.toString());
        assertFalse(run.out().contains("has nearly the same name"), run.out());
    }

    @Test
    void passagesAreQuotedWhereTheTextsAreGiven() throws IOException {
        String proposed = HEADER + "gamma,addresses,dialogue,,,,,arguable,alpha#2\n";
        Mini.Run run = check(proposed, "--sources", Texts.MADE_UP.toString(), "--format", "json");
        assertTrue(run.out().contains("\"says\" : \"Gamma Office addresses"), run.out() + run.err());
        assertTrue(run.out().contains("\"quote\" : \"The Alpha Foundation runs"), run.out());
        assertTrue(check("a,b\n1,2\n").out().contains("proposed.csv:1: has a header that is that of no table"));
    }

    @Test
    void tablesThatHoldNoFactsAreNoProposals() throws IOException {
        for (String table : List.of("expected-counts.csv", "refused-proposals.csv")) {
            Path file = folder.resolve(table);
            Files.writeString(file, "a,b\n1,2\n");
            Mini.Run run = Mini.geneva("check", file.toString(), "--data", Mini.DATA.toString());
            assertEquals(1, run.status(), run.out());
            assertTrue(run.out().contains(table + ": holds no facts"), run.out());
        }
    }
}
