package org.genevagraph.load.links;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genevagraph.vocabulary.Prefixes;

/** Writes an SSSOM mapping set as a table separated by tabs, with its header; IRIs in the rows become CURIEs. */
public final class MappingSetWriter {
    /** Slots that refer to something by a CURIE. */
    private static final List<String> REFERENCES =
            List.of("subject_id", "predicate_id", "object_id", "mapping_justification", "object_source");
    /** Prefixes that the specification has built in may stand in the map as well. */
    private static final List<String> COMMON = List.of("skos", "semapv", "sssom", "rdfs");

    private static final String WEB = "web";

    private final Map<String, String> header;
    private final Map<String, String> known;
    private final Map<String, String> used = new TreeMap<>();

    /**
     * Of a set.
     *
     * @param header slots of the set with their values, in the order in which they are written
     * @param known prefixes to choose from, with what they stand for
     */
    public MappingSetWriter(Map<String, String> header, Map<String, String> known) {
        this.header = header;
        this.known = new TreeMap<>(known);
    }

    /**
     * Writes the set.
     *
     * @param columns the slots of the rows, in their order
     * @param rows what they hold; references as IRIs
     */
    public void write(List<String> columns, List<Map<String, String>> rows, PrintStream out) throws IOException {
        COMMON.forEach(prefix -> used.put(prefix, Prefixes.ALL.get(prefix)));
        StringWriter table = new StringWriter();
        try (CsvWriter tsv = CsvWriter.builder()
                .fieldSeparator('\t')
                .lineDelimiter(LineDelimiter.LF)
                .build(table)) {
            tsv.writeRecord(columns);
            for (Map<String, String> row : rows) {
                List<String> cells = new ArrayList<>();
                for (String column : columns) {
                    String value =
                            row.getOrDefault(column, "").replaceAll("\\s+", " ").strip();
                    cells.add(REFERENCES.contains(column) && !value.isEmpty() ? curie(value) : value);
                }
                tsv.writeRecord(cells);
            }
        }
        header.forEach((slot, value) -> out.print("#" + slot + ": " + quoted(value) + "\n"));
        out.print("#curie_map:\n");
        used.forEach((prefix, namespace) -> out.print("#  " + prefix + ": " + quoted(namespace) + "\n"));
        out.print(table);
        out.flush();
    }

    private String curie(String iri) {
        String namespace = namespace(iri);
        if (namespace.length() == iri.length()) {
            // The address of a register, of which nothing is left to stand behind a prefix.
            namespace = iri.substring(0, iri.indexOf("//") + 2);
            used.put(WEB + (namespace.startsWith("https") ? "s" : ""), namespace);
            return WEB + (namespace.startsWith("https") ? "s" : "") + ":" + iri.substring(namespace.length());
        }
        return prefix(namespace) + ":" + iri.substring(namespace.length());
    }

    /** What an identifier begins with; of {@code https://sws.geonames.org/2660646/} the part before the number. */
    private String namespace(String iri) {
        String longest = known.values().stream()
                .filter(iri::startsWith)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("");
        if (!longest.isEmpty()) {
            return longest;
        }
        String bare = iri.endsWith("/") ? iri.substring(0, iri.length() - 1) : iri;
        int end = Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('#')) + 1;
        return end > bare.indexOf("//") + 2 ? iri.substring(0, end) : iri;
    }

    private String prefix(String namespace) {
        String prefix = known.entrySet().stream()
                .filter(entry -> entry.getValue().equals(namespace))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> "ns" + (1 + used.size()));
        known.putIfAbsent(prefix, namespace);
        used.put(prefix, namespace);
        return prefix;
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z][^\\s:#'\"\\[\\]{}]*(:?[^\\s:#'\"\\[\\]{}]+)*#?")
                ? value
                : "\"" + value.replace("\"", "'") + "\"";
    }
}
