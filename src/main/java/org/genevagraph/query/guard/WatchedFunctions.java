package org.genevagraph.query.guard;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.XSD;

/**
 * Puts functions that can run or grow without end under the limits: patterns that backtrack look at the clock at every character, strings
 * stop growing, and no function is loaded by its class name.
 */
final class WatchedFunctions extends ExprTransformApplyElementTransform {
    private final Deadline deadline;
    private final Limits limits;

    WatchedFunctions(Deadline deadline, Limits limits) {
        super(new ElementTransformCopyBase());
        this.deadline = deadline;
        this.limits = limits;
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        if (function instanceof E_Regex || function instanceof E_StrReplace || function instanceof E_StrConcat) {
            return new Watched((ExprFunctionN) function.copy(arguments), arguments);
        }
        return super.transform(function, arguments);
    }

    /** What a query may call by IRI: the casts of XML Schema and nothing else. */
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
                if (iri.startsWith(XSD.getURI())) {
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

    private final class Watched extends ExprFunctionN {
        private final ExprFunctionN inner;

        Watched(ExprFunctionN inner, ExprList arguments) {
            super(inner.getFunctionName(null), arguments);
            this.inner = inner;
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            if (inner instanceof E_Regex) {
                return NodeValue.makeBoolean(
                        pattern(values, 2).matcher(text(values)).find());
            }
            long length = inner instanceof E_StrReplace
                    ? lengthAfterReplacing(values)
                    : values.stream()
                            .mapToLong(value -> value.asString().length())
                            .sum();
            if (length > limits.stringCharacters()) {
                throw new OverLimitException("a string of more than " + limits.stringCharacters() + " characters");
            }
            return inner.eval(values);
        }

        /** Goes through the text once under the clock, so that the same work afterwards is known to end. */
        private long lengthAfterReplacing(List<NodeValue> values) {
            Matcher matcher = pattern(values, 3).matcher(text(values));
            long matches = 0;
            while (matcher.find()) {
                matches++;
            }
            return values.get(0).asString().length()
                    + matches * (long) Math.max(1, values.get(2).asString().length());
        }

        private CharSequence text(List<NodeValue> values) {
            NodeValue value = values.get(0);
            if (!value.isString() && !value.isLangString()) {
                throw new ExprEvalException("not a string: " + value);
            }
            return new WatchedText(value.asString(), deadline);
        }

        private Pattern pattern(List<NodeValue> values, int flagsAt) {
            NodeValue pattern = values.get(1);
            if (!pattern.isString()) {
                throw new ExprEvalException("not a pattern: " + pattern);
            }
            String flags = values.size() > flagsAt ? values.get(flagsAt).asString() : null;
            return RegexEngine.makePattern("REGEX", pattern.getString(), flags);
        }

        @Override
        public Expr copy(ExprList newArguments) {
            return new Watched((ExprFunctionN) inner.copy(newArguments), newArguments);
        }
    }

    /** A text that looks at the clock whenever one of its characters is read. */
    private record WatchedText(String text, Deadline deadline) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            deadline.check();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new WatchedText(text.substring(start, end), deadline);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
