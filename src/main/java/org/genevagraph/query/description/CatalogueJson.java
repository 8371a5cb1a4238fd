package org.genevagraph.query.description;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;

/** The catalogue of canned queries as JSON. */
public final class CatalogueJson {
    private CatalogueJson() {}

    /** An array with an object for each query. */
    public static JsonValue of(QueryCatalogue catalogue) {
        JsonBuilder json = JsonBuilder.create().startArray();
        for (QueryFile query : catalogue.all()) {
            json.startObject()
                    .pair("name", query.name())
                    .pair("summary", query.summary())
                    .pair("description", query.description())
                    .pair("ask", query.ask())
                    .key("tags")
                    .value(strings(query.tags()))
                    .key("params")
                    .startArray();
            for (Parameter parameter : query.parameters()) {
                json.startObject()
                        .pair("name", parameter.name())
                        .pair("type", parameter.label())
                        .pair("required", parameter.required())
                        .pair("default", parameter.defaultValue())
                        .pair("help", parameter.help())
                        .pair("example", parameter.example())
                        .key("choices")
                        .value(strings(parameter.choices()))
                        .finishObject();
            }
            json.finishArray().key("formats").startArray();
            AnswerFormat.fitting(query).forEach(format -> json.value(format.label()));
            json.finishArray().finishObject();
        }
        return json.finishArray().build();
    }

    private static JsonArray strings(Iterable<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
