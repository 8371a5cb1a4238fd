package org.genevagraph.serve.pages.things;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Language;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.page.kinds.KindPage;
import org.genevagraph.page.things.SchemaOrg;
import org.genevagraph.page.things.ThingPage;
import org.genevagraph.page.things.ThingReader;
import org.genevagraph.serve.RealServer;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** What the page of each thing tells search engines is what the graph says in the terms of schema.org: no more, and nothing left out. */
class StructuredThingsTest extends RealServer {
    private static final String SCHEMA = "https://schema.org/";
    private static final Set<String> OF_THE_TITLE = Set.of("name", "alternateName", "description", "sameAs");
    /** Pages name what they lead to, not all of a long list. */
    private static final int LISTED = 25;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void whatPagesTellIsWhatTheGraphSays() {
        Snapshot snapshot = server.served().snapshot();
        Graph all = snapshot.dataset().getDefaultGraph();
        Wording words = server.served().words(Language.EN);
        ThingReader reader = ThingReader.of(snapshot, words);
        int things = 0;
        int events = 0;
        for (String kind :
                List.of("organisation", "initiative", "document", "place", "action-line", "sdg", "objective")) {
            for (Node thing : KindPage.things(words.facts(), kind)) {
                ThingPage page = reader.page(thing, Iris.parse(thing.getURI()).orElseThrow());
                JsonObject json =
                        JSON.parse(new SchemaOrg(new FactGraph(all), words).of(thing, page.title(), page.sources()));
                check(json, thing, all);
                things++;
                events += texts(json.get("@type")).contains("Event") ? 1 : 0;
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(things > 500, "things: " + things);
        assertTrue(events > 10, "events: " + events);
    }

    private void check(JsonObject json, Node thing, Graph all) {
        Set<String> types = all.stream(thing, RDF.type.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(type -> type.getURI().startsWith(SCHEMA))
                .map(Node::getLocalName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = texts(json.get("@type"));
        if (!told.equals(types.isEmpty() ? Set.of("Thing") : types)) {
            wrong.add(thing + " is told to be " + told + " and is " + types);
        }
        if (told.contains("Event") && all.contains(thing, GG.from, Node.ANY) && !json.hasKey("startDate")) {
            wrong.add(thing + " is an event with a date that is not told");
        }
        for (String key : json.keys()) {
            if (!key.startsWith("@") && !OF_THE_TITLE.contains(key)) {
                Set<String> said = said(all, thing, key);
                texts(json.get(key)).stream()
                        .filter(value -> !said.contains(value))
                        .forEach(value -> wrong.add(thing + " " + key + " " + value + " is not in the graph"));
            }
        }
        all.stream(thing, Node.ANY, Node.ANY)
                .map(Triple::getPredicate)
                .filter(property -> property.getURI().startsWith(SCHEMA))
                .map(Node::getLocalName)
                .filter(property -> !OF_THE_TITLE.contains(property))
                .distinct()
                .forEach(property -> {
                    Set<String> said = said(all, thing, property);
                    Set<String> here = json.hasKey(property) ? texts(json.get(property)) : Set.of();
                    if (said.size() <= LISTED && !here.equals(said)) {
                        wrong.add(thing + " " + property + ": " + here + " instead of " + said);
                    }
                });
    }

    /** What the graph says, less passages, of which a document has as many as lines, and words in another language. */
    private static Set<String> said(Graph all, Node thing, String property) {
        return all.stream(thing, NodeFactory.createURI(SCHEMA + property), Node.ANY)
                .map(Triple::getObject)
                .filter(value -> !value.isLiteral() || List.of("", "en").contains(value.getLiteralLanguage()))
                .filter(value -> value.isLiteral() || !all.contains(value, GG.inDocument, Node.ANY))
                .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonValue value) {
        Stream<JsonValue> values = value instanceof JsonArray array ? array.stream() : Stream.of(value);
        return values.map(one -> one.isObject()
                        ? one.getAsObject().getString("@id")
                        : one.getAsString().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
