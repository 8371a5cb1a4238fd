package org.genevagraph.curate.desk;

import static org.genevagraph.curate.desk.TablesInMemory.ROW;
import static org.genevagraph.curate.desk.TablesInMemory.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.cli.project.ProposalsOnDisk;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers sent, as it comes to the desk and goes from it. */
class ReadersProposalsTest {
    private final TablesInMemory files = new TablesInMemory();

    @Test
    void aReadersCorrectionTakesThePlaceOfTheRowAndComesBackWhenItIsUndone(@TempDir Path folder) throws Exception {
        Inbox inbox = new Inbox(new ProposalsOnDisk(folder));
        Desk desk = new Desk("alpha", files, Optional.of(inbox), (inputs, snapshot) -> {});
        String fact = desk.snapshot().places().entrySet().stream()
                .filter(entry -> entry.getValue().matches(".*statements/alpha\\.csv:3"))
                .map(entry -> entry.getKey().getURI().replaceFirst(Iris.BASE, "/"))
                .findFirst()
                .orElseThrow();
        Contribution wrong = new Contribution("correction", "", Map.of(), fact, "", "wrong: role", "v", "2026-11-27");
        Contribution row =
                new Contribution("relation", "statements/alpha", ROW, "", "alpha#3", "see there", "v", "2026-11-26");
        Contribution other = new Contribution("relation", "statements/x", ROW, "", "x#1", "", "v", "2026-11-26");
        for (Contribution contribution : List.of(wrong, row, other)) {
            assertTrue(inbox.put(contribution));
        }
        List<DeskView.Proposal> shown = desk.look().proposals();
        assertEquals(
                List.of("see there", "wrong: role"),
                List.of(shown.get(0).sentence(), shown.get(1).sentence()));
        assertTrue(shown.get(2).sent().isEmpty());
        Map<String, String> cells = new LinkedHashMap<>(shown.get(1).cells());
        assertEquals("co-convener", cells.get("role"));
        assertEquals("2", shown.get(1).passage());
        cells.put("role", "convener");
        String before = files.text("statements/alpha").orElseThrow();
        assertTrue(
                desk.accept(shown.get(1).key(), "statements/alpha", cells, true).written());
        String after = files.text("statements/alpha").orElseThrow();
        assertTrue(after.contains("gamma,partnersIn,talks,,convener,,,stated,alpha#2\n"), after);
        assertFalse(after.contains("co-convener"), after);
        assertEquals(before.lines().count(), after.lines().count());
        assertEquals(2, inbox.waiting().size());
        desk.undo();
        assertEquals(before, files.text("statements/alpha").orElseThrow());
        assertEquals(3, inbox.waiting().size());
        desk.refuse(desk.look().proposals().get(0).key(), "the passage does not say it");
        assertEquals(2, inbox.waiting().size());
        assertTrue(inbox.put(row));
        assertEquals("wrong: role", desk.look().proposals().get(0).sentence(), "what was refused does not come again");
    }

    @Test
    void whatBelongsToNoTextStandsApartAndWhatBelongsToAnotherElsewhere(@TempDir Path folder) throws Exception {
        Inbox inbox = new Inbox(new ProposalsOnDisk(folder));
        Desk desk = new Desk("alpha", files, Optional.of(inbox), (inputs, snapshot) -> {});
        // People paste what their browser shows.
        String pasted = "https://example.org/graph/id/organisation/alpha?lang=fr#facts";
        for (String about :
                List.of("/id/issue/dialogue", "/id/organisation/alpha", pasted, "/id/organisation/beta", "/docs")) {
            assertTrue(inbox.put(new Contribution("correction", "", Map.of(), about, "", about, "v", "2026-11-27")));
        }
        DeskView view = desk.look();
        assertEquals(
                List.of("/id/organisation/alpha", pasted),
                view.proposals().stream()
                        .filter(proposal -> proposal.sent().isPresent())
                        .map(DeskView.Proposal::sentence)
                        .sorted()
                        .toList());
        assertEquals(
                List.of("/docs", "/id/issue/dialogue"),
                view.unplaced().stream()
                        .map(DeskView.Proposal::sentence)
                        .sorted()
                        .toList());
        int left = inbox.waiting().size();
        desk.refuse(view.unplaced().get(0).key(), "too little for a fact");
        assertEquals(left - 1, inbox.waiting().size());
        assertEquals(1, desk.look().unplaced().size());
    }

    @Test
    void faultsOfAReadersProposalAreKnownWhenItOpens(@TempDir Path folder) throws Exception {
        Inbox inbox = new Inbox(new ProposalsOnDisk(folder));
        Desk desk = new Desk("alpha", files, Optional.of(inbox), (inputs, snapshot) -> {});
        Map<String, String> cells = row("delta", "suports");
        assertTrue(inbox.put(new Contribution(
                "relation", "statements/alpha", cells, "", "alpha#3", "see there", "v", "2026-11-26")));
        String key = desk.look().proposals().get(0).key();
        Checked opened = desk.opened(key).orElseThrow();
        assertFalse(opened.isSound());
        assertTrue(
                opened.problems().stream()
                        .anyMatch(problem -> problem.column().equals("relation")
                                && problem.message().contains("suports")),
                opened.problems()::toString);
        assertTrue(files.written.isEmpty(), "looking writes nothing");
        assertEquals(
                Optional.empty(), desk.opened(desk.look().proposals().get(1).key()), "the program's own");
    }
}
