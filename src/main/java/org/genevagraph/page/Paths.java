package org.genevagraph.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Where on the site things stand; the one place that knows. */
public final class Paths {
    private Paths() {}

    /** The path at which the site tells about an IRI of this project; empty for every other IRI. */
    public static String of(String iri) {
        if (iri.startsWith(GG.NS)) {
            return "/ontology#" + encoded(iri.substring(GG.NS.length()));
        }
        return iri.startsWith(Iris.BASE) ? "/" + iri.substring(Iris.BASE.length()) : "";
    }

    /** A value as it stands in a query string. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
