package org.genevagraph.curate.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.curate.suggest.NewSource;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.source.Row;
import org.genevagraph.vocabulary.Iris;

/** What readers sent, as a curator sees it at the desk: a row to be looked at, or the row of the tables that is said to be wrong. */
final class ReadersProposals {
    private static final String KEY = "reader-";
    private static final String TOLD = "a reader's ";

    private ReadersProposals() {}

    /**
     * The proposals for one text: those that cite it, that are about a row that cites it, or that cite nothing.
     *
     * @param waiting all that wait
     * @throws ProblemException if a table cannot be read
     */
    static List<DeskView.Proposal> of(List<Contribution> waiting, Snapshot snapshot, Inputs inputs, String source)
            throws ProblemException {
        List<DeskView.Proposal> proposals = new ArrayList<>();
        for (Contribution contribution : waiting) {
            Optional<Row> wrong = row(contribution, snapshot, inputs);
            String passage = wrong.filter(row -> contribution.passage().isEmpty())
                    .flatMap(row -> row.list("evidence").stream().findFirst())
                    .orElse(contribution.passage());
            if (passage.isEmpty() || passage.startsWith(source + "#")) {
                proposals.add(proposal(contribution, wrong, passage, source));
            }
        }
        return proposals;
    }

    /** The row that a contribution is about; empty if it is about none. */
    private static Optional<Row> row(Contribution contribution, Snapshot snapshot, Inputs inputs)
            throws ProblemException {
        String iri = Iris.BASE + contribution.about().replaceFirst("^/", "").replaceFirst("[?#].*", "");
        String place = Iris.parse(iri).isEmpty()
                ? ""
                : snapshot.places().entrySet().stream()
                        .filter(entry -> entry.getKey().isURI()
                                && entry.getKey().getURI().equals(iri))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
        for (Inputs.File file : inputs.tables()) {
            String name = file.table();
            if (place.startsWith(file.shown() + ":") && Desk.takes(name)) {
                int line = Integer.parseInt(place.substring(file.shown().length() + 1));
                return TableText.of(inputs, name).rows().stream()
                        .filter(row -> row.line() == line)
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static DeskView.Proposal proposal(
            Contribution contribution, Optional<Row> wrong, String passage, String source) {
        String table = wrong.map(row -> row.table().name())
                .orElse(Desk.takes(contribution.table()) ? contribution.table() : "statements/" + source);
        Map<String, String> held = new LinkedHashMap<>();
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : TableText.columns(table)) {
            wrong.ifPresent(row -> held.put(column, row.get(column)));
            cells.put(column, held.getOrDefault(column, contribution.cells().getOrDefault(column, "")));
        }
        String name = cells.getOrDefault("name", cells.getOrDefault("title", ""));
        if (cells.containsKey("id") && cells.get("id").isEmpty() && !name.isEmpty()) {
            cells.put("id", NewSource.slug(name));
        }
        return new DeskView.Proposal(
                KEY + contribution.id(),
                table,
                cells,
                TOLD + contribution.form() + " " + contribution.id(),
                1,
                passage.replaceFirst(".*#", ""),
                contribution.note(),
                TOLD + contribution.form() + " of " + contribution.day()
                        + (contribution.about().isEmpty() ? "" : ", about " + contribution.about()),
                Optional.of(new DeskView.Sent(contribution, held)));
    }
}
