package org.genevagraph.load.row;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;

/** What the loaders of things have in common: a row brings one thing into being, named by its {@code id}. */
public abstract class ThingLoader implements Loader {
    private static final String ID = "id";

    private final String kind;
    private final String tables;
    private final Node type;
    private final List<String> columns;

    public ThingLoader(String kind, String tables, Node type, List<String> columns) {
        this.kind = kind;
        this.tables = tables;
        this.type = type;
        this.columns = columns;
    }

    /** Says everything else that the row says about its thing. */
    protected abstract void describe(RowFacts facts);

    /** The column that names the row of the same table below which a row lies; empty if there is none. */
    protected String above() {
        return "";
    }

    @Override
    public String tables() {
        return tables;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void declare(Table table, Things things, Problems problems) {
        for (Row row : table.rows()) {
            things.declare(kind, row, ID, problems);
        }
    }

    @Override
    public void load(Table table, Loading loading) {
        Set<Row> circled = Circles.of(table, above(), loading.problems());
        for (Row given : table.rows()) {
            Row row = circled.contains(given) ? given.without(above()) : given;
            Optional<Node> thing = loading.things().find(kind, row.get(ID));
            if (thing.isPresent()) {
                RowFacts facts = new RowFacts(thing.get(), row, loading);
                facts.type(type, ID);
                describe(facts);
            } else {
                // The id is at fault, which was told when it was declared; what else is wrong is told with it.
                describe(new RowFacts(Node.ANY, row, loading.withoutFacts()));
            }
        }
    }
}
