package org.genevagraph.query.federation;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.genevagraph.problem.Refusal;

/** The calls to other services in a query, wherever they stand: in sub-selects, EXISTS, aggregates and HAVING as well. */
public final class ServicePatterns {
    private ServicePatterns() {}

    /** Whether there is one. */
    public static boolean callsService(Query query) {
        return !calls(query).isEmpty();
    }

    /** The addresses that stand in a query after SERVICE, each once and in order; one that only a variable will hold is none. */
    public static List<String> endpoints(Query query) {
        return calls(query).stream()
                .map(ElementService::getServiceNode)
                .filter(Node::isURI)
                .map(Node::getURI)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Looks at each before the query runs; a name that only a variable will hold is looked at when it does.
     *
     * @throws Refusal if an endpoint is not allowed, or would be asked to call another one
     */
    public static void check(Query query, Services services) throws Refusal {
        for (ElementService call : calls(query)) {
            Node name = call.getServiceNode();
            if (services.isEmpty()
                    || (name.isURI() && services.find(name.getURI()).isEmpty())) {
                throw services.notAllowed(String.valueOf(name));
            }
            Query inner = new Query();
            inner.setQuerySelectType();
            inner.setQueryResultStar(true);
            ElementGroup group = new ElementGroup();
            group.addElement(call.getElement());
            inner.setQueryPattern(group);
            if (callsService(inner)) {
                throw nested();
            }
        }
    }

    /** What is said of a call inside a call: two servers that call each other would never end. */
    static Refusal nested() {
        return new Refusal(
                Refusal.Reason.FORBIDDEN,
                "the query has a SERVICE ask another SERVICE",
                "call both from here, one after the other; labels of Wikidata are there as rdfs:label too");
    }

    private static List<ElementService> calls(Query query) {
        List<ElementService> found = new ArrayList<>();
        ElementTransform search = new ElementTransformCopyBase(true) {
            @Override
            public Element transform(ElementService service, Node name, Element inner) {
                found.add(service);
                return super.transform(service, name, inner);
            }
        };
        // The second argument leads into the patterns of EXISTS.
        QueryTransformOps.transform(query, search, new ExprTransformApplyElementTransform(search, true));
        return found;
    }
}
