package org.genevagraph.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.util.Context;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in JSON-LD come with the context that is served, and say the same triples with it as in Turtle. */
class JsonLdTest extends RealServer {
    private static final String CONTEXT = "/context.jsonld";

    private static JsonObject json(String path) {
        return Json.createReader(new StringReader(
                        http.get(path, "Accept", "application/ld+json").body()))
                .readObject();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ontology",
                "/id/organisation/gcsp",
                "/id/passage/tunis-agenda/72.l",
                "/id/scheme/standing",
                "/id/place",
                "/id",
                "/graph/links-ror",
                "/queries",
                "/.well-known/void"
            })
    void theServedContextMeansTheSame(String path) {
        JsonObject served = json(CONTEXT);
        JsonObject answer = json(path);
        JsonObject own = answer.getJsonObject("@context");
        assertFalse(own.isEmpty());
        own.forEach((prefix, namespace) ->
                assertEquals(served.getJsonObject("@context").get(prefix), namespace, prefix));

        String address = server.address() + CONTEXT.substring(1);
        JsonObject pointing =
                Json.createObjectBuilder(answer).add("@context", address).build();
        DocumentLoader local = (url, options) -> {
            assertEquals(URI.create(address), url);
            return JsonDocument.of(served);
        };
        Context reading = new Context();
        reading.set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions(local));
        Graph read = RDFParser.fromString(pointing.toString(), Lang.JSONLD11)
                .context(reading)
                .toGraph();
        Graph turtle = RDFParser.fromString(
                        http.get(path, "Accept", "text/turtle").body(), Lang.TURTLE)
                .toGraph();
        assertTrue(read.isIsomorphicWith(turtle), path + ": " + read.size() + " and " + turtle.size());
    }
}
