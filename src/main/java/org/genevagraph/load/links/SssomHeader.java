package org.genevagraph.load.links;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.Problems;
import org.genevagraph.source.table.Row;
import org.genevagraph.source.table.Table;
import org.genevagraph.vocabulary.Prefixes;
import org.genevagraph.vocabulary.Sssom;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
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

    private static final String CURIE_MAP = "curie_map";
    private static final Pattern CURIE = Pattern.compile("([A-Za-z_][\\w.-]*)?:(?!//)(.*)");
    private static final Pattern IRI = Pattern.compile("[a-z][a-z0-9+.-]*://.*");

    private final Map<String, String> prefixes = new TreeMap<>(BUILT_IN);
    private final Map<String, String> slots = new LinkedHashMap<>();
    private final Set<String> unknownPrefixes = new HashSet<>();
    private final String file;
    private boolean readable = true;
    private boolean mapped;

    private SssomHeader(String file) {
        this.file = file;
    }

    /** Reads the header of a mapping set; what is missing or malformed is a problem. */
    static SssomHeader read(Table table, Problems problems) {
        SssomHeader header = new SssomHeader(table.file());
        try {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(String.join("\n", table.comments()));
            if (yaml instanceof Map<?, ?> map) {
                map.forEach((key, value) -> header.slot(String.valueOf(key), value));
            }
        } catch (YAMLException e) {
            header.readable = false;
            problems.addCause(
                    Problem.error(
                            table.file(),
                            line(e),
                            "",
                            "has a header that is no YAML",
                            "write comments such as '#mapping_set_id: https://example.org/set', and prefixes below '#curie_map:', each two blanks further in"));
            return header;
        }
        for (String slot : REQUIRED) {
            if (!header.slots.containsKey(slot)) {
                header.tellMissing(slot, problems);
            }
        }
        return header;
    }

    /** The comments stand at the head of the file, so that their lines are those of the file. */
    private static int line(YAMLException e) {
        return e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? marked.getProblemMark().getLine() + 1
                : 1;
    }

    private void tellMissing(String slot, Problems problems) {
        List<String> unknown = slots.keySet().stream()
                .filter(key -> !Sssom.SLOTS.contains(key))
                .toList();
        problems.add(Problem.error(
                file,
                1,
                slot,
                "is missing from the header",
                Nearest.of(slot, unknown).stream()
                        .findFirst()
                        .map(near -> "write it in place of " + near)
                        .orElse("add the line '#" + slot + ": …'")));
    }

    /** Whether its rows can be understood. */
    boolean isReadable() {
        return readable;
    }

    /** Tells of a reference that {@link #expand} knows nothing for: each prefix once, and a map of prefixes that is not there instead of them all. */
    void tellUnknown(String reference, Row row, String column, Problems problems) {
        if (!mapped) {
            if (unknownPrefixes.add("")) {
                tellMissing(CURIE_MAP, problems);
            }
            return;
        }
        String prefix = reference.indexOf(':') < 0 ? reference : reference.substring(0, reference.indexOf(':'));
        if (unknownPrefixes.add(prefix)) {
            problems.add(
                    Problem.error(
                            file,
                            row.line(),
                            column,
                            "'" + reference + "' has no known prefix",
                            Nearest.of(prefix, prefixes.keySet()).stream()
                                    .findFirst()
                                    .map(near ->
                                            "the curie_map of the header has " + near + ": give both the same name")
                                    .orElse(
                                            "write a CURIE whose prefix is in the curie_map of the header, or an IRI in full")));
        }
    }

    private void slot(String key, Object value) {
        if (key.equals(CURIE_MAP) && value instanceof Map<?, ?> map) {
            mapped = true;
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
