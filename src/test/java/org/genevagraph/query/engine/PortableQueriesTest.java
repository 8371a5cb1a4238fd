package org.genevagraph.query.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;
import org.genevagraph.Mini;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.guard.Deadline;
import org.genevagraph.query.guard.GuardedQuery;
import org.genevagraph.query.guard.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Canned queries as they are sent to engines keep to what engines of others understand; no engine is needed to see that. */
class PortableQueriesTest {
    /** Virtuoso groups by no more. */
    private static final int MOST_KEYS = 20;

    private static final EngineGraphs GRAPHS =
            new EngineGraphs("0123456789abcdef", Set.of("organisations", "standard"));

    /** A query as it is sent. */
    record Sent(String question, Query query) {
        @Override
        public String toString() {
            return question;
        }
    }

    /** Each query with what it must have, and all golden questions. */
    static Stream<Sent> sent() throws IOException, ProblemException, Refusal {
        QueryRunner runner = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);
        List<Sent> sent = new ArrayList<>();
        for (QueryFile query : Mini.queries().all()) {
            Map<String, String> needed = query.parameters().stream()
                    .filter(Parameter::required)
                    .collect(Collectors.toMap(Parameter::name, Parameter::example));
            sent.add(new Sent(query.name(), GRAPHS.there(runner.standalone(query, needed))));
        }
        for (GoldenQuestions.Question question : GoldenQuestions.all()) {
            sent.add(new Sent(question.command(), GRAPHS.there(runner.standalone(question.query(), question.given()))));
        }
        return sent.stream();
    }

    @ParameterizedTest
    @MethodSource("sent")
    void whatIsSentIsSparqlToOthers(Sent sent) throws Refusal {
        String text = sent.query().toString();
        assertDoesNotThrow(() -> new SPARQLParser().parseQuery(text, null), text);
        GuardedQuery.parse(text, Limits.STANDARD).checkCalls(Deadline.in(Limits.STANDARD.time()));
        assertEquals(List.of(), faults(sent.query()), text);
    }

    @Test
    void noConditionIsLeftOnAParameterWithoutValue() throws IOException, ProblemException, Refusal {
        List<String> left = new ArrayList<>();
        QueryRunner runner = new QueryRunner(Mini.realSnapshot(), Limits.STANDARD);
        for (GoldenQuestions.Question question : GoldenQuestions.all()) {
            String text = runner.standalone(question.query(), question.given()).toString();
            question.query().parameters().stream()
                    .filter(parameter -> !question.given().containsKey(parameter.name()))
                    .map(parameter -> parameter.variable().toString())
                    .filter(variable -> text.matches("(?is).*\\bbound\\(\\s*" + Pattern.quote(variable) + "\\s*\\).*"))
                    .forEach(variable -> left.add(question.command() + ": " + variable));
        }
        assertEquals(List.of(), left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT ?x { ?x ?p ?o BIND (EXISTS { ?o ?q ?r } AS ?b) }         | EXISTS in BIND",
                "SELECT ?x { { SELECT ?x { ?x ?p ?o BIND (IF(NOT EXISTS { ?o ?q ?r }, 1, 2) AS ?b) } } } | EXISTS in BIND",
                "SELECT ?x { ?x ?p ?o OPTIONAL { ?o ?q ?r } ?o ?s ?t }           | triples after OPTIONAL",
                "SELECT (COUNT(*) AS ?n) { ?x ?p ?o } GROUP BY ?a1 ?a2 ?a3 ?a4 ?a5 ?a6 ?a7 ?a8 ?a9 ?a10 ?a11 ?a12 ?a13 ?a14 ?a15 ?a16 ?a17 ?a18 ?a19 ?a20 ?a21 | 21 keys"
            })
    void whatSomeRefuseIsSeen(String query, String fault) {
        assertEquals(List.of(fault), faults(QueryFactory.create(query)));
    }

    /** What some engine refuses although the standard has it. */
    private static List<String> faults(Query query) {
        List<String> faults = new ArrayList<>();
        if (query.hasGroupBy() && query.getGroupBy().size() > MOST_KEYS) {
            faults.add(query.getGroupBy().size() + " keys");
        }
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementBind bind) {
                if (asks(bind.getExpr())) {
                    faults.add("EXISTS in BIND");
                }
            }

            @Override
            public void visit(ElementGroup group) {
                boolean optional = false;
                for (Element element : group.getElements()) {
                    if (optional && (element instanceof ElementPathBlock || element instanceof ElementTriplesBlock)) {
                        faults.add("triples after OPTIONAL");
                    }
                    // After BIND a new join begins.
                    optional = element instanceof ElementOptional || (optional && !(element instanceof ElementBind));
                }
            }

            @Override
            public void visit(ElementSubQuery inner) {
                faults.addAll(faults(inner.getQuery()));
            }
        });
        return faults;
    }

    private static boolean asks(Expr expression) {
        return expression instanceof ExprFunctionOp
                || (expression instanceof ExprFunction function
                        && function.getArgs().stream().anyMatch(PortableQueriesTest::asks));
    }
}
