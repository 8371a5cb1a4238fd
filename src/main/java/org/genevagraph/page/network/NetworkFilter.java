package org.genevagraph.page.network;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Which ties are shown.
 *
 * @param relation {@code partnerOf}, {@code involved} or another relation between organisations, or {@code any}
 * @param issue the issue that the initiative between two organisations, or one of the two, must address
 * @param kind the kind that one of the two must be of
 * @param organisation the one around which the others stand
 * @param steps how many ties an organisation may be away from it, 1 or 2
 */
public record NetworkFilter(
        String relation, Optional<Node> issue, Optional<Node> kind, Optional<Node> organisation, int steps) {
    /** The relation that stands for all. */
    public static final String ANY = "any";

    /** The parameters of an address that it is made of. */
    public static final List<String> NAMES = List.of("relation", "issue", "kind", "organisation", "steps");

    /** The relation that is shown unless another is wanted. */
    public static final String USUAL = "partnerOf";

    /** Only partnerships, of everyone. */
    public static final NetworkFilter NONE =
            new NetworkFilter(USUAL, Optional.empty(), Optional.empty(), Optional.empty(), 1);

    NetworkFilter withRelation(String other) {
        return new NetworkFilter(other, issue, kind, organisation, steps);
    }

    /** The parameters that ask for it, as they stand in a query string; empty if it is the usual one. */
    public String query() {
        StringBuilder query = new StringBuilder();
        if (!relation.equals(USUAL)) {
            query.append("&relation=").append(relation);
        }
        issue.ifPresent(node -> query.append("&issue=").append(Tie.slug(node)));
        kind.ifPresent(node -> query.append("&kind=").append(kindSlug(node)));
        organisation.ifPresent(node -> query.append("&organisation=").append(Tie.slug(node)));
        if (steps != 1) {
            query.append("&steps=").append(steps);
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    /** The slug of a kind of organisation, as the parameter has it. */
    public static String kindSlug(Node kind) {
        String slug = Tie.slug(kind);
        return slug.substring(slug.indexOf('/') + 1);
    }
}
