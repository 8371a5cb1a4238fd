package org.genevagraph.cli.console;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.query.answer.Result;
import org.genevagraph.vocabulary.Iris;

/** An answer as a table for people: things by their names, passages as they are cited. */
public final class AnswerTable {
    private static final String LABEL = "Label";

    private AnswerTable() {}

    /** Prints it in so many characters. */
    public static void print(Result.Rows answer, PrintStream out, int width) {
        List<List<String>> rows =
                answer.rows().stream().map(row -> cells(answer, row)).toList();
        new TextTable(header(answer), rows).print(out, width);
        out.println(Console.counted(answer.rows().size(), "row"));
    }

    /** The headings of the columns that people see. */
    public static List<String> header(Result.Rows answer) {
        return shown(answer).stream().map(AnswerTable::heading).toList();
    }

    /** The cells of a row below them. */
    public static List<String> cells(Result.Rows answer, Binding row) {
        return shown(answer).stream().map(variable -> cell(row, variable)).toList();
    }

    private static List<Var> shown(Result.Rows answer) {
        Set<String> names = answer.variables().stream().map(Var::getVarName).collect(Collectors.toSet());
        // A thing's IRI is left out where its name stands beside it.
        return answer.variables().stream()
                .filter(variable -> !names.contains(variable.getVarName() + LABEL))
                .toList();
    }

    private static String heading(Var variable) {
        String name = variable.getVarName();
        return name.endsWith(LABEL) ? name.substring(0, name.length() - LABEL.length()) : name;
    }

    private static String cell(Binding row, Var variable) {
        Node value = row.get(variable);
        if (value == null) {
            return "";
        }
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
        // Evidence is a list of IRIs in one cell.
        return Arrays.stream(text.split(" ")).map(AnswerTable::cited).collect(Collectors.joining(" "));
    }

    private static String cited(String word) {
        return Iris.parse(word)
                .map(id -> id.kind().equals("passage") ? id.slug().replaceFirst("/", "#") : id.kind() + ":" + id.slug())
                .orElse(word);
    }
}
