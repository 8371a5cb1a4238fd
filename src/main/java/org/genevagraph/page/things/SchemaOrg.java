package org.genevagraph.page.things;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;

/** A thing in the terms of schema.org, as JSON-LD for search engines. */
public final class SchemaOrg {
    private static final String FALLBACK = "DefinedTerm";

    private SchemaOrg() {}

    /** The JSON-LD of a page; safe inside a script element, since no angle bracket is left in it. */
    public static String of(FactGraph facts, Node thing, Title title, Sources sources) {
        JsonObject json = new JsonObject();
        json.put("@context", "https://schema.org");
        json.put("@id", title.iri());
        json.put("@type", type(facts, thing));
        json.put("name", title.name());
        JsonArray others = array(Stream.concat(title.acronyms().stream(), title.otherNames().stream()));
        if (!others.isEmpty()) {
            json.put("alternateName", others);
        }
        if (!title.description().isEmpty()) {
            json.put("description", title.description());
        }
        facts.one(thing, FOAF.homepage.asNode()).ifPresent(page -> json.put("url", page.getURI()));
        JsonArray same = array(sources.elsewhere().stream()
                .filter(Identifier::same)
                .map(identifier -> identifier.value().path()));
        if (!same.isEmpty()) {
            json.put("sameAs", same);
        }
        return json.toString().replace("<", "\\u003c").replace(">", "\\u003e");
    }

    /** What its kind is in schema.org, or else what its class is. */
    private static String type(FactGraph facts, Node thing) {
        return Stream.concat(facts.all(thing, GG.kind).stream(), facts.all(thing, RDF.type.asNode()).stream())
                .flatMap(concept -> Stream.of(SKOS.closeMatch, RDFS.subClassOf)
                        .flatMap(property -> facts.all(concept, property.asNode()).stream()))
                .filter(term -> term.isURI() && term.getURI().startsWith(SchemaDO.NS))
                .map(Node::getLocalName)
                .findFirst()
                .orElse(FALLBACK);
    }

    private static JsonArray array(Stream<String> values) {
        JsonArray array = new JsonArray();
        List<String> list = values.toList();
        list.forEach(array::add);
        return array;
    }
}
