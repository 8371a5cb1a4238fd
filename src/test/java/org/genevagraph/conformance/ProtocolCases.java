package org.genevagraph.conformance;

import static org.genevagraph.conformance.SuiteCase.MF;
import static org.genevagraph.conformance.SuiteCase.value;
import static org.genevagraph.conformance.SuiteCase.values;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Tests of the protocol: requests as the suite writes them down, byte for byte, at the address of the endpoint. */
final class ProtocolCases {
    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";
    private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";

    /** A graph that the suite asks about and has no file of. */
    private static final String WITHOUT_FILE = "http://kasei.us/2009/09/sparql/data/data0.rdf";

    /** The path that the suite gives the endpoint, which is to be replaced. */
    private static final String SUITES_PATH = "/sparql/";

    private static final Map<String, Lang> ROWS = Map.of(
            "application/sparql-results+xml", ResultSetLang.RS_XML,
            "application/sparql-results+json", ResultSetLang.RS_JSON);

    private static final Set<String> TABLES = Set.of(
            "application/sparql-results+xml",
            "application/sparql-results+json",
            "text/csv",
            "text/tab-separated-values");

    private static final Set<String> GRAPHS =
            Set.of("text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json", "text/html");

    private final TestedServer server;

    ProtocolCases(TestedServer server) {
        this.server = server;
    }

    /** Whether it is about queries, and not about updates. */
    static boolean isOfQueries(SuiteCase test) {
        return !test.name().contains("update");
    }

    /** What is not as it should be; empty if every answer is as the test has it. */
    Optional<String> run(SuiteCase test) throws IOException {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        dataset.executeWrite(() -> {
            for (RDFNode data : values(test.node(), UT + "graphData")) {
                String name = value(data.asResource(), RDFS.label.getURI())
                        .orElseThrow()
                        .asLiteral()
                        .getString();
                RDFParser.source(SuiteCase.path(
                                value(data.asResource(), UT + "graph").orElseThrow()))
                        .parse(dataset.getGraph(NodeFactory.createURI(name)));
            }
            dataset.add(
                    NodeFactory.createURI(WITHOUT_FILE),
                    NodeFactory.createURI(WITHOUT_FILE),
                    RDF.type.asNode(),
                    NodeFactory.createURI("http://xmlns.com/foaf/0.1/Document"));
        });
        server.serve(dataset);
        for (RDFNode request : values(test.action(), HT + "requests")) {
            Optional<String> fault = run(request.asResource());
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> run(Resource request) throws IOException {
        HttpResponse<byte[]> answer = server.send(request(request));
        Resource wanted = value(request, HT + "resp").orElseThrow().asResource();
        List<String> statuses = values(wanted, MF + "expectedStatus").stream()
                .map(status ->
                        status.toString().replaceFirst(".*StatusCode", "").replaceFirst("xx$", ""))
                .toList();
        if (statuses.stream()
                .noneMatch(status -> String.valueOf(answer.statusCode()).startsWith(status))) {
            return Optional.of(TestedServer.told(answer));
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
        Optional<String> format = value(wanted, MF + "expectedFormat")
                .map(node -> node.asLiteral().getString());
        if (format.isPresent() && !isOf(format.get(), type)) {
            return Optional.of("comes as " + type);
        }
        Optional<Boolean> truth = value(wanted, MF + "expectedBoolean")
                .map(node -> node.asLiteral().getBoolean());
        if (truth.isPresent()) {
            boolean given = RowSetReaderRegistry.getFactory(ROWS.get(type))
                    .create(ROWS.get(type))
                    .readAny(new ByteArrayInputStream(answer.body()), new Context())
                    .booleanResult();
            return given == truth.get() ? Optional.empty() : Optional.of("answers " + given);
        }
        return Optional.empty();
    }

    private static boolean isOf(String format, String type) {
        return switch (format) {
            case "boolean" -> ROWS.containsKey(type);
            case "tabular" -> TABLES.contains(type);
            default -> GRAPHS.contains(type);
        };
    }

    private HttpRequest.Builder request(Resource request) {
        String path =
                value(request, HT + "absolutePath").orElseThrow().asLiteral().getString();
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(server.endpoint() + path.substring(SUITES_PATH.length())));
        for (RDFNode header : values(request, HT + "headers")) {
            builder.header(
                    value(header.asResource(), HT + "fieldName")
                            .orElseThrow()
                            .asLiteral()
                            .getString(),
                    value(header.asResource(), HT + "fieldValue")
                            .orElseThrow()
                            .asLiteral()
                            .getString());
        }
        Optional<RDFNode> body = value(request, HT + "body");
        String method =
                value(request, HT + "methodName").orElseThrow().asLiteral().getString();
        return builder.method(
                method,
                body.isEmpty()
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(bytes(body.get().asResource())));
    }

    private static byte[] bytes(Resource body) {
        String charset =
                value(body, CNT + "characterEncoding").orElseThrow().asLiteral().getString();
        return value(body, CNT + "chars").orElseThrow().asLiteral().getString().getBytes(Charset.forName(charset));
    }
}
