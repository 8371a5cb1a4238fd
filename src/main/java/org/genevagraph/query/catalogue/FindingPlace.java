package org.genevagraph.query.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place in the sentence that says what an answer finds: {@code {count}}, {@code {names}}, the value of a parameter, or something of a
 * column, such as {@code {distinct:via|one initiative|# initiatives}}.
 *
 * @param what {@code count}, {@code names}, a parameter, or what is told of the column
 * @param column the column; empty if none is told of
 * @param one what is said of the number one; empty if the number itself
 * @param other what is said of other numbers, with # for the number; empty if the number itself
 */
public record FindingPlace(String what, String column, String one, String other) {
    /** How many there are of what the entries are about. */
    public static final String COUNT = "count";
    /** What the first of them are called, and how many more there are. */
    public static final String NAMES = "names";
    /** How many different values a column has. */
    public static final String DISTINCT = "distinct";
    /** How many of the things that the entries are about have a value in a column. */
    public static final String WITH = "with";
    /** The value of a column in the first row. */
    public static final String FIRST = "first";
    /** The value of a column in the last row. */
    public static final String LAST = "last";
    /** The names in a column. */
    public static final String LIST = "list";

    /** How many rows there are. */
    public static final String ROWS = "rows";

    private static final Set<String> ALONE = Set.of(COUNT, NAMES, ROWS);
    private static final Set<String> OF_COLUMNS = Set.of(DISTINCT, WITH, FIRST, LAST, LIST);

    /** Reads what stands between the braces. */
    public static FindingPlace of(String text) {
        List<String> forms = List.of(text.split("\\|", -1));
        String[] parts = forms.get(0).split(":", 2);
        boolean counted = forms.size() == 3;
        return new FindingPlace(
                parts[0], parts.length == 2 ? parts[1] : "", counted ? forms.get(1) : "", counted ? forms.get(2) : "");
    }

    /** What is wrong with it, given the parameters and columns that there are; empty if nothing is. */
    Optional<String> fault(List<String> parameters, List<String> columns) {
        if (column.isEmpty()) {
            return ALONE.contains(what) || parameters.contains(what)
                    ? Optional.empty()
                    : Optional.of("'" + what + "' is neither count, names, rows nor a parameter");
        }
        if (!OF_COLUMNS.contains(what)) {
            return Optional.of("'" + what + "' can be told of no column");
        }
        return columns.contains(column) ? Optional.empty() : Optional.of("there is no column '" + column + "'");
    }
}
