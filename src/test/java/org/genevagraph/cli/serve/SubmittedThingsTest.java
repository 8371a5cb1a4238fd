package org.genevagraph.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** What is sent as RDF, and new things with the rows that speak of them: each becomes a row of its table. */
class SubmittedThingsTest extends SubmitServed {
    private static final String TURTLE = """
            @prefix gg: <https://w3id.org/geneva-graph/ontology#> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @base <https://w3id.org/geneva-graph/id/> .
            [] a gg:Statement ; rdf:subject <organisation/delta> ; rdf:predicate gg:supports ; rdf:object <initiative/talks> ;
              gg:role "donor"@en ; gg:from "2020"^^xsd:gYear ; gg:standing <../standing/stated> ; gg:evidence <passage/alpha/3> .
            """;

    @Test
    void statementsInRdfAreRowsOfTheirSource() throws Exception {
        String token = token("jura", "alpha");
        Node standing = Iris.concept("standing", "stated");
        String turtle = TURTLE.replace("<../standing/stated>", "<" + standing.getURI() + ">");
        Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
        for (Map.Entry<String, Lang> language : Map.of(
                        "text/turtle", Lang.TURTLE,
                        "application/n-triples", Lang.NTRIPLES,
                        "application/ld+json; charset=utf-8", Lang.JSONLD)
                .entrySet()) {
            byte[] body =
                    RDFWriter.source(graph).lang(language.getValue()).asString().getBytes(UTF_8);
            JsonObject shown = json(send("submit", token, language.getKey(), body), 200);
            assertTrue(shown.getBoolean("sound"), shown::toString);
            assertTrue(
                    shown.get("changes").toString().contains("statement added: Delta Bank supports Talks on Talks"),
                    shown::toString);
        }
        String base = "\"" + server.served().snapshot().version() + "\"";
        json(send("submit?commit=true", token, "text/turtle", turtle.getBytes(UTF_8), "If-Match", base), 200);
        assertTrue(
                tables().contains("organisation:delta,supports,initiative:talks,,donor,2020,,stated,alpha#3"),
                tables());
    }

    private static final String THINGS = """
            @prefix gg: <https://w3id.org/geneva-graph/ontology#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @base <https://w3id.org/geneva-graph/id/> .
            <organisation/epsilon> a gg:Organisation ; rdfs:label "Town Guild"@en ; skos:altLabel "EG", "Town" ; gg:acronym "EG" ;
              gg:kind <KIND> ; gg:summary "Guild that comes to the talks."@en ; foaf:homepage <https://example.org/guild> ; gg:evidence <passage/alpha/2> .
            [] a gg:Figure ; gg:ofSubject <initiative/round> ; gg:measure "people brought"@en ; gg:value 12.5 ; gg:unit "thousand people"@en ;
              gg:evidence <passage/alpha/2> .
            """;

    @Test
    void thingsAndFiguresInRdfAreRowsOfTheirTables() throws Exception {
        String token = token("jura", "alpha");
        byte[] turtle = THINGS.replace(
                        "KIND", Iris.concept("organisation-kind", "association").getURI())
                .getBytes(UTF_8);
        JsonObject shown = json(send("submit", token, "text/turtle", turtle), 200);
        assertTrue(shown.getBoolean("sound"), shown::toString);
        String base = "\"" + shown.getString("base") + "\"";
        json(send("submit?commit=true", token, "text/turtle", turtle, "If-Match", base), 200);
        assertTrue(tables().contains("initiative:round,people brought,12.5,thousand people,,alpha#2\n"), tables());
        String organisations = Files.readString(data.resolve("organisations.csv"));
        assertTrue(
                organisations.contains(
                        "epsilon,Town Guild,EG,Town,association,Guild that comes to the talks.,https://example.org/guild,alpha#2\n"),
                organisations);
    }

    /** An issue and a group of actors come with the rows that speak of them. */
    @Test
    void issuesAndGroupsComeWithTheRowsThatCite() throws Exception {
        String token = token("jura", "alpha");
        String rows = """
                id,name,aliases,broader,definition
                turns,Turns,,dialogue,Whose turn it is.

                thing,language,name,aliases
                issue:turns,fr,Tours de parole,

                id,name,aliases,broader,definition
                chairs,Chairs,,everybody,Those who give the word.

                subject,relation,object,via,role,from,until,standing,evidence
                talks,addresses,turns,,,,,arguable,alpha#2
                alpha#2,requests,chairs,,keep to the turns,,,arguable,alpha#2
                """;
        byte[] zip = zip(
                "issues.csv", part(rows, 0),
                "names.csv", part(rows, 1),
                "actor-groups.csv", part(rows, 2),
                "statements/alpha.csv", part(rows, 3));
        JsonObject shown = json(send("submit", token, "application/zip", zip), 200);
        assertTrue(shown.getBoolean("sound"), shown::toString);
        json(
                send(
                        "submit?commit=true",
                        token,
                        "application/zip",
                        zip,
                        "If-Match",
                        "\"" + shown.getString("base") + "\""),
                200);
        assertTrue(Files.readString(data.resolve("issues.csv")).contains("turns,Turns,,dialogue,Whose turn it is.\n"));
        assertTrue(Files.readString(data.resolve("actor-groups.csv")).contains("chairs,Chairs,,everybody,"));
        assertTrue(tables().contains("alpha#2,requests,chairs,,keep to the turns,,,arguable,alpha#2"), tables());
    }

    private static String part(String rows, int number) {
        return rows.split("\n\n", -1)[number] + "\n";
    }

    @Test
    void rdfThatIsNoRowIsRefusedWithAllThatIsWrong() throws Exception {
        String token = token("jura", "alpha");
        String before = tables();
        String turtle = TURTLE.replace(
                "<../standing/stated>", "<" + Iris.concept("standing", "stated").getURI() + ">");
        for (Map.Entry<String, String> wrong : Map.of(
                        turtle + "<organisation/new> gg:summary \"A body.\"@en .",
                        "/id/organisation/new> is no statement, no figure and of no class that has a table",
                        turtle.replace("gg:role", "gg:rank"),
                        "rank of a blank node has no column",
                        turtle.replace("<organisation/delta>", "<http://example.org/delta>"),
                        "the subject of a blank node is <http://example.org/delta>, where a thing of this graph is wanted",
                        turtle.replace("gg:evidence <passage/alpha/3>", "gg:reason \"So.\"@en"),
                        "cites passages of no text",
                        turtle.replace("<passage/alpha/3>", "<passage/alpha/3>, <passage/beta/1>"),
                        "more than one text",
                        turtle.replace("rdf:predicate", "rdf predicate"),
                        "the RDF cannot be read",
                        "@prefix : <x> . " + "[".repeat(20_000),
                        "the RDF",
                        "",
                        "there are no triples",
                        turtle.replace("\"donor\"@en", "\"donateur\"@fr"),
                        "where a text in English is wanted",
                        turtle.replace("gg:role \"donor\"@en", "gg:via <<( <a> <b> <c> )>>"),
                        "a triple")
                .entrySet()) {
            HttpResponse<String> refused =
                    send("submit", token, "text/turtle", wrong.getKey().getBytes(UTF_8));
            assertEquals(400, refused.statusCode(), refused.body());
            assertTrue(
                    refused.body().contains(wrong.getValue()), () -> wrong.getValue() + " is not in " + refused.body());
        }
        String prefixes = turtle.substring(0, turtle.indexOf("[]"));
        String inGraph = prefixes + "<http://example.org/g> {" + turtle.substring(prefixes.length()) + "}";
        byte[] graphs = RDFWriter.source(
                        RDFParser.fromString(inGraph, Lang.TRIG).toDatasetGraph())
                .lang(Lang.JSONLD)
                .asString()
                .getBytes(UTF_8);
        HttpResponse<String> named = send("submit", token, "application/ld+json", graphs);
        assertEquals(400, named.statusCode(), named.body());
        assertTrue(named.body().contains("named graphs, such as <http://example.org/g>"), named.body());
        byte[] remote = "{\"@context\": \"http://127.0.0.1:1/c\", \"a\": 1}".getBytes(UTF_8);
        assertEquals(400, send("submit", token, "application/ld+json", remote).statusCode());
        assertEquals(before, tables());
    }
}
