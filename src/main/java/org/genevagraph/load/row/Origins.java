package org.genevagraph.load.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.source.table.Cell;

/** Which cell made which triple, so that a violated shape can be told as file, line and column. */
public final class Origins {
    private final Map<Node, List<Origin>> bySubject = new HashMap<>();

    private final Map<List<Object>, String> columns = new HashMap<>();

    private record Origin(Node predicate, Node object, Cell cell) {}

    void add(Node subject, Node predicate, Node object, Cell cell) {
        bySubject.computeIfAbsent(subject, key -> new ArrayList<>()).add(new Origin(predicate, object, cell));
    }

    /**
     * The cell that a finding about a node is best shown at: the one that wrote this property and value, else that of this property in the row
     * that made the node or says more of it, where a value is missing or one is too many, else one that wrote this property, else the row that made the node.
     *
     * @param predicate the property at fault, or null
     * @param object the value at fault, or null
     */
    public Optional<Cell> find(Node subject, Node predicate, Node object) {
        List<Origin> origins = bySubject.getOrDefault(subject, List.of());
        return origins.stream()
                .filter(origin ->
                        origin.predicate().equals(predicate) && origin.object().equals(object))
                .findFirst()
                .map(Origin::cell)
                .or(() -> object == null ? ownCell(origins, predicate) : Optional.empty())
                .or(() -> origins.stream()
                        .filter(origin -> origin.predicate().equals(predicate))
                        .findFirst()
                        .map(Origin::cell))
                .or(() -> made(origins).map(cell -> new Cell(cell.file(), cell.line(), "")));
    }

    /**
     * The cell from which a property is taken, whether it holds anything or not, in the row that made a node, else in one that says more of it;
     * empty if none of their tables has such a column.
     */
    private Optional<Cell> ownCell(List<Origin> origins, Node predicate) {
        return predicate == null
                ? Optional.empty()
                : Stream.concat(made(origins).stream(), origins.stream().map(Origin::cell))
                        .flatMap(row -> column(row.file(), predicate).stream()
                                .map(column -> new Cell(row.file(), row.line(), column)))
                        .findFirst();
    }

    /** The cell of the row that made a node: other tables may say more about it; the row that says what it is made it. */
    private static Optional<Cell> made(List<Origin> origins) {
        return origins.stream()
                .filter(origin -> origin.predicate().equals(RDF.type.asNode()))
                .findFirst()
                .or(() -> origins.stream().findFirst())
                .map(Origin::cell);
    }

    /** Everything that rows have said so far. */
    public Stream<Triple> triples() {
        return bySubject.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(origin -> Triple.create(entry.getKey(), origin.predicate(), origin.object())));
    }

    /** The cells of all rows that say something of a node. */
    public List<Cell> cells(Node node) {
        return bySubject.getOrDefault(node, List.of()).stream()
                .map(Origin::cell)
                .distinct()
                .toList();
    }

    /** The cells that wrote a property of a node. */
    public List<Cell> cells(Node node, Node predicate) {
        return bySubject.getOrDefault(node, List.of()).stream()
                .filter(origin -> origin.predicate().equals(predicate))
                .map(Origin::cell)
                .toList();
    }

    /** The column of a table from which a property is taken; empty if it is taken from none. */
    public Optional<String> column(String file, Node predicate) {
        if (columns.isEmpty()) {
            bySubject
                    .values()
                    .forEach(origins -> origins.forEach(origin -> columns.putIfAbsent(
                            List.of(origin.cell().file(), origin.predicate()),
                            origin.cell().column())));
        }
        return Optional.ofNullable(columns.get(List.of(file, predicate)));
    }

    /** The row that made each node, as file and line. */
    public Map<Node, String> rows() {
        Map<Node, String> rows = new HashMap<>();
        bySubject.forEach((node, origins) -> {
            made(origins).ifPresent(cell -> rows.put(node, cell.file() + ":" + cell.line()));
        });
        return rows;
    }
}
