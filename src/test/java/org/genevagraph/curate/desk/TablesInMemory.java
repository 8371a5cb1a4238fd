package org.genevagraph.curate.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.Mini;
import org.genevagraph.Texts;
import org.genevagraph.curate.rows.TableFiles;
import org.genevagraph.snapshot.Inputs;

/** The made-up files, of which tables can be written in memory. */
final class TablesInMemory implements TableFiles {
    /** A row that the made-up tables do not have and can take. */
    static final Map<String, String> ROW = row("delta", "supports");

    /** The same of other ends. */
    static Map<String, String> row(String subject, String relation) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("subject", subject);
        row.put("relation", relation);
        row.put("object", "talks");
        row.put("role", "donor");
        row.put("standing", "stated");
        row.put("evidence", "alpha#3");
        return row;
    }

    final Map<String, String> written = new LinkedHashMap<>();
    final Map<String, String> kept = new LinkedHashMap<>();
    boolean full;

    /** What somebody else does while a graph is built. */
    Runnable meanwhile = () -> {};

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
        needRoom();
        written.put(table, text);
    }

    @Override
    public Optional<String> kept(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void keep(String name, String text) throws IOException {
        needRoom();
        kept.put(name, text);
    }

    @Override
    public void remove(String table) throws IOException {
        needRoom();
        written.remove(table);
    }

    private void needRoom() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }
}
