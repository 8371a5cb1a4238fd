package org.genevagraph.query.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.aggregate.AggregateRegistry;
import org.apache.jena.sparql.expr.aggregate.lib.StandardAggregates;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.genevagraph.Mini;
import org.genevagraph.problem.Refusal;
import org.genevagraph.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the library can call by name is on the list of what queries may call, or refused by that name. */
class AllowedTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final Snapshot SNAPSHOT = Mini.snapshot();

    @Test
    void everyFunctionOfTheLibraryIsOnTheListOrRefused() {
        List<String> run = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        FunctionRegistry.get().keys().forEachRemaining(iri -> {
            String told = told("SELECT (<" + iri + ">(?c) AS ?x) { ?a ?b ?c }");
            (told.isEmpty() ? run : refused).add(iri);
            assertTrue(told.isEmpty() || told.contains("the function <" + iri + ">"), told);
        });
        assertTrue(refused.size() > 100, "refused: " + refused.size());
        assertEquals(
                List.of(
                        "boolean",
                        "date",
                        "dateTime",
                        "dayTimeDuration",
                        "decimal",
                        "double",
                        "duration",
                        "float",
                        "gYear",
                        "gYearMonth",
                        "integer",
                        "string",
                        "time",
                        "yearMonthDuration"),
                run.stream().map(iri -> iri.replace(XSD, "")).sorted().toList());
    }

    @Test
    void everyAggregateOfTheLibraryIsRefused() {
        AggregateRegistry.init();
        var all = new TreeSet<String>();
        for (String base : List.of(StandardAggregates.BASE, StandardAggregates.BASE2)) {
            for (String name : "stdev stdev_samp stdev_pop variance var_samp var_pop".split(" ", -1)) {
                if (AggregateRegistry.isRegistered(base + name)) {
                    all.add(base + name);
                }
            }
        }
        assertTrue(all.size() > 5, all::toString);
        for (String iri : all) {
            String told = told("SELECT (<" + iri + ">(DISTINCT ?c) AS ?x) { ?a ?b ?c }");
            assertTrue(told.contains("the aggregate <" + iri + ">"), told);
        }
    }

    @Test
    void everyPropertyFunctionOfTheLibraryIsRefused() {
        var all = new TreeSet<String>();
        PropertyFunctionRegistry.get().keys().forEachRemaining(all::add);
        assertTrue(all.size() > 3, all::toString);
        for (String iri : all) {
            String told = told("SELECT * { ?a <" + iri + "> ?b }");
            // The only one that is a plain property as well.
            assertTrue(
                    told.contains("<" + iri + ">") || iri.equals("http://www.w3.org/2000/01/rdf-schema#member"),
                    () -> iri + ": " + told);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<urn:x:f>() AS ?x) {}",
                "SELECT * { ?a ?b ?c FILTER (?a = ?b || <urn:x:f>(?c)) }",
                "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?c ?d ?e FILTER <urn:x:f>(?e) } }",
                "SELECT (SUM(<urn:x:f>(?c)) AS ?x) { ?a ?b ?c }",
                "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (<urn:x:f>(?a))",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY (<urn:x:f>(?a))",
                "SELECT * { ?a ?b ?c } ORDER BY <urn:x:f>(?a)",
                "SELECT * { ?a ?b ?c } ORDER BY <urn:x:f>(?a) LIMIT 1",
                "SELECT * { { SELECT ?a { ?a ?b ?c BIND (<urn:x:f>(?c) AS ?x) } } }",
                "SELECT * { ?a ?b ?c OPTIONAL { ?c ?d ?e FILTER <urn:x:f>(?a) } }",
                "SELECT * { GRAPH ?g { ?a ?b ?c FILTER <urn:x:f>(?c) } }",
                "SELECT * { <urn:x:none> <urn:x:none> <urn:x:none> FILTER <urn:x:f>() }",
                "CONSTRUCT { ?a ?b ?x } { ?a ?b ?c BIND (<urn:x:f>(?c) AS ?x) }",
                "DESCRIBE ?a { ?a ?b ?c FILTER <urn:x:f>(?c) }"
            })
    void whereverItStands(String query) {
        assertTrue(told(query).contains("the function <urn:x:f>"), () -> told(query));
    }

    @Test
    void theFunctionsOfSparqlRun() {
        for (String call : Stream.of(
                        "STR(?c) LANG(?c) DATATYPE(?c) IRI('x') URI('x') BNODE() BNODE('x') RAND() ABS(-1) CEIL(1.5) FLOOR(1.5) ROUND(1.5)"
                                .split(" ", -1),
                        "CONCAT('a','b') STRLEN('a') UCASE('a') LCASE('A') ENCODE_FOR_URI('é') CONTAINS('a','b') STRSTARTS('a','b')"
                                .split(" ", -1),
                        "STRENDS('a','b') STRBEFORE('a','b') STRAFTER('a','b') YEAR(NOW()) MONTH(NOW()) DAY(NOW()) HOURS(NOW())"
                                .split(" ", -1),
                        "MINUTES(NOW()) SECONDS(NOW()) TIMEZONE(NOW()) TZ(NOW()) UUID() STRUUID() MD5('a') SHA1('a') SHA256('a')"
                                .split(" ", -1),
                        "SHA384('a') SHA512('a') COALESCE(?x,1) IF(true,1,2) STRLANG('a','en') STRDT('1',<urn:x:t>) sameTerm(?a,?b)"
                                .split(" ", -1),
                        "isIRI(?a) isURI(?a) isBLANK(?a) isLITERAL(?a) isNUMERIC(1) REGEX('a','b') SUBSTR('abc',2) REPLACE('a','b','c')"
                                .split(" ", -1),
                        "BOUND(?a) LANGMATCHES('en','*') (1=2) (1!=2) (1<2) (1>2) (1<=2) (1>=2) (1+2) (1-2) (1*2) (1/2) (-1) (+1)"
                                .split(" ", -1),
                        "(!true) (true&&false) (true||false) EXISTS{?a?b?c} (NOT/**/EXISTS{?a?b?c})"
                                .replace("/**/", "\t")
                                .split(" ", -1))
                .flatMap(Arrays::stream)
                .toList()) {
            assertEquals("", told("SELECT (" + call + " AS ?y) { ?a ?b ?c } LIMIT 1"), call);
        }
        for (String aggregate : "COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT".split(" ", -1)) {
            assertEquals("", told("SELECT (" + aggregate + "(?c) AS ?y) { ?a ?b ?c }"), aggregate);
            assertEquals("", told("SELECT (" + aggregate + "(DISTINCT ?c) AS ?y) { ?a ?b ?c }"), aggregate);
        }
        assertEquals("", told("SELECT (COUNT(*) AS ?y) (COUNT(DISTINCT *) AS ?z) { ?a ?b ?c }"));
        assertEquals("", told("SELECT (1 IN (1, 2) AS ?y) (1 NOT IN (1, 2) AS ?z) {}"));
    }

    /** How it is refused; empty if it runs. */
    private static String told(String query) {
        try {
            GuardedQuery.parse(query, Limits.STANDARD).run(SNAPSHOT.dataset(), BindingFactory.empty());
            return "";
        } catch (Refusal refusal) {
            assertEquals(Refusal.Reason.BAD_REQUEST, refusal.reason(), refusal.getMessage());
            return refusal.getMessage();
        }
    }
}
