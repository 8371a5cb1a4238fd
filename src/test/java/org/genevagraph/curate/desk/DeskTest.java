package org.genevagraph.curate.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.cli.project.ProposalsOnDisk;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.curate.rows.TableFiles;
import org.genevagraph.curate.suggest.Background;
import org.genevagraph.curate.suggest.Suggestion;
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
import org.junit.jupiter.api.io.TempDir;

/** The desk when its files fail, or others write to them. */
class DeskTest {
    private static final Map<String, String> ROW = row("delta", "supports");

    private static Map<String, String> row(String subject, String relation) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("subject", subject);
        row.put("relation", relation);
        row.put("object", "talks");
        row.put("role", "donor");
        row.put("standing", "stated");
        row.put("evidence", "alpha#3");
        return row;
    }

    /** The made-up files, of which tables can be written in memory. */
    private static final class InMemory implements TableFiles {
        private final Map<String, String> written = new LinkedHashMap<>();
        private final Map<String, String> kept = new LinkedHashMap<>();
        private boolean full;

        /** What somebody else does while a graph is built. */
        private Runnable meanwhile = () -> {};

        @Override
        public Object state() {
            return Map.copyOf(written);
        }

        @Override
        public Inputs read() throws IOException {
            Inputs inputs = Inputs.read(Mini.HOME, Mini.DATA, Optional.of(Texts.MADE_UP));
            List<Inputs.File> tables = new ArrayList<>();
            for (Inputs.File file : inputs.tables()) {
                String table = file.name().replaceFirst("\\.csv$", "");
                tables.add(new Inputs.File(file.shown(), file.name(), written.getOrDefault(table, file.text())));
            }
            written.forEach((table, text) -> {
                if (inputs.table(table).isEmpty()) {
                    tables.add(new Inputs.File(table + ".csv", table + ".csv", text));
                }
            });
            return inputs.withTables(tables);
        }

        @Override
        public Optional<String> text(String table) throws IOException {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return read().tables().stream()
                    .filter(file -> file.name().equals(table + ".csv"))
                    .map(Inputs.File::text)
                    .findFirst();
        }

        @Override
        public void write(String table, String text) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            written.put(table, text);
        }

        @Override
        public Optional<String> kept(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void keep(String name, String text) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            kept.put(name, text);
        }

        @Override
        public void remove(String table) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            written.remove(table);
        }
    }

    private final InMemory files = new InMemory();
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
    void whatWasDoneCanBeUndoneWhenTheDeskWasStartedAnew() throws Exception {
        Desk first = desk();
        assertTrue(first.accept("statements/alpha", ROW, true).written());
        String one = files.written.get("statements/alpha");
        assertTrue(first.accept("statements/alpha", row("delta", "funds"), true).written());
        first.refuse(first.look().proposals().get(0).key(), "no fact");
        Desk second = desk();
        assertTrue(
                second.look().undo().orElseThrow().startsWith("refused-proposals: "),
                second.look().undo().toString());
        second.undo();
        assertEquals(Optional.empty(), files.text("refused-proposals").filter(text -> text.contains("no fact")));
        second.undo();
        assertEquals(one, files.written.get("statements/alpha"));
        Desk third = desk();
        assertEquals(Optional.of("statements/alpha: delta, supports, talks"), third.undo());
        assertFalse(files.text("statements/alpha").orElseThrow().contains("delta,supports,talks,,donor"));
        assertEquals(Optional.empty(), third.undo());
        assertEquals(Optional.empty(), desk().look().undo());
    }

    @Test
    void whatACrashLeftUndoneAndWhatOthersChangedSinceIsNotUndone() throws Exception {
        assertTrue(desk().accept("statements/alpha", ROW, true).written());
        String one = files.written.get("statements/alpha");
        String noted = files.kept.get("alpha.json");
        assertTrue(
                desk().accept("statements/alpha", row("delta", "funds"), true).written());
        // Noted, and not written any more.
        files.written.put("statements/alpha", one);
        Desk again = desk();
        assertEquals(
                Optional.of("statements/alpha: delta, supports, talks"),
                again.look().undo());
        // Written by somebody else since.
        String other = one + "delta,funds,talks,,,,,stated,alpha#3\n";
        files.kept.put("alpha.json", noted);
        files.written.put("statements/alpha", other);
        assertEquals(Optional.empty(), desk().look().undo());
        assertEquals(other, files.written.get("statements/alpha"));
        files.kept.put("alpha.json", "no notes");
        assertEquals(Optional.empty(), desk().look().undo());
    }

    @Test
    void undoingTheFirstRefusalLeavesNoTableBehind() throws Exception {
        Desk desk = desk();
        assertEquals(Optional.empty(), files.text("refused-proposals"));
        String key = desk.look().proposals().get(0).key();
        desk.refuse(key, "no fact");
        files.full = true;
        assertTrue(assertThrows(Refusal.class, desk::undo).fix().startsWith("make room"));
        files.full = false;
        desk.undo();
        assertEquals(Map.of(), files.written);
        assertEquals(key, desk.look().proposals().get(0).key());
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
