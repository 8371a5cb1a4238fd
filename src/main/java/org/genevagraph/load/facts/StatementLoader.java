package org.genevagraph.load.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.Ontology.Relation;
import org.genevagraph.load.row.StatementFacts;
import org.genevagraph.load.row.StatementFacts.Claim;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.source.Row;
import org.genevagraph.source.Table;
import org.genevagraph.vocabulary.GG;

/** What one source says about relations between things: subject, relation, object, and the passages that say so. */
public final class StatementLoader implements Loader {
    /** What a fact can run through. */
    private static final List<String> VIA = List.of("initiative", "organisation", "document");

    @Override
    public String tables() {
        return "statements/";
    }

    @Override
    public List<String> columns() {
        return List.of("subject", "relation", "object", "via", "role", "from", "until", "standing", "evidence");
    }

    @Override
    public void load(Table table, Loading loading) {
        StatementFacts statements = new StatementFacts(loading);
        Map<Node, Row> seen = new HashMap<>();
        for (Row row : table.rows()) {
            claim(row, loading).ifPresent(claim -> {
                Node statement = StatementFacts.iri(claim, row, "via", "role", "from", "until");
                Row earlier = seen.putIfAbsent(statement, row);
                if (earlier != null) {
                    loading.problems()
                            .add(Problem.error(
                                    table.file(),
                                    row.line(),
                                    "",
                                    "says the same as line " + earlier.line(),
                                    "delete it and add its evidence to that line"));
                    return;
                }
                statements
                        .write(statement, claim, row)
                        .references("via", GG.via, VIA)
                        .english("role", GG.role)
                        .date("from", GG.from)
                        .date("until", GG.until)
                        .concept("standing", GG.standing, "standing")
                        .evidence("evidence");
            });
        }
    }

    private static Optional<Claim> claim(Row row, Loading loading) {
        String name = row.get("relation");
        Optional<Relation> relation = loading.ontology().relation(name);
        if (relation.isEmpty()) {
            loading.problems()
                    .add(Problem.error(
                            row.table().file(),
                            row.line(),
                            "relation",
                            name.isEmpty() ? "is empty" : "relation '" + name + "' is unknown",
                            Nearest.hint(
                                    name,
                                    loading.ontology().relationNames(),
                                    "relations are listed in ontology/geneva-graph.ttl")));
            return Optional.empty();
        }
        // Both ends are looked up before giving up, so that one run reports both.
        Optional<Node> subject = loading.things()
                .resolve(row.get("subject"), relation.get().subjects(), row, "subject", loading.problems());
        Optional<Node> object = loading.things()
                .resolve(row.get("object"), relation.get().objects(), row, "object", loading.problems());
        return subject.flatMap(
                s -> object.map(o -> new Claim(s, "subject", relation.get().iri(), "relation", o, "object")));
    }
}
