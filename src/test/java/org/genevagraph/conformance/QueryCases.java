package org.genevagraph.conformance;

import static org.genevagraph.conformance.SuiteCase.MF;
import static org.genevagraph.conformance.SuiteCase.QT;
import static org.genevagraph.conformance.SuiteCase.path;
import static org.genevagraph.conformance.SuiteCase.value;
import static org.genevagraph.conformance.SuiteCase.values;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.process.normalize.NormalizeRDFTerms;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.NodeIsomorphismMap;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;

/** Tests of syntax and of evaluation: the query is posted, and the answer compared with the one that the suite keeps, in its format. */
final class QueryCases {
    /** Against this a server resolves relative IRIs. */
    private static final String SERVERS_BASE = "https://w3id.org/geneva-graph/";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final TestedServer server;

    QueryCases(TestedServer server) {
        this.server = server;
    }

    /** What is not as it should be; empty if the query is taken, or refused, as the test has it. */
    Optional<String> syntax(SuiteCase test, boolean positive) throws IOException {
        byte[] text = Files.readAllBytes(path(value(test.node(), MF + "action").orElseThrow()));
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        // Graphs that the query names have to be there to be read.
        graphs(new String(text, StandardCharsets.UTF_8), SERVERS_BASE)
                .forEach(graph -> dataset.executeWrite(() -> dataset.add(
                        NodeFactory.createURI(graph),
                        iri("http://example/s"),
                        iri("http://example/p"),
                        iri("http://example/o"))));
        server.serve(dataset);
        HttpResponse<byte[]> answer = server.ask(text, "*/*");
        if (positive) {
            return answer.statusCode() == OK ? Optional.empty() : Optional.of(TestedServer.told(answer));
        }
        return answer.statusCode() == BAD_REQUEST
                ? Optional.empty()
                : Optional.of("taken with status " + answer.statusCode());
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    /** The graphs that a query reads; none if it cannot be read itself. */
    private static Set<String> graphs(String text, String base) {
        try {
            Query query = QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
            Set<String> graphs = new HashSet<>(query.getGraphURIs());
            graphs.addAll(query.getNamedGraphURIs());
            return graphs;
        } catch (QueryException e) {
            return Set.of();
        }
    }

    /** What is not as it should be; empty if the answer is the one that the suite keeps. */
    Optional<String> evaluation(SuiteCase test) throws IOException {
        Resource action = test.action();
        Path file = path(value(action, QT + "query").orElseThrow());
        Path expected = path(test.result().orElseThrow());
        Map<String, String> standIns = others(action);
        String base = file.toUri().toString();
        String text = "BASE <" + base + ">\n" + replaced(Files.readString(file), standIns);
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        for (RDFNode data : values(action, QT + "data")) {
            load(path(data), null, standIns, dataset);
        }
        for (RDFNode data : values(action, QT + "graphData")) {
            load(path(data), data.toString(), standIns, dataset);
        }
        for (String graph : graphs(text, base)) {
            load(Path.of(java.net.URI.create(graph)), graph, standIns, dataset);
        }
        server.serve(dataset);
        Query query = QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
        boolean isGraph = query.isConstructType() || query.isDescribeType();
        Lang format = format(expected, isGraph);
        HttpResponse<byte[]> answer = server.ask(
                text.getBytes(StandardCharsets.UTF_8), format.getContentType().getContentTypeStr());
        if (answer.statusCode() != OK) {
            return Optional.of(TestedServer.told(answer));
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (!type.equals(format.getContentType().getContentTypeStr())) {
            return Optional.of("comes as " + type);
        }
        return isGraph
                ? compareGraphs(expected, answer.body())
                : compareRows(query, test, expected, format, renamed(answer.body(), standIns));
    }

    /** Endpoints of ours for those that a test calls. */
    private Map<String, String> others(Resource action) {
        Map<String, String> standIns = new HashMap<>();
        for (RDFNode service : values(action, QT + "serviceData")) {
            int number = standIns.size();
            DatasetGraph data = server.otherData(number);
            data.executeWrite(data::clear);
            for (RDFNode file : values(service.asResource(), QT + "data")) {
                load(path(file), null, Map.of(), data);
            }
            standIns.put(
                    value(service.asResource(), QT + "endpoint").orElseThrow().toString(), server.other(number));
        }
        // The suite's name for one that does not exist.
        standIns.put("http://invalid.endpoint.org/sparql", TestedServer.nobody());
        return standIns;
    }

    private static String replaced(String text, Map<String, String> standIns) {
        String changed = text;
        for (Map.Entry<String, String> one : standIns.entrySet()) {
            changed = changed.replace("<" + one.getKey() + ">", "<" + one.getValue() + ">");
        }
        return changed;
    }

    /** An answer with the suite's names of endpoints in place of ours. */
    private static byte[] renamed(byte[] answer, Map<String, String> standIns) {
        String text = new String(answer, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> one : standIns.entrySet()) {
            text = text.replace(one.getValue(), one.getKey());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void load(Path file, String graph, Map<String, String> standIns, DatasetGraph into) {
        try {
            Graph read = GraphFactory.createDefaultGraph();
            RDFParser.fromString(
                            replaced(Files.readString(file), standIns),
                            RDFLanguages.filenameToLang(file.toString(), Lang.TURTLE))
                    .base(file.toUri().toString())
                    .parse(read);
            Node name = graph == null ? null : NodeFactory.createURI(graph);
            into.executeWrite(() -> {
                for (Triple triple : read.find().toList()) {
                    (name == null ? into.getDefaultGraph() : into.getGraph(name)).add(triple);
                }
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Lang format(Path expected, boolean isGraph) {
        if (isGraph) {
            return Lang.NTRIPLES;
        }
        String name = expected.toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "srx" -> ResultSetLang.RS_XML;
            case "csv" -> ResultSetLang.RS_CSV;
            case "tsv" -> ResultSetLang.RS_TSV;
            default -> ResultSetLang.RS_JSON;
        };
    }

    private static Optional<String> compareGraphs(Path expected, byte[] answer) {
        Graph given = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(answer)).lang(Lang.NTRIPLES).parse(given);
        return SuiteCase.model(expected).getGraph().isIsomorphicWith(given)
                ? Optional.empty()
                : Optional.of("answers another graph, of " + given.size() + " triples");
    }

    private static Optional<String> compareRows(Query query, SuiteCase test, Path expected, Lang format, byte[] answer)
            throws IOException {
        SPARQLResult wanted = read(expected);
        QueryExecResult given = read(answer, format);
        if (wanted.isBoolean()) {
            return given.isBoolean() && given.booleanResult().equals(wanted.getBooleanResult())
                    ? Optional.empty()
                    : Optional.of("answers " + (given.isBoolean() ? given.booleanResult() : "rows"));
        }
        if (given.isBoolean()) {
            return Optional.of("answers " + given.booleanResult());
        }
        Table wantedRows = Table.of(RowSet.adapt(wanted.getResultSet()), format);
        Table givenRows = Table.of(given.rowSet(), format);
        if (!Set.copyOf(wantedRows.variables()).equals(Set.copyOf(givenRows.variables()))) {
            return Optional.of("has the columns " + givenRows.variables());
        }
        if (value(test.node(), MF + "resultCardinality").isPresent() || query.isReduced()) {
            // Duplicates may be there or not.
            wantedRows = wantedRows.distinct();
            givenRows = givenRows.distinct();
        }
        return givenRows.isLike(wantedRows, query.isOrdered())
                ? Optional.empty()
                : Optional.of("answers other rows, " + givenRows.rows().size() + " in place of "
                        + wantedRows.rows().size());
    }

    /** An answer of rows. */
    private record Table(List<Var> variables, List<Binding> rows) {
        static Table of(RowSet rows, Lang format) {
            List<Var> variables = rows.getResultVars();
            List<Binding> all = rows.stream().toList();
            return new Table(variables, format.equals(ResultSetLang.RS_CSV) ? withBlanks(all) : all);
        }

        /** CSV has no terms: what begins like a blank node is one, whatever it is called. */
        private static List<Binding> withBlanks(List<Binding> rows) {
            Map<String, Node> blanks = new HashMap<>();
            return rows.stream()
                    .map(row -> {
                        BindingBuilder builder = BindingBuilder.create();
                        row.forEach((variable, node) -> builder.add(
                                variable,
                                node.isLiteral() && node.getLiteralLexicalForm().startsWith("_:")
                                        ? blanks.computeIfAbsent(
                                                node.getLiteralLexicalForm(), any -> NodeFactory.createBlankNode())
                                        : node));
                        return builder.build();
                    })
                    .toList();
        }

        Table distinct() {
            return new Table(variables, rows.stream().distinct().toList());
        }

        /** Whether it holds the same terms; numbers may be written otherwise. */
        boolean isLike(Table other, boolean inOrder) {
            List<Binding> own = plain();
            List<Binding> others = other.plain();
            if (inOrder) {
                return own.size() == others.size() && isInOrder(own, others);
            }
            return shape(own).equals(shape(others)) && graph(own).isIsomorphicWith(graph(others));
        }

        /** Each row as a blank node with its cells, since graphs are compared faster than rows. */
        private static Graph graph(List<Binding> rows) {
            Graph graph = GraphFactory.createDefaultGraph();
            for (Binding row : rows) {
                Node named = NodeFactory.createBlankNode();
                row.forEach((variable, node) -> graph.add(named, iri("urn:column:" + variable.getVarName()), node));
            }
            return graph;
        }

        private static boolean isInOrder(List<Binding> own, List<Binding> others) {
            NodeIsomorphismMap blanks = new NodeIsomorphismMap();
            for (int i = 0; i < own.size(); i++) {
                Binding row = own.get(i);
                Binding same = others.get(i);
                if (row.size() != same.size()) {
                    return false;
                }
                for (Var variable : row.varsMentioned()) {
                    Node one = row.get(variable);
                    Node two = same.get(variable);
                    if (two == null
                            || one.isBlank() != two.isBlank()
                            || !(one.isBlank() ? blanks.makeIsomorphic(one, two) : one.equals(two))) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** How often each row is there, with all blank nodes alike. */
        private static Map<Map<Var, Node>, Long> shape(List<Binding> rows) {
            return rows.stream()
                    .map(row -> {
                        Map<Var, Node> cells = new HashMap<>();
                        row.forEach((variable, node) -> cells.put(variable, node.isBlank() ? Node.ANY : node));
                        return cells;
                    })
                    .collect(Collectors.groupingBy(cells -> cells, Collectors.counting()));
        }

        /** With every number written in one way. */
        private List<Binding> plain() {
            return rows.stream()
                    .map(row -> {
                        BindingBuilder builder = BindingBuilder.create();
                        row.forEach((variable, node) -> builder.add(variable, NormalizeRDFTerms.normalizeValue(node)));
                        return builder.build();
                    })
                    .toList();
        }
    }

    private static QueryExecResult read(byte[] answer, Lang format) {
        return RowSetReaderRegistry.getFactory(format)
                .create(format)
                .readAny(new ByteArrayInputStream(answer), new Context());
    }

    private static SPARQLResult read(Path expected) throws IOException {
        String name = expected.toString();
        if (Arrays.asList("srx", "srj", "csv", "tsv").contains(name.substring(name.lastIndexOf('.') + 1))) {
            return SPARQLResult.adapt(read(Files.readAllBytes(expected), format(expected, false)));
        }
        Model model = SuiteCase.model(expected);
        Optional<Boolean> truth =
                model
                        .listObjectsOfProperty(model.createProperty(ResultSetGraphVocab.p_boolean.getURI()))
                        .toList()
                        .stream()
                        .map(node -> node.asLiteral().getBoolean())
                        .findFirst();
        if (truth.isPresent()) {
            return new SPARQLResult(truth.get());
        }
        ResultSet rows = RDFInput.fromRDF(model);
        return new SPARQLResult(rows);
    }
}
