package org.genevagraph.curate.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.genevagraph.curate.rows.ProposedRows;
import org.genevagraph.curate.rows.TableChanges;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Refusal;
import org.genevagraph.problem.Severity;
import org.genevagraph.proof.Evidence;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SuccessiveBuilds;
import org.genevagraph.source.table.Row;

/**
 * Puts a row into its table without writing it, builds the whole graph with it and tells what comes of that.
 *
 * @param source the document's id
 * @param inputs what the tables and texts hold without the row
 * @param builds with what was built before
 */
record Staging(String source, Inputs inputs, SuccessiveBuilds builds) {
    /** A row as it would stand in its table, and what came of building all with it. */
    record Staged(String text, Inputs inputs, Optional<Snapshot> built, Checked checked) {}

    /**
     * Tries a row.
     *
     * @param given its cells by their columns
     * @param proposal of which it is made; empty if nobody proposed it
     * @throws Refusal if there is no such table
     */
    Staged staged(String table, Map<String, String> given, Optional<DeskView.Proposal> proposal)
            throws ProblemException, Refusal {
        if (!DeskTables.of(source).contains(table)) {
            throw new Refusal(
                    Refusal.Reason.NOT_FOUND,
                    "no rows go into the table '" + table + "' from here",
                    Nearest.hint(
                            table, DeskTables.of(source), "tables are " + String.join(", ", DeskTables.of(source))));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        DeskTables.columns(table)
                .forEach(column -> cells.put(column, DeskTables.clean(given.getOrDefault(column, ""))));
        Inputs without = without(table, proposal);
        TableText text = TableText.of(without, table);
        int line = text.insert(cells);
        Inputs with = with(table, text.text());
        String file = with.table(table).orElseThrow().shown();
        Problems problems = new Problems();
        List<Problem> alike = alike(without, table, cells, file, line);
        alike.forEach(problems::add);
        List<String> missing = missing(table, cells);
        if (!missing.isEmpty()) {
            // Building takes seconds, and says nothing else of these.
            missing.forEach(column -> problems.add(Problem.error(file, line, column, "is empty", "fill it in")));
            return new Staged(text.text(), with, Optional.empty(), Checked.faulty(problems.sorted(), !alike.isEmpty()));
        }
        try {
            Snapshot built = builds.build(with, Progress.NONE);
            built.warnings().stream()
                    .filter(warning -> warning.file().equals(file) && warning.line() == line)
                    .forEach(problems::add);
            DatasetGraph graph = built.dataset();
            List<ProposedRows.Fact> facts = Evidence.check(built, (file + ":" + line)::equals).stream()
                    .map(proof -> new ProposedRows.Fact(proof, ProposedRows.quote(graph, proof.fact())))
                    .toList();
            return new Staged(
                    text.text(),
                    with,
                    Optional.of(built),
                    new Checked(problems.sorted(), facts, said(facts, graph), !alike.isEmpty(), false));
        } catch (ProblemException e) {
            // The tables were right before, so that all errors come from the row.
            e.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .forEach(problems::add);
            return new Staged(text.text(), with, Optional.empty(), Checked.faulty(problems.sorted(), !alike.isEmpty()));
        }
    }

    /** What a graph says of facts, so that it need not be held for that. */
    private static Graph said(List<ProposedRows.Fact> facts, DatasetGraph graph) {
        Graph said = GraphFactory.createDefaultGraph();
        facts.forEach(fact -> graph.getDefaultGraph().stream(fact.proof().fact(), Node.ANY, Node.ANY)
                .forEach(said::add));
        return said;
    }

    /** The columns without a cell that the table cannot do without. */
    private static List<String> missing(String table, Map<String, String> cells) {
        return DeskTables.columns(table).stream()
                .filter(column -> DeskTables.needs(column) && cells.get(column).isEmpty())
                .toList();
    }

    /** The inputs less the row that a proposal changes, if it is about one of this table. */
    private Inputs without(String table, Optional<DeskView.Proposal> proposal) throws ProblemException {
        Map<String, String> held = proposal.filter(one -> one.table().equals(table))
                .map(DeskView.Proposal::held)
                .orElse(Map.of());
        if (held.isEmpty()) {
            return inputs;
        }
        TableText text = TableText.of(inputs, table);
        Optional<Row> row = text.rows().stream()
                .filter(one -> held.entrySet().stream()
                        .allMatch(cell -> one.get(cell.getKey()).equals(cell.getValue())))
                .findFirst();
        return row.isPresent() ? with(table, text.without(row.get())) : inputs;
    }

    /** Names that the tables have nearly so, told at the row's place. */
    private static List<Problem> alike(Inputs inputs, String table, Map<String, String> cells, String file, int line) {
        Problems found = new Problems();
        String rows = TableText.csv(List.of(DeskTables.columns(table), List.copyOf(cells.values())));
        ProposedRows.compare(inputs, new Inputs.File(file, table + ".csv", rows), found);
        return found.sorted().stream()
                .map(problem -> problem.at(file, line, problem.column()))
                .toList();
    }

    private Inputs with(String table, String text) {
        return TableChanges.with(inputs, Map.of(table, text));
    }
}
