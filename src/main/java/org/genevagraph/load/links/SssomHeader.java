package org.genevagraph.load.links;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.Prefixes;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What the comments at the head of an SSSOM mapping set say: the prefixes of its CURIEs, and values that hold for each of its rows.
 *
 * @see <a href="https://mapping-commons.github.io/sssom/">SSSOM, a Simple Standard for Sharing Ontological Mappings</a>
 */
final class SssomHeader {
    /** Prefixes that every set may use without saying so, as the specification has them. */
    private static final Map<String, String> BUILT_IN = Map.of(
            "owl", Prefixes.ALL.get("owl"),
            "rdf", Prefixes.ALL.get("rdf"),
            "rdfs", Prefixes.ALL.get("rdfs"),
            "semapv", "https://w3id.org/semapv/vocab/",
            "skos", Prefixes.ALL.get("skos"),
            "sssom", Prefixes.ALL.get("sssom"),
            "xsd", Prefixes.ALL.get("xsd"),
            "linkml", "https://w3id.org/linkml/");

    /** The slots that the whole set must have. */
    private static final List<String> REQUIRED = List.of("mapping_set_id", "license");

    /** Slots of the set that a row takes over if it does not have them itself. */
    private static final List<String> PROPAGATED =
            List.of("mapping_date", "object_source", "subject_source", "mapping_provider", "mapping_tool");

    private static final Pattern CURIE = Pattern.compile("([A-Za-z_][\\w.-]*)?:(?!//)(.*)");
    private static final Pattern IRI = Pattern.compile("[a-z][a-z0-9+.-]*://.*");

    private final Map<String, String> prefixes = new TreeMap<>(BUILT_IN);
    private final Map<String, String> slots = new LinkedHashMap<>();

    private SssomHeader() {}

    /** Reads the header of a mapping set; what is missing or malformed is a problem. */
    static SssomHeader read(Table table, Problems problems) {
        SssomHeader header = new SssomHeader();
        try {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(String.join("\n", table.comments()));
            if (yaml instanceof Map<?, ?> map) {
                map.forEach((key, value) -> header.slot(String.valueOf(key), value));
            }
        } catch (YAMLException e) {
            problems.add(Problem.error(
                    table.file(),
                    1,
                    "",
                    "has a header that is no YAML",
                    "write comments such as '#mapping_set_id: https://example.org/set'"));
            return header;
        }
        for (String slot : REQUIRED) {
            if (!header.slots.containsKey(slot)) {
                problems.add(Problem.error(
                        table.file(), 1, slot, "is missing from the header", "add the line '#" + slot + ": …'"));
            }
        }
        return header;
    }

    private void slot(String key, Object value) {
        if (key.equals("curie_map") && value instanceof Map<?, ?> map) {
            map.forEach((prefix, namespace) -> prefixes.put(String.valueOf(prefix), String.valueOf(namespace)));
        } else if (value instanceof java.util.Date day) {
            slots.put(key, day.toInstant().toString().substring(0, 10));
        } else if (value != null) {
            slots.put(key, String.valueOf(value));
        }
    }

    /** The row's value of a slot, or the set's where the row has none and the slot may be taken over; empty without either. */
    String value(Row row, String slot) {
        String own = row.get(slot);
        return own.isEmpty() && PROPAGATED.contains(slot) ? slots.getOrDefault(slot, "") : own;
    }

    /** The prefixes of its CURIEs with what they stand for, those that need not be declared included. */
    Map<String, String> prefixes() {
        return Map.copyOf(prefixes);
    }

    /** The IRI that a CURIE stands for; an IRI written in full is itself. Empty if its prefix is in no map. */
    Optional<String> expand(String reference) {
        if (IRI.matcher(reference).matches()) {
            return Optional.of(reference);
        }
        Matcher curie = CURIE.matcher(reference);
        if (!curie.matches() || curie.group(1) == null || !prefixes.containsKey(curie.group(1))) {
            return Optional.empty();
        }
        return Optional.of(prefixes.get(curie.group(1)) + curie.group(2));
    }
}
