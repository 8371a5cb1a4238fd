package org.genevagraph.serve.reconcile;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.atlas.json.io.JSONMaker;
import org.apache.jena.atlas.json.io.parserjavacc.JSONParserJavaCC;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.reconcile.EntityProperty;
import org.genevagraph.query.reconcile.EntityType;
import org.genevagraph.query.reconcile.ReconcileQuery;
import org.genevagraph.query.reconcile.Reconciler;

/** Reads what clients send, and says what is wrong with it. */
final class Requests {
    /** How many queries one batch may have. */
    static final int BATCH = 100;

    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_IDS = 1_000;
    private static final int MOST_CANDIDATES = 50;
    private static final int USUAL_CANDIDATES = 5;
    private static final int MOST_CONDITIONS = 50;
    private static final int MOST_DIGITS = 30;
    private static final int DEEPEST = 20;

    private Requests() {}

    /**
     * What is to be looked up.
     *
     * @param ids of which things, as they were given
     * @param properties what of them
     * @param limits how many values of each are wanted; 0 for all
     */
    record Extension(List<String> ids, List<EntityProperty> properties, Map<String, Integer> limits) {}

    /**
     * A batch of queries by their keys.
     *
     * @throws Refusal if it is not what the specification says
     */
    static Map<String, ReconcileQuery> batch(String json, Reconciler reconciler) throws Refusal {
        Map<String, ReconcileQuery> queries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> entry :
                object(parsed(json, "queries"), "queries").entrySet()) {
            JsonObject query = object(entry.getValue(), entry.getKey());
            queries.put(entry.getKey(), query(query, entry.getKey(), reconciler));
        }
        return queries;
    }

    private static ReconcileQuery query(JsonObject query, String key, Reconciler reconciler) throws Refusal {
        String text = query.hasKey("query") ? text(query.get("query"), key + ".query") : "";
        List<ReconcileQuery.Condition> conditions = conditions(query, key, reconciler);
        if (text.isBlank() && conditions.isEmpty()) {
            throw bad(key + " says neither a query nor properties", "give a name as query, a non-empty text");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonValue type : list(query.get("type"))) {
            ids.add(
                    type.isObject()
                            ? text(object(type, key + ".type").get("id"), key + ".type.id")
                            : text(type, key + ".type"));
        }
        ids.removeIf(String::isBlank);
        Set<EntityType> types = new LinkedHashSet<>();
        for (String id : atMost(MOST_CONDITIONS, ids, key + ".type")) {
            types.add(EntityType.find(id, reconciler.types()));
        }
        if (query.hasKey("type_strict")
                && !List.of("any", "all", "should").contains(text(query.get("type_strict"), key + ".type_strict"))) {
            throw bad(key + ".type_strict is none of the three words", "write any, all or should");
        }
        if (isThere(query.get("limit")) && whole(query.get("limit")) < 1) {
            throw bad(key + ".limit is no positive whole number", "for example 5");
        }
        int limit = isThere(query.get("limit")) ? whole(query.get("limit")) : USUAL_CANDIDATES;
        return new ReconcileQuery(text, List.copyOf(types), Math.min(limit, MOST_CANDIDATES), conditions);
    }

    private static boolean isThere(JsonValue value) {
        return value != null && !value.isNull();
    }

    /** A number that is whole and not below nothing, however it is written, or the largest there is; -1 for anything else. */
    private static int whole(JsonValue value) {
        String written =
                value.isString() ? value.getAsString().value().strip() : value.isNumber() ? value.toString() : "";
        if (written.length() > MOST_DIGITS || !written.matches("\\d+(\\.0*)?([eE]\\+?\\d+)?")) {
            return -1;
        }
        return (int) Math.min(Double.parseDouble(written), Integer.MAX_VALUE);
    }

    private static <T> Collection<T> atMost(int most, Collection<T> all, String what) throws Refusal {
        if (all.size() > most) {
            throw bad(what + " has more than " + most + " members", "ask with less at a time");
        }
        return all;
    }

    private static List<ReconcileQuery.Condition> conditions(JsonObject query, String key, Reconciler reconciler)
            throws Refusal {
        List<ReconcileQuery.Condition> conditions = new ArrayList<>();
        for (JsonValue given : atMost(MOST_CONDITIONS, list(query.get("properties")), key + ".properties")) {
            JsonObject condition = object(given, key + ".properties");
            String id = text(condition.get("pid"), key + ".properties.pid");
            List<String> values = new ArrayList<>();
            for (JsonValue value : atMost(MOST_CONDITIONS, list(condition.get("v")), key + ".properties.v")) {
                values.add(
                        value.isObject()
                                ? text(object(value, key).get("id"), key + ".properties.v.id")
                                : scalar(value, key + ".properties.v"));
            }
            if (!condition.hasKey("v")) {
                throw bad(key + ".properties has no v", "give the value that the property should have");
            }
            conditions.add(new ReconcileQuery.Condition(reconciler.properties().find(id), values));
        }
        return conditions;
    }

    /**
     * A request for values.
     *
     * @throws Refusal if it is not what the specification says
     */
    static Extension extension(String json, Reconciler reconciler) throws Refusal {
        JsonObject request = object(parsed(json, "extend"), "extend");
        if (!isThere(request.get("ids")) || !isThere(request.get("properties"))) {
            throw bad("extend names no ids or no properties", "give both as arrays");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonValue id : list(request.get("ids"))) {
            ids.add(text(id, "ids"));
        }
        if (ids.size() > MOST_IDS) {
            throw bad("there are " + ids.size() + " ids", "ask for at most " + MOST_IDS + " at a time");
        }
        Set<EntityProperty> properties = new LinkedHashSet<>();
        Map<String, Integer> limits = new LinkedHashMap<>();
        for (JsonValue given : list(request.get("properties"))) {
            JsonObject property = object(given, "properties");
            EntityProperty found = reconciler.properties().find(text(property.get("id"), "properties.id"));
            properties.add(found);
            if (isThere(property.get("settings"))) {
                limits.put(found.id(), limit(object(property.get("settings"), "properties.settings")));
            }
        }
        return new Extension(List.copyOf(ids), List.copyOf(properties), limits);
    }

    /** How many values are wanted; 0 for all. */
    private static int limit(JsonObject settings) throws Refusal {
        JsonValue limit = settings.get("limit");
        if (!isThere(limit)) {
            return 0;
        }
        if (whole(limit) < 0) {
            throw bad("properties.settings.limit is no whole number", "for example 5, or 0 for all");
        }
        return whole(limit);
    }

    private static JsonValue parsed(String json, String what) throws Refusal {
        // A parser that calls itself for every bracket must not be given too many.
        int depth = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (depth > DEEPEST) {
                throw bad(what + " is nested too deep", "see the specification for its form");
            }
        }
        if (json.isBlank()) {
            throw bad(what + " is empty", "send an object as JSON");
        }
        try {
            JSONMaker made = new JSONMaker();
            // The usual parser passes over whatever comes after the end.
            JSONParserJavaCC.parseAny(new StringReader(json), made);
            return made.jsonValue();
        } catch (JsonParseException e) {
            throw bad(
                    what + " is not JSON, at line " + e.getLine() + ", column " + e.getColumn(),
                    "send an object as JSON");
        }
    }

    private static JsonObject object(JsonValue value, String what) throws Refusal {
        if (value == null || !value.isObject()) {
            throw bad(what + " is no object", "see the specification for its form");
        }
        return value.getAsObject();
    }

    /** What stands in an array, or the value itself; nothing if there is none. */
    private static List<JsonValue> list(JsonValue value) {
        if (value == null || value.isNull()) {
            return List.of();
        }
        return value.isArray() ? value.getAsArray().stream().toList() : List.of(value);
    }

    private static String text(JsonValue value, String what) throws Refusal {
        if (value == null || !value.isString()) {
            throw bad(what + " is no text", "write it in quotation marks");
        }
        return bounded(value.getAsString().value(), what);
    }

    private static String scalar(JsonValue value, String what) throws Refusal {
        if (value.isArray() || value.isObject()) {
            throw bad(what + " is no value", "write a text, a number, true or false, or the id of a thing");
        }
        return bounded(value.isString() ? value.getAsString().value() : value.toString(), what);
    }

    private static String bounded(String text, String what) throws Refusal {
        if (text.length() > MOST_CHARACTERS) {
            throw bad(what + " has " + text.length() + " characters", "use at most " + MOST_CHARACTERS);
        }
        return text;
    }

    private static Refusal bad(String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix);
    }
}
