package org.genevagraph.query.chains;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.genevagraph.problem.Refusal;
import org.genevagraph.vocabulary.Literals;

/**
 * Rows that a search outside SPARQL found, given to a query in place of its table of the same variables. They are terms, never text.
 *
 * @param variables the variables of the table
 * @param rows the rows
 */
public record GivenRows(List<Var> variables, List<Binding> rows) {
    /** The name by which a query's header asks for the steps of shortest chains between its parameters a and b. */
    static final String CONNECTIONS = "connections";

    /** What a query's header can ask for. */
    public static final Set<String> KNOWN = Set.of(CONNECTIONS);

    /** Gives nothing. */
    public static final GivenRows NONE = new GivenRows(List.of(), List.of());

    private static final Var CHAIN = Var.alloc("chain");
    private static final Var CHAINS = Var.alloc("chains");
    private static final Var STEP = Var.alloc("step");
    private static final Var FROM = Var.alloc("from");
    private static final Var TO = Var.alloc("to");
    private static final int MOST_CHAINS = 50;
    private static final BigInteger MOST_STEPS = BigInteger.valueOf(20);
    private static final Set<String> TIES = Set.of("organisation", "initiative");
    private static final Map<String, String> FURTHER =
            Map.of("documents", "document", "issues", "issue", "places", "place");

    /**
     * The steps of the shortest chains between two things, a row each: chain and step counted from 1, and how many chains there are, which may
     * be more than are given.
     *
     * @param values the query's parameters: a, b, max (how many steps), over (what may stand inside a chain besides organisations and
     *     initiatives)
     * @throws Refusal if max is no number of steps
     */
    public static GivenRows connections(ConnectionIndex index, Map<String, Node> values) throws Refusal {
        BigInteger max = new BigInteger(values.get("max").getLiteralLexicalForm());
        if (max.signum() <= 0 || max.compareTo(MOST_STEPS) > 0) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "max: " + max + " steps",
                    "write a number from 1 to " + MOST_STEPS,
                    new Refusal.Fault("max", Refusal.Wrong.MALFORMED, List.of()));
        }
        String further = FURTHER.get(values.get("over").getLiteralLexicalForm());
        Set<String> between = further == null
                ? TIES
                : Set.copyOf(Stream.concat(TIES.stream(), Stream.of(further)).toList());
        List<Binding> rows = new ArrayList<>();
        ConnectionIndex.Chains found =
                index.shortest(values.get("a"), values.get("b"), max.intValue(), between, MOST_CHAINS);
        Node total = Literals.integer(Long.toString(found.total()));
        int chain = 0;
        for (List<Node> things : found.chains()) {
            chain++;
            for (int step = 1; step < things.size(); step++) {
                Binding place = BindingFactory.binding(
                        CHAIN, Literals.integer(Integer.toString(chain)),
                        STEP, Literals.integer(Integer.toString(step)),
                        CHAINS, total);
                rows.add(BindingFactory.binding(place, FROM, things.get(step - 1), TO, things.get(step)));
            }
        }
        return new GivenRows(List.of(CHAIN, STEP, FROM, TO, CHAINS), rows);
    }

    /** Puts the rows in place of the table that has these variables. */
    public ElementTransformCopyBase transform() {
        return new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementData data) {
                return !variables.isEmpty() && data.getVars().equals(variables)
                        ? new ElementData(variables, rows)
                        : super.transform(data);
            }
        };
    }
}
