package org.genevagraph.curate.desk;

import static org.genevagraph.curate.desk.TablesInMemory.ROW;
import static org.genevagraph.curate.desk.TablesInMemory.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.curate.suggest.Background;
import org.genevagraph.curate.suggest.Suggestions;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Refusal;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** The desk when its files fail, or others write to them. */
class DeskTest {
    private final TablesInMemory files = new TablesInMemory();
    private final List<String> published = new ArrayList<>();

    private Desk desk() throws Exception {
        return new Desk("alpha", files, (inputs, snapshot) -> published.add(snapshot.version()));
    }

    @Test
    void whatCannotBeWrittenIsNotServed() throws Exception {
        Desk desk = desk();
        String before = desk.snapshot().version();
        files.full = true;
        Refusal refusal = assertThrows(Refusal.class, () -> desk.accept("statements/alpha", ROW, true));
        assertTrue(refusal.getMessage().contains("No space left on device"), refusal.getMessage());
        assertEquals(before, desk.snapshot().version());
        assertEquals(List.of(), published);
        assertEquals(Optional.empty(), desk.undo());
        files.full = false;
        assertTrue(desk.accept("statements/alpha", ROW, true).written());
        assertEquals(List.of(desk.snapshot().version()), published);
        assertTrue(files.written.get("statements/alpha").endsWith("delta,supports,talks,,donor,,,stated,alpha#3\n"));
    }

    @Test
    void whatOthersChangeWhileItBuildsIsReadNext() throws Exception {
        Desk desk = desk();
        assertTrue(desk.accept("statements/alpha", ROW, true).written());
        String figures = files.text("figures").orElseThrow();
        for (int i = 1; i <= 3; i++) {
            String wish = "organisation:alpha,wishes " + i + ",3,wishes,,alpha#1\n";
            files.meanwhile = () -> files.written.merge("figures", figures + wish, (held, any) -> held + wish);
            switch (i) {
                case 1 ->
                    assertTrue(desk.accept("statements/alpha", row("delta", "funds"), true)
                            .written());
                case 2 -> desk.undo();
                default -> desk.refuse(desk.look().proposals().get(0).key(), "no fact");
            }
            desk.look();
            assertTrue(
                    desk.inputs().tables().stream().anyMatch(file -> file.text().contains(wish)), "change " + i);
            assertEquals(desk.snapshot().version(), published.get(published.size() - 1));
        }
    }

    @Test
    void itProposesWhatTheWholeProjectSuggests() throws Exception {
        Inputs all = Inputs.read(Mini.HOME, Mini.DATA, Optional.of(Texts.MADE_UP));
        Snapshot whole = new SnapshotBuilder(all, Progress.NONE).build();
        int seen = 0;
        for (Inputs.File text : all.texts()) {
            String source = text.name().replaceFirst("\\.txt$", "");
            if (!whole.dataset().getDefaultGraph().contains(Iris.passage(source, "2"), GG.text, Node.ANY)) {
                continue;
            }
            Snapshot own = new SnapshotBuilder(all.withTextOf(source), Progress.NONE).build();
            Background background = Background.of(own.dataset().getDefaultGraph(), all.texts());
            List<Suggestion> suggested = Suggestions.of(whole, source);
            assertEquals(suggested, Suggestions.of(own, source, background), source);
            seen += suggested.size();
        }
        assertTrue(seen > 0, "nothing is suggested");
        DeskView view = desk().look();
        assertEquals(
                DeskView.of(
                                whole,
                                Background.of(whole.dataset().getDefaultGraph()),
                                all,
                                "alpha",
                                List.of(),
                                Optional.empty())
                        .proposals(),
                view.proposals());
    }

    @Test
    void cellsThatNoRowCanLeaveEmptyAreToldBeforeAnythingIsBuilt() throws Exception {
        Map<String, String> empty = new LinkedHashMap<>();
        empty.put("id", "new-body");
        empty.put("name", "New Body");
        Checked checked = desk().accept("organisations", empty, true);
        assertFalse(checked.written());
        assertEquals(
                List.of("evidence", "kind", "summary"),
                checked.problems().stream().map(Problem::column).sorted().toList());
    }

    @Test
    void aSentenceIsNoAcronym() throws Exception {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", "new-body");
        row.put("name", "New Body");
        row.put("acronym", "The new body is a body that is new.");
        row.put("kind", "ngo");
        row.put("summary", "A body.");
        row.put("evidence", "alpha#2");
        Checked checked = desk().accept("organisations", row, true);
        assertTrue(
                checked.problems().stream()
                        .anyMatch(problem -> problem.column().equals("acronym")
                                && problem.message().contains("is no acronym")),
                checked.problems()::toString);
    }

    @Test
    void aRowThatStandsThereIsAFault() throws Exception {
        Desk desk = desk();
        assertTrue(desk.accept("statements/alpha", ROW, true).written());
        Checked again = desk.accept("statements/alpha", ROW, true);
        assertFalse(again.written());
        assertFalse(again.isSound());
    }

    @Test
    void whatThePassageDoesNotSayWantsALook() throws Exception {
        Map<String, String> wrong = new LinkedHashMap<>(ROW);
        wrong.put("subject", "organisation:beta");
        Desk desk = desk();
        Checked checked = desk.accept("statements/alpha", wrong, false);
        assertFalse(checked.written());
        assertTrue(checked.isSound() && checked.wantsALook());
        assertEquals("not found", checked.facts().get(0).proof().verdict().toString());
        assertTrue(desk.accept("statements/alpha", wrong, true).written());
    }

    @Test
    void cellsStayOnOneLineAndOtherTablesAreNoneOfItsBusiness() throws Exception {
        Map<String, String> split = new LinkedHashMap<>(ROW);
        split.put("role", "donor\r\n, \"of\" talks ");
        Desk desk = desk();
        assertTrue(desk.accept("statements/alpha", split, true).written());
        assertTrue(
                files.written
                        .get("statements/alpha")
                        .endsWith("delta,supports,talks,,\"donor , \"\"of\"\" talks\",,,stated,alpha#3\n"),
                files.written.get("statements/alpha"));
        assertThrows(Refusal.class, () -> desk.accept("statements/beta", ROW, true));
    }
}
