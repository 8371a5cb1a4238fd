package org.genevagraph.load.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.Ontology.Relation;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.problem.Nearest;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * Why facts hold although the passages that they cite do not name what they are about. The relation is one of the ontology, or
 * {@code figure} with the number as object, or {@code named} for the passages of a thing's own row. Without an object it is about all facts
 * of that subject and relation. The relation {@code warning} says why what a shape warns of is right as it is, with the words of the warning
 * as object.
 */
public final class EvidenceNoteLoader implements Loader {
    private static final String FIGURE = "figure";
    private static final String NAMED = "named";
    private static final String WARNING = "warning";
    private static final List<String> SUBJECTS = List.of(
            "organisation", "initiative", "document", "place", "passage", "issue", "action-line", "sdg", "actor-group");

    private static final List<String> WARNED = Stream.concat(SUBJECTS.stream(), Stream.of("objective", "commitment"))
            .toList();

    @Override
    public String tables() {
        return "evidence-notes";
    }

    @Override
    public List<String> columns() {
        return List.of("subject", "relation", "object", "reason");
    }

    @Override
    public void load(Table table, Loading loading) {
        for (Row row : table.rows()) {
            Node note =
                    Iris.hashed("evidence-note", List.of(row.get("subject"), row.get("relation"), row.get("object")));
            RowFacts facts = new RowFacts(note, row, loading);
            if (row.get("reason").isEmpty()) {
                facts.problem("reason", "is empty", "say why the fact holds");
            }
            facts.type(GG.EvidenceNote, "subject").english("reason", GG.reason);
            switch (row.get("relation")) {
                case FIGURE ->
                    facts.references("subject", GG.explainsSubject, SUBJECTS)
                            .fact(GG.explainsProperty, GG.value, "relation")
                            .decimal("object", GG.explainsObject);
                case NAMED ->
                    facts.references("subject", GG.explainsSubject, SUBJECTS)
                            .fact(GG.explainsProperty, GG.evidence, "relation");
                case WARNING ->
                    facts.references("subject", GG.explainsSubject, WARNED)
                            .fact(GG.explainsProperty, SHACL.message, "relation")
                            .english("object", GG.explainsObject);
                default -> statement(facts, row, loading);
            }
        }
        table.repeats("subject", "relation", "object")
                .forEach((row, earlier) -> new RowFacts(Node.ANY, row, loading)
                        .problem("", "says the same as line " + earlier.line(), "keep one of the two reasons"));
    }

    private static void statement(RowFacts facts, Row row, Loading loading) {
        String name = row.get("relation");
        Optional<Relation> relation = loading.ontology().relation(name);
        if (relation.isEmpty()) {
            loading.problems()
                    .add(StatementLoader.unknown(
                            row,
                            name,
                            Nearest.hint(
                                    name,
                                    loading.ontology().relationNames(),
                                    "write a relation of ontology/geneva-graph.ttl, " + FIGURE + ", " + NAMED + " or "
                                            + WARNING)));
            return;
        }
        facts.references("subject", GG.explainsSubject, relation.get().subjects())
                .fact(GG.explainsProperty, relation.get().iri(), "relation")
                .references("object", GG.explainsObject, relation.get().objects());
    }
}
