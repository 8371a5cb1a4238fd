package org.genevagraph.serve.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.serve.Http;
import org.genevagraph.serve.RealServer;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service as OpenRefine uses it: manifest, suggestions, batches of ten, previews, then columns of what is known. */
class ReconcileTest extends RealServer {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** What the specification says of each message, as schemas of our own; {@code -Dreconciliation.schemas=DIR} tries a copy of its own files. */
    private static final Path SCHEMAS =
            Path.of(System.getProperty("reconciliation.schemas", "src/test/resources/reconcile/0.2"));

    private record Row(String name, String place, String meant, String why) {}

    private static List<Row> table() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/reconcile/names.csv")).stream()
                .skip(1)
                .toList()) {
            List<String> cells = new ArrayList<>();
            var matcher = java.util.regex.Pattern.compile("(?:\"([^\"]*)\"|([^,]*))(?:,|$)")
                    .matcher(line);
            while (cells.size() < 4 && matcher.find()) {
                cells.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
            rows.add(new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
        }
        return rows;
    }

    private static JsonObject json(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response::body);
        assertEquals("application/json", header(response, "Content-Type"));
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        return JSON.parse(response.body());
    }

    private static JsonObject get(String path) {
        return json(http.get("/reconcile" + path));
    }

    private static JsonObject post(String name, String json, String... headers) {
        return json(http.post("/reconcile", FORM, name + "=" + Http.encoded(json), headers));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static JsonArray candidates(String query) {
        return post("queries", "{\"q0\": " + query + "}")
                .getObj("q0")
                .get("result")
                .getAsArray();
    }

    private static List<String> ids(JsonArray candidates) {
        return candidates.stream().map(one -> one.getAsObject().getString("id")).toList();
    }

    private static List<String> matches(JsonArray candidates) {
        return candidates.stream()
                .map(JsonValue::getAsObject)
                .filter(one -> one.getBoolean("match"))
                .map(one -> one.getString("id"))
                .toList();
    }

    @Test
    void aTableOfFiftyMessyNames() throws IOException {
        List<Row> rows = table();
        assertTrue(rows.size() >= 50, "rows: " + rows.size());
        int right = 0;
        int wrong = 0;
        List<String> missed = new ArrayList<>();
        List<String> mistaken = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += 10) {
            Map<String, Row> batch = new LinkedHashMap<>();
            List<String> queries = new ArrayList<>();
            for (Row row : rows.subList(from, Math.min(from + 10, rows.size()))) {
                String key = "q" + batch.size();
                batch.put(key, row);
                String place = row.place().isEmpty()
                        ? ""
                        : ", \"properties\": [{\"pid\": \"basedIn\", \"v\": " + quoted(row.place()) + "}]";
                queries.add(quoted(key) + ": {\"query\": " + quoted(row.name())
                        + ", \"type\": \"Organisation\", \"limit\": 5, " + "\"type_strict\": \"should\"" + place + "}");
            }
            JsonObject results = post("queries", "{" + String.join(", ", queries) + "}");
            assertEquals(batch.keySet(), results.keySet());
            for (Map.Entry<String, Row> asked : batch.entrySet()) {
                JsonArray found = results.getObj(asked.getKey()).get("result").getAsArray();
                double last = 100;
                for (JsonValue one : found) {
                    double score =
                            one.getAsObject().get("score").getAsNumber().value().doubleValue();
                    assertTrue(score >= 0 && score <= last, found::toString);
                    last = score;
                }
                Row row = asked.getValue();
                List<String> matches = matches(found);
                assertTrue(matches.size() <= 1, found::toString);
                if (matches.equals(List.of(row.meant()))) {
                    right++;
                } else if (!matches.isEmpty()) {
                    wrong++;
                    mistaken.add(row + " → " + found);
                } else if (!row.meant().isEmpty()) {
                    missed.add(row.name());
                    assertEquals(row.meant(), ids(found).get(0), row.name());
                }
            }
        }
        long meant = rows.stream().filter(row -> !row.meant().isEmpty()).count();
        assertTrue(rows.size() - meant >= 8, "names that are not in the graph");
        assertEquals(List.of(), mistaken, "precision: " + right + " of " + (right + wrong));
        assertTrue(right >= 0.95 * meant, "recall: " + right + " of " + meant + ", missed " + missed);
    }

    /** Every thing is matched by its own name, unless another one bears it, and found by its id. */
    @Test
    void everyThingIsFoundByItsNameAndId() {
        List<String> lost = new ArrayList<>();
        for (JsonValue type : get("").get("defaultTypes").getAsArray()) {
            String id = type.getAsObject().getString("id");
            String kind = id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
            List<String> things = new ArrayList<>();
            server.served().runner().things().names().forEach((thing, names) -> {
                String one = thing.getURI().substring(Iris.BASE.length() + 3);
                if (one.startsWith(kind + "/")) {
                    things.add(one);
                }
            });
            for (int from = 0; from < things.size(); from += 100) {
                StringBuilder batch = new StringBuilder("{");
                List<String> some = things.subList(from, Math.min(from + 100, things.size()));
                for (String one : some) {
                    String label = server.served()
                            .runner()
                            .things()
                            .label(org.apache.jena.graph.NodeFactory.createURI(Iris.BASE + "id/" + one));
                    batch.append(batch.length() > 1 ? "," : "")
                            .append(quoted(one))
                            .append(": {\"query\": ")
                            .append(quoted(label))
                            .append(", \"type\": ")
                            .append(quoted(id))
                            .append("}");
                }
                JsonObject results = post("queries", batch + "}");
                for (String one : some) {
                    if (!ids(results.getObj(one).get("result").getAsArray()).contains(one)) {
                        lost.add(one);
                    }
                }
            }
        }
        assertEquals(List.of(), lost);
        for (String id : List.of("organisation/gcsp", "document/tunis-agenda", "issue/cybersecurity", "sdg/sdg-9")) {
            assertEquals(List.of(id), matches(candidates("{\"query\": " + quoted(id) + "}")));
            assertEquals(List.of(id), matches(candidates("{\"query\": " + quoted(Iris.BASE + "id/" + id) + "}")));
        }
    }

    @Test
    void theManifestSaysWhatThereIs() {
        JsonObject manifest = get("");
        assertEquals("[ \"0.2\" ]", manifest.get("versions").toString().replaceAll("\\s+", " "));
        assertEquals(Iris.BASE + "id/", manifest.getString("identifierSpace"));
        assertEquals(GG.NS, manifest.getString("schemaSpace"));
        String address = server.address().substring(0, server.address().length() - 1);
        String view = manifest.getObj("view").getString("url").replace("{{id}}", Http.encoded("organisation/gcsp"));
        HttpResponse<String> viewed = http.get(view.substring(address.length()));
        assertEquals(303, viewed.statusCode());
        assertEquals("/id/organisation/gcsp", header(viewed, "Location"));
        String preview =
                manifest.getObj("preview").getString("url").replace("{{id}}", Http.encoded("organisation/gcsp"));
        HttpResponse<String> previewed = http.get(preview.substring(address.length()), "Accept", "text/html");
        assertTrue(previewed.body().contains("<h1><a href=\"/id/organisation/gcsp\""), previewed::body);
        assertTrue(header(previewed, "Content-Security-Policy").contains("frame-ancestors *"));
        assertTrue(manifest.get("batchSize").getAsNumber().value().intValue() >= 10);
        assertEquals(
                200,
                http.get(manifest.getString("documentation").substring(address.length()))
                        .statusCode());
        assertEquals(
                200,
                http.get(manifest.getString("logo").substring(address.length())).statusCode());
        for (String what : List.of("entity", "type", "property")) {
            JsonObject suggest = manifest.getObj("suggest").getObj(what);
            String path =
                    (suggest.getString("service_url") + suggest.getString("service_path")).substring(address.length());
            assertFalse(
                    json(http.get(path + "?prefix=o"))
                            .get("result")
                            .getAsArray()
                            .isEmpty(),
                    what);
        }
    }

    @Test
    void suggestionsBeginAsWhatIsTyped() {
        assertEquals(
                "organisation/gcsp",
                ids(get("/suggest/entity?prefix=GCSP").get("result").getAsArray())
                        .get(0));
        assertTrue(ids(get("/suggest/entity?prefix=Geneva+Cent").get("result").getAsArray())
                .contains("organisation/gcsp"));
        assertEquals(
                "organisation/gcsp",
                ids(get("/suggest/entity?prefix=organisation/gcsp")
                                .get("result")
                                .getAsArray())
                        .get(0));
        List<String> first =
                ids(get("/suggest/entity?prefix=digital").get("result").getAsArray());
        List<String> next = ids(
                get("/suggest/entity?prefix=digital&cursor=10").get("result").getAsArray());
        assertTrue(first.size() == 10 && next.stream().noneMatch(first::contains), next::toString);
        assertEquals(
                "ActionLine",
                ids(get("/suggest/type?prefix=act").get("result").getAsArray()).get(0));
        assertTrue(ids(get("/suggest/property?prefix=partner").get("result").getAsArray())
                .contains("partnerOf"));
        assertTrue(ids(get("/suggest/property?prefix=wiki").get("result").getAsArray())
                .contains("wikidata"));
        assertTrue(
                ids(get("/suggest/type?prefix=zzz").get("result").getAsArray()).isEmpty());
        JsonObject french = json(http.get("/reconcile/suggest/entity?prefix=ITU", "Accept-Language", "fr"));
        assertTrue(french.toString().contains("Union internationale des t"), french::toString);
    }

    @Test
    void columnsOfWhatIsKnown() {
        JsonArray proposed =
                get("/extend/propose?type=Organisation").get("properties").getAsArray();
        assertTrue(
                ids(proposed)
                        .containsAll(
                                List.of("website", "kind", "wikidata", "ror", "partnerOf", "basedIn", "addresses")),
                proposed::toString);
        assertFalse(ids(proposed).contains("symbol"));
        assertEquals(
                3,
                get("/extend/propose?type=Organisation&limit=3")
                        .get("properties")
                        .getAsArray()
                        .size());
        JsonObject columns = post(
                "extend",
                "{\"ids\": [\"organisation/gcsp\", \"organisation/itu\", \"organisation/nobody\"], \"properties\": [{\"id\": \"wikidata\"}, "
                        + "{\"id\": \"ror\"}, {\"id\": \"partnerOf\", \"settings\": {\"limit\": 1}}, {\"id\": \"kind\"}]}");
        assertEquals(
                List.of("wikidata", "ror", "partnerOf", "kind"),
                ids(columns.get("meta").getAsArray()));
        JsonObject gcsp = columns.getObj("rows").getObj("organisation/gcsp");
        assertEquals(
                "00ddvvx12", gcsp.get("ror").getAsArray().get(0).getAsObject().getString("str"));
        assertEquals(
                "foundation", gcsp.get("kind").getAsArray().get(0).getAsObject().getString("str"));
        JsonArray partners = gcsp.get("partnerOf").getAsArray();
        assertEquals(1, partners.size());
        assertTrue(partners.get(0).getAsObject().getString("description").matches("[a-z]+: .*#.*"), partners::toString);
        assertEquals(4, columns.getObj("rows").getObj("organisation/nobody").size());
        assertTrue(columns.getObj("rows")
                .getObj("organisation/nobody")
                .get("kind")
                .getAsArray()
                .isEmpty());
    }

    @Test
    void propertiesConfirmOrContradict() {
        String name =
                "{\"query\": \"Geneva Centre for Security Policy\", \"properties\": [{\"pid\": \"%s\", \"v\": %s}]}";
        assertEquals(List.of("organisation/gcsp"), matches(candidates(name.formatted("basedIn", "\"Geneva\""))));
        assertEquals(List.of(), matches(candidates(name.formatted("basedIn", "\"Nairobi\""))));
        assertEquals(
                List.of("organisation/gcsp"),
                matches(candidates(name.formatted("basedIn", "{\"id\": \"place/geneva\", \"name\": \"x\"}"))));
        assertEquals(
                List.of("organisation/gcsp"),
                matches(candidates(name.formatted("ror", "[\"https://ror.org/00ddvvx12\", 5, true]"))));
        assertEquals(List.of(), matches(candidates(name.formatted("ror", "\"05a28rw58\""))));
        assertEquals(
                List.of("organisation/gcsp"),
                matches(candidates("{\"properties\": [{\"pid\": \"ror\", \"v\": \"00ddvvx12\"}]}")),
                "without a name");
    }

    @Test
    void whatSeveralThingsBearIsLeftToTheReader() {
        Map<String, List<String>> shared = new TreeMap<>();
        server.served()
                .runner()
                .things()
                .names()
                .forEach((thing, names) -> names.forEach(name -> shared.computeIfAbsent(
                                thing.getURI().replaceFirst(".*/id/([a-z-]+)/.*", "$1") + "|" + name,
                                key -> new ArrayList<>())
                        .add(thing.getURI())));
        shared.entrySet()
                .removeIf(entry -> entry.getValue().size() < 2
                        || entry.getKey().startsWith("passage")
                        || !entry.getKey().matches("(organisation|initiative|issue|document)\\|.*\\p{L}.*"));
        for (Map.Entry<String, List<String>> entry : shared.entrySet()) {
            String[] key = entry.getKey().split("\\|", 2);
            String type = key[0].equals("issue") ? "PolicyIssue" : key[0];
            JsonArray found = candidates("{\"query\": " + quoted(key[1]) + ", \"type\": " + quoted(type) + "}");
            assertTrue(
                    (ids(found).size() >= 2 && matches(found).isEmpty())
                            || matches(found).size() == 1,
                    entry + ": " + found);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "queries={ | is not JSON",
                "queries= | is empty",
                "extend= | is empty",
                "queries=\" | JSON",
                "queries=[] | is no object",
                "queries={\"q0\": 5} | q0 is no object",
                "queries={\"q0\": {}} | neither a query nor properties",
                "queries={\"q0\": {\"query\": \"\"}} | neither a query nor properties",
                "queries={\"q0\": {\"query\": 5}} | is no text",
                "queries={\"q0\": {\"query\": \"x\", \"limit\": 0}} | limit",
                "queries={\"q0\": {\"query\": \"x\", \"limit\": \"many\"}} | limit",
                "queries={\"q0\": {\"query\": \"x\", \"limit\": -1}} | q0.limit is no positive whole number",
                "queries={\"q0\": {\"query\": \"x\", \"limit\": 1.5}} | q0.limit is no positive whole number",
                "queries={\"q0\": {\"query\": \"x\", \"limit\": [5]}} | q0.limit is no positive whole number",
                "queries={\"q0\": {\"query\": \"x\"}} {} | is not JSON, at line 1",
                "queries={\"q0\": {\"query\": \"x\"}} x | is not JSON, at line 1",
                "extend={\"ids\": [\"x\"], \"properties\": [{\"id\": \"ror\"}]}] | is not JSON, at line 1",
                "queries={\"q0\": {\"query\": \"x\", \"type\": \"Shoe\"}} | 'Shoe' is no type",
                "queries={\"q0\": {\"query\": \"x\", \"type_strict\": \"maybe\"}} | type_strict",
                "queries={\"q0\": {\"query\": \"x\", \"properties\": [{\"pid\": \"size\", \"v\": 5}]}} | 'size' is no property",
                "queries={\"q0\": {\"query\": \"x\", \"properties\": [{\"v\": 5}]}} | pid",
                "extend={\"ids\": []} | no ids or no properties",
                "extend={\"ids\": null, \"properties\": null} | no ids or no properties",
                "extend={\"ids\": [\"x\"], \"properties\": [{\"id\": \"ror\", \"settings\": {\"limit\": -1}}]} | settings.limit is no whole number",
                "extend={\"ids\": [\"x\"], \"properties\": [{\"id\": \"ror\", \"settings\": {\"limit\": \"x\"}}]} | settings.limit is no whole number",
                "extend={\"ids\": [\"x\"], \"properties\": [{\"id\": \"ror\", \"settings\": {\"limit\": [1]}}]} | settings.limit is no whole number",
                "extend={\"ids\": [\"x\"], \"properties\": [{\"id\": \"ror\", \"settings\": 5}]} | settings is no object",
                "extend={\"ids\": [5], \"properties\": []} | is no text",
                "extend={\"ids\": [], \"properties\": [{\"id\": \"size\"}]} | 'size' is no property",
                "nothing=5 | neither queries nor extend",
            })
    void badInputIsToldWithItsFix(String form, String cause) {
        String[] pair = form.split("=", 2);
        HttpResponse<String> response = http.post("/reconcile", FORM, pair[0] + "=" + Http.encoded(pair[1]));
        assertTrue(problem(response, 400).getString("cause").contains(cause), response::body);
        assertFalse(problem(response, 400).getString("fix").isEmpty());
    }

    @Test
    void whatIsTooMuchIsRefused() {
        StringBuilder batch = new StringBuilder("{\"q\": {\"query\": \"x\"}");
        for (int i = 0; i < 100; i++) {
            batch.append(", \"q").append(i).append("\": {\"query\": \"x\"}");
        }
        problem(http.post("/reconcile", FORM, "queries=" + Http.encoded(batch + "}")), 413);
        problem(http.post("/reconcile", FORM, "queries=" + Http.encoded("[".repeat(20_000))), 400);
        problem(
                http.post(
                        "/reconcile",
                        FORM,
                        "queries=" + Http.encoded("{\"q0\": {\"query\": \"" + "x".repeat(501) + "\"}}")),
                400);
        problem(http.get("/reconcile/nothing"), 404);
        problem(http.get("/reconcile/preview?id=organisation/nobody"), 404);
        problem(http.get("/reconcile/suggest/entity?prefix=a&cursor=x"), 400);
        problem(http.post("/reconcile", "application/json", "{}"), 415);
    }

    /** What is said a thousand times is worked on once; what is different a thousand times is refused. */
    @Test
    void noRequestOfOneBodyTakesTheServerForMinutes() {
        String property = "{\"id\": \"ror\"}";
        JsonObject extended = post(
                "extend",
                "{\"ids\": [" + many("\"place/geneva\"", 1000) + "], \"properties\": [" + many(property, 5000) + "]}");
        assertEquals(1, extended.get("meta").getAsArray().size());
        assertEquals(1, extended.getObj("rows").size());
        String like = "{\"query\": \"geneva\", ";
        assertEquals(
                5,
                candidates(like + "\"type\": [" + many("\"Organisation\"", 5000) + "]}")
                        .size());
        String condition = "{\"pid\": \"partnerOf\", \"v\": \"x\"}";
        for (String tooMuch : List.of(
                "\"properties\": [" + many(condition, 51) + "]",
                "\"properties\": [{\"pid\": \"partnerOf\", \"v\": [" + many("\"x\"", 51) + "]}]")) {
            HttpResponse<String> response =
                    http.post("/reconcile", FORM, "queries=" + Http.encoded("{\"q0\": " + like + tooMuch + "}}"));
            assertTrue(problem(response, 400).getString("cause").contains("more than 50"), response::body);
        }
    }

    private static String many(String one, int times) {
        return String.join(",", Collections.nCopies(times, one));
    }

    @Test
    void aLimitIsAnyNumberThatIsWhole() {
        for (String limit : List.of("1000000000", "99999999999999999999", "1e9", "5.0", "\"10\"")) {
            assertFalse(
                    candidates("{\"query\": \"geneva\", \"limit\": " + limit + "}")
                            .isEmpty(),
                    limit);
        }
        for (String limit : List.of("0", "1", "1e9", "9999999999", "null", "\"2\"")) {
            JsonObject extended = post(
                    "extend",
                    "{\"ids\": [\"organisation/gcsp\"], \"properties\": [{\"id\": \"partnerOf\", \"settings\": {\"limit\": "
                            + limit + "}}]}");
            int found = extended.getObj("rows")
                    .getObj("organisation/gcsp")
                    .get("partnerOf")
                    .getAsArray()
                    .size();
            assertTrue(
                    limit.equals("1") ? found == 1 : limit.equals("\"2\"") ? found == 2 : found > 2,
                    limit + ": " + found);
        }
    }

    @Test
    void whatIsTypedIsCalledByItsOwnName() {
        HttpResponse<String> response = http.get("/reconcile/suggest/entity?prefix=" + "a".repeat(300));
        assertTrue(problem(response, 400).getString("cause").startsWith("prefix"), response::body);
    }

    @Test
    void hostileNamesChangeNothing() {
        for (String name : List.of(
                "<script>alert(1)</script>",
                "' OR 1=1",
                "\u0000",
                "%",
                "((((",
                "a".repeat(500),
                "\uD83D\uDE00",
                "*?~\"")) {
            String json = "{\"q0\": {\"query\": " + quoted(name).replace("\u0000", "\\u0000") + "}}";
            HttpResponse<String> response = http.post("/reconcile", FORM, "queries=" + Http.encoded(json));
            assertEquals(200, response.statusCode(), name);
            assertTrue(
                    matches(JSON.parse(response.body())
                                    .getObj("q0")
                                    .get("result")
                                    .getAsArray())
                            .isEmpty(),
                    name);
        }
        HttpResponse<String> preflight = http.method("OPTIONS", "/reconcile", "Origin", "https://example.org");
        assertEquals(204, preflight.statusCode());
        assertEquals("*", header(preflight, "Access-Control-Allow-Origin"));
    }

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
