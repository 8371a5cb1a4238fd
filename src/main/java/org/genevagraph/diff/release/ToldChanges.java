package org.genevagraph.diff.release;

import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.diff.Change;
import org.genevagraph.diff.Change.Area;
import org.genevagraph.diff.Change.Detail;
import org.genevagraph.diff.Change.How;
import org.genevagraph.diff.Phrase;

/**
 * Changes in JSON as a release keeps them, in several languages, with the names of their day: a phrase is a list of parts, each its words
 * and, if it names something, the IRI of that.
 */
public final class ToldChanges {
    /** The key below which they stand, by language. */
    public static final String KEY = "told";

    private ToldChanges() {}

    /** The changes in a language as JSON. */
    public static JsonValue json(List<Change> changes) {
        JsonBuilder json = JsonBuilder.create().startArray();
        for (Change change : changes) {
            json.startObject()
                    .pair("about", change.area().label())
                    .pair("change", change.how().label())
                    .pair("group", change.group())
                    .pair("iri", change.iri().getURI())
                    .key("says");
            phrase(change.says(), json);
            json.key("details").startArray();
            for (Detail detail : change.details()) {
                json.startObject().pair("property", detail.property());
                phrases("before", detail.before(), json);
                phrases("after", detail.after(), json);
                json.finishObject();
            }
            json.finishArray().finishObject();
        }
        return json.finishArray().build();
    }

    private static void phrases(String key, List<Phrase> phrases, JsonBuilder json) {
        json.key(key).startArray();
        phrases.forEach(phrase -> phrase(phrase, json));
        json.finishArray();
    }

    private static void phrase(Phrase phrase, JsonBuilder json) {
        json.startArray();
        for (Phrase.Part part : phrase.parts()) {
            json.startArray().value(part.text());
            if (!part.iri().isEmpty()) {
                json.value(part.iri());
            }
            json.finishArray();
        }
        json.finishArray();
    }

    /** The changes in a language out of the file that keeps them. */
    static List<Change> read(JsonObject file, String language) {
        return file.getObj(KEY).get(language).getAsArray().stream()
                .map(JsonValue::getAsObject)
                .map(change -> new Change(
                        Area.valueOf(upper(change.getString("about"))),
                        How.valueOf(upper(change.getString("change"))),
                        change.getString("group"),
                        NodeFactory.createURI(change.getString("iri")),
                        phrase(change.get("says").getAsArray()),
                        change.get("details").getAsArray().stream()
                                .map(JsonValue::getAsObject)
                                .map(detail -> new Detail(
                                        detail.getString("property"),
                                        phrases(detail.get("before").getAsArray()),
                                        phrases(detail.get("after").getAsArray())))
                                .toList()))
                .toList();
    }

    private static String upper(String label) {
        return label.toUpperCase(Locale.ROOT);
    }

    private static List<Phrase> phrases(JsonArray array) {
        return array.stream().map(value -> phrase(value.getAsArray())).toList();
    }

    private static Phrase phrase(JsonArray array) {
        return new Phrase(array.stream()
                .map(JsonValue::getAsArray)
                .map(part -> new Phrase.Part(
                        part.get(0).getAsString().value(),
                        part.size() > 1 ? part.get(1).getAsString().value() : ""))
                .toList());
    }
}
