package org.genevagraph.curate.measure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genevagraph.text.Words;

/** When a suggested thing or statement counts as one that people wrote down. */
final class Likeness {
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of(
                    "runs",
                    "coConvenes",
                    "coLeads",
                    "hosts",
                    "launched",
                    "presents",
                    "operatedBy",
                    "develops",
                    "foundedBy"),
            Set.of(
                    "partnersIn",
                    "memberOf",
                    "participatesIn",
                    "contributesTo",
                    "partnerOf",
                    "supports",
                    "partOf",
                    "funds",
                    "judges"),
            Set.of("funds", "supports"),
            Set.of("addresses", "about"),
            Set.of("publishes", "endorses", "contributesTo", "cites", "prepares"),
            Set.of("basedIn"));

    /** So many words of the shorter of two names have to be in the longer one, besides those that name the body itself. */
    private static final double ALIKE = 0.75;

    private static final int LEAST_ALIKE = 2;

    private Likeness() {}

    /**
     * A thing as it is compared. Much in the tables has a name of a curator's making, since a text describes more than it names: "online diagnostic
     * tool". So a thing of the same passage is the same if its name has most of the words, and any thing if it has a name in common.
     *
     * @param names every name, in the form in which names are compared
     * @param passages where the text speaks of it
     */
    record Thing(Set<String> names, Set<String> passages) {
        boolean isLike(Thing other, Set<String> own) {
            return meet(names, other.names)
                    || (meet(passages, other.passages)
                            && names.stream()
                                    .anyMatch(one -> other.names.stream().anyMatch(two -> alike(one, two, own))));
        }

        private static boolean alike(String one, String other, Set<String> own) {
            Set<String> few = new HashSet<>(Words.telling(one));
            Set<String> many = new HashSet<>(Words.telling(other));
            few.removeAll(own);
            many.removeAll(own);
            Set<String> shorter = few.size() <= many.size() ? few : many;
            String longer = String.join(" ", few.size() <= many.size() ? many : few);
            long common = shorter.stream()
                    .filter(word -> Words.share(word, longer) > 0)
                    .count();
            return common >= LEAST_ALIKE && common >= ALIKE * shorter.size();
        }
    }

    /** A statement as it is compared. */
    record Said(Thing from, String relation, Thing to) {
        boolean isLike(Said said, Set<String> own) {
            boolean ends = (from.isLike(said.from, own) && to.isLike(said.to, own))
                    || (from.isLike(said.to, own) && to.isLike(said.from, own));
            return ends && isOfFamily(relation, said.relation);
        }
    }

    /** Whether two sets of names have one in common. */
    static boolean meet(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    private static boolean isOfFamily(String one, String other) {
        return one.equals(other)
                || FAMILIES.stream().anyMatch(family -> family.contains(one) && family.contains(other));
    }
}
