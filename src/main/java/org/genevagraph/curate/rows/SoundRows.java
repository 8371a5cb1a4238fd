package org.genevagraph.curate.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;
import org.genevagraph.load.Loaders;
import org.genevagraph.load.row.Loader;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Problems;
import org.genevagraph.problem.Severity;
import org.genevagraph.proof.Evidence;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Progress;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.SnapshotBuilder;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.watch.TimeLimit;

/**
 * Of proposed rows that cannot all enter the tables, those in which no fault was found: whoever proposes hears at once what their passages say of
 * them, however the file was saved and whatever is wrong with other rows.
 *
 * @param inputs what the snapshot is built from
 * @param proposed files that are named after their tables
 * @param there where rows stand that the tables have already, as {@code file:line}
 */
record SoundRows(Inputs inputs, List<Inputs.File> proposed, Set<String> there) {
    /** Rows that name what a row with a fault would have declared have one when that row is gone; beyond this many steps nobody waits for it. */
    private static final int MOST_BUILDS = 3;

    /**
     * The facts that they state.
     *
     * @param told what is wrong with the rows as they were proposed
     * @param limit when it is up, no facts are told
     */
    List<ProposedRows.Fact> facts(List<Problem> told, TimeLimit limit) {
        if (inputs.texts().isEmpty()) {
            // That a text is missing is no news of a row.
            return List.of();
        }
        Set<String> faulty = new HashSet<>(there);
        faulty.addAll(places(told));
        for (int i = 0; i < MOST_BUILDS; i++) {
            Map<String, String> origins = new HashMap<>();
            List<Inputs.File> left = left(faulty, origins);
            if (left.isEmpty()) {
                return List.of();
            }
            try {
                Snapshot built = new SnapshotBuilder(ProposedRows.with(inputs, left), Progress.NONE, limit).build();
                return Evidence.check(built, origins::containsKey).stream()
                        .map(proof -> new ProposedRows.Fact(
                                proof.at(origins.get(proof.place())),
                                ProposedRows.quote(built.dataset(), proof.fact())))
                        .toList();
            } catch (ProblemException e) {
                Set<String> more = places(e.problems()).stream()
                        .filter(origins::containsKey)
                        .map(origins::get)
                        .collect(Collectors.toSet());
                if (!faulty.addAll(more)) {
                    return List.of();
                }
            } catch (QueryCancelledException e) {
                return List.of();
            }
        }
        return List.of();
    }

    private static Set<String> places(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> problem.file() + ":" + problem.line())
                .collect(Collectors.toSet());
    }

    /** Files with the other rows, written as tables are. */
    private List<Inputs.File> left(Set<String> faulty, Map<String, String> origins) {
        List<Inputs.File> left = new ArrayList<>();
        for (Inputs.File file : proposed) {
            Loader loader = Loaders.of(file.table()).orElseThrow();
            Table table = Table.read(file.shown(), file.table(), file.text(), loader.layout(), new Problems());
            List<Row> rows = table.rows().stream()
                    .filter(row -> !faulty.contains(file.shown() + ":" + row.line()))
                    .toList();
            // Cells of a column that is not there are no empty cells, and comments of mapping sets say what their rows
            // mean.
            if (rows.isEmpty()
                    || !table.missingColumns().isEmpty()
                    || !table.comments().isEmpty()) {
                continue;
            }
            List<String> columns = loader.columns();
            for (int i = 0; i < rows.size(); i++) {
                origins.put(
                        file.shown() + ":" + (i + 2),
                        file.shown() + ":" + rows.get(i).line());
            }
            left.add(new Inputs.File(
                    file.shown(),
                    file.name(),
                    TableText.csv(Stream.concat(
                                    Stream.of(columns),
                                    rows.stream()
                                            .map(row -> columns.stream()
                                                    .map(row::get)
                                                    .toList()))
                            .toList())));
        }
        return left;
    }
}
