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
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.problem.ParserWords;
import org.genevagraph.problem.Refusal;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * Statements in RDF as rows of the tables of their sources. Only statements are read: of everything else more stands in its table than one
 * triple after the other tells. What other vocabularies say of a statement is passed over, since it is made from the row anew.
 */
public final class StatementRows {
    /** The properties of a statement by the columns in which they stand, in the order of the table. */
    private static final Map<String, Node> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("subject", RDF.subject.asNode());
        COLUMNS.put("relation", RDF.predicate.asNode());
        COLUMNS.put("object", RDF.object.asNode());
        COLUMNS.put("via", GG.via);
        COLUMNS.put("role", GG.role);
        COLUMNS.put("from", GG.from);
        COLUMNS.put("until", GG.until);
        COLUMNS.put("standing", GG.standing);
        COLUMNS.put("evidence", GG.evidence);
    }

    /** What the program makes of the columns. */
    private static final Set<String> MADE = Set.of("earliest", "latest");

    private static final String STANDING =
            Iris.concept("standing", "x").getURI().replaceFirst("x$", "");
    private static final int MOST_FAULTS = 5;

    private final Graph graph;
    private final Set<String> faults = new TreeSet<>();

    private StatementRows(Graph graph) {
        this.graph = graph;
    }

    /**
     * The tables that hold what is said.
     *
     * @param text in the language
     * @throws Refusal if it cannot be read, says something besides statements, or something of them for which their table has no column
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
            throw wrong("the RDF cannot be read: " + ParserWords.of(e), "correct it there");
        } catch (StackOverflowError e) {
            throw wrong("the RDF nests too deep to be read", "write it in a flatter way");
        }
        if (dataset.listGraphNodes().hasNext()) {
            throw wrong(
                    "there are triples in named graphs, such as "
                            + shown(dataset.listGraphNodes().next()),
                    "send them without graphs: the graph of a statement is that of its source");
        }
        return new StatementRows(dataset.getDefaultGraph()).tables();
    }

    private List<Inputs.File> tables() throws Refusal {
        Map<String, List<List<String>>> rows = new TreeMap<>();
        List<Node> subjects = graph.stream().map(Triple::getSubject).distinct().toList();
        if (subjects.isEmpty()) {
            throw wrong("there are no triples", "send statements as " + GG.NS + "Statement");
        }
        for (Node subject : subjects) {
            row(subject)
                    .ifPresent(row -> rows.computeIfAbsent(source(subject), key -> new ArrayList<>())
                            .add(row));
        }
        if (!faults.isEmpty()) {
            throw wrong(
                    faults.stream().limit(MOST_FAULTS).collect(Collectors.joining("; "))
                            + (faults.size() > MOST_FAULTS ? "; and " + (faults.size() - MOST_FAULTS) + " more" : ""),
                    "send statements as RDF, and everything else as rows of its table, as CSV");
        }
        List<Inputs.File> files = new ArrayList<>();
        rows.forEach((source, of) -> {
            of.sort(Comparator.comparing(List::toString));
            List<List<String>> lines = new ArrayList<>(List.of(List.copyOf(COLUMNS.keySet())));
            lines.addAll(of);
            String name = "statements/" + source + ".csv";
            files.add(new Inputs.File(name, name, TableText.csv(lines)));
        });
        return ProposedText.tables(files);
    }

    private Optional<List<String>> row(Node subject) {
        if (!graph.contains(subject, RDF.predicate.asNode(), Node.ANY)) {
            faults.add(shown(subject) + " is no statement");
            return Optional.empty();
        }
        graph.stream(subject, Node.ANY, Node.ANY)
                .map(Triple::getPredicate)
                .filter(property -> property.getURI().startsWith(GG.NS))
                .filter(property -> !COLUMNS.containsValue(property) && !MADE.contains(property.getLocalName()))
                .forEach(property -> faults.add(
                        property.getLocalName() + " of " + shown(subject) + " has no column in a table of statements"));
        List<String> row = new ArrayList<>();
        COLUMNS.forEach((column, property) -> row.add(cell(subject, column, property)));
        return Optional.of(row);
    }

    private String cell(Node subject, String column, Node property) {
        List<Node> values =
                graph.stream(subject, property, Node.ANY).map(Triple::getObject).toList();
        boolean many = column.equals("via") || column.equals("evidence");
        if (values.size() > 1 && !many) {
            faults.add(shown(subject) + " has more than one " + column);
        }
        return values.stream()
                .map(value -> value(subject, column, value))
                .sorted()
                .collect(Collectors.joining(" | "));
    }

    private String value(Node subject, String column, Node value) {
        Optional<String> told = switch (column) {
            case "role" -> isEnglish(value) ? Optional.of(value.getLiteralLexicalForm()) : Optional.empty();
            case "from", "until" -> value.isLiteral() ? Optional.of(value.getLiteralLexicalForm()) : Optional.empty();
            case "relation" -> after(GG.NS, value);
            case "standing" -> after(STANDING, value);
            default -> value.isURI() ? Iris.parse(value.getURI()).map(StatementRows::named) : Optional.empty();
        };
        if (told.isEmpty()) {
            faults.add("the " + column + " of " + shown(subject) + " is " + shown(value) + ", where " + wanted(column)
                    + " is wanted");
        }
        return told.orElse("");
    }

    private static String wanted(String column) {
        return switch (column) {
            case "role" -> "a text in English";
            case "from", "until" -> "a date";
            case "relation" -> "a relation of the ontology";
            case "standing" -> "a concept of the scheme of standings";
            default -> "a thing of this graph";
        };
    }

    /** Whether it is a text in English, or in a language that it does not tell, as in the tables. */
    private static boolean isEnglish(Node value) {
        return value.isLiteral() && value.getLiteralLanguage().matches("|(?i)en(?:-.*)?");
    }

    private static Optional<String> after(String beginning, Node node) {
        return node.isURI() && node.getURI().startsWith(beginning)
                ? Optional.of(node.getURI().substring(beginning.length()))
                : Optional.empty();
    }

    /** A thing as the tables name it: a passage as {@code gcsp#6}, any other with its kind. */
    private static String named(Iris.Id id) {
        return id.kind().equals("passage") ? id.slug().replaceFirst("/", "#") : id.kind() + ":" + id.slug();
    }

    /** The document whose table it belongs to. */
    private String source(Node subject) {
        List<String> sources = graph.stream(subject, GG.evidence, Node.ANY)
                .map(triple -> triple.getObject())
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
