package org.genevagraph.page.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;

/** Kinds of organisation that share a colour and a shape: fifteen of each could not be told apart. The colours are those of Okabe and Ito. */
enum KindGroup {
    INTERGOVERNMENTAL("#0072b2", 0, "un-body", "intergovernmental-organisation"),
    STATES("#d55e00", 4, "government", "government-department"),
    RESEARCH("#009e73", 3, "university", "research-institute"),
    CIVIL_SOCIETY("#cc79a7", 6, "foundation", "association", "ngo", "network", "partnership"),
    BUSINESS("#e69f00", -4, "company"),
    OTHER("#8a919b", 5, "committee", "unit", "standards-body");

    private final String colour;
    private final int corners;
    private final List<String> kinds;

    KindGroup(String colour, int corners, String... kinds) {
        this.colour = colour;
        this.corners = corners;
        this.kinds = List.of(kinds);
    }

    /** Where a kind belongs; a kind that nobody thought of, among the others. */
    static KindGroup of(Node kind) {
        String slug = kind.isURI() ? NetworkFilter.kindSlug(kind) : "";
        return Arrays.stream(values())
                .filter(group -> group.kinds.contains(slug))
                .findFirst()
                .orElse(OTHER);
    }

    /** Its colour on a light ground. */
    String colour() {
        return colour;
    }

    /** The name of its CSS class. */
    String style() {
        return "kind-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The outline of its shape as an SVG path: a circle, or a polygon of about the same area; standing on a corner if so many are below 0. */
    String outline(double x, double y, double radius) {
        if (corners == 0) {
            return String.format(
                    Locale.ROOT,
                    "M%.1f %.1fa%3$.1f %3$.1f 0 1 0 %4$.1f 0a%3$.1f %3$.1f 0 1 0 %5$.1f 0z",
                    x - radius,
                    y,
                    radius,
                    2 * radius,
                    -2 * radius);
        }
        int count = Math.abs(corners);
        double reach = radius * Math.sqrt(2 * Math.PI / (count * Math.sin(2 * Math.PI / count)));
        double first = corners == 4 ? -Math.PI / 4 : -Math.PI / 2;
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double angle = first + 2 * Math.PI * i / count;
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    i == 0 ? "M" : "L",
                    x + reach * Math.cos(angle),
                    y + reach * Math.sin(angle)));
        }
        return path.append('z').toString();
    }

    /** How far its shape reaches from the middle at most. */
    static double reach(double radius) {
        return radius * Math.sqrt(2 * Math.PI / (3 * Math.sin(2 * Math.PI / 3)));
    }
}
