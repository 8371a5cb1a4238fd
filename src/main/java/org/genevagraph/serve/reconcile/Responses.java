package org.genevagraph.serve.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;
import org.genevagraph.page.Text;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.guard.Deadline;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.query.reconcile.Candidate;
import org.genevagraph.query.reconcile.EntityProperty;
import org.genevagraph.query.reconcile.EntityType;
import org.genevagraph.query.reconcile.PropertyValue;
import org.genevagraph.query.reconcile.ReconcileQuery;
import org.genevagraph.query.reconcile.Reconciler;
import org.genevagraph.query.search.SearchAnswer;
import org.genevagraph.query.search.SearchHit;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * Writes what the specification wants to get, with names in a language.
 *
 * @param reconciler what knows the things
 * @param things the names by which they are found
 * @param graph everything that is known of them
 * @param labels what they are called in each language
 * @param language the language
 */
record Responses(Reconciler reconciler, ThingIndex things, Graph graph, Labels labels, Language language) {
    /** What an id is put behind to make an IRI. */
    static final String IDENTIFIER_SPACE = Iris.BASE + "id/";

    private static final int SUGGESTIONS = 10;
    private static final double TENTHS = 10;

    /** The id of a thing: its IRI without the identifier space. */
    static String id(Node thing) {
        return thing.getURI().substring(IDENTIFIER_SPACE.length());
    }

    /**
     * The answers to a batch.
     *
     * @throws Refusal if it takes too long
     */
    JsonObject results(Map<String, ReconcileQuery> queries, Limits limits) throws Refusal {
        Deadline deadline = Deadline.in(limits.time());
        JsonObject results = new JsonObject();
        for (Map.Entry<String, ReconcileQuery> query : queries.entrySet()) {
            check(deadline, limits);
            JsonArray candidates = new JsonArray();
            reconciler.candidates(query.getValue()).forEach(candidate -> candidates.add(candidate(candidate)));
            JsonObject result = new JsonObject();
            result.put("result", candidates);
            results.put(query.getKey(), result);
        }
        return results;
    }

    private static void check(Deadline deadline, Limits limits) throws Refusal {
        if (deadline.passed()) {
            throw deadline.refusal(limits);
        }
    }

    private JsonObject candidate(Candidate candidate) {
        JsonObject json = new JsonObject();
        json.put("id", id(candidate.thing()));
        json.put("name", labels.of(candidate.thing(), language));
        String description = description(candidate.thing()).words();
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        json.put("type", types(candidate.thing()));
        json.put("score", number(candidate.score()));
        json.put("match", candidate.match());
        JsonArray features = new JsonArray();
        features.add(feature("name", candidate.likeness()));
        features.add(feature("properties-agreeing", candidate.agreeing()));
        features.add(feature("properties-contradicting", candidate.contradicting()));
        json.put("features", features);
        return json;
    }

    private static JsonObject feature(String id, double value) {
        JsonObject feature = new JsonObject();
        feature.put("id", id);
        feature.put("value", number(value));
        return feature;
    }

    private static JsonNumber number(double value) {
        double rounded = Math.round(value * TENTHS) / TENTHS;
        return rounded == Math.rint(rounded) ? JsonNumber.value((long) rounded) : JsonNumber.value(rounded);
    }

    private JsonArray types(Node thing) {
        JsonArray types = new JsonArray();
        reconciler.typeOf(thing).ifPresent(type -> types.add(type(type)));
        return types;
    }

    JsonObject type(EntityType type) {
        JsonObject json = new JsonObject();
        json.put("id", type.id());
        json.put("name", labels.of(type.term(), language));
        return json;
    }

    /** What a thing is, in the words of this project. */
    Text description(Node thing) {
        FactGraph facts = new FactGraph(graph);
        String summary = facts.text(thing, GG.summary);
        return labels.text(
                summary.isEmpty() ? facts.text(thing, org.apache.jena.vocabulary.SKOS.definition.asNode()) : summary,
                language);
    }

    /** Things that were found by the beginning of a name. */
    JsonObject entities(SearchAnswer found) {
        JsonArray result = new JsonArray();
        for (SearchHit hit : found.hits()) {
            Node thing = org.apache.jena.graph.NodeFactory.createURI(hit.thing().iri());
            JsonObject one = new JsonObject();
            one.put("id", id(thing));
            one.put("name", labels.of(thing, language));
            String description = hit.thing().description(language.tag());
            if (!description.isEmpty()) {
                one.put("description", description);
            }
            one.put("notable", types(thing));
            result.add(one);
        }
        return result(result);
    }

    JsonObject suggestedTypes(String prefix, int cursor) {
        JsonArray result = new JsonArray();
        reconciler.types().stream()
                .filter(type -> begins(prefix, type.id(), type.term()))
                .skip(cursor)
                .limit(SUGGESTIONS)
                .forEach(type -> result.add(type(type)));
        return result(result);
    }

    JsonObject suggestedProperties(String prefix, int cursor) {
        JsonArray result = new JsonArray();
        reconciler.properties().all().stream()
                .filter(property -> begins(prefix, property.id(), property.term())
                        || begins(prefix, name(property), property.term()))
                .skip(cursor)
                .limit(SUGGESTIONS)
                .forEach(property -> result.add(property(property)));
        return result(result);
    }

    /** Whether an id, or a word of a term's name in any language, begins so. */
    private boolean begins(String prefix, String id, Node term) {
        String wanted = prefix.strip().toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>(List.of(id, term.getURI()));
        for (Language any : Language.values()) {
            names.add(labels.of(term, any));
        }
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith(wanted) || (" " + name).contains(" " + wanted));
    }

    private static JsonObject result(JsonArray result) {
        JsonObject json = new JsonObject();
        json.put("result", result);
        return json;
    }

    /** What things of a type have, the most usual first; all that there is if no type is said. */
    JsonObject proposals(List<EntityType> types, int limit) {
        JsonArray properties = new JsonArray();
        reconciler.properties().all().stream()
                .filter(property -> types.isEmpty()
                        || types.stream().anyMatch(type -> property.kinds().contains(type.kind())))
                .limit(limit)
                .forEach(property -> properties.add(property(property)));
        JsonObject json = new JsonObject();
        json.put("properties", properties);
        if (!types.isEmpty()) {
            json.put("type", types.get(0).id());
        }
        if (limit < Integer.MAX_VALUE) {
            json.put("limit", limit);
        }
        return json;
    }

    private JsonObject property(EntityProperty property) {
        JsonObject json = new JsonObject();
        json.put("id", property.id());
        json.put("name", name(property));
        return json;
    }

    /** What a property is called: a fixed word, what the ontology says of a relation, or the name of a register. */
    String name(EntityProperty property) {
        String word = "reconcile.property." + property.id();
        return Messages.has(language, word) ? Messages.text(language, word) : labels.of(property.term(), language);
    }

    /**
     * The values that are asked for.
     *
     * @throws Refusal if it takes too long
     */
    JsonObject extended(Requests.Extension extension, Limits limits) throws Refusal {
        Deadline deadline = Deadline.in(limits.time());
        JsonArray meta = new JsonArray();
        extension.properties().forEach(property -> meta.add(meta(property)));
        JsonObject rows = new JsonObject();
        for (String id : extension.ids()) {
            check(deadline, limits);
            JsonObject row = new JsonObject();
            List<Node> meant = things.resolve(id, org.genevagraph.query.search.SearchIndex.KINDS);
            for (EntityProperty property : extension.properties()) {
                JsonArray cells = new JsonArray();
                int limit = extension.limits().getOrDefault(property.id(), 0);
                if (meant.size() == 1) {
                    reconciler.properties().values(property, meant.get(0)).stream()
                            .limit(limit == 0 ? Long.MAX_VALUE : limit)
                            .forEach(value -> cells.add(cell(value)));
                }
                row.put(property.id(), cells);
            }
            rows.put(id, row);
        }
        JsonObject json = new JsonObject();
        json.put("meta", meta);
        json.put("rows", rows);
        return json;
    }

    /** A property as the head of a column, with the type of its values if they are things of one. */
    private JsonObject meta(EntityProperty property) {
        JsonObject json = property(property);
        List<EntityType> types = graph.stream(Node.ANY, property.term(), Node.ANY)
                .filter(triple ->
                        property.register().isEmpty() && triple.getObject().isURI())
                .flatMap(triple -> reconciler.typeOf(triple.getObject()).stream())
                .distinct()
                .limit(2)
                .sorted(Comparator.comparing(EntityType::id))
                .toList();
        if (types.size() == 1) {
            json.put("type", type(types.get(0)));
        }
        return json;
    }

    private JsonObject cell(PropertyValue value) {
        JsonObject cell = new JsonObject();
        Node node = value.node();
        if (node.isURI() && reconciler.typeOf(node).isPresent()) {
            cell.put("id", id(node));
            cell.put("name", labels.of(node, language));
            if (!value.evidence().isEmpty()) {
                cell.put("description", value.evidence());
            }
        } else if (node.isLiteral() && node.getLiteralDatatypeURI().endsWith("#integer")) {
            cell.put("int", JsonNumber.value(Long.parseLong(node.getLiteralLexicalForm())));
        } else if (node.isLiteral() && node.getLiteralDatatypeURI().endsWith("#decimal")) {
            cell.put("float", JsonNumber.value(Double.parseDouble(node.getLiteralLexicalForm())));
        } else if (node.isLiteral() && node.getLiteralDatatypeURI().endsWith("#date")) {
            cell.put("date", new JsonString(node.getLiteralLexicalForm() + "T00:00:00Z"));
        } else {
            boolean named = node.isURI() && node.getURI().startsWith(IDENTIFIER_SPACE);
            cell.put("str", named ? labels.of(node, language) : value.text());
        }
        return cell;
    }
}
