package org.genevagraph.query.guard;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.vocabulary.XSD;

/**
 * What functions are given and what they make, held under limits: strings and numbers stop growing, dates and durations stay within what the
 * library computes in a moment, and patterns that backtrack look at the clock at every character.
 */
final class WatchedValues {
    private static final int ASCII = 0x7f;
    private static final int MOST_DIGITS = 1_000;
    private static final int BITS_OF_DIGITS = 3_322;

    /** Adding a duration to a date goes on month by month. */
    private static final int MOST_YEARS = 10_000;

    private static final long MONTHS = 12;
    private static final long SECONDS_OF_YEAR = 31_556_952;
    private static final long SECONDS_OF_DAY = 86_400;
    private static final int MOST_FRACTION_DIGITS = 30;

    /** How many characters may be compared to find one string in another. */
    private static final long MOST_COMPARED = 1L << 30;

    private final Deadline deadline;
    private final Limits limits;
    private long joined;

    /** The pattern and the flags that were compiled last: most queries have the same for all rows. */
    private List<Object> compiledOf = List.of();

    private Pattern compiled;

    WatchedValues(Deadline deadline, Limits limits) {
        this.deadline = deadline;
        this.limits = limits;
    }

    /** Lets a value pass if it is within the limits. */
    NodeValue look(NodeValue value) {
        deadline.check();
        if (value.isString() || value.isLangString()) {
            checkLength(value.asString().length());
        } else if (value.isInteger()) {
            if (value.getInteger().bitLength() > BITS_OF_DIGITS) {
                throw tooLongNumber();
            }
        } else if (value.isDecimal()) {
            BigDecimal number = value.getDecimal();
            if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
                throw tooLongNumber();
            }
        } else if (value.isDuration()) {
            check(value.getDuration());
        } else if (value.hasDateTime()) {
            checkYear(value);
        } else if (value.asNode().isLiteral()) {
            checkLength(value.asNode().getLiteralLexicalForm().length());
        }
        return value;
    }

    private void checkLength(long length) {
        if (length > limits.stringCharacters()) {
            throw new OverLimitException("a string of more than " + limits.stringCharacters() + " characters");
        }
    }

    private static OverLimitException tooLongNumber() {
        return new OverLimitException("a number of more than " + MOST_DIGITS + " digits");
    }

    private static void check(Duration duration) {
        BigDecimal months = field(duration, DatatypeConstants.YEARS)
                .multiply(BigDecimal.valueOf(MONTHS))
                .add(field(duration, DatatypeConstants.MONTHS));
        BigDecimal seconds = field(duration, DatatypeConstants.SECONDS)
                .add(field(duration, DatatypeConstants.MINUTES).multiply(BigDecimal.valueOf(60)))
                .add(field(duration, DatatypeConstants.HOURS).multiply(BigDecimal.valueOf(3_600)))
                .add(field(duration, DatatypeConstants.DAYS).multiply(BigDecimal.valueOf(SECONDS_OF_DAY)));
        if (months.compareTo(BigDecimal.valueOf(MOST_YEARS * MONTHS)) > 0
                || seconds.compareTo(BigDecimal.valueOf(MOST_YEARS * SECONDS_OF_YEAR)) > 0
                || seconds.scale() > MOST_FRACTION_DIGITS) {
            throw new OverLimitException("a duration of more than " + MOST_YEARS + " years");
        }
    }

    private static BigDecimal field(Duration duration, DatatypeConstants.Field field) {
        Number value = duration.getField(field);
        if (value == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal number = value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
        // Its length alone tells that it is too much; nothing is computed of it.
        return number.precision() - number.scale() > MOST_FRACTION_DIGITS
                ? BigDecimal.valueOf(Long.MAX_VALUE)
                : number.abs();
    }

    private static void checkYear(NodeValue value) {
        var year = value.getDateTime().getEonAndYear();
        BigDecimal fraction = value.getDateTime().getFractionalSecond();
        if ((year != null && year.abs().bitLength() > Integer.SIZE / 2)
                || (fraction != null && fraction.scale() > MOST_FRACTION_DIGITS)) {
            throw new OverLimitException("a date beyond the year " + (1 << (Integer.SIZE / 2)));
        }
    }

    /** Counts what is joined to strings, of all groups together. */
    void join(NodeValue value, int separator) {
        look(value);
        joined += value.asString().length() + (long) separator;
        if (joined > limits.characters() || separator > limits.stringCharacters()) {
            throw new OverLimitException("more than " + limits.characters() + " characters in GROUP_CONCAT");
        }
    }

    /** Looks at the arguments of a function. */
    void before(Expr function, List<NodeValue> arguments) {
        for (NodeValue argument : arguments) {
            if (argument != null) {
                look(argument);
            }
        }
        if (function instanceof E_StrContains || function instanceof E_StrBefore || function instanceof E_StrAfter) {
            long compared = (long) arguments.get(0).asString().length()
                    * arguments.get(1).asString().length();
            if (compared > MOST_COMPARED) {
                throw new OverLimitException("a search for a long string in a long one");
            }
        } else if (function instanceof E_StrUpperCase || function instanceof E_StrLowerCase) {
            checkCase(arguments.get(0).asString());
        } else if (function instanceof E_StrDatatype
                && arguments.get(0).asString().length() > MOST_DIGITS
                && !XSD.xstring.getURI().equals(arguments.get(1).asString())) {
            throw new OverLimitException("a typed value of more than " + MOST_DIGITS + " characters");
        }
    }

    /** The library copies the whole text for each letter that becomes two. */
    private void checkCase(String text) {
        long copied = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > ASCII) {
                deadline.check();
                copied += growsWithItsCase(text.charAt(i)) ? text.length() : 0;
                if (copied > MOST_COMPARED) {
                    throw new OverLimitException("another case of a long string whose letters become two each");
                }
            }
        }
    }

    /** Whether a letter is more than one in the other case, as ß is SS. */
    private static boolean growsWithItsCase(char letter) {
        String text = Character.toString(letter);
        return text.toUpperCase(Locale.ROOT).length() > 1
                || text.toLowerCase(Locale.ROOT).length() > 1;
    }

    /** Evaluates a function of any number of arguments. */
    NodeValue evaluate(ExprFunctionN function, List<NodeValue> arguments, FunctionEnv env) {
        before(function, arguments);
        if (function instanceof E_Regex) {
            return NodeValue.makeBoolean(
                    pattern(arguments, 2).matcher(text(arguments)).find());
        }
        if (function instanceof E_StrReplace) {
            return replace(function, arguments, env);
        }
        if (function instanceof E_StrConcat) {
            checkLength(arguments.stream()
                    .mapToLong(value -> value.asString().length())
                    .sum());
        }
        return function.eval(arguments, env);
    }

    /** Goes through the text once under the clock, so that the same work afterwards is known to end and to fit. */
    private NodeValue replace(ExprFunctionN function, List<NodeValue> arguments, FunctionEnv env) {
        String replacement = arguments.get(2).asString();
        long references = replacement.chars().filter(c -> c == '$').count();
        long length = arguments.get(0).asString().length();
        Matcher matcher = pattern(arguments, 3).matcher(text(arguments));
        while (matcher.find()) {
            length += replacement.length() + references * (matcher.end() - matcher.start());
            checkLength(length);
        }
        try {
            return function.eval(arguments, env);
        } catch (IllegalArgumentException e) {
            // A lone $ or \ at the end, say: an error in its row as any other of a function.
            throw new ExprEvalException("the replacement is not right: " + e.getMessage());
        }
    }

    private CharSequence text(List<NodeValue> arguments) {
        NodeValue value = arguments.get(0);
        if (!value.isString() && !value.isLangString()) {
            throw new ExprEvalException("not a string: " + value);
        }
        return new WatchedText(value.asString(), deadline);
    }

    private Pattern pattern(List<NodeValue> arguments, int flagsAt) {
        NodeValue pattern = arguments.get(1);
        if (!pattern.isString()) {
            throw new ExprEvalException("not a pattern: " + pattern);
        }
        String flags = arguments.size() > flagsAt ? arguments.get(flagsAt).asString() : null;
        List<Object> asked = Arrays.asList(pattern.getString(), flags);
        if (!asked.equals(compiledOf)) {
            compiled = RegexEngine.makePattern("REGEX", pattern.getString(), flags);
            compiledOf = asked;
        }
        return compiled;
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
