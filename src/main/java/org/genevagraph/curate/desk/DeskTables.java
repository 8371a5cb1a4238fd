package org.genevagraph.curate.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genevagraph.curate.rows.ProposedText;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.vocabulary.Iris;

/** The tables into which rows can go from a desk, and how their cells are written. */
public final class DeskTables {
    /** The columns that no row can leave empty, in whichever table they are. */
    private static final Set<String> NEEDED = Set.of(
            "id",
            "name",
            "title",
            "kind",
            "summary",
            "definition",
            "subject",
            "relation",
            "object",
            "standing",
            "evidence",
            "thing",
            "status",
            "measure",
            "value",
            "unit",
            "passage",
            "target",
            "language");

    private DeskTables() {}

    /** Whether rows can be proposed for a table. */
    public static boolean takes(String table) {
        return ProposedText.TABLES.stream()
                .anyMatch(one -> one.endsWith("/") ? table.startsWith(one) : table.equals(one));
    }

    /** The tables into which rows of a text can go. */
    static List<String> of(String source) {
        return ProposedText.TABLES.stream()
                .map(table -> table.endsWith("/") ? table + source : table)
                .toList();
    }

    /** The columns of one of these tables. */
    public static List<String> columns(String table) {
        return TableText.columns(table);
    }

    /** Whether a cell cannot be left empty. */
    public static boolean needs(String column) {
        return NEEDED.contains(column);
    }

    /** Stands for a row: what was seen of one says nothing of another. */
    public static String digest(String table, Map<String, String> cells) {
        List<String> columns = columns(table);
        List<String> row = columns.stream()
                .map(column -> clean(cells.getOrDefault(column, "")))
                .toList();
        return Iris.digest(table + "\n" + TableText.csv(List.of(columns, row)));
    }

    /** A cell on one line, without what surrounds it. */
    static String clean(String cell) {
        return cell.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    }
}
