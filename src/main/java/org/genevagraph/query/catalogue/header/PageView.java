package org.genevagraph.query.catalogue.header;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way in which a page shows the rows of an answer.
 *
 * @param kind which way
 * @param columns which column plays which part in it, by the name of the part; several are separated by commas
 */
public record PageView(Kind kind, Map<String, String> columns) {
    public PageView {
        columns = Map.copyOf(columns);
    }

    /** The ways that there are, each with the parts that it needs and those that it can do without. */
    public enum Kind {
        /** Entries to read, under the thing that was asked for; beside it what holds of all its entries. */
        TEXT(List.of(), List.of("group", "beside", "plain", "hide", "sentence")),
        /** The rows as they are. */
        TABLE(List.of(), List.of()),
        /** From what was asked about, through something, to the others. */
        NETWORK(List.of("of", "to"), List.of("through")),
        /** Events in their order, with spans of time. */
        TIMELINE(List.of("from", "until"), List.of("what", "hide")),
        /** Steps that follow from each other. */
        CHAIN(List.of("chain", "step", "from", "to"), List.of("quote")),
        /** Numbers beside each other. */
        BARS(List.of("value", "label"), List.of("unit", "group"));

        private final List<String> needed;
        private final List<String> optional;

        Kind(List<String> needed, List<String> optional) {
            this.needed = needed;
            this.optional = optional;
        }

        /** Its name in headers and addresses. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        List<String> needed() {
            return needed;
        }

        List<String> parts() {
            return Stream.concat(needed.stream(), optional.stream()).toList();
        }

        static Optional<Kind> of(String label) {
            return Stream.of(values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst();
        }
    }

    /** The column that plays a part; empty if none does. */
    public Optional<String> column(String part) {
        return list(part).stream().findFirst();
    }

    /** The columns that play a part. */
    public List<String> list(String part) {
        String text = columns.getOrDefault(part, "");
        return text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*"));
    }

    /** All columns that it names, but for what it is {@code of}, which can be a parameter. */
    public Stream<String> named() {
        return columns.keySet().stream().filter(part -> !part.equals("of")).flatMap(part -> list(part).stream());
    }
}
