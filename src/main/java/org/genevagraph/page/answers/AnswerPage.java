package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.query.Answer;
import org.genevagraph.query.AnswerFormat;
import org.genevagraph.query.QueryFile;
import org.genevagraph.query.Result;
import org.genevagraph.vocabulary.Iris;

/**
 * An answer as its page shows it.
 *
 * @param query what was asked
 * @param note what an empty answer means; empty if there is an answer
 * @param header the columns
 * @param rows the rows, of cells, of words
 * @param formats the same answer in other formats
 */
public record AnswerPage(
        QueryFile query, String note, List<String> header, List<List<List<Word>>> rows, List<Link> formats) {
    private static final String LABEL = "Label";

    public AnswerPage {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        formats = List.copyOf(formats);
    }

    /**
     * A piece of a cell.
     *
     * @param text what it says
     * @param iri the IRI that it stands for; empty if none
     * @param path where the server says more about it; empty if nowhere
     */
    public record Word(String text, String iri, String path) {
        private static final int LONG_CHARACTERS = 80;

        /** Whether it wants a wide column. */
        public boolean isLong() {
            return text.length() > LONG_CHARACTERS;
        }

        static Word of(String text, String iri) {
            return new Word(text, iri, Paths.of(iri));
        }
    }

    /**
     * An answer's page.
     *
     * @param queryString the parameters that it was asked with, as they stood in the URL; null if none
     */
    public static AnswerPage of(Answer answer, String queryString) {
        String parameters = queryString == null ? "" : "?" + queryString;
        List<Link> formats = AnswerFormat.fitting(answer.query().query()).stream()
                .map(format -> new Link(
                        format.label(), "/queries/" + answer.query().name() + "." + format.label() + parameters))
                .toList();
        if (!(answer.result() instanceof Result.Rows result)) {
            return new AnswerPage(answer.query(), answer.note(), List.of(), List.of(), formats);
        }
        Set<String> names = result.variables().stream().map(Var::getVarName).collect(Collectors.toSet());
        // What no row says needs no column on a page; files have all columns always.
        List<Var> shown = result.variables().stream()
                .filter(variable -> !variable.getVarName().endsWith(LABEL))
                .filter(variable -> result.rows().stream().anyMatch(row -> says(row.get(variable))))
                .toList();
        List<List<List<Word>>> rows = new ArrayList<>();
        for (Binding row : result.rows()) {
            rows.add(shown.stream().map(variable -> words(row, variable, names)).toList());
        }
        return new AnswerPage(
                answer.query(),
                answer.note(),
                shown.stream().map(Var::getVarName).toList(),
                rows,
                formats);
    }

    private static boolean says(Node value) {
        return value != null
                && !(value.isLiteral() && value.getLiteralLexicalForm().isEmpty());
    }

    private static List<Word> words(Binding row, Var variable, Set<String> names) {
        Node value = row.get(variable);
        if (value == null) {
            return List.of();
        }
        String label = variable.getVarName() + LABEL;
        if (value.isURI()) {
            Node name = names.contains(label) ? row.get(label) : null;
            return List.of(
                    Word.of(name == null ? cited(value.getURI()) : name.getLiteralLexicalForm(), value.getURI()));
        }
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
        boolean iris = text.startsWith(Iris.BASE);
        return iris
                ? Arrays.stream(text.split(" "))
                        .map(iri -> Word.of(cited(iri), iri))
                        .toList()
                : List.of(Word.of(text, ""));
    }

    private static String cited(String iri) {
        return Iris.parse(iri)
                .map(id -> id.kind().equals("passage") ? id.slug().replaceFirst("/", "#") : id.slug())
                .orElse(iri);
    }
}
