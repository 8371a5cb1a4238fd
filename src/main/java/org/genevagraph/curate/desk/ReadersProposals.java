package org.genevagraph.curate.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.curate.rows.TableText;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.source.table.Row;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** What readers sent, as a curator sees it at the desk: a row to be looked at, or the row of the tables that is said to be wrong. */
final class ReadersProposals {
    private static final String STATEMENTS = "statements/";
    private static final String KEY = "reader-";
    private static final String TOLD = "a reader's ";

    private ReadersProposals() {}

    /**
     * The proposals that belong to one text: those that cite it, or are about what it says.
     *
     * @param waiting all that wait
     * @param source the document's id; empty for those that belong to no text
     * @param own the document at whose desk they are seen
     * @throws ProblemException if a table cannot be read
     */
    static List<DeskView.Proposal> of(
            List<Contribution> waiting, Snapshot snapshot, Inputs inputs, String source, String own)
            throws ProblemException {
        List<DeskView.Proposal> proposals = new ArrayList<>();
        for (Contribution contribution : waiting) {
            Optional<Row> wrong = row(contribution, snapshot, inputs);
            String passage = wrong.filter(row -> contribution.passage().isEmpty())
                    .flatMap(row -> row.list("evidence").stream().findFirst())
                    .orElse(contribution.passage());
            if (source(contribution, wrong, passage, snapshot).equals(source)) {
                proposals.add(proposal(contribution, wrong, passage, own));
            }
        }
        return proposals;
    }

    /** The one text at whose desk a contribution is looked at; empty if it belongs to none. */
    private static String source(Contribution contribution, Optional<Row> wrong, String passage, Snapshot snapshot) {
        if (!passage.isEmpty()) {
            return passage.replaceFirst("#.*", "");
        }
        String table = wrong.map(row -> row.table().name()).orElse(contribution.table());
        if (table.startsWith(STATEMENTS)) {
            return table.substring(STATEMENTS.length());
        }
        FactGraph facts = new FactGraph(snapshot.dataset().getDefaultGraph());
        Node thing = NodeFactory.createURI(iri(contribution));
        return facts.all(thing, GG.profiledIn).stream()
                .flatMap(document -> Iris.parse(document.getURI()).stream())
                .map(Iris.Id::slug)
                .sorted()
                .findFirst()
                .or(() -> facts.all(thing, GG.evidence).stream()
                        .map(FactGraph::cited)
                        .sorted()
                        .findFirst()
                        .map(cited -> cited.replaceFirst("#.*", "")))
                .orElse("");
    }

    /** What a contribution is about: of an address as a browser shows it, whoever the server is, only the path tells it. */
    private static String iri(Contribution contribution) {
        return Iris.BASE
                + contribution
                        .about()
                        .replaceFirst("[?#].*", "")
                        .replaceFirst("(?i)^(?:https?://)?(?:[^/]*/)*?(?=id/[a-z-]+/)", "")
                        .replaceFirst("^/", "");
    }

    /** The row that a contribution is about; empty if it is about none. */
    private static Optional<Row> row(Contribution contribution, Snapshot snapshot, Inputs inputs)
            throws ProblemException {
        String iri = iri(contribution);
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
            if (place.startsWith(file.shown() + ":") && DeskTables.takes(name)) {
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
                .orElse(DeskTables.takes(contribution.table()) ? contribution.table() : STATEMENTS + source);
        Map<String, String> held = new LinkedHashMap<>();
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : TableText.columns(table)) {
            wrong.ifPresent(row -> held.put(column, row.get(column)));
            cells.put(column, held.getOrDefault(column, contribution.cells().getOrDefault(column, "")));
        }
        String name = cells.getOrDefault("name", cells.getOrDefault("title", ""));
        if (cells.containsKey("id") && cells.get("id").isEmpty() && !name.isEmpty()) {
            cells.put("id", Iris.slug(name));
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
                Optional.of(contribution),
                held);
    }
}
