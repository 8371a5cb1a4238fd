package org.genevagraph.query.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * Which rows of an answer are wanted, by the values of some of its columns: {@code filter.standing=stated}. Rows that cite passages can be
 * chosen by the document of these, as {@code filter.document=gcsp}.
 *
 * @param wanted the value that each column must have, by the column's name
 */
public record RowFilter(Map<String, String> wanted) {
    /** What the names of its parameters begin with. */
    public static final String PREFIX = "filter.";

    /** The facet that stands for the documents of the cited passages, where no column has this name. */
    public static final String DOCUMENT = "document";

    /** What stands between the values of a cell that has several. */
    public static final String BETWEEN = " | ";

    private static final String EVIDENCE = "evidence";
    private static final String PASSAGE = "passage";
    private static final List<String> USUAL =
            List.of("relation", "kind", "class", "part", "direction", "gap", "how", "status", "coverage", "standing");

    public RowFilter {
        wanted = new LinkedHashMap<>(wanted);
    }

    /**
     * Takes the wish out of a request's parameters.
     *
     * @throws Refusal if it names what the query's rows cannot be chosen by
     */
    public static RowFilter take(QueryFile query, Map<String, String> parameters) throws Refusal {
        return take("the rows of " + query.name(), facets(query), parameters);
    }

    /**
     * Takes the wish out of a request's parameters.
     *
     * @param what what is chosen among, for messages
     * @param facets the columns by which it can be chosen
     * @throws Refusal if it names another
     */
    public static RowFilter take(String what, List<String> facets, Map<String, String> parameters) throws Refusal {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String name : List.copyOf(parameters.keySet())) {
            if (isFacet(name)) {
                String facet = name.substring(PREFIX.length());
                if (!facets.contains(facet)) {
                    throw new Refusal(
                            Refusal.Reason.BAD_REQUEST,
                            what + " cannot be chosen by '" + facet + "'",
                            facets.isEmpty()
                                    ? "leave it out"
                                    : Nearest.hint(facet, facets, "choose by " + String.join(", ", facets)));
                }
                String value = parameters.remove(name);
                if (!value.isBlank()) {
                    wanted.put(facet, value.strip());
                }
            }
        }
        return new RowFilter(wanted);
    }

    /** Whether a parameter of this name chooses among rows. */
    public static boolean isFacet(String name) {
        return name.startsWith(PREFIX);
    }

    /** By what the rows of a query can be chosen: what its header says, or the usual columns that it has. */
    public static List<String> facets(QueryFile query) {
        if (!query.query().isSelectType()) {
            return List.of();
        }
        List<String> columns = query.query().getResultVars();
        return query.views()
                .facets()
                .orElseGet(() -> Stream.concat(
                                USUAL.stream().filter(columns::contains),
                                Stream.of(DOCUMENT).filter(facet -> columns.contains(EVIDENCE)))
                        .toList());
    }

    /** The rows that are wanted. */
    public Result of(Result result) {
        if (wanted.isEmpty() || !(result instanceof Result.Rows rows)) {
            return result;
        }
        return new Result.Rows(rows.variables(), of(rows.rows()));
    }

    /** The rows that are wanted among some. */
    public List<Binding> of(List<Binding> rows) {
        List<Binding> left = new ArrayList<>(rows);
        wanted.forEach(
                (facet, value) -> left.removeIf(row -> !values(row, facet).contains(value)));
        return left;
    }

    /** The values that a row has for a facet, as addresses write them. */
    public static List<String> values(Binding row, String facet) {
        Node own = row.get(Var.alloc(facet));
        if (own != null) {
            return written(own);
        }
        Node evidence = facet.equals(DOCUMENT) ? row.get(Var.alloc(EVIDENCE)) : null;
        return evidence == null
                ? List.of()
                : Stream.of(evidence.isURI() ? evidence.getURI() : evidence.getLiteralLexicalForm())
                        .flatMap(text -> Stream.of(text.split(" ")))
                        .flatMap(iri -> Iris.parse(iri).stream())
                        .filter(id -> id.kind().equals(PASSAGE))
                        .map(id -> id.slug().replaceFirst("/.*", ""))
                        .distinct()
                        .toList();
    }

    private static List<String> written(Node value) {
        if (value.isURI()) {
            return List.of(written(value.getURI()));
        }
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(Pattern.quote(BETWEEN)))
                        .map(RowFilter::written)
                        .toList();
    }

    private static String written(String value) {
        return value.startsWith(GG.NS)
                ? value.substring(GG.NS.length())
                : Iris.parse(value).map(RowFilter::written).orElse(value);
    }

    /** A concept by the word for it within its scheme, such as {@code planned}; a thing with its kind. */
    private static String written(Iris.Id id) {
        return id.kind().equals("scheme") ? id.slug().replaceFirst(".*/", "") : id.kind() + ":" + id.slug();
    }
}
