package org.genevagraph.query.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.QueryFile;

/**
 * Plans of canned queries. Which things a query is asked about does not matter to its plan, so that one serves them all; what is written, such as
 * a language, decides which parts of the query are there at all, and has a plan of its own.
 */
public final class QueryPlans {
    /** More than there are queries and choices; whoever writes what they like as a literal makes more. */
    private static final int MOST = 200;

    private final Cache<Asked, QueryPlan> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** The name of a query, and for each parameter that has a value the literal, or what stands for a thing. */
    private record Asked(String query, Map<String, Node> values) {}

    /** Plans. */
    public interface Planning {
        /** The plan of a query asked with these values. */
        QueryPlan of(QueryFile query, Map<String, Node> values) throws Refusal;
    }

    /** The plan of a query for these values, which is made where there is none yet. */
    public QueryPlan of(QueryFile query, Map<String, Node> values, Planning planning) throws Refusal {
        Map<String, Node> general = new TreeMap<>();
        Map<Node, Node> things = new HashMap<>();
        values.forEach((name, value) -> {
            Node place = value.isURI() ? AnyThing.named(name) : value;
            general.put(name, place);
            if (value.isURI()) {
                things.put(place, value);
            }
        });
        Asked asked = new Asked(query.name(), general);
        QueryPlan plan = known.getIfPresent(asked);
        if (plan == null) {
            plan = planning.of(query, general);
            known.put(asked, plan);
        }
        return plan.with(things);
    }
}
