package org.genevagraph.query.guard;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueLang;
import org.apache.jena.sparql.function.FunctionEnv;

/** Functions around functions, of as many arguments: what goes in and what comes out is looked at. */
final class Watched {
    private static final String NAME = "watched";

    private Watched() {}

    /**
     * What a function makes. Where the library fails – on a division by 0.0, on the hours of an IRI – SPARQL has an error, which leaves the one
     * variable unbound and not the query without an answer.
     */
    private static NodeValue computed(Supplier<NodeValue> function) {
        try {
            NodeValue made = function.get();
            if (made instanceof NodeValueLang) {
                // Only the term shows whether its language is one.
                made.asNode();
            }
            return made;
        } catch (QueryException e) {
            // An error of SPARQL, or what stops the query.
            throw e;
        } catch (RuntimeException e) {
            throw new ExprEvalException("no value: " + e.getMessage(), e);
        }
    }

    /** A value that is looked at and goes on as it is. */
    static final class Value extends ExprFunction1 {
        private final WatchedValues values;

        Value(Expr inner, WatchedValues values) {
            super(inner, NAME);
            this.values = values;
        }

        @Override
        public NodeValue evalSpecial(Binding binding, FunctionEnv env) {
            return values.look(computed(() -> getArg().eval(binding, env)));
        }

        @Override
        public NodeValue eval(NodeValue value) {
            return values.look(value);
        }

        @Override
        public Expr copy(Expr other) {
            return new Value(other, values);
        }
    }

    /** One of the values that are joined to a string. */
    static final class Joined extends ExprFunction1 {
        private final WatchedValues values;
        private final int separator;

        Joined(Expr inner, int separator, WatchedValues values) {
            super(inner, NAME);
            this.values = values;
            this.separator = separator;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            values.join(value, separator);
            return value;
        }

        @Override
        public Expr copy(Expr other) {
            return new Joined(other, separator, values);
        }
    }

    /** A function of one argument. */
    static final class Of1 extends ExprFunction1 {
        private final ExprFunction1 inner;
        private final WatchedValues values;

        Of1(ExprFunction1 inner, WatchedValues values) {
            super(inner.getArg(), NAME);
            this.inner = inner;
            this.values = values;
        }

        @Override
        public NodeValue eval(NodeValue one, FunctionEnv env) {
            values.before(inner, List.of(one));
            return values.look(computed(() -> inner.eval(one, env)));
        }

        @Override
        public NodeValue eval(NodeValue one) {
            return eval(one, null);
        }

        @Override
        public Expr copy(Expr one) {
            return new Of1((ExprFunction1) inner.copy(one), values);
        }
    }

    /** A function of two arguments. */
    static final class Of2 extends ExprFunction2 {
        private final ExprFunction2 inner;
        private final WatchedValues values;

        Of2(ExprFunction2 inner, WatchedValues values) {
            super(inner.getArg1(), inner.getArg2(), NAME);
            this.inner = inner;
            this.values = values;
        }

        @Override
        public NodeValue eval(NodeValue one, NodeValue two, FunctionEnv env) {
            if (inner instanceof E_Add && (one.isString() || two.isString())) {
                // Jena would join strings, which SPARQL gives no value.
                throw new ExprEvalException("strings cannot be added");
            }
            values.before(inner, List.of(one, two));
            return values.look(computed(() -> inner.eval(one, two, env)));
        }

        @Override
        public NodeValue eval(NodeValue one, NodeValue two) {
            return eval(one, two, null);
        }

        @Override
        public Expr copy(Expr one, Expr two) {
            return new Of2((ExprFunction2) inner.copy(one, two), values);
        }
    }

    /** A function of two or three arguments. */
    static final class Of3 extends ExprFunction3 {
        private final ExprFunction3 inner;
        private final WatchedValues values;

        Of3(ExprFunction3 inner, WatchedValues values) {
            super(inner.getArg1(), inner.getArg2(), inner.getArg3(), NAME);
            this.inner = inner;
            this.values = values;
        }

        @Override
        public NodeValue eval(NodeValue one, NodeValue two, NodeValue three, FunctionEnv env) {
            // The third may be missing.
            values.before(inner, Arrays.asList(one, two, three));
            return values.look(computed(() -> inner.eval(one, two, three, env)));
        }

        @Override
        public NodeValue eval(NodeValue one, NodeValue two, NodeValue three) {
            return eval(one, two, three, null);
        }

        @Override
        public Expr copy(Expr one, Expr two, Expr three) {
            return new Of3((ExprFunction3) inner.copy(one, two, three), values);
        }
    }

    /** A function of any number of arguments. */
    static final class OfMany extends ExprFunctionN {
        private final ExprFunctionN inner;
        private final WatchedValues values;

        OfMany(ExprFunctionN inner, WatchedValues values) {
            super(NAME, new ExprList(inner.getArgs()));
            this.inner = inner;
            this.values = values;
        }

        @Override
        public NodeValue eval(List<NodeValue> all, FunctionEnv env) {
            return values.look(computed(() -> values.evaluate(inner, all, env)));
        }

        @Override
        public NodeValue eval(List<NodeValue> all) {
            return eval(all, null);
        }

        @Override
        public Expr copy(ExprList all) {
            return new OfMany((ExprFunctionN) inner.copy(all), values);
        }
    }
}
