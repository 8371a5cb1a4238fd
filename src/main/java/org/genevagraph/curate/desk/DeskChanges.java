package org.genevagraph.curate.desk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.curate.rows.TableFiles;
import org.genevagraph.vocabulary.Iris;

/**
 * What was done at the desk of a text, the last first. It is kept where the tables are, so that it can be undone when the desk was started anew.
 * A change is noted before its table is written: what a crash left undone is dropped, since its table does not hold it.
 */
final class DeskChanges {
    /** So many can be undone, one after another. */
    private static final int MOST = 50;

    private final String name;
    private final TableFiles files;

    /** The last one first. */
    private final Deque<Change> changes = new ArrayDeque<>();

    /**
     * A change that can be undone: what stood where a table holds something else now.
     *
     * @param table the table
     * @param existed whether there was one before
     * @param after the digest of what it holds since then
     * @param from where what was changed begins
     * @param left how many characters follow what was changed
     * @param old what stood between the two
     * @param what the change in words
     * @param settled the proposal of a reader that was settled by it
     */
    record Change(
            String table,
            boolean existed,
            String after,
            int from,
            int left,
            String old,
            String what,
            Optional<Contribution> settled) {
        static Change of(
                String table, Optional<String> before, String after, String what, Optional<Contribution> settled) {
            String old = before.orElse("");
            int most = Math.min(old.length(), after.length());
            int from = 0;
            while (from < most && old.charAt(from) == after.charAt(from)) {
                from++;
            }
            int left = 0;
            while (left < most - from
                    && old.charAt(old.length() - 1 - left) == after.charAt(after.length() - 1 - left)) {
                left++;
            }
            return new Change(
                    table,
                    before.isPresent(),
                    Iris.digest(after),
                    from,
                    left,
                    old.substring(from, old.length() - left),
                    what,
                    settled);
        }

        /** Whether a table still holds what it held right after the change. */
        boolean isIn(Optional<String> text) {
            return text.filter(held -> Iris.digest(held).equals(after)).isPresent();
        }

        /** What the table held before, by what it holds now; empty if there was none. */
        Optional<String> before(String now) {
            return existed
                    ? Optional.of(now.substring(0, from) + old + now.substring(now.length() - left))
                    : Optional.empty();
        }

        private JsonObject json() {
            JsonObject json = new JsonObject();
            json.put("table", table);
            json.put("existed", existed);
            json.put("after", after);
            json.put("from", from);
            json.put("left", left);
            json.put("old", old);
            json.put("what", what);
            settled.ifPresent(sent -> json.put("settled", sent.json()));
            return json;
        }

        private static Change of(JsonObject json) {
            return new Change(
                    json.getString("table"),
                    json.getBoolean("existed"),
                    json.getString("after"),
                    number(json, "from"),
                    number(json, "left"),
                    json.getString("old"),
                    json.getString("what"),
                    json.hasKey("settled") ? Contribution.of(json.getString("settled")) : Optional.empty());
        }

        private static int number(JsonObject json, String key) {
            return json.get(key).getAsNumber().value().intValue();
        }
    }

    /**
     * Those that are kept, less the last ones whose table holds something else by now.
     *
     * @param source the text
     */
    DeskChanges(String source, TableFiles files) throws IOException {
        this.name = source + ".json";
        this.files = files;
        read(files.kept(name).orElse("[]")).forEach(changes::addLast);
        while (!changes.isEmpty()
                && !changes.peek().isIn(files.text(changes.peek().table()))) {
            changes.pop();
        }
    }

    /** What a file holds; nothing if it is not such a file, which no crash leaves, but a person may. */
    private static List<Change> read(String text) {
        try {
            return JSON.parseAny(text).getAsArray().stream()
                    .map(JsonValue::getAsObject)
                    .map(Change::of)
                    .toList();
        } catch (JsonException | UnsupportedOperationException | NullPointerException e) {
            return List.of();
        }
    }

    /** The last one; empty if nothing can be undone. */
    Optional<Change> last() {
        return Optional.ofNullable(changes.peek());
    }

    /** Notes what is going to be done; if that is not possible, it is not to be done. */
    void add(Change change) throws IOException {
        changes.push(change);
        try {
            keep();
        } catch (IOException e) {
            changes.pop();
            throw e;
        }
    }

    /** Forgets the last one: it was undone, or not done. Where that cannot be written, the table tells it at the next start. */
    void forget() {
        changes.pop();
        try {
            keep();
        } catch (IOException e) {
            // What its table does not hold is dropped when it is read again.
            return;
        }
    }

    private void keep() throws IOException {
        while (changes.size() > MOST) {
            changes.removeLast();
        }
        JsonArray all = new JsonArray();
        changes.forEach(change -> all.add(change.json()));
        files.keep(name, all.toString() + "\n");
    }
}
