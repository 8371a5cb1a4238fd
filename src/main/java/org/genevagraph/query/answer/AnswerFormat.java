package org.genevagraph.query.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.vocabulary.Prefixes;

/** The formats in which machines take an answer. */
public enum AnswerFormat {
    /** SPARQL 1.1 results as JSON. */
    JSON("application/sparql-results+json", ResultSetLang.RS_JSON, null),
    /** SPARQL 1.1 results as comma-separated values. */
    CSV("text/csv", ResultSetLang.RS_CSV, null),
    /** SPARQL 1.1 results as tab-separated values. */
    TSV("text/tab-separated-values", ResultSetLang.RS_TSV, null),
    /** SPARQL 1.1 results as XML. */
    XML("application/sparql-results+xml", ResultSetLang.RS_XML, null),
    /** A graph in Turtle. */
    TTL("text/turtle", null, RDFFormat.TURTLE_PRETTY),
    /** A graph in JSON-LD. */
    JSONLD("application/ld+json", null, RDFFormat.JSONLD11_PRETTY),
    /** A graph in N-Triples. */
    NT("application/n-triples", null, RDFFormat.NTRIPLES_UTF8),
    /** A graph in RDF/XML. */
    RDF("application/rdf+xml", null, RDFFormat.RDFXML_PLAIN),
    /** Rows as events of a calendar, if the query says which columns make one. */
    ICS("text/calendar", null, null),
    /** Rows as places on a map, if the query says which columns make one. */
    GEOJSON("application/geo+json", null, null);

    private final String mediaType;
    private final Lang rows;
    private final RDFFormat triples;

    AnswerFormat(String mediaType, Lang rows, RDFFormat triples) {
        this.mediaType = mediaType;
        this.rows = rows;
        this.triples = triples;
    }

    /** The media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The name in commands and the ending in paths. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is for rows of any kind. */
    public boolean forRows() {
        return rows != null;
    }

    /** Whether it is for graphs. */
    public boolean forGraphs() {
        return triples != null;
    }

    /** The format of this name. */
    public static Optional<AnswerFormat> of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst();
    }

    /** The formats in which a canned query answers; the first is taken when nobody asks for one. */
    public static List<AnswerFormat> fitting(QueryFile query) {
        Stream<AnswerFormat> views = Stream.of(ICS, GEOJSON)
                .filter(format -> (format == ICS
                                ? query.views().calendar()
                                : query.views().map())
                        .isPresent());
        boolean forRows = query.query().isSelectType() || query.query().isAskType();
        return Stream.concat(fitting(forRows).stream(), views).toList();
    }

    /** The formats for rows, or those for graphs; the first is taken when nobody asks for one. */
    public static List<AnswerFormat> fitting(boolean rows) {
        return Arrays.stream(values())
                .filter(format -> rows ? format.forRows() : format.forGraphs())
                .toList();
    }

    /**
     * Writes the answer to a canned query.
     *
     * @param day the day as of which the data are
     * @throws Refusal if the query does not answer in this format
     */
    public void write(Answer answer, String day, OutputStream out) throws IOException, Refusal {
        if (fitting(answer.query()).contains(this) && answer.result() instanceof Result.Rows rowsOnly) {
            if (this == ICS) {
                new CalendarWriter(answer, day).write(rowsOnly, out);
                return;
            }
            if (this == GEOJSON) {
                GeoJson.write(answer, rowsOnly, out);
                return;
            }
        }
        write(answer.result(), out);
    }

    /**
     * Writes an answer.
     *
     * @throws Refusal if the answer is rows and the format for graphs, or the other way round; or it has a term that the format cannot hold
     */
    public void write(Result result, OutputStream out) throws IOException, Refusal {
        if (this == XML || this == RDF) {
            Optional<String> unfit = XmlForm.unfit(result);
            if (unfit.isPresent()) {
                throw new Refusal(
                        Refusal.Reason.NOT_ACCEPTABLE,
                        unfit.get(),
                        this == XML ? "take json, csv or tsv" : "take ttl, jsonld or nt");
            }
        }
        if (result instanceof Result.Triples answer && triples != null) {
            Graph graph = answer.graph();
            // Those that are served as the context of JSON-LD, and no others that a file may have had.
            graph.getPrefixMapping().clearNsPrefixMap();
            Prefixes.ALL.forEach(graph.getPrefixMapping()::setNsPrefix);
            RDFWriter.source(graph).format(triples).output(out);
        } else if (result instanceof Result.Rows answer && rows != null) {
            List<Binding> bindings = this == CSV ? withMarkedBlanks(answer.rows()) : answer.rows();
            RowSet rowSet = RowSetStream.create(answer.variables(), bindings.iterator());
            writer().write(out, rowSet, new Context());
        } else if (result instanceof Result.Truth answer && rows != null) {
            writer().write(out, answer.value(), new Context());
        } else {
            throw new Refusal(
                    Refusal.Reason.NOT_FOUND,
                    "this query does not answer in the format " + label(),
                    result instanceof Result.Triples ? "take ttl or jsonld" : "take csv, tsv, json or xml");
        }
        out.flush();
    }

    /** Rows whose blank nodes are told from words by what CSV has for it, {@code _:}, which Jena's writer leaves out. */
    private static List<Binding> withMarkedBlanks(List<Binding> rows) {
        if (rows.stream().noneMatch(AnswerFormat::hasBlank)) {
            return rows;
        }
        Map<Node, Node> labels = new HashMap<>();
        return rows.stream()
                .map(row -> {
                    BindingBuilder builder = Binding.builder();
                    row.forEach((column, node) -> builder.add(
                            column,
                            node.isBlank()
                                    ? labels.computeIfAbsent(
                                            node, any -> NodeFactory.createLiteralString("_:b" + labels.size()))
                                    : node));
                    return builder.build();
                })
                .toList();
    }

    private static boolean hasBlank(Binding row) {
        Iterator<Var> columns = row.vars();
        while (columns.hasNext()) {
            if (row.get(columns.next()).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private RowSetWriter writer() {
        return RowSetWriterRegistry.getFactory(rows).create(rows);
    }
}
