package org.genevagraph.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.genevagraph.query.answer.AnswerFormat;
import org.genevagraph.serve.RealServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Terms that some formats cannot hold: each format gives them back as they are, or the answer is refused with those that can. */
class UnusualTermsTest extends RealServer {
    private static final List<String> ROWS = List.of(
            "\"a\\u0001b\" AS ?x",
            "\"\\u0000\" AS ?x",
            "\"a\\uFFFEb\" AS ?x",
            "\"a\\u000Bb\"@fr AS ?x",
            "\"a\\rb\\nc\\td\" AS ?x",
            "\"  blanks  \" AS ?x",
            "\"]]> & < \\\"\" AS ?x",
            "\"\\U0001F30D \\u200F \\u0085 \\u2028\" AS ?x",
            "<http://example.org/?a=1&b='2'> AS ?x",
            "\"\" AS ?x");

    private static final List<String> TRIPLES = List.of(
            "<urn:x:a> <urn:x:b> \"a\\u0001b\"",
            "<urn:x:a> <urn:x:b> \"a\\uFFFFb\"@en",
            "<urn:x:a> <urn:x:b> \"a\\rb\\nc\\td\"",
            "<urn:x:a> <http://example.org/1> \"x\"",
            "<urn:x:a> <http://example.org/b/> \"x\"",
            "<urn:x:a> <urn:x:> \"x\"",
            "<urn:x:a> <http://example.org/?q=1&r=2> <urn:x:c>",
            "<urn:x:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> \"x\"",
            "<urn:x:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#Description> \"x\"",
            "<http://example.org/?a=1&b='2'> <urn:x:b> \"]]> & <\"");

    static Stream<Arguments> answers() {
        return Stream.of(true, false)
                .flatMap(rows -> AnswerFormat.fitting(rows).stream()
                        .flatMap(format -> (rows ? ROWS : TRIPLES)
                                .stream()
                                        .map(term -> Arguments.of(
                                                format,
                                                rows ? "SELECT (" + term + ") {}" : "CONSTRUCT { " + term + " } {}"))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isWholeOrRefused(AnswerFormat format, String query) {
        HttpResponse<String> response = http.sparql(query, "Accept", format.mediaType());
        if (response.statusCode() == 406) {
            assertTrue(List.of(AnswerFormat.XML, AnswerFormat.RDF).contains(format), response::body);
            String others = format == AnswerFormat.XML ? "take json, csv or tsv" : "take ttl, jsonld or nt";
            assertTrue(response.body().contains(others), response::body);
            return;
        }
        assertEquals(200, response.statusCode(), response::body);
        if (format.forGraphs()) {
            Graph expected = RDFParser.fromString(
                            query.substring(query.indexOf('{') + 1, query.indexOf('}')) + ".", Lang.TURTLE)
                    .toGraph();
            Graph read = RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(format.mediaType()))
                    .toGraph();
            assertTrue(expected.isIsomorphicWith(read), response::body);
        } else if (format != AnswerFormat.CSV) {
            assertEquals(
                    rows(http.sparql(query, "Accept", AnswerFormat.JSON.mediaType()), AnswerFormat.JSON),
                    rows(response, format));
        }
    }

    private static List<Binding> rows(HttpResponse<String> response, AnswerFormat format) {
        Lang language = RDFLanguages.contentTypeToLang(format.mediaType());
        RowSet rows = RowSetReaderRegistry.getFactory(language)
                .create(language)
                .read(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)), new Context());
        return rows.stream().toList();
    }
}
