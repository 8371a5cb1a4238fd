package org.genevagraph.load.links;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.StatementFacts;
import org.genevagraph.problem.Nearest;
import org.genevagraph.source.table.Layout;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.Sssom;

/**
 * Links to the same things in other graphs: SSSOM mapping sets. Each mapping becomes a statement whose standing is {@code outside}, with
 * its justification, confidence, date and source. Concepts keep the SKOS predicate of the set; things are tied by {@code schema:sameAs}
 * where they match exactly and by {@code rdfs:seeAlso} where they do not, since SKOS would make concepts of them. A row whose object is
 * {@code sssom:NoTermFound} says in which register one looked in vain. A mapping that the set denies ({@code Not}) says nothing.
 */
public final class MappingLoader implements Loader {
    private static final Set<String> CONCEPTS =
            Set.of("issue", "action-line", "sdg", "objective", "commitment", "actor-group");
    private static final List<String> REQUIRED = List.of("predicate_id", "mapping_justification");
    private static final Map<String, String> INVERSE = Map.of(
            SKOS.broadMatch.getURI(), SKOS.narrowMatch.getURI(), SKOS.narrowMatch.getURI(), SKOS.broadMatch.getURI());
    /** Where the name of the other end stands; a register that was searched in vain has none. */
    private static final Map<String, String> LABELS =
            Map.of("object_id", "object_label", "subject_id", "subject_label");

    private static final List<String> MATCHES =
            List.of("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch");
    private static final String CLOSER_LOOK =
            "write a CURIE whose prefix is in the curie_map of the header, or an IRI in full";

    @Override
    public String tables() {
        return "links/";
    }

    @Override
    public List<String> columns() {
        return REQUIRED;
    }

    @Override
    public Layout layout() {
        return new Layout('\t', REQUIRED, Sssom.SLOTS, true);
    }

    @Override
    public void load(Table table, Loading loading) {
        if (table.columns().isEmpty()) {
            return;
        }
        SssomHeader header = SssomHeader.read(table, loading.problems());
        for (Row row : header.isReadable() ? table.rows() : List.<Row>of()) {
            if (!row.get("predicate_modifier").equals("Not")) {
                new Mapping(header, row, loading).write();
            }
        }
    }

    /** One row of a set while it is written. */
    private record Mapping(SssomHeader header, Row row, Loading loading) {
        void write() {
            Optional<String> subject = expanded("subject_id");
            Optional<String> predicate = expanded("predicate_id");
            Optional<String> object = expanded("object_id");
            if (row.get("mapping_justification").isEmpty()) {
                cells(Node.ANY)
                        .problem("mapping_justification", "is empty", "for example semapv:ManualMappingCuration");
            }
            if (subject.isEmpty() || predicate.isEmpty() || object.isEmpty() || isMisspelt(predicate.get())) {
                return;
            }
            boolean turned = Iris.parse(subject.get()).isEmpty()
                    && Iris.parse(object.get()).isPresent();
            String own = turned ? object.get() : subject.get();
            String column = turned ? "object_id" : "subject_id";
            String other = turned ? subject.get() : object.get();
            String relation = turned ? INVERSE.getOrDefault(predicate.get(), predicate.get()) : predicate.get();
            thing(own, column).ifPresent(thing -> {
                if (other.equals(Sssom.NO_TERM_FOUND)) {
                    expanded("object_source")
                            .ifPresent(register -> claim(thing, GG.notFoundIn, register, column, "object_source"));
                } else {
                    String otherColumn = turned ? "subject_id" : "object_id";
                    claim(thing, relation(thing, relation), other, column, otherColumn);
                }
            });
        }

        /** Whether the predicate is in the namespace of SKOS and yet none of its mapping relations. */
        private boolean isMisspelt(String predicate) {
            String name = predicate.startsWith(SKOS.uri) ? predicate.substring(SKOS.uri.length()) : MATCHES.get(0);
            if (!MATCHES.contains(name)) {
                cells(Node.ANY)
                        .problem(
                                "predicate_id",
                                "'" + row.get("predicate_id") + "' is not a predicate for links",
                                Nearest.hint(name, MATCHES, "choose one of " + String.join(", ", MATCHES)));
            }
            return !MATCHES.contains(name);
        }

        private Optional<Node> thing(String iri, String column) {
            Optional<Iris.Id> id = Iris.parse(iri);
            if (id.isEmpty()) {
                cells(Node.ANY)
                        .problem(
                                column,
                                "'" + row.get(column) + "' is no thing of this graph",
                                "name one on either side");
                return Optional.empty();
            }
            String kind = id.get().kind();
            return loading.things()
                    .resolve(kind + ":" + id.get().slug(), List.of(kind), row, column, loading.problems());
        }

        private static Node relation(Node thing, String predicate) {
            boolean isConcept = Iris.parse(thing.getURI())
                    .filter(id -> CONCEPTS.contains(id.kind()))
                    .isPresent();
            if (isConcept || !predicate.startsWith(SKOS.uri)) {
                return NodeFactory.createURI(predicate);
            }
            return predicate.equals(SKOS.exactMatch.getURI()) ? SchemaDO.sameAs.asNode() : RDFS.seeAlso.asNode();
        }

        private void claim(Node thing, Node relation, String other, String thingColumn, String otherColumn) {
            webIri(other, otherColumn).ifPresent(object -> claim(thing, relation, object, thingColumn, otherColumn));
        }

        private Optional<Node> webIri(String iri, String column) {
            try {
                return Optional.of(Literals.webIri(iri));
            } catch (IllegalArgumentException e) {
                cells(Node.ANY).problem(column, e.getMessage(), CLOSER_LOOK);
                return Optional.empty();
            }
        }

        private void claim(Node thing, Node relation, Node object, String thingColumn, String otherColumn) {
            StatementFacts.Claim claim =
                    new StatementFacts.Claim(thing, thingColumn, relation, "predicate_id", object, otherColumn);
            RowFacts facts = new StatementFacts(loading)
                    .write(StatementFacts.iri(claim, row), claim, row)
                    .standing("outside", "mapping_justification");
            for (String slot : List.of("predicate_id", "mapping_justification", "mapping_source", "license")) {
                if (!row.get(slot).isEmpty()) {
                    expanded(slot)
                            .flatMap(iri -> webIri(iri, slot))
                            .ifPresent(iri -> facts.fact(Sssom.slot(slot), iri, slot));
                }
            }
            facts.decimal("confidence", Sssom.slot("confidence"))
                    .text(LABELS.getOrDefault(otherColumn, ""), Sssom.slot("object_label"))
                    .english("comment", RDFS.comment.asNode());
            String date = header.value(row, "mapping_date");
            try {
                if (!date.isEmpty()) {
                    facts.fact(Sssom.slot("mapping_date"), Literals.date(date), "mapping_date");
                }
            } catch (IllegalArgumentException e) {
                facts.problem("mapping_date", e.getMessage(), RowFacts.DATE_FIX);
            }
        }

        private Optional<String> expanded(String column) {
            String written = header.value(row, column);
            Optional<String> iri = header.expand(written);
            if (iri.isEmpty() && written.isEmpty()) {
                cells(Node.ANY).problem(column, "is empty", CLOSER_LOOK);
            } else if (iri.isEmpty()) {
                header.tellUnknown(written, row, column, loading.problems());
            }
            return iri;
        }

        private RowFacts cells(Node subject) {
            return new RowFacts(subject, row, loading);
        }
    }
}
