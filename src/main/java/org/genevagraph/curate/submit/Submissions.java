package org.genevagraph.curate.submit;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genevagraph.curate.rows.ProposedRows;
import org.genevagraph.curate.rows.TableChanges;
import org.genevagraph.curate.rows.TableFiles;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Refusal;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.watch.TimeLimit;

/**
 * Brings rows from outside into the tables: all of them or none. What is to change stands in the journal before the first table is touched, so
 * that a program that is killed in between finishes it when it starts again.
 */
public final class Submissions implements AutoCloseable {
    private final TableFiles files;
    private final Journal journal;

    /**
     * Rows that were looked at.
     *
     * @param checked what came of holding them to all that the tables are held to
     * @param after the tables that they change, by name, with all that they are to hold; empty if they are not sound
     * @param inputs the files with these tables; empty if the rows are not sound
     * @param snapshot what is made of them; empty if the rows are not sound
     */
    public record Staged(
            ProposedRows checked, Map<String, String> after, Optional<Inputs> inputs, Optional<Snapshot> snapshot) {}

    /**
     * With the files, and the journal, whose last change is finished first if that was not done.
     *
     * @throws IOException if that is not possible
     */
    public Submissions(TableFiles files, Journal journal) throws IOException {
        this.files = files;
        this.journal = journal;
        if (journal.unfinished().isPresent()) {
            finish(journal.unfinished().get());
        }
    }

    /**
     * Looks at rows; nothing is written.
     *
     * @param inputs what the served snapshot was built from
     * @throws Refusal if there are none, or some of them are no business of who sends them
     * @throws org.apache.jena.query.QueryCancelledException if the time is up
     */
    public static Staged stage(Inputs inputs, Tokens.Holder holder, List<Inputs.File> rows, TimeLimit limit)
            throws Refusal {
        if (rows.stream()
                .allMatch(file ->
                        file.text().lines().filter(line -> !line.isBlank()).count() < 2)) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST, "there are no rows", "write the rows below the header of their table");
        }
        List<String> uncited = TableChanges.uncited(rows);
        if (!uncited.isEmpty()) {
            throw new Refusal(
                    Refusal.Reason.FORBIDDEN,
                    "rows of " + String.join(", ", uncited) + " cite no passage, so that no token is for them",
                    "leave them out, and propose them to those who keep the tables");
        }
        List<String> beyond = TableChanges.beyond(holder.source(), rows);
        if (!beyond.isEmpty()) {
            throw new Refusal(
                    Refusal.Reason.FORBIDDEN,
                    "the token is for rows that cite " + holder.source() + " only, unlike " + String.join(", ", beyond),
                    "leave them out, or ask for another token");
        }
        Problems compared = TableChanges.compare(inputs, rows);
        if (compared.hasErrors()) {
            return unsound(ProposedRows.check(inputs, rows, limit));
        }
        try {
            Map<String, String> after = TableChanges.merged(inputs, rows);
            Inputs with = TableChanges.with(inputs, after);
            Snapshot snapshot = new SnapshotBuilder(with, Progress.NONE, limit).build();
            ProposedRows checked = TableChanges.told(snapshot, with, rows, compared);
            return checked.areSound()
                    ? new Staged(checked, after, Optional.of(with), Optional.of(snapshot))
                    : unsound(checked);
        } catch (ProblemException e) {
            // Told by the rows as they were sent, rather than by the tables as they would be.
            ProposedRows checked = ProposedRows.check(inputs, rows, limit);
            return unsound(checked.areSound() ? new ProposedRows(e.problems(), List.of()) : checked);
        }
    }

    private static Staged unsound(ProposedRows checked) {
        return new Staged(checked, Map.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Writes what was staged: when this returns, it is on the disk, and all of it.
     *
     * @param before what it was staged on
     * @throws Refusal if the tables hold something else by now; then nothing was written
     * @throws NotWrittenException if the disk does not take them
     */
    public synchronized void commit(Inputs before, Staged staged, Tokens.Holder holder)
            throws NotWrittenException, Refusal {
        try {
            write(before, staged, holder);
        } catch (IOException e) {
            throw new NotWrittenException(e, journal.unfinished().isPresent());
        }
    }

    private void write(Inputs before, Staged staged, Tokens.Holder holder) throws IOException, Refusal {
        if (journal.unfinished().isPresent()) {
            finish(journal.unfinished().get());
        }
        // Rows are right beside all tables, not only beside those that they change.
        Map<String, String> held = texts(before);
        Map<String, String> now = texts(files.read());
        Set<String> all = new TreeSet<>(held.keySet());
        all.addAll(now.keySet());
        for (String table : all) {
            if (!Objects.equals(held.get(table), now.get(table))) {
                throw conflict(table);
            }
        }
        held.keySet().retainAll(staged.after().keySet());
        Journal.Entry entry = new Journal.Entry(holder.name(), held, staged.after());
        journal.begin(entry);
        Optional<String> other;
        try {
            other = write(entry);
            if (other.isEmpty()) {
                journal.done();
            }
        } catch (IOException e) {
            takeBack(entry);
            throw e;
        }
        if (other.isPresent()) {
            takeBack(entry);
            throw conflict(other.get());
        }
    }

    private static Refusal conflict(String table) {
        return new Refusal(
                Refusal.Reason.CONFLICT,
                "the table " + table + " holds something else by now",
                "look at the new version, and send the rows again");
    }

    /** That rows could not be written. */
    public static final class NotWrittenException extends Exception {
        private static final long serialVersionUID = 1;

        private final boolean unsettled;

        NotWrittenException(IOException cause, boolean unsettled) {
            super(cause);
            this.unsettled = unsettled;
        }

        /** Whether they could not be taken back either, so that the next commit, or the next start, writes all of them. */
        public boolean isUnsettled() {
            return unsettled;
        }
    }

    /** Brings tables back that were written before another one could not be; a table that was not there keeps its header. */
    private void takeBack(Journal.Entry entry) throws IOException {
        for (Map.Entry<String, String> table : entry.after().entrySet()) {
            if (files.text(table.getKey()).equals(Optional.of(table.getValue()))) {
                String before = entry.before().get(table.getKey());
                files.write(
                        table.getKey(),
                        before != null ? before : TableText.csv(List.of(TableText.columns(table.getKey()))));
            }
        }
        journal.done();
    }

    /** What tables hold, by name. */
    private static Map<String, String> texts(Inputs inputs) {
        Map<String, String> texts = new LinkedHashMap<>();
        inputs.tables().forEach(file -> texts.put(file.table(), file.text()));
        return texts;
    }

    /** Finishes a change that was cut off; a table that somebody changed otherwise since keeps what it has. */
    private void finish(Journal.Entry entry) throws IOException {
        write(entry);
        journal.done();
    }

    /**
     * Writes the tables of a change that stands in the journal, less those that somebody changed otherwise.
     *
     * @return one of these
     */
    private Optional<String> write(Journal.Entry entry) throws IOException {
        Optional<String> other = Optional.empty();
        for (Map.Entry<String, String> table : entry.after().entrySet()) {
            Optional<String> now = files.text(table.getKey());
            if (now.equals(Optional.ofNullable(entry.before().get(table.getKey())))) {
                files.write(table.getKey(), table.getValue());
            } else if (!now.equals(Optional.of(table.getValue()))) {
                other = Optional.of(table.getKey());
            }
        }
        return other;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
