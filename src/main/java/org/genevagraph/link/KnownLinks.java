package org.genevagraph.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.load.links.MappingSet;
import org.genevagraph.vocabulary.Sssom;

/** What is linked already, what was rejected, and where one looked in vain. */
public final class KnownLinks {
    private final Map<String, Set<String>> exact = new HashMap<>();
    private final Map<String, Set<String>> linked = new HashMap<>();
    private final Map<String, Set<String>> holders = new HashMap<>();
    private final Map<String, Set<String>> rejected = new HashMap<>();
    private final Map<String, Set<String>> soughtInVain = new HashMap<>();
    private final Map<String, String> prefixes = new TreeMap<>();

    /**
     * From mapping sets.
     *
     * @param sets what was reviewed; rows that deny a mapping reject it
     * @param refused sets of which every row was rejected
     */
    public KnownLinks(Collection<MappingSet> sets, Collection<MappingSet> refused) {
        for (MappingSet set : sets) {
            prefixes.putAll(set.prefixes());
            set.mappings().forEach(this::add);
        }
        for (MappingSet set : refused) {
            set.mappings().forEach(mapping -> put(rejected, mapping.subject(), mapping.object()));
        }
    }

    private void add(MappingSet.Mapping mapping) {
        if (mapping.isDenied()) {
            put(rejected, mapping.subject(), mapping.object());
        } else if (mapping.object().equals(Sssom.NO_TERM_FOUND)) {
            put(soughtInVain, mapping.subject(), mapping.objectSource());
        } else {
            put(linked, mapping.subject(), mapping.object());
            if (mapping.predicate().equals(SKOS.exactMatch.getURI())) {
                put(exact, mapping.subject(), mapping.object());
                put(holders, mapping.object(), mapping.subject());
            }
        }
    }

    private static void put(Map<String, Set<String>> map, String key, String value) {
        map.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(value);
    }

    /** The identifiers that begin so and that a thing is linked with, in whichever way. */
    Set<String> linked(String thing, String namespace) {
        return beginning(linked.getOrDefault(thing, Set.of()), namespace);
    }

    /** Those that are said to be the same thing. */
    Set<String> exact(String thing, String namespace) {
        return beginning(exact.getOrDefault(thing, Set.of()), namespace);
    }

    private static Set<String> beginning(Set<String> iris, String namespace) {
        Set<String> found = new LinkedHashSet<>();
        iris.stream().filter(iri -> iri.startsWith(namespace)).forEach(found::add);
        return found;
    }

    /** The things that are said to be the same as an entry, one of them left out. */
    Set<String> othersWith(String entry, String thing) {
        Set<String> others = new HashSet<>(holders.getOrDefault(entry, Set.of()));
        others.remove(thing);
        return others;
    }

    /** Whether somebody said that they are not the same. */
    boolean isRejected(String thing, String entry) {
        return rejected.getOrDefault(thing, Set.of()).contains(entry);
    }

    /** Whether one looked for a thing in a register before and found nothing. */
    boolean isSoughtInVain(String thing, String register) {
        return soughtInVain.getOrDefault(thing, Set.of()).contains(register);
    }

    /**
     * Whether a thing has neither an identifier that begins so nor was looked for in vain.
     *
     * @param register the IRI of the register
     */
    public boolean isOpen(String thing, String namespace, String register) {
        return linked(thing, namespace).isEmpty() && !isSoughtInVain(thing, register);
    }

    /** The prefixes that the sets use. */
    Map<String, String> prefixes() {
        return Map.copyOf(prefixes);
    }
}
