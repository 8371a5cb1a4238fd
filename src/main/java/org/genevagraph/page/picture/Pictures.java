package org.genevagraph.page.picture;

import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;

/** In which pictures a thing has its place: an organisation in the network, an Action Line in the matrix and on the map. */
public final class Pictures {
    private static final String SEVENTH_LINE = "c7";

    private Pictures() {}

    /**
     * The pictures with the thing chosen in them; none for kinds that no picture shows.
     *
     * @param kind the kind as in the thing's IRI
     * @param slug its id within the kind
     * @param objective the id of the objective to which it belongs; empty if to none
     */
    public static List<Link> of(String kind, String slug, String objective, Site site) {
        Link matrix = new Link(site.text("site.in-matrix"), "/matrix?" + kind + "=" + slug + "#list");
        return switch (kind) {
            case "organisation", "issue" ->
                List.of(new Link(site.text("site.in-network"), "/network?relation=any&" + kind + "=" + slug));
            case "action-line" ->
                slug.equals(SEVENTH_LINE)
                        // The map has its narrower lines.
                        ? List.of(matrix)
                        : List.of(matrix, new Link(site.text("site.in-map"), "/map#" + slug));
            case "objective" -> List.of(matrix, new Link(site.text("site.in-map"), "/map?objective=" + slug));
            case "sdg" -> List.of(matrix);
            case "commitment" ->
                objective.isEmpty()
                        ? List.of()
                        : List.of(new Link(site.text("site.in-map"), "/map?objective=" + objective + "#" + slug));
            default -> List.of();
        };
    }
}
