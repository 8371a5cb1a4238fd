package org.genevagraph.query.reconcile;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.vocabulary.GG;

/**
 * A class of things that names can be matched with.
 *
 * @param id the local name of the class, such as {@code ActionLine}
 * @param kind the kind as it stands in IRIs, such as {@code action-line}
 * @param term the class
 */
public record EntityType(String id, String kind, Node term) {
    /** All of them, in the order of the kinds. */
    public static List<EntityType> all(Graph graph) {
        return ParameterType.THING.kinds().stream()
                .flatMap(kind -> graph.stream(Node.ANY, GG.kindName, Node.ANY)
                        .filter(triple ->
                                triple.getObject().getLiteralLexicalForm().equals(kind))
                        .map(triple -> new EntityType(
                                triple.getSubject().getURI().substring(GG.NS.length()), kind, triple.getSubject())))
                .toList();
    }

    /**
     * The one that is meant by its id, kind or IRI.
     *
     * @throws Refusal if there is none, with the nearest
     */
    public static EntityType find(String given, List<EntityType> types) throws Refusal {
        String wanted = given.strip().toLowerCase(Locale.ROOT);
        List<String> ids = types.stream().map(EntityType::id).toList();
        return types.stream()
                .filter(type -> wanted.equals(type.id().toLowerCase(Locale.ROOT))
                        || wanted.equals(type.kind())
                        || wanted.equals(type.term().getURI().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.BAD_REQUEST,
                        "'" + given + "' is no type",
                        Nearest.hint(given, ids, "types are " + String.join(", ", ids))));
    }
}
