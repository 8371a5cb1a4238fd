package org.genevagraph.link;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genevagraph.link.match.Decision;
import org.genevagraph.link.match.Matching;
import org.genevagraph.link.match.OwnThing;
import org.genevagraph.link.register.Entry;
import org.genevagraph.link.register.Register;
import org.genevagraph.link.register.WikidataExtract;
import org.genevagraph.problem.Problems;

/**
 * What a register has of our things.
 *
 * @param decisions one for each thing
 * @param namespace what the identifiers of the register begin with
 * @param address the IRI of the register itself
 * @param entries how many entries were read
 * @param isComplete whether the register was read to its end; if not, nobody can say that something is not in it
 * @param seen of the identifiers that were asked about, those that are there
 */
public record Linking(
        List<Decision> decisions,
        String namespace,
        String address,
        long entries,
        boolean isComplete,
        Set<String> seen) {
    /** A successor may have a successor; nobody needs more than a few. */
    private static final int MOST_PASSES = 4;

    private static final int MOST_NAMESPACES = 1000;

    public Linking {
        decisions = List.copyOf(decisions);
        seen = Set.copyOf(seen);
    }

    /**
     * Reads a register and decides for each thing; reads it once more where a withdrawn entry names a successor.
     *
     * @param least the score from which an entry is proposed
     * @param given what the identifiers of the register begin with, if the user says so; else empty
     * @param asked identifiers that one wants to know of whether the register has them
     * @throws IOException if the register cannot be read at all
     */
    public static Linking of(
            Register register,
            Collection<OwnThing> things,
            double least,
            KnownLinks known,
            String given,
            Set<String> asked,
            Register.Progress progress,
            Problems problems)
            throws IOException {
        Matching matching = new Matching(things, least);
        Map<String, Long> namespaces = new HashMap<>();
        Set<String> seen = new HashSet<>();
        long[] entries = {0};
        boolean isComplete = register.read(
                entry -> {
                    entries[0]++;
                    count(entry, namespaces);
                    if (asked.contains(entry.iri())) {
                        seen.add(entry.iri());
                    }
                    matching.take(entry);
                },
                progress,
                problems);
        for (int pass = 1; pass < MOST_PASSES; pass++) {
            Set<String> missing = matching.missing();
            if (missing.isEmpty()) {
                break;
            }
            register.read(
                    entry -> {
                        if (missing.contains(entry.iri())) {
                            matching.take(entry);
                        }
                    },
                    progress,
                    new Problems());
        }
        String own = given.isEmpty() ? register.namespace() : given;
        String namespace = own.isEmpty() ? commonest(namespaces) : own;
        return new Linking(
                matching.decide(known::isRejected),
                namespace,
                address(register, namespace),
                entries[0],
                isComplete,
                seen);
    }

    private static String address(Register register, String namespace) {
        boolean isWikidata = namespace.equals(WikidataExtract.NAMESPACE);
        boolean isOwn = !register.address().isEmpty() && namespace.equals(register.namespace());
        return isOwn ? register.address() : isWikidata ? WikidataExtract.ADDRESS : namespace;
    }

    private static void count(Entry entry, Map<String, Long> namespaces) {
        String iri = entry.iri().replaceFirst("/$", "");
        String namespace = iri.substring(0, Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        if (namespaces.size() < MOST_NAMESPACES || namespaces.containsKey(namespace)) {
            namespaces.merge(namespace, 1L, Long::sum);
        }
    }

    private static String commonest(Map<String, Long> namespaces) {
        return namespaces.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, Long> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
