package org.genevagraph.load.facts;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.StatementFacts;
import org.genevagraph.load.row.StatementFacts.Claim;
import org.genevagraph.load.row.Things;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Literals;

/**
 * Commitments of the Global Digital Compact and what the matrix aligns them with. Where the source chooses "All", that choice is kept and
 * the single goals or lines are stated as well; an Action Line that has narrower lines stands for them and is not listed beside them.
 */
public final class CommitmentLoader implements Loader {
    private static final String ALL = "All";

    @Override
    public String tables() {
        return "commitments";
    }

    @Override
    public String kind() {
        return "commitment";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "objective", "section", "label", "sdgs", "action_lines", "evidence");
    }

    @Override
    public void declare(Table table, Things things, Problems problems) {
        for (Row row : table.rows()) {
            things.declare("commitment", row, "id", problems);
        }
    }

    @Override
    public void load(Table table, Loading loading) {
        for (Row row : table.rows()) {
            loading.things().find("commitment", row.get("id")).ifPresent(commitment -> {
                RowFacts facts = new RowFacts(commitment, row, loading);
                facts.type(GG.Commitment, "id")
                        .name("label")
                        .references("objective", GG.inObjective, List.of("objective"))
                        .english("section", GG.section)
                        .evidence("evidence");
                align(commitment, row, "sdgs", "sdg", GG.servesGoal, GG.namesAllGoals, loading);
                align(commitment, row, "action_lines", "action-line", GG.alignsWith, GG.namesAllActionLines, loading);
            });
        }
    }

    private static void align(
            Node commitment, Row row, String column, String kind, Node relation, Node namesAll, Loading loading) {
        RowFacts facts = new RowFacts(commitment, row, loading);
        boolean all = row.get(column).equals(ALL);
        facts.fact(namesAll, Literals.truth(all), column);
        List<Node> targets = all ? every(kind, loading) : facts.resolveAll(column, List.of(kind));
        StatementFacts statements = new StatementFacts(loading);
        for (Node target : targets) {
            Claim claim = new Claim(commitment, "id", relation, column, target, column);
            RowFacts statement = statements.write(StatementFacts.iri(claim, row), claim, row);
            statement.standing("stated", column).evidence("evidence");
            if (all) {
                statement.role(ALL, column);
            }
        }
    }

    /** The ids that "All" stands for: those without a narrower one, such as c7-e-health below c7. */
    private static List<Node> every(String kind, Loading loading) {
        List<String> ids = List.copyOf(loading.things().ids(kind));
        return ids.stream()
                .filter(id -> ids.stream().noneMatch(other -> other.startsWith(id + "-")))
                .sorted(Comparator.naturalOrder())
                .map(id -> loading.things().find(kind, id).orElseThrow())
                .toList();
    }
}
