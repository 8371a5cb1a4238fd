package org.genevagraph.serve.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.serve.Http;
import org.junit.jupiter.api.Test;

/** Every message of the service fits the schemas of the specification. */
class SchemasTest extends ReconciliationClient {
    /** What the specification says of each message, as schemas of our own; {@code -Dreconciliation.schemas=DIR} tries a copy of its own files. */
    private static final Path SCHEMAS =
            Path.of(System.getProperty("reconciliation.schemas", "src/test/resources/reconcile/0.2"));

    @Test
    void everyMessageFitsTheSchemasOfTheSpecification() throws IOException {
        Map<String, String> schemas = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            for (Path file : files.toList()) {
                schemas.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertTrue(schemas.size() >= 9, "schemas in " + SCHEMAS + ": " + schemas.keySet());
        String batch =
                "{\"q0\": {\"query\": \"Geneva\"}, \"q1\": {\"query\": \"ITU\", \"type\": [\"Organisation\"], \"limit\": 3}}";
        valid(schemas, "manifest.json", http.get("/reconcile").body());
        valid(schemas, "reconciliation-query-batch.json", batch);
        valid(
                schemas,
                "reconciliation-result-batch.json",
                http.post("/reconcile", FORM, "queries=" + Http.encoded(batch)).body());
        valid(
                schemas,
                "suggest-entities-response.json",
                http.get("/reconcile/suggest/entity?prefix=gen").body());
        valid(
                schemas,
                "suggest-types-response.json",
                http.get("/reconcile/suggest/type?prefix=").body());
        valid(
                schemas,
                "suggest-properties-response.json",
                http.get("/reconcile/suggest/property?prefix=").body());
        valid(
                schemas,
                "data-extension-property-proposal.json",
                http.get("/reconcile/extend/propose?type=Place&limit=5").body());
        for (JsonValue type : get("").get("defaultTypes").getAsArray()) {
            String id = type.getAsObject().getString("id");
            List<String> properties =
                    ids(get("/extend/propose?type=" + id).get("properties").getAsArray());
            String asked =
                    "{\"ids\": [\"organisation/gcsp\", \"place/geneva\", \"sdg/sdg-9\", \"document/a-res-56-183\"], \"properties\": ["
                            + String.join(
                                    ", ",
                                    properties.stream()
                                            .map(one -> "{\"id\": \"" + one + "\"}")
                                            .toList()) + "]}";
            valid(schemas, "data-extension-query.json", asked);
            valid(
                    schemas,
                    "data-extension-response.json",
                    http.post("/reconcile", FORM, "extend=" + Http.encoded(asked))
                            .body());
        }
    }

    private static void valid(Map<String, String> schemas, String name, String json) {
        Map<String, String> known = new LinkedHashMap<>();
        schemas.forEach((file, text) -> known.put(
                "https://reconciliation-api.github.io/specs/0.2/schemas/" + file,
                // "The newest" is no dialect that a validator knows.
                text.replace("http://json-schema.org/schema#", "http://json-schema.org/draft-07/schema#")));
        known.put(
                "http://swagger.io/v2/schema.json",
                "{\"definitions\": {\"securityDefinitions\": {\"additionalProperties\": {}}}}");
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, builder -> builder.schemas(known));
        Schema schema =
                registry.getSchema(SchemaLocation.of("https://reconciliation-api.github.io/specs/0.2/schemas/" + name));
        assertEquals(List.of(), schema.validate(json, InputFormat.JSON), name + ": " + json);
    }
}
