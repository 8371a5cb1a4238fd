package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.cli.project.Project;
import org.genevagraph.cli.project.TablesOnDisk;
import org.genevagraph.curate.desk.Checked;
import org.genevagraph.curate.desk.Desk;
import org.genevagraph.curate.desk.DeskView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Requests and citations of a made-up resolution, from {@code suggest} to the tables by way of the desk. */
class SuggestedRequestsTest {
    private static final String RESOLUTION = """
            The Assembly of Ladders,
            Recalling the Charter of Talks and resolution 7/44 on rungs,
            1. Calls upon talkers and village councils to speak one after the other;
            2. Requests the Alpha Foundation:
            (a) To keep a list of ladders;
            (b) To show it to Delta Bank;
            3. Decides that speakers should listen, as paragraph 1 above says, and takes note of paragraph 2 of the Charter of Talks.
            """;

    @TempDir
    private Path folder;

    private String[] where;

    /** Holds the options that tell where the project's files are. */
    @Command
    private static final class Where {
        @Mixin
        private Project project;
    }

    @BeforeEach
    void add() throws IOException {
        Path data = folder.resolve("data");
        Mini.copy(Mini.DATA, data);
        Path texts = folder.resolve("texts");
        Mini.copy(Texts.MADE_UP, texts);
        Path file = Files.writeString(folder.resolve("ladders.txt"), RESOLUTION);
        where = new String[] {"--data", data.toString(), "--sources", texts.toString()};
        Mini.Run added = geneva("add", "source", file.toString(), "--kind", "document");
        assertEquals(0, added.status(), added.err());
    }

    private Mini.Run geneva(String... args) {
        String[] all = Stream.concat(Arrays.stream(args), Arrays.stream(where)).toArray(String[]::new);
        return Mini.geneva(all);
    }

    @Test
    void aResolutionAsksAndCites() {
        Mini.Run run = geneva("suggest", "ladders");
        assertEquals(0, run.status(), run.err());
        for (String proposal : new String[] {
            "statements/ladders: ladders#1,requests,talkers,,speak one after the other,,,stated,ladders#1 [ladders#1] 'Calls upon … to' asks",
            "statements/ladders: ladders#1,requests,village-councils,,speak one after the other,,,stated,ladders#1",
            "actor-groups: village-councils,Village councils [ladders#1] is asked for something there; not in the graph",
            "statements/ladders: ladders#2.a,requests,organisation:alpha,,keep a list of ladders,,,stated,ladders#2.a",
            "statements/ladders: ladders#2.b,requests,organisation:alpha,,show it to Delta Bank,,,stated,ladders#2.b",
            "statements/ladders: ladders#3,requests,talkers,,listen,,,stated,ladders#3 [ladders#3] '… should' asks",
            "citations: ladders#3,charter,stated,paragraph 2 [ladders#3] is named",
            "citations: ladders#3,ladders#1,stated,paragraph 1 [ladders#3] a paragraph of this text, by its number",
            "documents: a-res-7-44,Resolution 7/44",
            ",a-res-7-44,stated,"
        }) {
            assertTrue(run.out().contains(proposal), () -> proposal + " is not in\n" + run.out());
        }
        assertFalse(run.out().contains("organisation:delta,,show"), run.out());
        Mini.Run json = geneva("suggest", "ladders", "--format", "json");
        assertEquals(
                9,
                JSON.parseAny(json.out()).getAsArray().stream()
                        .filter(one -> one.getAsObject().getString("table").equals("citations")
                                || one.getAsObject()
                                        .get("row")
                                        .getAsArray()
                                        .get(1)
                                        .getAsString()
                                        .value()
                                        .equals("requests"))
                        .count(),
                json.out());
    }

    /** Through whom it is asked stands in its own column; clauses without a number announce those whom the items below them name. */
    @Test
    void aResolutionAsksThroughOthersAndWithoutNumbers() throws IOException {
        Path file = Files.writeString(folder.resolve("rungs.txt"), """
                The Assembly of Rungs,
                Having heard the keepers,
                Requests:
                (a) The Alpha Foundation to count the rungs;
                (b) To note the count;
                Invites talkers, through Delta Bank, to keep silent;
                Decides to remain seized of the matter.
                """);
        assertEquals(
                0,
                geneva("add", "source", file.toString(), "--kind", "document").status());
        String out = geneva("suggest", "rungs").out();
        for (String proposal : List.of(
                "organisation:alpha,,count the rungs,,,stated,rungs#a",
                "requests,talkers,organisation:delta,keep silent,,,stated,rungs#preamble.")) {
            assertTrue(out.contains(proposal), () -> proposal + " is not in\n" + out);
        }
    }

    @Test
    void theDeskWritesThemToTheirTables() throws Exception {
        Where project = new Where();
        new CommandLine(project).parseArgs(where);
        Desk desk = new Desk("ladders", new TablesOnDisk(project.project), (inputs, snapshot) -> {});
        accept(desk, "actor-groups", Map.of("definition", "Those who run a village."));
        accept(desk, "citations", Map.of());
        accept(desk, "statements/ladders", Map.of());
        Path data = folder.resolve("data");
        assertTrue(Files.readString(data.resolve("actor-groups.csv"))
                .contains("\nvillage-councils,Village councils,,,Those who run a village.\n"));
        assertTrue(
                Files.readString(data.resolve("citations.csv")).contains("\nladders#3,charter,stated,paragraph 2\n"));
        String statements = Files.readString(data.resolve("statements/ladders.csv"));
        assertTrue(
                statements.contains(
                        "\nladders#1,requests,village-councils,,speak one after the other,,,stated,ladders#1\n"),
                statements);
        assertEquals(
                0,
                desk.look().proposals().stream()
                        .filter(left ->
                                left.told().contains("requests") || left.told().contains("charter"))
                        .count(),
                () -> "what stands in the tables is not proposed again");
    }

    /** Accepts all that is proposed for a table, but what needs another row first. */
    private static void accept(Desk desk, String table, Map<String, String> more) throws Exception {
        for (DeskView.Proposal proposal : desk.look().proposals()) {
            if (proposal.table().equals(table) && !proposal.told().contains("a-res-7-44")) {
                Map<String, String> cells = new LinkedHashMap<>(proposal.cells());
                cells.putAll(more);
                Checked checked = desk.accept(proposal.key(), table, cells, true);
                assertTrue(checked.written(), () -> proposal + ": " + checked.problems());
            }
        }
    }
}
