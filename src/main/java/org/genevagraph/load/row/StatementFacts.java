package org.genevagraph.load.row;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.source.table.Row;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Writes statement nodes: a fact together with where it comes from. */
public final class StatementFacts {
    private final Loading loading;

    public StatementFacts(Loading loading) {
        this.loading = loading;
    }

    /**
     * A fact that a row states.
     *
     * @param subjectColumn the column that named the subject, for messages
     * @param objectColumn the column that named the object
     */
    public record Claim(
            Node subject,
            String subjectColumn,
            Node predicate,
            String predicateColumn,
            Node object,
            String objectColumn) {}

    /** The statement's IRI: a hash of what it says, told apart by what further cells say of it. */
    public static Node iri(Claim claim, Row row, String... furtherColumns) {
        List<String> said = new ArrayList<>(
                List.of(claim.subject().getURI(), claim.predicate().getURI(), said(claim.object())));
        for (String column : furtherColumns) {
            said.add(row.get(column));
        }
        return Iris.hashed("statement", said);
    }

    private static String said(Node object) {
        return object.isURI() ? object.getURI() : object.getLiteralLexicalForm();
    }

    /** Writes the statement node and returns the writer of its row for whatever else is known of it. */
    public RowFacts write(Node statement, Claim claim, Row row) {
        RowFacts facts = new RowFacts(statement, row, loading);
        return facts.type(GG.Statement, claim.predicateColumn())
                .fact(RDF.subject.asNode(), claim.subject(), claim.subjectColumn())
                .fact(RDF.predicate.asNode(), claim.predicate(), claim.predicateColumn())
                .fact(RDF.object.asNode(), claim.object(), claim.objectColumn());
    }
}
