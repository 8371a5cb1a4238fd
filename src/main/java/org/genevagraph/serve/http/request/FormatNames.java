package org.genevagraph.serve.http.request;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genevagraph.problem.Nearest;

/** What formats are called in a sentence: "HTML, CSV and Turtle (ttl)". */
public final class FormatNames {
    /** Names that are no acronyms, by what is written in addresses. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ttl", "Turtle"),
            Map.entry("nt", "N-Triples"),
            Map.entry("nq", "N-Quads"),
            Map.entry("trig", "TriG"),
            Map.entry("rdf", "RDF/XML"),
            Map.entry("jsonld", "JSON-LD"),
            Map.entry("geojson", "GeoJSON"),
            Map.entry("ics", "iCalendar"),
            Map.entry("graphml", "GraphML"),
            Map.entry("cyjs", "Cytoscape.js"),
            Map.entry("node-link", "JSON of NetworkX"),
            Map.entry("atom", "Atom"),
            Map.entry("txt", "text"),
            Map.entry("opensearchdescription", "OpenSearch description"),
            Map.entry("py", "Python"),
            Map.entry("rq", "SPARQL"));

    private FormatNames() {}

    /** The formats that a mistyped one may have meant, or all that there are, as advice. */
    public static String hint(String wanted, Collection<String> known) {
        return Nearest.hint(wanted, known, "it comes as " + listed(List.copyOf(known)));
    }

    private static String listed(List<String> known) {
        List<String> names = known.stream().map(FormatNames::named).toList();
        int last = names.size() - 1;
        return last == 0
                ? names.get(0) + " only"
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String named(String written) {
        String name = NAMES.getOrDefault(written, written.toUpperCase(Locale.ROOT));
        return name.equalsIgnoreCase(written) ? name : name + " (" + written + ")";
    }
}
