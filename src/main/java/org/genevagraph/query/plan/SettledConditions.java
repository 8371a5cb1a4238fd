package org.genevagraph.query.plan;

import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Works out what a query asks of its parameters once it is known which of them have values: a store then sees a constant, or no condition at
 * all, where it would else have to find out for every row, and some stores stumble over functions of what has no value.
 */
public final class SettledConditions extends ExprTransformApplyElementTransform {
    private final Set<Var> missing;

    private SettledConditions(Set<Var> missing) {
        super(new WithoutTrueFilters());
        this.missing = missing;
    }

    /** A query that gives the same rows, with what is known worked out; the missing parameters have no value. */
    public static Query in(Query query, Set<Var> missing) {
        return QueryTransformOps.transform(query, new WithoutTrueFilters(), new SettledConditions(missing));
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        if (function instanceof E_Bound && argument.isVariable() && missing.contains(argument.asVar())) {
            return NodeValue.FALSE;
        }
        if (function instanceof E_LogicalNot && isTruth(argument)) {
            return truth(argument.equals(NodeValue.FALSE));
        }
        return super.transform(function, argument);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        if (function instanceof E_LogicalOr) {
            return settled(function, left, right, NodeValue.TRUE);
        }
        if (function instanceof E_LogicalAnd) {
            return settled(function, left, right, NodeValue.FALSE);
        }
        if ((function instanceof E_Equals || function instanceof E_NotEquals) && isKnown(left) && isKnown(right)) {
            try {
                return function.eval(left.getConstant(), right.getConstant());
            } catch (ExprEvalException e) {
                // What cannot be compared stays an error.
                return super.transform(function, left, right);
            }
        }
        return super.transform(function, left, right);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        if (function instanceof E_Coalesce) {
            List<Expr> left = arguments.getList().stream()
                    .filter(argument -> !(argument.isVariable() && missing.contains(argument.asVar())))
                    .toList();
            if (!left.isEmpty() && (left.size() == 1 || left.get(0).isConstant())) {
                return left.get(0);
            }
            return super.transform(function, ExprList.create(left));
        }
        return super.transform(function, arguments);
    }

    /** Of two conditions one may decide, whatever the other is; and one that does not may be left out. */
    private Expr settled(ExprFunction2 function, Expr left, Expr right, NodeValue decides) {
        if (left.equals(decides) || right.equals(decides)) {
            return decides;
        }
        if (isTruth(left)) {
            return right;
        }
        return isTruth(right) ? left : super.transform(function, left, right);
    }

    private static boolean isKnown(Expr expression) {
        return expression.isConstant() && !AnyThing.is(expression.getConstant().asNode());
    }

    private static boolean isTruth(Expr expression) {
        return expression.equals(NodeValue.TRUE) || expression.equals(NodeValue.FALSE);
    }

    private static NodeValue truth(boolean value) {
        return value ? NodeValue.TRUE : NodeValue.FALSE;
    }

    private static final class WithoutTrueFilters extends ElementTransformCopyBase {
        @Override
        public Element transform(ElementGroup group, List<Element> elements) {
            return super.transform(
                    group,
                    elements.stream().anyMatch(WithoutTrueFilters::isTrue)
                            ? elements.stream()
                                    .filter(element -> !isTrue(element))
                                    .toList()
                            : elements);
        }

        private static boolean isTrue(Element element) {
            return element instanceof ElementFilter filter && filter.getExpr().equals(NodeValue.TRUE);
        }
    }
}
