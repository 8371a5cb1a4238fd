package org.genevagraph.query.federation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.PatternVars;

/**
 * What another endpoint is asked: the pattern inside SERVICE, for many solutions of the query at once. These go along as a table, each with a
 * number, by which the rows that come back are told apart: the join is the same as if each solution were asked for alone.
 */
final class ServiceQuery {
    /** The number of a solution in the table; no variable of a query can clash with it by chance. */
    static final Var NUMBER = Var.alloc("solution_of_geneva_graph");

    /** An IRI that can be written down as it is. */
    private static final Pattern PLAIN_IRI = Pattern.compile("[^\\x00-\\x20<>\"{}|^`\\\\]+");

    private final Element pattern;

    /** Variables of the pattern as it is written, and as the plan names them. */
    private final Map<Var, Var> planned = new HashMap<>();

    ServiceQuery(Op inner) {
        Op written = Rename.reverseVarRename(inner, true);
        Set<Var> visible = OpVars.visibleVars(written);
        for (Var variable : OpVars.visibleVars(inner)) {
            Var original = (Var) Rename.reverseVarRename(variable);
            if (visible.contains(original)) {
                planned.put(original, variable);
            }
        }
        Query query = OpAsQuery.asQuery(written);
        boolean plain = query.isQueryResultStar()
                && !query.hasLimit()
                && !query.hasOffset()
                && !query.hasOrderBy()
                && !query.hasGroupBy()
                && !query.hasAggregators()
                && !query.isDistinct()
                && !query.isReduced()
                && !query.hasValues();
        this.pattern = plain ? query.getQueryPattern() : new ElementSubQuery(query);
        if (ServicePatterns.callsService(query)) {
            throw new ServiceException(ServicePatterns.nested());
        }
    }

    /** The part of a solution that another server can make use of; what has no meaning there is left out, and compared here. */
    Binding sent(Binding solution) {
        BindingBuilder builder = BindingFactory.builder();
        planned.forEach((original, variable) -> {
            Node value = solution.get(variable);
            if (value != null
                    && (value.isLiteral()
                            || (value.isURI()
                                    && PLAIN_IRI.matcher(value.getURI()).matches()))) {
                builder.add(original, value);
            }
        });
        return builder.build();
    }

    /** The text that asks for these parts of solutions, numbered in their order. */
    String text(List<Binding> sent) {
        List<Var> variables = planned.keySet().stream()
                .filter(variable -> sent.stream().anyMatch(one -> one.contains(variable)))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
        Query query = new Query();
        query.setQuerySelectType();
        query.setQueryResultStar(true);
        if (variables.isEmpty()) {
            query.setQueryPattern(group(pattern));
        } else {
            ElementData table = new ElementData();
            table.add(NUMBER);
            variables.forEach(table::add);
            for (int i = 0; i < sent.size(); i++) {
                table.add(numbered(i, sent.get(i)));
            }
            query.setQueryPattern(joined(table, variables));
        }
        query.ensureResultVars();
        return query.serialize();
    }

    private static Binding numbered(int number, Binding sent) {
        return BindingFactory.builder(sent)
                .add(NUMBER, NodeFactory.createLiteralByValue(number))
                .build();
    }

    /** Engines go on from a table that stands before the first triples; where that could mean something else, the pattern stays by itself. */
    private Element joined(ElementData table, List<Var> variables) {
        ElementGroup whole = new ElementGroup();
        whole.addElement(table);
        if (pattern instanceof ElementGroup parts
                && !parts.isEmpty()
                && parts.get(0) instanceof ElementPathBlock first
                && PatternVars.vars(first).containsAll(variables)) {
            parts.getElements().forEach(whole::addElement);
        } else {
            whole.addElement(group(pattern));
        }
        return whole;
    }

    private static ElementGroup group(Element element) {
        if (element instanceof ElementGroup already) {
            return already;
        }
        ElementGroup group = new ElementGroup();
        group.addElement(element);
        return group;
    }

    /** A row that came back, in the names of the plan. */
    Binding received(Binding row) {
        BindingBuilder builder = BindingFactory.builder();
        planned.forEach((original, variable) -> {
            Node value = row.get(original);
            if (value != null) {
                builder.add(variable, value);
            }
        });
        return builder.build();
    }

    /** The number of the solution that a row belongs to; -1 if it belongs to all. */
    static int number(Binding row) {
        Node number = row.get(NUMBER);
        return number == null ? -1 : ((Number) number.getLiteralValue()).intValue();
    }
}
