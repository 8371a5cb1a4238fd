package org.genevagraph.curate.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.problem.ParserWords;
import org.genevagraph.problem.Refusal;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Prefixes;

/**
 * Statements, things and figures in RDF as rows of their tables. What the vocabularies that this graph uses say besides is passed over, since it
 * is made from the row anew; whatever else is said has no row.
 */
public final class RdfRows {
    /** What the program makes of the columns. */
    private static final Set<String> MADE = Set.of("earliest", "latest");

    /** Properties of other vocabularies that say what a row does, so that a value in another language would get lost. */
    private static final List<Node> NAMES =
            List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), SKOS.definition.asNode());

    private static final int MOST_FAULTS = 5;

    private final Graph graph;
    private final Set<String> faults = new TreeSet<>();

    private RdfRows(Graph graph) {
        this.graph = graph;
    }

    /**
     * The tables that hold what is said.
     *
     * @param text in the language
     * @throws Refusal if it cannot be read, or says something for which no table has a column
     */
    public static List<Inputs.File> tables(String text, Lang language) throws Refusal {
        ProposedText.checkSize(text.length(), 0);
        DatasetGraph dataset = DatasetGraphFactory.create();
        try {
            RDFParser.fromString(text, language)
                    .base(Iris.BASE)
                    .strict(true)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(dataset);
        } catch (RiotException e) {
            String place = e instanceof RiotParseException parse && parse.getLine() > 0
                    ? " (line " + parse.getLine() + ")"
                    : "";
            throw wrong("the RDF cannot be read" + place + ": " + ParserWords.of(e), "correct it there");
        } catch (StackOverflowError e) {
            throw wrong("the RDF nests too deep to be read", "write it in a flatter way");
        }
        if (dataset.listGraphNodes().hasNext()) {
            throw wrong(
                    "there are triples in named graphs, such as "
                            + shown(dataset.listGraphNodes().next()),
                    "send them without graphs: the graph of a row is that of its table");
        }
        return new RdfRows(dataset.getDefaultGraph()).tables();
    }

    private List<Inputs.File> tables() throws Refusal {
        Map<String, List<List<String>>> rows = new TreeMap<>();
        Map<String, RdfTable> tables = new LinkedHashMap<>();
        List<Node> subjects = graph.stream().map(Triple::getSubject).distinct().toList();
        if (subjects.isEmpty()) {
            throw wrong("there are no triples", "send statements, things or figures, such as " + GG.NS + "Statement");
        }
        for (Node subject : subjects) {
            table(subject).ifPresent(table -> {
                String name = table.name().endsWith("/") ? table.name() + source(subject) : table.name();
                tables.put(name, table);
                rows.computeIfAbsent(name, key -> new ArrayList<>()).add(row(subject, table));
            });
        }
        if (!faults.isEmpty()) {
            throw wrong(
                    faults.stream().limit(MOST_FAULTS).collect(Collectors.joining("; "))
                            + (faults.size() > MOST_FAULTS ? "; and " + (faults.size() - MOST_FAULTS) + " more" : ""),
                    "send what a table has a column for: what is related to what as a statement with its evidence, and what has no class here as rows in CSV");
        }
        List<Inputs.File> files = new ArrayList<>();
        rows.forEach((name, of) -> {
            of.sort(Comparator.comparing(List::toString));
            List<List<String>> lines = new ArrayList<>(List.of(tables.get(name).header()));
            lines.addAll(of);
            files.add(new Inputs.File(name + ".csv", name + ".csv", TableText.csv(lines)));
        });
        return ProposedText.tables(files);
    }

    /** The table in which something stands, by its class; a statement is one without it, too. */
    private Optional<RdfTable> table(Node subject) {
        List<RdfTable> tables = RdfTable.ALL.stream()
                .filter(table -> graph.contains(subject, RDF.type.asNode(), table.type())
                        || (table.type().equals(GG.Statement)
                                && graph.contains(subject, RDF.predicate.asNode(), Node.ANY)))
                .toList();
        if (tables.size() != 1) {
            faults.add(
                    tables.isEmpty()
                            ? shown(subject) + " is no statement, no figure and of no class that has a table, such as "
                                    + GG.Organisation.getLocalName()
                            : shown(subject) + " is of two classes that have tables of their own");
            return Optional.empty();
        }
        return Optional.of(tables.get(0));
    }

    private List<String> row(Node subject, RdfTable table) {
        graph.stream(subject, Node.ANY, Node.ANY)
                .filter(triple -> !isKnown(triple, table))
                .forEach(triple -> faults.add(told(triple.getPredicate()) + " of " + shown(subject)
                        + " has no column in a table of " + table.name().replaceFirst("/$", "")));
        List<String> row = new ArrayList<>();
        if (!table.kind().isEmpty()) {
            row.add(id(subject, table.kind()));
        }
        table.columns().forEach(column -> row.add(cell(subject, table, column)));
        return row;
    }

    /** Whether a triple stands in a column, or is made from the columns. */
    private static boolean isKnown(Triple triple, RdfTable table) {
        Node property = triple.getPredicate();
        if (table.holds(property)) {
            return true;
        }
        if (NAMES.contains(property)) {
            return !triple.getObject().isLiteral() || RdfTable.isEnglish(triple.getObject());
        }
        if (property.getURI().startsWith(GG.NS)) {
            return MADE.contains(property.getLocalName());
        }
        return Prefixes.ALL.values().stream().anyMatch(property.getURI()::startsWith);
    }

    private static String told(Node property) {
        return property.getURI().startsWith(GG.NS) ? property.getLocalName() : shown(property);
    }

    private String id(Node subject, String kind) {
        Optional<String> id = subject.isURI()
                ? Iris.parse(subject.getURI())
                        .filter(parsed -> parsed.kind().equals(kind))
                        .map(Iris.Id::slug)
                : Optional.empty();
        if (id.isEmpty()) {
            faults.add(shown(subject) + " is called otherwise than " + Iris.BASE + "id/" + kind + "/{id}");
        }
        return id.orElse("");
    }

    private String cell(Node subject, RdfTable table, RdfTable.Column column) {
        List<Node> values = graph.stream(subject, column.property(), Node.ANY)
                .map(Triple::getObject)
                .filter(value ->
                        !(column.property().equals(SKOS.altLabel.asNode()) && isAcronym(subject, table, value)))
                .toList();
        if (values.isEmpty() && column.property().equals(RDFS.label.asNode())) {
            // Other programs give the name by the other property only.
            values = graph.stream(subject, SKOS.prefLabel.asNode(), Node.ANY)
                    .map(Triple::getObject)
                    .toList();
        }
        if (values.size() > 1 && !column.hasMany()) {
            faults.add(shown(subject) + " has more than one " + column.name());
        }
        return values.stream()
                .map(value -> column.value().apply(value).orElseGet(() -> {
                    faults.add("the " + column.name() + " of " + shown(subject) + " is " + shown(value) + ", where "
                            + column.wanted() + " is wanted");
                    return "";
                }))
                .sorted()
                .collect(Collectors.joining(" | "));
    }

    private boolean isAcronym(Node subject, RdfTable table, Node value) {
        return table.holds(GG.acronym)
                && graph.stream(subject, GG.acronym, Node.ANY)
                        .anyMatch(triple -> value.isLiteral()
                                && triple.getObject().isLiteral()
                                && triple.getObject().getLiteralLexicalForm().equals(value.getLiteralLexicalForm()));
    }

    /** The document whose table a statement belongs to. */
    private String source(Node subject) {
        List<String> sources = graph.stream(subject, GG.evidence, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isURI)
                .flatMap(passage -> Iris.parse(passage.getURI()).stream())
                .map(id -> id.slug().replaceFirst("/.*", ""))
                .distinct()
                .toList();
        if (sources.size() != 1) {
            faults.add(shown(subject) + " cites passages of " + (sources.isEmpty() ? "no text" : "more than one text"));
        }
        return sources.isEmpty() ? "none" : sources.get(0);
    }

    private static String shown(Node node) {
        if (node.isBlank()) {
            return "a blank node";
        }
        if (node.isURI()) {
            return "<" + node.getURI() + ">";
        }
        return node.isLiteral() ? "\"" + node.getLiteralLexicalForm() + "\"" : "a triple";
    }

    private static Refusal wrong(String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix);
    }
}
