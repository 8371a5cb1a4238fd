package org.genevagraph.load.links;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.load.row.Loader;
import org.genevagraph.load.row.Loading;
import org.genevagraph.load.row.RowFacts;
import org.genevagraph.load.row.StatementFacts;
import org.genevagraph.problem.Nearest;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.Prefixes;
import org.genevagraph.vocabulary.Sssom;

/**
 * Plain facts that a named outside source gives of a thing: its website, founding year, seat, coordinates. Each becomes a statement whose
 * standing is {@code outside}, so that nobody takes it for what a source text says; two that differ stand side by side.
 */
public final class OutsideFactLoader implements Loader {
    /** What a fact can be about: the property that it becomes, and how its value is read. */
    private static final Map<String, Property> PROPERTIES = Map.of(
            "website", new Property(FOAF.homepage.asNode(), Literals::webIri),
            "founded", new Property(SchemaDO.foundingDate.asNode(), Literals::date),
            "seat", new Property(SchemaDO.location.asNode(), Literals::webIri),
            "latitude", new Property(wgs84("lat"), Literals::decimal),
            "longitude", new Property(wgs84("long"), Literals::decimal));

    private record Property(Node node, Function<String, Node> reader) {}

    @Override
    public String tables() {
        return "outside";
    }

    @Override
    public List<String> columns() {
        return List.of("thing", "property", "value", "label", "source", "read", "confidence", "note");
    }

    @Override
    public void load(Table table, Loading loading) {
        for (Row row : table.rows()) {
            RowFacts cells = new RowFacts(Node.ANY, row, loading);
            Optional<Property> property = Optional.ofNullable(PROPERTIES.get(row.get("property")));
            if (property.isEmpty()) {
                cells.problem(
                        "property",
                        "'" + row.get("property") + "' is no property that is taken from outside",
                        Nearest.hint(
                                row.get("property"),
                                PROPERTIES.keySet(),
                                "choose one of "
                                        + String.join(
                                                ", ",
                                                PROPERTIES.keySet().stream()
                                                        .sorted()
                                                        .toList())));
                continue;
            }
            try {
                Node value = property.get().reader().apply(row.get("value"));
                for (Node thing : cells.needed("thing", List.of("organisation", "initiative", "document", "place"))) {
                    write(thing, property.get().node(), value, row, loading);
                }
            } catch (IllegalArgumentException e) {
                cells.problem(
                        "value", e.getMessage(), "write it as the source has it: an address in full, a year, a number");
            }
        }
    }

    private static void write(Node thing, Node property, Node value, Row row, Loading loading) {
        StatementFacts.Claim claim = new StatementFacts.Claim(thing, "thing", property, "property", value, "value");
        new StatementFacts(loading)
                .write(StatementFacts.iri(claim, row), claim, row)
                .standing("outside", "source")
                .page("source", Sssom.slot("mapping_source"))
                .date("read", Sssom.slot("mapping_date"))
                .decimal("confidence", Sssom.slot("confidence"))
                .text("label", Sssom.slot("object_label"))
                .english("note", RDFS.comment.asNode());
    }

    private static Node wgs84(String name) {
        return NodeFactory.createURI(Prefixes.ALL.get("geo") + name);
    }
}
