package org.genevagraph.query.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.query.catalogue.header.Views;

/** Rows as features of GeoJSON (RFC 7946): each with its columns as properties, and without geometry where nobody gives coordinates. */
final class GeoJson {
    private GeoJson() {}

    static void write(Answer answer, Result.Rows rows, OutputStream out) throws IOException {
        Views.Places columns = answer.query().views().map().orElseThrow();
        JsonArray features = new JsonArray();
        for (Binding row : rows.rows()) {
            features.add(feature(Cells.of(rows.variables(), row), columns));
        }
        JsonObject collection = new JsonObject();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        JSON.write(out, collection);
        out.flush();
    }

    private static JsonObject feature(Map<String, String> cells, Views.Places columns) {
        JsonObject feature = new JsonObject();
        feature.put("type", "Feature");
        String latitude = cells.remove(columns.latitude());
        String longitude = cells.remove(columns.longitude());
        feature.put("geometry", latitude == null || longitude == null ? JsonNull.instance : point(longitude, latitude));
        JsonObject properties = new JsonObject();
        String name = cells.get(columns.thing() + "Label");
        if (name != null) {
            // What map programs write beside a point.
            properties.put("name", name);
        }
        cells.forEach((column, value) -> properties.put(column, new JsonString(value)));
        feature.put("properties", properties);
        return feature;
    }

    /** The point; GeoJSON gives longitude first. */
    private static JsonValue point(String longitude, String latitude) {
        JsonArray coordinates = new JsonArray();
        coordinates.add(JsonNumber.value(new BigDecimal(longitude)));
        coordinates.add(JsonNumber.value(new BigDecimal(latitude)));
        JsonObject point = new JsonObject();
        point.put("type", "Point");
        point.put("coordinates", coordinates);
        return point;
    }
}
