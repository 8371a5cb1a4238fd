package org.genevagraph.query.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * The columns that put the texts of a group together. SPARQL leaves open what GROUP_CONCAT is for a group in which nothing has a value:
 * this program's memory says nothing there, engines say the empty text. Some keep the language that all texts have in common.
 *
 * @param columns the columns
 */
record JoinedTexts(Set<Var> columns) {
    /** Those of a query, its own and those of queries inside it. */
    static JoinedTexts of(Query query) {
        Set<Var> inside = new HashSet<>();
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementSubQuery inner) {
                inside.addAll(of(inner.getQuery()).columns());
            }
        });
        return new JoinedTexts(query.getProjectVars().stream()
                .filter(column -> {
                    Expr expression = query.getProject().getExpr(column);
                    return expression == null ? inside.contains(column) : query.hasGroupBy() && isJoined(expression);
                })
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean isJoined(Expr expression) {
        return expression instanceof ExprAggregator aggregate
                && (aggregate.getAggregator() instanceof AggGroupConcat
                        || aggregate.getAggregator() instanceof AggGroupConcatDistinct);
    }

    /** Rows of an engine as the memory tells them. */
    List<Binding> told(List<Binding> rows) {
        return columns.isEmpty() ? rows : rows.stream().map(this::told).toList();
    }

    private Binding told(Binding row) {
        BindingBuilder told = BindingBuilder.create();
        row.forEach((column, term) -> {
            if (!columns.contains(column) || !term.isLiteral()) {
                told.add(column, term);
            } else if (!term.getLiteralLexicalForm().isEmpty()) {
                told.add(column, NodeFactory.createLiteralString(term.getLiteralLexicalForm()));
            }
        });
        return told.build();
    }
}
