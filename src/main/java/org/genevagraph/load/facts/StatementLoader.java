package org.genevagraph.load.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.Ontology.Relation;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.StatementFacts;
import org.genevagraph.load.row.StatementFacts.Claim;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Slip;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;

/** What one source says about relations between things: subject, relation, object, and the passages that say so. */
public final class StatementLoader implements Loader {
    /** The folder of these tables. */
    public static final String TABLES = "statements/";

    /** What is longer is a sentence of a text and no role. */
    private static final int LONGEST_ROLE = 160;

    /** What a fact can run through. */
    private static final List<String> VIA = List.of("initiative", "organisation", "document");

    @Override
    public String tables() {
        return TABLES;
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
            Optional<Claim> claim = claim(row, loading);
            if (claim.isEmpty()) {
                // What else is wrong with the row is told with it.
                further(new RowFacts(Node.ANY, row, loading.withoutFacts()));
                continue;
            }
            Node statement = StatementFacts.iri(claim.get(), row, "via", "role", "from", "until");
            Row earlier = seen.putIfAbsent(statement, row);
            if (earlier == null) {
                further(statements.write(statement, claim.get(), row));
            } else {
                loading.problems()
                        .add(Problem.error(
                                table.file(),
                                row.line(),
                                "",
                                "says the same as line " + earlier.line(),
                                "delete it and add its evidence to that line"));
            }
        }
    }

    private static void further(RowFacts facts) {
        facts.references("via", GG.via, VIA)
                .atMost(LONGEST_ROLE, "role")
                .english("role", GG.role)
                .date("from", GG.from)
                .date("until", GG.until)
                .concept("standing", GG.standing, "standing")
                .evidence("evidence");
    }

    private static Optional<Claim> claim(Row row, Loading loading) {
        String name = row.get("relation");
        Optional<Relation> relation = loading.ontology().relation(name);
        Optional<String> elsewhere = relation.isPresent()
                ? Optional.empty()
                : Stream.of("subject", "object", "via", "role")
                        .filter(column ->
                                loading.ontology().relation(row.get(column)).isPresent())
                        .findFirst();
        if (elsewhere.isPresent()) {
            loading.problems()
                    .add(Problem.error(
                                    row.table().file(),
                                    row.line(),
                                    elsewhere.get(),
                                    "is a relation, which stands in another column",
                                    "put the cells into the order of the header")
                            .as(Slip.of(Slip.Kind.CELLS_SHIFTED)));
            loading.things().miss();
            return Optional.empty();
        }
        if (relation.isEmpty() && loading.ontology().isEndless(name)) {
            loading.things().miss();
            // One fault, however many rows use the relation.
            loading.problems()
                    .add(Problem.error(
                                    "ontology/geneva-graph.ttl",
                                    0,
                                    "",
                                    "declares gg:" + name + " without the kinds of things that it leads from and to",
                                    "give it rdfs:domain and rdfs:range, or schema:domainIncludes and schema:rangeIncludes")
                            .as(Slip.of(Slip.Kind.RELATION_WITHOUT_ENDS)));
            return Optional.empty();
        }
        if (relation.isEmpty()) {
            loading.things().miss();
            loading.problems()
                    .add(unknown(
                            row,
                            name,
                            Nearest.hint(
                                    name.replaceFirst(".*[#/:]", ""),
                                    loading.ontology().relationNames(),
                                    "relations are listed in ontology/geneva-graph.ttl")));
            for (String end : List.of("subject", "object")) {
                if (!row.get(end).isEmpty()) {
                    loading.things().resolveAny(row.get(end), row, end, loading.problems());
                }
            }
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

    /** The problem of a row whose relation the ontology does not know. */
    static Problem unknown(Row row, String relation, String fix) {
        Problem problem = Problem.error(
                row.table().file(),
                row.line(),
                "relation",
                relation.isEmpty() ? "is empty" : "relation '" + relation + "' is unknown",
                fix);
        return relation.isEmpty() ? problem : problem.as(new Slip(Slip.Kind.RELATION_UNKNOWN, relation));
    }
}
