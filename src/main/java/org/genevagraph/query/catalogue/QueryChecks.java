package org.genevagraph.query.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.query.catalogue.header.HeaderWords;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.QueryWords;
import org.genevagraph.syntax.SparqlText;

/** What has to hold of canned queries and examples besides their syntax. */
final class QueryChecks {
    private QueryChecks() {}

    /** An example is asked as it stands, by a name that is no canned query's. */
    static void federated(QueryFile query, Set<String> canned, Problems problems) {
        if (query.endpoints().isEmpty()) {
            problems.add(Problem.error(
                    query.file(),
                    0,
                    "",
                    "calls no endpoint",
                    "name one: SERVICE <https://…> { … }, or put the file among the canned queries"));
        }
        if (!query.parameters().isEmpty()) {
            problems.add(Problem.error(
                    query.file(),
                    0,
                    "",
                    "has parameters, and is asked as it stands",
                    "write the values into the query"));
        }
        if (canned.contains(query.name())) {
            problems.add(
                    Problem.error(query.file(), 0, "", "is called like a canned query", "give the file another name"));
        }
    }

    /** What one query gives to another one that follows it has to fit both. */
    static void followUp(QueryFile query, FollowUp followUp, QueryFile target, Problems problems) {
        for (String name : followUp.with().keySet()) {
            if (target.parameter(name).isEmpty()) {
                List<String> known =
                        target.parameters().stream().map(Parameter::name).toList();
                problems.add(Problem.error(
                        query.file(),
                        followUp.line(),
                        "",
                        "gives " + target.name() + " the parameter '" + name + "', which it does not have",
                        Nearest.hint(name, known, target.parametersTold())));
            }
        }
        for (Parameter parameter : target.parameters()) {
            if (parameter.required() && !followUp.with().containsKey(parameter.name())) {
                problems.add(Problem.error(
                        query.file(),
                        followUp.line(),
                        "",
                        "does not give " + target.name() + " the parameter '" + parameter.name() + "', which it needs",
                        "add it to 'with'"));
            }
        }
        for (String text : followUp.with().values()) {
            for (String name : HeaderWords.places(text)) {
                if (query.parameter(name).isEmpty()) {
                    problems.add(Problem.error(
                            query.file(),
                            followUp.line(),
                            "",
                            "'" + text + "' names the unknown parameter '" + name + "'",
                            "name one of this query"));
                }
            }
        }
    }

    private static void checkViews(SparqlText file, QueryHeader header, Query query, Problems problems) {
        List<String> columns = query.isSelectType()
                ? query.getProjectVars().stream().map(Var::getVarName).toList()
                : List.of();
        for (String column : header.views.views().columns()) {
            // A facet can stand for the documents of the cited passages.
            boolean cited = column.equals("document") && columns.contains("evidence");
            if (!columns.contains(column) && !cited) {
                problems.add(Problem.error(
                        file.file(),
                        file.lineOf(column),
                        "",
                        "calendar, map, views or facets names the column '" + column
                                + "', which the answer does not have",
                        Nearest.hint(column, columns, "columns are " + String.join(", ", columns))));
            }
        }
    }

    private static void checkFindings(SparqlText file, QueryHeader header, Query query, Problems problems) {
        List<String> parameters =
                header.parameters.all().stream().map(Parameter::name).toList();
        for (QueryWords words : header.words.values()) {
            for (String sentence : words.finding().values()) {
                for (String place : HeaderWords.places(sentence)) {
                    FindingPlace.of(place)
                            .fault(parameters, query.getResultVars())
                            .ifPresent(fault -> problems.add(Problem.error(
                                    file.file(),
                                    file.lineOf(place),
                                    "",
                                    "finding: in '" + sentence + "' " + fault,
                                    "write {count}, {names}, {rows}, a parameter, or {distinct:column|one|# others}")));
                }
            }
        }
    }

    /** The header of a query and its text have to fit each other. */
    static void query(SparqlText file, QueryHeader header, Query query, Problems problems) {
        Collection<Var> mentioned = variables(query);
        checkOtherNames(file, header, problems);
        checkViews(file, header, query, problems);
        // A parameter that is told already explains what names it as it should be.
        boolean whole =
                header.parameters.all().stream().map(Parameter::variable).allMatch(mentioned::contains);
        if (!header.parameters.isAnyLost() && (whole || !header.rows.isEmpty())) {
            checkFindings(file, header, query, problems);
        }
        for (Parameter parameter : header.parameters.all()) {
            // A value for a variable that is not there would be ignored, and every row would come back; a search takes
            // it otherwise.
            if (header.rows.isEmpty() && !mentioned.contains(parameter.variable())) {
                problems.add(Problem.error(
                        file.file(),
                        file.lineOf(parameter.name()),
                        "",
                        "the parameter " + parameter.name() + " is no variable of the query",
                        "name the variable " + parameter.variable() + " or delete the parameter"));
            }
            if (QueryCatalogue.RESERVED.contains(parameter.name())) {
                problems.add(Problem.error(
                        file.file(),
                        file.lineOf(parameter.name()),
                        "",
                        "the parameter " + parameter.name() + " is taken by the paging of answers",
                        "give it another name"));
            }
            if (query.isSelectType() && query.getProjectVars().contains(parameter.variable())) {
                problems.add(Problem.error(
                        file.file(),
                        file.lineOf(parameter.name()),
                        "",
                        "the parameter " + parameter.name() + " is also a column",
                        "give the column another name"));
            }
        }
        if (query.isSelectType() && query.getOrderBy() == null) {
            problems.add(Problem.error(
                    file.file(),
                    file.firstLine(),
                    "",
                    "does not order its rows",
                    "add ORDER BY, so that answers can be compared"));
        }
    }

    /** Reports another name of a parameter that something else has already. */
    private static void checkOtherNames(SparqlText file, QueryHeader header, Problems problems) {
        Set<String> taken = new HashSet<>(QueryCatalogue.RESERVED);
        header.parameters.all().forEach(parameter -> taken.add(parameter.name()));
        for (Parameter parameter : header.parameters.all()) {
            for (String other : parameter.also()) {
                if (!taken.add(other)) {
                    problems.add(Problem.error(
                            file.file(),
                            file.lineOf(parameter.name()),
                            "",
                            "the parameter " + parameter.name() + " is also called " + other + ", which is taken",
                            "delete it from 'also'"));
                }
            }
        }
    }

    private static Collection<Var> variables(Query query) {
        // Printed, the query names every variable with its question mark, in sub-queries and expressions too.
        List<Var> variables = new ArrayList<>();
        Matcher matcher = Pattern.compile("[?$]([A-Za-z_][A-Za-z0-9_]*)").matcher(query.toString());
        while (matcher.find()) {
            variables.add(Var.alloc(matcher.group(1)));
        }
        return variables;
    }
}
