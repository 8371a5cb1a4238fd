package org.genevagraph.serve.monitor;

import java.util.Set;

/** Few words for many addresses: what numbers are counted by. */
final class Routes {
    private static final Set<String> KNOWN = Set.of(
            "sparql",
            "queries",
            "openapi.json",
            "id",
            "graph",
            "ontology",
            "search",
            "compare",
            "brief",
            "imprint",
            "contribute",
            "submit",
            "matrix",
            "network",
            "map",
            "places",
            "dump",
            "health",
            "metrics",
            "changes",
            "reconcile",
            "shapes",
            "docs",
            "mcp",
            "assets",
            "editor");

    private Routes() {}

    /** The feature that an address belongs to; {@code other} if it is none. */
    static String of(String path) {
        if (path == null) {
            return "other";
        }
        if (path.equals("/")) {
            return "home";
        }
        // The form of an answer, such as .csv, makes no feature.
        String first = path.substring(1).replaceFirst("/.*", "");
        if (KNOWN.contains(first)) {
            return first;
        }
        String bare = first.replaceFirst("\\..*", "");
        return KNOWN.contains(bare) ? bare : "other";
    }
}
