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
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Severity;
import org.genevagraph.problem.Slip;
import org.genevagraph.source.table.Cell;
import org.genevagraph.source.table.Table;
import org.genevagraph.validate.Finding;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Tells what is wrong in itself from what only follows from something else that is wrong and told already. */
final class Consequences {
    /** A name that nothing bears is told at so many places, then counted. */
    private static final int FEW = 3;

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
     * The problems without those that say of each cell that its column is missing, or of translated words that no table says them if it is a table
     * that is not there.
     *
     * @param anyMissing whether a table is missing or cut off
     */
    static void reduce(Iterable<Table> tables, boolean anyMissing, Problems problems) {
        Map<String, List<String>> missing = new HashMap<>();
        tables.forEach(table -> missing.put(table.file(), table.missingColumns()));
        boolean anyTerm = problems.sorted().stream()
                .anyMatch(problem -> problem.file().startsWith("ontology/") && problem.line() > 0);
        problems.replace(problem -> {
            boolean follows = (problem.line() > 1
                            && missing.getOrDefault(problem.file(), List.of()).contains(problem.column()))
                    // A term of the ontology that is misspelt leaves a relation without its ends.
                    || (anyTerm && problem.slip().kind() == Slip.Kind.RELATION_WITHOUT_ENDS);
            return follows || (anyMissing && problem.slip().kind() == Slip.Kind.WORDS_NOT_SAID)
                    ? Optional.empty()
                    : Optional.of(problem);
        });
    }

    /** The problems with one for each slip that is told at many places, which says at how many. */
    static void count(Problems problems) {
        Map<List<Object>, Integer> places = new HashMap<>();
        problems.sorted().forEach(problem -> places.merge(sameAs(problem), 1, Integer::sum));
        places.remove(List.of());
        problems.replace(problem -> Optional.of(problem)
                .filter(same -> places.getOrDefault(sameAs(same), 0) <= FEW)
                .or(() -> counted(problem, places)));
    }

    /** What is the same slip wherever it is told: a name that nothing bears, a value that stands in many cells of a column; empty for others. */
    private static List<Object> sameAs(Problem problem) {
        return switch (problem.slip().kind()) {
            case NAME_UNKNOWN, RELATION_UNKNOWN -> List.of(problem.slip());
            case CELLS_SHIFTED -> List.of(problem.slip(), problem.file());
            default ->
                problem.line() > 1 && problem.message().startsWith("'")
                        ? List.of(problem.file(), problem.column(), problem.message())
                        : List.of();
        };
    }

    /** The first of many, with their number; empty for the others. */
    private static Optional<Problem> counted(Problem problem, Map<List<Object>, Integer> unknown) {
        int places = unknown.put(sameAs(problem), Integer.MAX_VALUE);
        return places == Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(problem.saying(
                        String.format("%s (and at %,d more places)", problem.message(), places - 1), problem.fix()));
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
        String file = cell.get().file();
        Optional<String> column =
                finding.property() == null ? Optional.empty() : origins.column(file, finding.property());
        String at =
                cell.get().column().isEmpty() ? column.orElse("") : cell.get().column();
        if (wrong.contains(new Cell(file, cell.get().line(), at))
                || wrong.contains(new Cell(file, cell.get().line(), ""))
                || missingColumns.getOrDefault(file, List.of()).contains(at)) {
            return true;
        }
        if (column.isEmpty()
                && Stream.concat(Stream.of(cell.get()), origins.cells(finding.focusNode()).stream())
                        .anyMatch(row -> wrong.stream().anyMatch(place -> isInRow(place, row)))) {
            // What a rule makes of the row, or a property that no other row has, or what another table ought to say of
            // the thing.
            return true;
        }
        if (finding.value() == null
                && finding.property() != null
                && origins.cells(finding.focusNode(), finding.property()).stream()
                        .anyMatch(wrong::contains)) {
            // A name that two things have in another language is told where it stands.
            return true;
        }
        if (isMissing(finding)
                && origins.find(finding.focusNode(), null, null)
                        .filter(row -> !row.file().equals(file))
                        .filter(row -> wrong.stream().anyMatch(place -> isInRow(place, row)))
                        .isPresent()) {
            // A thing without a name of its own is not to be named where it has one in another language.
            return true;
        }
        if (column.isEmpty() && finding.severity() == Severity.WARNING && anyStatementWrong) {
            // That a thing stands in no relation may follow from the statement that is wrong.
            return true;
        }
        if (origins.cells(finding.focusNode()).stream()
                .anyMatch(place -> wrong.contains(new Cell(place.file(), place.line(), "")))) {
            return true;
        }
        // What a rule adds, and what other tables say of a thing, may hang on what is not there.
        boolean hangs = column.isEmpty() || COUNTS.contains(finding.property()) || namesWhatIsNotThere(finding, graph);
        return anyLost && hangs;
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
