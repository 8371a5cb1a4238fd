package org.genevagraph.load.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.Iris;

/**
 * An SSSOM mapping set as such: what it says and what it denies, without making facts of it.
 *
 * @param prefixes the prefixes of its CURIEs with what they stand for
 * @param mappings its rows, those left out whose CURIEs have no known prefix
 */
public record MappingSet(Map<String, String> prefixes, List<Mapping> mappings) {
    /**
     * One row, all names in full.
     *
     * @param subject the IRI of the thing of this graph, on whichever side it stands
     * @param predicate the IRI of the relation
     * @param object the IRI elsewhere, or {@link org.genevagraph.vocabulary.Sssom#NO_TERM_FOUND}
     * @param objectSource the IRI of the register; empty if it is not said
     * @param isDenied whether the row says that this is not so
     */
    public record Mapping(String subject, String predicate, String object, String objectSource, boolean isDenied) {}

    public MappingSet {
        prefixes = Map.copyOf(prefixes);
        mappings = List.copyOf(mappings);
    }

    /** Reads a set; what is wrong with it goes to the problems. */
    public static MappingSet read(String file, String name, String text, Problems problems) {
        Table table = Table.read(file, name, text, new MappingLoader().layout(), problems);
        SssomHeader header = SssomHeader.read(table, problems);
        List<Mapping> mappings = new ArrayList<>();
        for (Row row : table.rows()) {
            mapping(header, row).ifPresent(mappings::add);
        }
        return new MappingSet(header.prefixes(), mappings);
    }

    private static Optional<Mapping> mapping(SssomHeader header, Row row) {
        Optional<String> subject = header.expand(row.get("subject_id"));
        Optional<String> predicate = header.expand(row.get("predicate_id"));
        Optional<String> object = header.expand(row.get("object_id"));
        if (subject.isEmpty() || predicate.isEmpty() || object.isEmpty()) {
            return Optional.empty();
        }
        boolean turned =
                Iris.parse(subject.get()).isEmpty() && Iris.parse(object.get()).isPresent();
        return Optional.of(new Mapping(
                turned ? object.get() : subject.get(),
                predicate.get(),
                turned ? subject.get() : object.get(),
                header.expand(header.value(row, "object_source")).orElse(""),
                row.get("predicate_modifier").equals("Not")));
    }
}
