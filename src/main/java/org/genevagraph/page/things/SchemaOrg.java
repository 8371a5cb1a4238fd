package org.genevagraph.page.things;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;

/** A thing in the terms of schema.org, as JSON-LD for search engines: what the graph says of it in those terms, and nothing else. */
public final class SchemaOrg {
    private static final String FALLBACK = "Thing";
    /** A page names what it leads to, not all of a long list. */
    private static final int LISTED = 25;
    /** What the title of a page tells in the reader's language. */
    private static final Set<String> TOLD = Set.of("name", "alternateName", "description", "sameAs");

    private final FactGraph all;
    private final Wording words;

    /**
     * Prepares to tell.
     *
     * @param all everything, what is said in the terms of other vocabularies included
     * @param words the graph in the language of the page
     */
    public SchemaOrg(FactGraph all, Wording words) {
        this.all = all;
        this.words = words;
    }

    /** The JSON-LD of a page; safe inside a script element, since no angle bracket is left in it. */
    public String of(Node thing, Title title, Sources sources) {
        JsonObject json = new JsonObject();
        json.put("@context", "https://schema.org");
        json.put("@id", title.iri());
        json.put("@type", type(thing));
        json.put("name", title.name());
        List<JsonValue> others = Stream.concat(title.acronyms().stream(), title.otherNames().stream())
                .map(name -> (JsonValue) new JsonString(name))
                .toList();
        if (!others.isEmpty()) {
            json.put("alternateName", array(others));
        }
        if (!title.description().isEmpty()) {
            json.put("description", title.description().words());
        }
        properties(thing).forEach((property, values) -> json.put(property, one(values)));
        List<JsonValue> same = sources.elsewhere().stream()
                .filter(Identifier::same)
                .map(identifier -> (JsonValue) new JsonString(identifier.value().path()))
                .toList();
        if (!same.isEmpty()) {
            json.put("sameAs", array(same));
        }
        return json.toString().replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private JsonValue type(Node thing) {
        List<JsonValue> types = all.all(thing, RDF.type.asNode()).stream()
                .filter(SchemaOrg::isSchemaOrg)
                .map(Node::getLocalName)
                .sorted()
                .map(name -> (JsonValue) new JsonString(name))
                .toList();
        return types.isEmpty() ? new JsonString(FALLBACK) : one(types);
    }

    private Map<String, List<JsonValue>> properties(Node thing) {
        Map<String, List<JsonValue>> properties = new TreeMap<>();
        all.graph().stream(thing, Node.ANY, Node.ANY)
                .filter(triple -> isSchemaOrg(triple.getPredicate())
                        && !TOLD.contains(triple.getPredicate().getLocalName())
                        && isUnderstood(triple.getObject())
                        // The passages of a document are as many as its lines.
                        && !all.graph().contains(triple.getObject(), GG.inDocument, Node.ANY))
                .sorted(Comparator.comparing(
                        (Triple triple) -> triple.getObject().toString()))
                .forEach(triple -> {
                    List<JsonValue> values =
                            properties.computeIfAbsent(triple.getPredicate().getLocalName(), any -> new ArrayList<>());
                    if (values.size() < LISTED) {
                        values.add(value(triple.getObject()));
                    }
                });
        return properties;
    }

    /** Whether it is in the language of the page, or in none in particular. */
    private boolean isUnderstood(Node value) {
        return !value.isLiteral()
                || value.getLiteralLanguage().isEmpty()
                || value.getLiteralLanguage().equals(words.language().tag());
    }

    private JsonValue value(Node value) {
        if (value.isLiteral()) {
            return new JsonString(value.getLiteralLexicalForm());
        }
        if (!all.graph().contains(value, RDF.type.asNode(), Node.ANY)) {
            return new JsonString(value.getURI());
        }
        JsonObject json = new JsonObject();
        json.put("@id", value.getURI());
        json.put("@type", type(value));
        json.put("name", words.label(value));
        return json;
    }

    private static boolean isSchemaOrg(Node term) {
        return term.isURI() && term.getURI().startsWith(SchemaDO.NS);
    }

    private static JsonValue one(List<JsonValue> values) {
        return values.size() == 1 ? values.get(0) : array(values);
    }

    private static JsonArray array(List<JsonValue> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
