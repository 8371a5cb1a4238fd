package org.genevagraph.query.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Datatype;
import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeHours;
import org.apache.jena.sparql.expr.E_DateTimeMinutes;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.E_DateTimeSeconds;
import org.apache.jena.sparql.expr.E_DateTimeTZ;
import org.apache.jena.sparql.expr.E_DateTimeTimezone;
import org.apache.jena.sparql.expr.E_DateTimeYear;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_IRI2;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_IsBlank;
import org.apache.jena.sparql.expr.E_IsIRI;
import org.apache.jena.sparql.expr.E_IsLiteral;
import org.apache.jena.sparql.expr.E_IsNumeric;
import org.apache.jena.sparql.expr.E_IsURI;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_LangMatches;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_MD5;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_NumAbs;
import org.apache.jena.sparql.expr.E_NumCeiling;
import org.apache.jena.sparql.expr.E_NumFloor;
import org.apache.jena.sparql.expr.E_NumRound;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_SHA1;
import org.apache.jena.sparql.expr.E_SHA256;
import org.apache.jena.sparql.expr.E_SHA384;
import org.apache.jena.sparql.expr.E_SHA512;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLength;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.E_StrSubstring;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.E_URI;
import org.apache.jena.sparql.expr.E_URI2;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.E_UnaryMinus;
import org.apache.jena.sparql.expr.E_UnaryPlus;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggNull;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.vocabulary.XSD;

/**
 * What a query may call: the functions, operators and aggregates of SPARQL 1.1 and its casts. Whatever else the library has, now or in a
 * later version, is refused by its name before the query runs.
 */
final class Allowed {
    /** The casts of SPARQL 1.1, and those to the other types that the graph's dates and times have. */
    private static final Set<String> CASTS = Stream.of(
                    XSD.xstring,
                    XSD.xboolean,
                    XSD.integer,
                    XSD.decimal,
                    XSD.xfloat,
                    XSD.xdouble,
                    XSD.dateTime,
                    XSD.date,
                    XSD.time,
                    XSD.gYear,
                    XSD.gYearMonth,
                    XSD.duration,
                    XSD.dayTimeDuration,
                    XSD.yearMonthDuration)
            .map(type -> type.getURI())
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<Class<? extends Expr>> EXPRESSIONS = Set.of(
            // Operators
            E_Add.class,
            E_Subtract.class,
            E_Multiply.class,
            E_Divide.class,
            E_UnaryMinus.class,
            E_UnaryPlus.class,
            E_LogicalAnd.class,
            E_LogicalOr.class,
            E_LogicalNot.class,
            E_Equals.class,
            E_NotEquals.class,
            E_LessThan.class,
            E_LessThanOrEqual.class,
            E_GreaterThan.class,
            E_GreaterThanOrEqual.class,
            E_OneOf.class,
            E_NotOneOf.class,
            // Forms
            E_Exists.class,
            E_NotExists.class,
            E_Bound.class,
            E_If.class,
            E_Coalesce.class,
            E_SameTerm.class,
            // Terms
            E_IsIRI.class,
            E_IsURI.class,
            E_IsBlank.class,
            E_IsLiteral.class,
            E_IsNumeric.class,
            E_Str.class,
            E_Lang.class,
            E_Datatype.class,
            E_IRI.class,
            E_URI.class,
            E_IRI2.class,
            E_URI2.class,
            E_BNode.BNode0.class,
            E_BNode.BNode1.class,
            E_StrDatatype.class,
            E_StrLang.class,
            E_UUID.class,
            E_StrUUID.class,
            // Strings
            E_StrLength.class,
            E_StrSubstring.class,
            E_StrUpperCase.class,
            E_StrLowerCase.class,
            E_StrStartsWith.class,
            E_StrEndsWith.class,
            E_StrContains.class,
            E_StrBefore.class,
            E_StrAfter.class,
            E_StrEncodeForURI.class,
            E_StrConcat.class,
            E_LangMatches.class,
            E_Regex.class,
            E_StrReplace.class,
            // Numbers, dates, hashes
            E_NumAbs.class,
            E_NumRound.class,
            E_NumCeiling.class,
            E_NumFloor.class,
            E_Random.class,
            E_Now.class,
            E_DateTimeYear.class,
            E_DateTimeMonth.class,
            E_DateTimeDay.class,
            E_DateTimeHours.class,
            E_DateTimeMinutes.class,
            E_DateTimeSeconds.class,
            E_DateTimeTimezone.class,
            E_DateTimeTZ.class,
            E_MD5.class,
            E_SHA1.class,
            E_SHA256.class,
            E_SHA384.class,
            E_SHA512.class);

    private static final Set<Class<? extends Aggregator>> AGGREGATORS = Set.of(
            AggCount.class,
            AggCountDistinct.class,
            AggCountVar.class,
            AggCountVarDistinct.class,
            AggSum.class,
            AggSumDistinct.class,
            AggMin.class,
            AggMinDistinct.class,
            AggMax.class,
            AggMaxDistinct.class,
            AggAvg.class,
            AggAvgDistinct.class,
            AggSample.class,
            AggSampleDistinct.class,
            AggGroupConcat.class,
            AggGroupConcatDistinct.class,
            // What an empty group makes.
            AggNull.class);

    /** Where the library keeps predicates that it runs instead of matching them. */
    private static final List<String> OF_THE_LIBRARY =
            List.of("java:", "http://jena.apache.org/", "http://jena.hpl.hp.com/", "http://jena.hpl.hp.co.uk/");

    private Allowed() {}

    /** Whether a query may call this function by its IRI. */
    static boolean isCast(String iri) {
        return CASTS.contains(iri);
    }

    /**
     * Lets a function or an operator pass.
     *
     * @throws NotAllowedException if it is not on the list
     */
    static void check(ExprFunction function) {
        String iri = function.getFunctionIRI();
        if (function instanceof E_Function) {
            if (!isCast(iri)) {
                throw new NotAllowedException("the function <" + iri + ">");
            }
        } else if (!EXPRESSIONS.contains(function.getClass()) && !(function instanceof E_If)) {
            String name = function.getFunctionSymbol() == null
                    ? function.getClass().getSimpleName()
                    : function.getFunctionSymbol().getSymbol();
            throw new NotAllowedException("the function " + name.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Lets an aggregate pass.
     *
     * @throws NotAllowedException if it is not on the list
     */
    static void check(Aggregator aggregator) {
        if (aggregator instanceof AggCustom custom) {
            throw new NotAllowedException("the aggregate <" + custom.getIRI() + ">");
        }
        if (!AGGREGATORS.contains(aggregator.getClass())) {
            throw new NotAllowedException("the aggregate " + aggregator.getName());
        }
    }

    /**
     * Lets patterns pass; none is run as a function in any case, but whoever wrote one should know.
     *
     * @throws NotAllowedException if a predicate is one that the library would run
     */
    static void check(BasicPattern patterns) {
        patterns.forEach(triple -> {
            Node predicate = triple.getPredicate();
            if (predicate.isURI() && OF_THE_LIBRARY.stream().anyMatch(predicate.getURI()::startsWith)) {
                throw new NotAllowedException("the property function <" + predicate.getURI() + ">");
            }
        });
    }
}
