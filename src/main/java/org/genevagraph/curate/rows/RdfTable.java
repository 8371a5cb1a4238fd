package org.genevagraph.curate.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * How what is of one class in RDF stands in a table.
 *
 * @param name the table; of statements the folder, since each source has its own
 * @param type the class
 * @param kind the kind of thing whose id is the first column; empty if the rows have no ids
 * @param columns the columns in the order of the table, less the id
 */
record RdfTable(String name, Node type, String kind, List<Column> columns) {
    /** All of them. */
    static final List<RdfTable> ALL = List.of(
            new RdfTable(
                    "statements/",
                    GG.Statement,
                    "",
                    List.of(
                            Column.thing("subject", RDF.subject.asNode()),
                            Column.of(
                                    "relation",
                                    RDF.predicate.asNode(),
                                    "a relation of the ontology",
                                    value -> after(GG.NS, value)),
                            Column.thing("object", RDF.object.asNode()),
                            Column.thing("via", GG.via).many(),
                            Column.english("role", GG.role),
                            Column.literal("from", GG.from, "a date"),
                            Column.literal("until", GG.until, "a date"),
                            Column.concept("standing", GG.standing, "standing"),
                            Column.thing("evidence", GG.evidence).many())),
            new RdfTable(
                    "organisations",
                    GG.Organisation,
                    "organisation",
                    List.of(
                            Column.english("name", RDFS.label.asNode()),
                            Column.literal("acronym", GG.acronym, "a text").many(),
                            Column.alias(),
                            Column.concept("kind", GG.kind, "organisation-kind"),
                            Column.english("summary", GG.summary),
                            Column.of("website", FOAF.homepage.asNode(), "an address", RdfTable::address),
                            Column.thing("evidence", GG.evidence).many())),
            new RdfTable(
                    "initiatives",
                    GG.Initiative,
                    "initiative",
                    List.of(
                            Column.english("name", RDFS.label.asNode()),
                            Column.literal("acronym", GG.acronym, "a text").many(),
                            Column.alias(),
                            Column.concept("kind", GG.kind, "initiative-kind"),
                            Column.english("summary", GG.summary),
                            Column.literal("from", GG.from, "a date"),
                            Column.literal("until", GG.until, "a date"),
                            Column.thing("evidence", GG.evidence).many())),
            new RdfTable(
                    "documents",
                    GG.Document,
                    "document",
                    List.of(
                            Column.english("title", RDFS.label.asNode()),
                            Column.alias(),
                            Column.concept("kind", GG.kind, "document-kind"),
                            Column.literal("date", GG.date, "a date"),
                            Column.literal("symbol", GG.symbol, "a text"),
                            Column.english("summary", GG.summary),
                            Column.thing("evidence", GG.evidence).many())),
            new RdfTable(
                    "places",
                    GG.Place,
                    "place",
                    List.of(
                            Column.english("name", RDFS.label.asNode()),
                            Column.alias(),
                            Column.concept("kind", GG.kind, "place-kind"),
                            Column.slug("within", GG.within).many(),
                            Column.thing("evidence", GG.evidence).many())),
            new RdfTable("issues", GG.PolicyIssue, "issue", scheme()),
            new RdfTable("actor-groups", GG.ActorGroup, "actor-group", scheme()),
            new RdfTable(
                    "figures",
                    GG.Figure,
                    "",
                    List.of(
                            Column.thing("subject", GG.ofSubject),
                            Column.english("measure", GG.measure),
                            Column.literal("value", GG.value, "a number"),
                            Column.english("unit", GG.unit),
                            Column.literal("year", GG.year, "a year"),
                            Column.thing("evidence", GG.evidence).many())));

    private static List<Column> scheme() {
        return List.of(
                Column.english("name", RDFS.label.asNode()),
                Column.alias(),
                Column.slug("broader", SKOS.broader.asNode()).many(),
                Column.english("definition", SKOS.definition.asNode()));
    }

    /**
     * How a property's value stands in a column.
     *
     * @param name the column
     * @param property the property
     * @param wanted what its value has to be, in words
     * @param value the value as the table has it; empty if it is something else
     * @param hasMany whether there can be more than one
     */
    record Column(String name, Node property, String wanted, Function<Node, Optional<String>> value, boolean hasMany) {
        static Column of(String name, Node property, String wanted, Function<Node, Optional<String>> value) {
            return new Column(name, property, wanted, value, false);
        }

        static Column thing(String name, Node property) {
            return of(
                    name,
                    property,
                    "a thing of this graph",
                    value -> value.isURI() ? Iris.parse(value.getURI()).map(RdfTable::named) : Optional.empty());
        }

        /** A thing of a kind that the column tells, so that its id says which. */
        static Column slug(String name, Node property) {
            return of(
                    name,
                    property,
                    "a thing of this graph",
                    value -> value.isURI() ? Iris.parse(value.getURI()).map(Iris.Id::slug) : Optional.empty());
        }

        static Column english(String name, Node property) {
            return of(
                    name,
                    property,
                    "a text in English",
                    value -> isEnglish(value) ? Optional.of(value.getLiteralLexicalForm()) : Optional.empty());
        }

        static Column literal(String name, Node property, String wanted) {
            return of(
                    name,
                    property,
                    wanted,
                    value -> value.isLiteral() ? Optional.of(value.getLiteralLexicalForm()) : Optional.empty());
        }

        /** Other names; acronyms are among them in RDF, and have a column of their own. */
        static Column alias() {
            return english("aliases", SKOS.altLabel.asNode()).many();
        }

        static Column concept(String name, Node property, String scheme) {
            String beginning = Iris.concept(scheme, "x").getURI().replaceFirst("x$", "");
            return of(
                    name,
                    property,
                    "a concept of the scheme of " + scheme.replace('-', ' ') + "s",
                    value -> after(beginning, value));
        }

        Column many() {
            return new Column(name, property, wanted, value, true);
        }
    }

    /** The columns of the table, the id among them. */
    List<String> header() {
        return Stream.concat(
                        kind.isEmpty() ? Stream.empty() : Stream.of("id"),
                        columns.stream().map(Column::name))
                .toList();
    }

    /** Whether a property has a column. */
    boolean holds(Node property) {
        return columns.stream().anyMatch(column -> column.property().equals(property));
    }

    /** Whether it is a text in English, or in a language that it does not tell, as in the tables. */
    static boolean isEnglish(Node value) {
        return value.isLiteral() && value.getLiteralLanguage().matches("|(?i)en(?:-.*)?");
    }

    private static Optional<String> after(String beginning, Node node) {
        return node.isURI() && node.getURI().startsWith(beginning)
                ? Optional.of(node.getURI().substring(beginning.length()))
                : Optional.empty();
    }

    private static Optional<String> address(Node value) {
        return value.isURI() ? Optional.of(value.getURI()) : Optional.empty();
    }

    /** A thing as the tables name it: a passage as {@code gcsp#6}, any other with its kind. */
    private static String named(Iris.Id id) {
        return id.kind().equals("passage") ? id.slug().replaceFirst("/", "#") : id.kind() + ":" + id.slug();
    }
}
