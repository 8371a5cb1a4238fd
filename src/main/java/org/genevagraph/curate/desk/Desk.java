package org.genevagraph.curate.desk;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.curate.rows.TableChanges;
import org.genevagraph.curate.rows.TableFiles;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.curate.suggest.Background;
import org.genevagraph.load.RefusedProposals;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SuccessiveBuilds;

/**
 * Where one person turns the proposals for one text into rows of the tables. A row is written when the whole graph with it has been built
 * and has no fault, and that graph is published then; so what stands in the tables is what is served. One thing is done at a time.
 */
public final class Desk {
    private final String source;
    private final TableFiles files;
    private final Optional<Inbox> inbox;
    private final Publishing publishing;

    /** A row or two differ from one to the next. */
    private final SuccessiveBuilds builds = new SuccessiveBuilds();

    private final DeskChanges changes;

    /** What the files were like when they were read; null if they have to be read again. Guarded by this, like all below. */
    private Object state;

    private Inputs inputs;
    private Snapshot snapshot;
    private Background background;
    private DeskView view;
    private List<Contribution> sent = List.of();

    /** What came of readers' proposals, by their keys. */
    private final Map<String, Checked> opened = new HashMap<>();

    /** Serves what was built. */
    public interface Publishing {
        void publish(Inputs inputs, Snapshot snapshot) throws IOException, ProblemException;
    }

    /**
     * For a text.
     *
     * @param source the document's id
     * @throws ProblemException if the tables are wrong, or no such text was read
     */
    public Desk(String source, TableFiles files, Publishing publishing) throws IOException, ProblemException {
        this(source, files, Optional.empty(), publishing);
    }

    /**
     * For a text, and for what readers sent.
     *
     * @param inbox where that waits; empty if none is looked at
     */
    public Desk(String source, TableFiles files, Optional<Inbox> inbox, Publishing publishing)
            throws IOException, ProblemException {
        this.source = source;
        this.files = files;
        this.inbox = inbox;
        this.publishing = publishing;
        changes = new DeskChanges(source, files);
        state = files.state();
        readAll();
    }

    /** Takes over what the files hold, less the texts of others: they take half of the time, and a person waits for each row. */
    private void readAll() throws IOException, ProblemException {
        Inputs all = files.read();
        Inputs own = all.withTextOf(source);
        Snapshot built = build(own);
        background = Background.of(built.dataset().getDefaultGraph(), all.texts());
        take(own, built);
    }

    private Snapshot build(Inputs inputs) throws ProblemException {
        return builds.build(inputs, Progress.NONE);
    }

    private List<Contribution> waiting() throws IOException {
        return inbox.isPresent() ? inbox.get().waiting() : List.of();
    }

    private void take(Inputs taken, Snapshot built) throws IOException, ProblemException {
        sent = waiting();
        opened.clear();
        view = DeskView.of(
                built, background, taken, source, sent, changes.last().map(DeskChanges.Change::what));
        inputs = taken;
        snapshot = built;
    }

    /** What is served first. */
    public synchronized Snapshot snapshot() {
        return snapshot;
    }

    /** What the snapshot was built from. */
    public synchronized Inputs inputs() {
        return inputs;
    }

    /**
     * What there is to see now; what others changed in the files meanwhile is taken over first.
     *
     * @throws ProblemException if what they hold now is wrong
     */
    public synchronized DeskView look() throws IOException, ProblemException {
        Object now = files.state();
        if (!now.equals(state)) {
            readAll();
            state = now;
            publishing.publish(inputs, snapshot);
        } else if (!waiting().equals(sent)) {
            take(inputs, snapshot);
        }
        return view;
    }

    /** The tables into which rows of this text can go. */
    public List<String> tables() {
        return DeskTables.of(source);
    }

    private Staging.Staged staged(String table, Map<String, String> cells, Optional<DeskView.Proposal> proposal)
            throws ProblemException, Refusal {
        return new Staging(source, inputs, builds).staged(table, cells, proposal);
    }

    /**
     * Looks at a row without writing it.
     *
     * @param cells the cells by their columns
     * @throws Refusal if there is no such table
     */
    public synchronized Checked check(String table, Map<String, String> cells)
            throws IOException, ProblemException, Refusal {
        return check("", table, cells);
    }

    /**
     * What comes of a reader's proposal as it was sent, so that its faults are seen before anything is done with it. It is looked at once for each
     * version of the tables.
     *
     * @param key its key
     * @return empty if no reader sent it
     */
    public synchronized Optional<Checked> opened(String key) throws IOException, ProblemException, Refusal {
        Optional<DeskView.Proposal> proposal =
                look().proposal(key).filter(one -> one.sent().isPresent());
        if (proposal.isEmpty() || !tables().contains(proposal.get().table())) {
            return Optional.empty();
        }
        Checked known = opened.get(key);
        if (known == null) {
            known = staged(proposal.get().table(), proposal.get().cells(), proposal)
                    .checked();
            opened.put(key, known);
        }
        return Optional.of(known);
    }

    /**
     * The same for a row that is made of a proposal.
     *
     * @param key the key of the proposal; of none if nobody proposed the row
     */
    public synchronized Checked check(String key, String table, Map<String, String> cells)
            throws IOException, ProblemException, Refusal {
        return staged(table, cells, look().proposal(key)).checked();
    }

    /**
     * Writes a row, if nothing is wrong with it.
     *
     * @param seen whether the person has seen what deserves a look; otherwise a row with such is not written
     * @throws Refusal if there is no such table, or somebody changed it this very moment
     */
    public synchronized Checked accept(String table, Map<String, String> cells, boolean seen)
            throws IOException, ProblemException, Refusal {
        return accept("", table, cells, seen);
    }

    /**
     * The same for a row that is made of a proposal. If a reader sent that, nobody has to look at it any more; if the reader says that a row is
     * wrong, this one takes its place.
     *
     * @param key the key of the proposal; of none if nobody proposed the row
     */
    public synchronized Checked accept(String key, String table, Map<String, String> cells, boolean seen)
            throws IOException, ProblemException, Refusal {
        Optional<DeskView.Proposal> proposal = look().proposal(key);
        Staging.Staged staged = staged(table, cells, proposal);
        Checked checked = staged.checked();
        if (!checked.isSound() || (checked.wantsALook() && !seen)) {
            return checked;
        }
        String what = table + ": "
                + DeskTables.columns(table).stream()
                        .map(column -> cells.getOrDefault(column, ""))
                        .filter(cell -> !cell.isEmpty())
                        .limit(3)
                        .collect(Collectors.joining(", "));
        write(
                table,
                staged.text(),
                what,
                contribution(proposal),
                staged.inputs(),
                staged.built().orElseThrow());
        return checked.asWritten();
    }

    /**
     * Refuses a proposal, so that it does not come again.
     *
     * @param key its key
     * @throws Refusal if there is no such proposal, or no reason
     */
    public synchronized void refuse(String key, String reason) throws IOException, ProblemException, Refusal {
        DeskView.Proposal proposal = look().proposal(key)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.NOT_FOUND, "there is no such proposal any more", "go on with the others"));
        String why = DeskTables.clean(reason);
        if (why.isEmpty()) {
            throw new Refusal(Refusal.Reason.BAD_REQUEST, "the refusal has no reason", "say in some words why");
        }
        TableText table = TableText.of(inputs, RefusedProposals.TABLE);
        table.insert(Map.of("source", source, "table", proposal.table(), "proposal", proposal.told(), "reason", why));
        // No fact comes of it, so that the graph stays.
        write(
                RefusedProposals.TABLE,
                table.text(),
                RefusedProposals.TABLE + ": " + proposal.told(),
                contribution(Optional.of(proposal)),
                with(RefusedProposals.TABLE, table.text()),
                snapshot);
    }

    /**
     * Takes the last change of this desk back.
     *
     * @return what it was; empty if there is none
     * @throws Refusal if somebody changed the same file since then
     */
    public synchronized Optional<String> undo() throws IOException, ProblemException, Refusal {
        look();
        if (changes.last().isEmpty()) {
            return Optional.empty();
        }
        DeskChanges.Change last = changes.last().get();
        Optional<String> now = files.text(last.table());
        if (!last.isIn(now)) {
            throw changedMeanwhile(last.table());
        }
        Optional<String> held = last.before(now.orElseThrow());
        String before = held.orElseGet(() -> TableText.csv(List.of(DeskTables.columns(last.table()))));
        Inputs old = with(last.table(), before);
        Snapshot built = last.table().equals(RefusedProposals.TABLE) ? snapshot : build(old);
        if (last.settled().isPresent()
                && inbox.isPresent()
                && !inbox.get().put(last.settled().get())) {
            throw new Refusal(
                    Refusal.Reason.CONFLICT,
                    "there is no room any more for the proposal that was settled",
                    "settle others first, and undo this then");
        }
        boolean alone = files.state().equals(state);
        // A table that began with this row leaves no file behind.
        store(last.table(), held);
        Optional<Object> written = alone ? Optional.of(files.state()) : Optional.empty();
        changes.forget();
        follow(old, built, written);
        return Optional.of(last.what());
    }

    private static Optional<Contribution> contribution(Optional<DeskView.Proposal> proposal) {
        return proposal.flatMap(DeskView.Proposal::sent);
    }

    private static Refusal changedMeanwhile(String table) {
        return new Refusal(
                Refusal.Reason.CONFLICT,
                table + ".csv was changed by somebody else meanwhile",
                "look at it, and do it again");
    }

    private void write(
            String table, String text, String what, Optional<Contribution> settled, Inputs with, Snapshot built)
            throws IOException, ProblemException, Refusal {
        Optional<String> known = inputs.table(table).map(Inputs.File::text);
        Optional<String> held = files.text(table);
        if (!known.equals(held)) {
            throw changedMeanwhile(table);
        }
        boolean alone = files.state().equals(state);
        try {
            changes.add(DeskChanges.Change.of(table, held, text, what, settled));
        } catch (IOException e) {
            throw notWritten(e);
        }
        try {
            store(table, Optional.of(text));
        } catch (Refusal e) {
            changes.forget();
            throw e;
        }
        Optional<Object> written = alone ? Optional.of(files.state()) : Optional.empty();
        if (settled.isPresent() && inbox.isPresent()) {
            inbox.get().settle(settled.get());
        }
        follow(with, built, written);
    }

    /** Writes a table or takes it away, or says why that is not possible: the person at the desk can help it. */
    private void store(String table, Optional<String> text) throws Refusal {
        try {
            if (text.isPresent()) {
                files.write(table, text.get());
            } else {
                files.remove(table);
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private static Refusal notWritten(IOException e) {
        return new Refusal(
                Refusal.Reason.BUSY,
                "nothing was written: " + String.valueOf(e.getMessage()).replaceFirst(" – .*", ""),
                "make room, or let the folder be written to, and send it again");
    }

    /**
     * Goes on with what was written.
     *
     * @param written the state of the files right after that; empty if somebody else changed them since they were read: building takes seconds
     */
    private void follow(Inputs with, Snapshot built, Optional<Object> written) throws IOException, ProblemException {
        boolean other = !built.version().equals(snapshot.version());
        take(with, built);
        // What somebody else changed meanwhile is read when the desk is looked at next.
        state = written.orElse(null);
        if (other) {
            publishing.publish(with, built);
        }
    }

    /** The inputs with another text of a table. */
    private Inputs with(String table, String text) {
        return TableChanges.with(inputs, Map.of(table, text));
    }
}
