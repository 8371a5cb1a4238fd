package org.genevagraph.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/**
 * Makes literals and outside IRIs, and refuses what only looks like one: Jena's own factory accepts {@code "20x"^^xsd:integer} and an
 * IRI with a space.
 */
public final class Literals {
    /** The tag of English. */
    public static final String ENGLISH = "en";

    private static final Set<String> LANGUAGES = Stream.of(Locale.getISOLanguages())
            .flatMap(code -> Stream.of(code, Locale.forLanguageTag(code).getISO3Language()))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern YEAR_MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Literals() {}

    /** A text in English. */
    public static Node english(String text) {
        return NodeFactory.createLiteralLang(text, ENGLISH);
    }

    /** Whether a text is in English, or in no particular language. */
    public static boolean isEnglish(Node text) {
        return text.isLiteral() && List.of("", ENGLISH).contains(text.getLiteralLanguage());
    }

    /** Whether it is the code of a language, of two letters or of three. */
    public static boolean isLanguage(String code) {
        return LANGUAGES.contains(code);
    }

    /**
     * A text in a language.
     *
     * @param language its tag, such as {@code fr}
     * @throws IllegalArgumentException if that is no tag of a language
     */
    public static Node inLanguage(String text, String language) {
        if (!isLanguage(language)) {
            throw new IllegalArgumentException("'" + language + "' is not a language");
        }
        return NodeFactory.createLiteralLang(text, language);
    }

    /** A text in no particular language: a code, a symbol, a name as spelt. */
    public static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    /** True or false. */
    public static Node truth(boolean value) {
        return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if the text is not one
     */
    public static Node integer(String text) {
        return checked(text, XSDDatatype.XSDinteger, "a whole number");
    }

    /**
     * A decimal number, digits with at most one point.
     *
     * @throws IllegalArgumentException if the text is not one
     */
    public static Node decimal(String text) {
        return checked(text, XSDDatatype.XSDdecimal, "a number");
    }

    /**
     * A year.
     *
     * @throws IllegalArgumentException if the text is not four digits
     */
    public static Node year(String text) {
        if (!YEAR.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a year");
        }
        return checked(text, XSDDatatype.XSDgYear, "a year");
    }

    /**
     * A date, as exact as it is known: year, month or day.
     *
     * @throws IllegalArgumentException if the text is none of them, or a day that no calendar has
     */
    public static Node date(String text) {
        XSDDatatype type = YEAR.matcher(text).matches()
                ? XSDDatatype.XSDgYear
                : YEAR_MONTH.matcher(text).matches()
                        ? XSDDatatype.XSDgYearMonth
                        : DAY.matcher(text).matches() ? XSDDatatype.XSDdate : null;
        if (type == null) {
            throw new IllegalArgumentException("'" + text + "' is not a date");
        }
        return checked(text, type, "a date");
    }

    /** Whether a date is before another as far as both are known: 2021 is not before 2021-03. */
    public static boolean isBefore(String date, String other) {
        int known = Math.min(date.length(), other.length());
        return date.substring(0, known).compareTo(other.substring(0, known)) < 0;
    }

    /**
     * The IRI of a page or thing elsewhere on the Web.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https IRI
     */
    public static Node webIri(String text) {
        try {
            IRIx iri = IRIx.create(text);
            // Not isAbsolute(): in the words of RFC 3986 an IRI with a fragment is none.
            if (iri.scheme() != null
                    && SCHEMES.contains(iri.scheme().toLowerCase(Locale.ROOT))
                    && !iri.hasViolations()) {
                return NodeFactory.createURI(text);
            }
        } catch (IRIException e) {
            // Told below, in the same words as the rest.
        }
        throw new IllegalArgumentException("'" + text + "' is not a web address");
    }

    private static Node checked(String text, XSDDatatype type, String what) {
        if (!type.isValid(text) || !text.equals(text.strip())) {
            throw new IllegalArgumentException("'" + text + "' is not " + what);
        }
        return NodeFactory.createLiteralDT(text, type);
    }
}
