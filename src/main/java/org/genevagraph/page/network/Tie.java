package org.genevagraph.page.network;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * What ties two organisations: one relation, through one initiative if it is through one.
 *
 * @param source the one organisation; of the relation if that has a direction
 * @param target the other one
 * @param relation the relation; {@code gg:involvedIn} if both have to do with the same initiative
 * @param via the initiative between them
 * @param standing {@code stated}, {@code outside}, {@code editorial}, {@code arguable} or {@code derived}
 * @param certainty if it is derived, the standing of the weakest of what it was derived from; otherwise empty
 * @param from the earliest date from which a source says it, as exact as the source; empty if none does
 * @param until the latest date until which the sources say it; empty if one of them gives no end
 * @param evidence the passages that it rests on, in order
 */
public record Tie(
        Node source,
        Node target,
        Node relation,
        Optional<Node> via,
        String standing,
        String certainty,
        String from,
        String until,
        List<Node> evidence) {
    /** What the filter calls being involved in the same initiative. */
    static final String INVOLVED = "involved";

    /** Standings from the strongest to the weakest. */
    static final List<String> STANDINGS = List.of("stated", "outside", "editorial", "arguable", "derived");

    public Tie {
        evidence = List.copyOf(evidence);
    }

    /** What the filter calls the relation: {@code partnerOf}, {@code involved}. */
    public String key() {
        return relation.equals(Ties.INVOLVED_IN) ? INVOLVED : relation.getURI().substring(GG.NS.length());
    }

    /** Whether it is arguable, or derived from something that is. */
    public boolean arguable() {
        return (certainty.isEmpty() ? standing : certainty).equals("arguable");
    }

    /** Whether it says the same of both. */
    public boolean symmetric() {
        return relation.equals(Ties.INVOLVED_IN) || relation.equals(Ties.PARTNER_OF);
    }

    /** Whether it is one of this organisation's. */
    public boolean joins(Node organisation) {
        return source.equals(organisation) || target.equals(organisation);
    }

    /** The other one of the two organisations. */
    public Node other(Node organisation) {
        return source.equals(organisation) ? target : source;
    }

    /** The id of an organisation or initiative, as in its IRI. */
    public static String slug(Node thing) {
        return Iris.parse(thing.getURI()).map(Iris.Id::slug).orElse(thing.getURI());
    }
}
