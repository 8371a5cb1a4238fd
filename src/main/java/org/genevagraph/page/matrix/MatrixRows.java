package org.genevagraph.page.matrix;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.query.answer.Result;
import org.genevagraph.vocabulary.Literals;

/** The numbers of the matrix as rows for a file: one for each cell, the empty ones too, with names in English as in all files. */
public final class MatrixRows {
    private MatrixRows() {}

    /** The rows of what a request shows; in {@code namedSingly} those commitments only that are mapped to nothing all at once. */
    public static Result.Rows of(MatrixPage page) {
        Axes axes = page.request().axes();
        Var row = variable(axes.rows());
        Var column = variable(axes.columns());
        List<Var> variables =
                List.of(row, label(row), column, label(column), Var.alloc("commitments"), Var.alloc("namedSingly"));
        Matrix all = Matrix.of(page.matrix().compact(), page.request().counting(false));
        Matrix singly = Matrix.of(page.matrix().compact(), page.request().counting(true));
        List<Binding> rows = new ArrayList<>();
        for (Node ofRow : all.rows()) {
            for (Node ofColumn : all.columns()) {
                rows.add(BindingFactory.builder()
                        .add(row, ofRow)
                        .add(label(row), name(page.labels(), ofRow))
                        .add(column, ofColumn)
                        .add(label(column), name(page.labels(), ofColumn))
                        .add(variables.get(4), Literals.integer("" + all.count(ofRow, ofColumn)))
                        .add(variables.get(5), Literals.integer("" + singly.count(ofRow, ofColumn)))
                        .build());
            }
        }
        return new Result.Rows(variables, rows);
    }

    private static Var variable(Dimension dimension) {
        return switch (dimension) {
            case OBJECTIVE -> Var.alloc("objective");
            case ACTION_LINE -> Var.alloc("actionLine");
            case SDG -> Var.alloc("sdg");
        };
    }

    private static Var label(Var variable) {
        return Var.alloc(variable.getVarName() + "Label");
    }

    private static Node name(Labels labels, Node thing) {
        return NodeFactory.createLiteralString(labels.of(thing, Language.EN));
    }
}
