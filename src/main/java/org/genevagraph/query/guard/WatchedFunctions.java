package org.genevagraph.query.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_IRI2;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.E_URI;
import org.apache.jena.sparql.expr.E_URI2;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * Puts every function of a query under the limits, wherever it stands: in filters, assignments, sort keys, aggregates, HAVING, sub-selects and
 * EXISTS. It works on the algebra, in which all of these are one kind of expression, after the optimiser has seen the functions as they are.
 */
final class WatchedFunctions extends TransformCopy {
    /** They choose among their arguments, which are watched, and make nothing themselves. */
    private static final Set<Class<?>> FORMS =
            Set.of(E_Bound.class, E_Coalesce.class, E_If.class, E_LogicalAnd.class, E_LogicalOr.class);

    /** They evaluate their arguments themselves. */
    private static final Set<Class<?>> TAKING_EXPRESSIONS = Set.of(
            E_OneOf.class,
            E_NotOneOf.class,
            E_BNode.BNode1.class,
            E_Function.class,
            E_Call.class,
            E_IRI.class,
            E_URI.class,
            E_IRI2.class,
            E_URI2.class);

    private final WatchedValues values;
    private final Expressions expressions = new Expressions();

    WatchedFunctions(Deadline deadline, Limits limits) {
        this.values = new WatchedValues(deadline, limits);
    }

    /** The same algebra, under watch; what other servers are asked stays as it is. */
    Op watched(Op op) {
        return Transformer.transformSkipService(this, expressions, op);
    }

    @Override
    public Op transform(OpOrder order, Op sub) {
        return new OpOrder(sub, keys(order.getConditions()));
    }

    @Override
    public Op transform(OpTopN order, Op sub) {
        // The visitor goes through the keys of a plain order only.
        OpOrder plain = (OpOrder) watched(new OpOrder(OpTable.unit(), order.getConditions()));
        return new OpTopN(sub, order.getLimit(), plain.getConditions());
    }

    private List<SortCondition> keys(List<SortCondition> conditions) {
        // Comparing is work as well, so that even a variable must be looked at.
        return conditions.stream()
                .map(condition -> new SortCondition(
                        new Watched.Value(condition.getExpression(), values), condition.getDirection()))
                .toList();
    }

    @Override
    public Op transform(OpBGP patterns) {
        Allowed.check(patterns.getPattern());
        return super.transform(patterns);
    }

    @Override
    public Op transform(OpGroup group, Op sub) {
        List<ExprAggregator> aggregators = new ArrayList<>();
        for (ExprAggregator one : group.getAggregators()) {
            Allowed.check(one.getAggregator());
            aggregators.add(new ExprAggregator(one.getVar(), watched(one.getAggregator())));
        }
        return OpGroup.create(sub, group.getGroupVars(), aggregators);
    }

    private Aggregator watched(Aggregator aggregator) {
        ExprList given = aggregator.getExprList();
        if (given == null || given.isEmpty()) {
            return aggregator;
        }
        ExprList looked = new ExprList();
        boolean joins = aggregator instanceof AggGroupConcat || aggregator instanceof AggGroupConcatDistinct;
        int separator = separatorLength(aggregator);
        given.forEach(expression -> looked.add(
                joins ? new Watched.Joined(expression, separator, values) : new Watched.Value(expression, values)));
        return aggregator.copy(looked);
    }

    private static int separatorLength(Aggregator aggregator) {
        String separator = aggregator instanceof AggGroupConcat all
                ? all.getSeparator()
                : aggregator instanceof AggGroupConcatDistinct distinct ? distinct.getSeparator() : null;
        return separator == null ? 1 : separator.length();
    }

    /** What a query may call by IRI: casts and nothing else. */
    static void closeRegistries(Context context) {
        context.set(ARQConstants.registryFunctions, CASTS);
        context.set(ARQConstants.registryPropertyFunctions, NONE);
    }

    private static final FunctionRegistry CASTS = new ClosedRegistry();

    private static final PropertyFunctionRegistry NONE = new PropertyFunctionRegistry() {
        @Override
        public boolean manages(String iri) {
            return false;
        }

        @Override
        public PropertyFunctionFactory get(String iri) {
            return null;
        }
    };

    private static final class ClosedRegistry extends FunctionRegistry {
        ClosedRegistry() {
            FunctionRegistry standard = FunctionRegistry.get(ARQ.getContext());
            standard.keys().forEachRemaining(iri -> {
                if (Allowed.isCast(iri)) {
                    put(iri, standard.get(iri));
                }
            });
        }

        @Override
        public FunctionFactory get(String iri) {
            // The inherited method would go on to load a class by this name.
            return isRegistered(iri) ? super.get(iri) : null;
        }
    }

    private final class Expressions extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction0 function) {
            Allowed.check(function);
            return super.transform(function);
        }

        @Override
        public Expr transform(ExprFunctionOp function, ExprList arguments, Op op) {
            Allowed.check(function);
            return super.transform(function, arguments, op);
        }

        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            Allowed.check(function);
            if (takesExpressions(function)) {
                return looked(function.copy(looked(argument)));
            }
            Expr copy = function.copy(argument);
            return isPlain(function) ? new Watched.Of1((ExprFunction1) copy, values) : copy;
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr first, Expr second) {
            Allowed.check(function);
            Expr copy = function.copy(first, second);
            return isPlain(function) ? new Watched.Of2((ExprFunction2) copy, values) : copy;
        }

        @Override
        public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
            Allowed.check(function);
            Expr copy = function.copy(first, second, third);
            return isPlain(function) ? new Watched.Of3((ExprFunction3) copy, values) : copy;
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            Allowed.check(function);
            if (takesExpressions(function)) {
                ExprList looked = new ExprList();
                arguments.forEach(argument -> looked.add(looked(argument)));
                return looked(function.copy(looked));
            }
            Expr copy = function.copy(arguments);
            return isPlain(function) ? new Watched.OfMany((ExprFunctionN) copy, values) : copy;
        }

        private boolean isPlain(Expr function) {
            return !isOneOf(FORMS, function) && !takesExpressions(function);
        }

        private boolean takesExpressions(Expr function) {
            return isOneOf(TAKING_EXPRESSIONS, function);
        }

        private static boolean isOneOf(Set<Class<?>> types, Expr function) {
            return types.stream().anyMatch(type -> type.isInstance(function));
        }

        private Expr looked(Expr expression) {
            return new Watched.Value(expression, values);
        }
    }
}
