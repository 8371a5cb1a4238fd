package org.genevagraph.snapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.load.facts.StatementLoader;
import org.genevagraph.load.row.Origins;
import org.genevagraph.load.row.Things;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Severity;
import org.genevagraph.source.table.Cell;
import org.genevagraph.source.table.Table;
import org.genevagraph.validate.Finding;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Tells what is wrong in itself from what only follows from something else that is wrong and told already. */
final class Consequences {
    /** Properties that count what stands in other tables. */
    private static final Set<Node> COUNTS = Set.of(GG.passageCount);

    private final Set<Cell> wrong = new HashSet<>();
    private final Map<String, List<String>> missingColumns = new HashMap<>();
    private final Set<Node> doubled;
    private final Origins origins;
    private final boolean anyStatementWrong;
    private boolean anyLost;

    /**
     * With what is known when all tables are loaded.
     *
     * @param problems what was told so far
     */
    Consequences(Iterable<Table> tables, Things things, Origins origins, Problems problems) {
        this.origins = origins;
        for (Table table : tables) {
            missingColumns.put(table.file(), table.missingColumns());
            anyLost |= !table.isWhole()
                    || !table.lostIds().isEmpty()
                    || !table.missingColumns().isEmpty();
        }
        anyLost |= things.anyUnresolved();
        problems.sorted().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> wrong.add(new Cell(problem.file(), problem.line(), problem.column())));
        Set<String> statements = new HashSet<>();
        tables.forEach(table -> {
            if (table.name().startsWith(StatementLoader.TABLES)) {
                statements.add(table.file());
            }
        });
        anyStatementWrong = wrong.stream().anyMatch(cell -> statements.contains(cell.file()));
        wrong.addAll(things.followers());
        doubled = things.doubled();
    }

    /**
     * Whether a finding only follows from what was told: its cell is wrong, or something may be missing from the graph that it looked for.
     *
     * @param graph all that could be loaded and derived
     * @param cell where the finding is told; empty if no row made the thing at fault
     */
    boolean isOne(Finding finding, Optional<Cell> cell, Graph graph) {
        if (wrong.isEmpty()) {
            return false;
        }
        // What two rows say of one id is not said of one thing.
        if (cell.isEmpty() || doubled.contains(finding.focusNode())) {
            return true;
        }
        Optional<String> column = finding.property() == null
                ? Optional.empty()
                : origins.column(cell.get().file(), finding.property());
        return isOfWrongCell(cell.get(), column)
                || (column.isEmpty() && isOfWrongRow(finding, cell.get()))
                || hasWrongValueElsewhere(finding)
                || mayStandInWrongRow(finding, cell.get())
                || (column.isEmpty() && isWarningOfWrongStatement(finding))
                || isSaidByUnreadRow(finding)
                || (anyLost && hangsOnOtherTables(finding, column, graph));
    }

    /** Its cell, the whole of its row or its column is wrong. */
    private boolean isOfWrongCell(Cell cell, Optional<String> column) {
        String at = cell.column().isEmpty() ? column.orElse("") : cell.column();
        return wrong.contains(new Cell(cell.file(), cell.line(), at))
                || wrong.contains(new Cell(cell.file(), cell.line(), ""))
                || missingColumns.getOrDefault(cell.file(), List.of()).contains(at);
    }

    /** What a rule makes of a wrong row, or a property that no other row has, or what another table ought to say of the thing. */
    private boolean isOfWrongRow(Finding finding, Cell cell) {
        return Stream.concat(Stream.of(cell), origins.cells(finding.focusNode()).stream())
                .anyMatch(this::isInWrongRow);
    }

    /** A name that two things have in another language is told where it stands. */
    private boolean hasWrongValueElsewhere(Finding finding) {
        return finding.value() == null
                && finding.property() != null
                && origins.cells(finding.focusNode(), finding.property()).stream()
                        .anyMatch(wrong::contains);
    }

    /** A thing without a name of its own is not to be named where it has one in another language. */
    private boolean mayStandInWrongRow(Finding finding, Cell cell) {
        return isMissing(finding)
                && origins.find(finding.focusNode(), null, null)
                        .filter(row -> !row.file().equals(cell.file()))
                        .filter(this::isInWrongRow)
                        .isPresent();
    }

    /** That a thing stands in no relation may follow from the statement that is wrong. */
    private boolean isWarningOfWrongStatement(Finding finding) {
        return finding.severity() == Severity.WARNING && anyStatementWrong;
    }

    /** One of the rows that speak of the thing could not be read at all. */
    private boolean isSaidByUnreadRow(Finding finding) {
        return origins.cells(finding.focusNode()).stream()
                .anyMatch(place -> wrong.contains(new Cell(place.file(), place.line(), "")));
    }

    /** What a rule adds, and what other tables say of a thing, may hang on what is not there. */
    private static boolean hangsOnOtherTables(Finding finding, Optional<String> column, Graph graph) {
        return column.isEmpty() || COUNTS.contains(finding.property()) || namesWhatIsNotThere(finding, graph);
    }

    private boolean isInWrongRow(Cell row) {
        return wrong.stream().anyMatch(place -> isInRow(place, row));
    }

    /**
     * Findings less those that tell again, of what a rule or another statement makes of a row, what one of them tells of the row itself: a body
     * without evidence is not covered either.
     *
     * @param place where a finding is told; empty if no row made the thing at fault
     */
    static List<Finding> ofTheirOwn(List<Finding> findings, Origins origins, Function<Finding, Optional<Cell>> place) {
        Map<Finding, Cell> cells = new LinkedHashMap<>();
        findings.forEach(finding -> place.apply(finding).ifPresent(cell -> cells.put(finding, cell)));
        Set<Cell> told = cells.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == Severity.ERROR
                        && !entry.getValue().column().isEmpty())
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        Map<List<Object>, String> first = new HashMap<>();
        cells.forEach((finding, cell) -> {
            if (isMissing(finding)) {
                first.merge(
                        List.of(cell, finding.property()),
                        finding.message(),
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        });
        return findings.stream()
                .filter(finding -> {
                    Cell cell = cells.get(finding);
                    if (cell == null || finding.property() == null) {
                        return true;
                    }
                    return cell.column().isEmpty()
                            ? origins.column(cell.file(), finding.property()).isPresent()
                                    || told.stream().noneMatch(other -> isInRow(other, cell))
                            : !isMissing(finding)
                                    || finding.message().equals(first.get(List.of(cell, finding.property())));
                })
                .toList();
    }

    private static boolean isMissing(Finding finding) {
        return finding.value() == null && finding.property() != null && finding.severity() == Severity.ERROR;
    }

    private static boolean isInRow(Cell place, Cell row) {
        return place.file().equals(row.file()) && place.line() == row.line();
    }

    private static boolean namesWhatIsNotThere(Finding finding, Graph graph) {
        return Stream.concat(
                        Stream.ofNullable(finding.value()),
                        graph.stream(finding.focusNode(), Node.ANY, Node.ANY).map(Triple::getObject))
                .filter(node -> node.isURI() && node.getURI().startsWith(Iris.BASE + "id/"))
                .anyMatch(node -> !graph.contains(node, RDF.type.asNode(), Node.ANY));
    }
}
