package org.genevagraph.serve.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.genevagraph.serve.Http;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** The service as OpenRefine uses it: manifest, suggestions, batches of ten, previews, then columns of what is known. */
class ReconcileTest extends ReconciliationClient {
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
}
