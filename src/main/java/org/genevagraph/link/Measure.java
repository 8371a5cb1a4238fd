package org.genevagraph.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.genevagraph.link.match.Decision;
import org.genevagraph.link.match.OwnThing;

/**
 * How well the search finds the links that people have reviewed, when it is not told of them.
 *
 * @param reviewed how many reviewed links lead to entries that the register has
 * @param right how many of them are proposed
 * @param wrong how many proposals contradict a reviewed link
 * @param undecided how many of the things with such a link have several candidates
 * @param fresh how many proposals are for things without a link there
 * @param lines what was not found and what is wrong, in words
 */
public record Measure(int reviewed, int right, int wrong, int undecided, int fresh, List<String> lines) {
    public Measure {
        lines = List.copyOf(lines);
    }

    /** The identifiers of reviewed links that some things have, in whichever register. */
    public static Set<String> asked(Iterable<OwnThing> things, KnownLinks known) {
        Set<String> asked = new HashSet<>();
        things.forEach(thing -> asked.addAll(known.exact(thing.iri(), "")));
        return asked;
    }

    /** Compares what was decided with what was reviewed. */
    public static Measure of(Linking linking, KnownLinks known) {
        int reviewed = 0;
        int right = 0;
        int wrong = 0;
        int undecided = 0;
        int fresh = 0;
        List<String> lines = new ArrayList<>();
        for (Decision decision : linking.decisions()) {
            String thing = decision.thing().iri();
            Set<String> exact = known.exact(thing, linking.namespace());
            Set<String> linked = known.linked(thing, linking.namespace());
            boolean isThere = exact.stream().anyMatch(linking.seen()::contains);
            boolean isFound = decision.outcome() == Decision.Outcome.FOUND;
            String proposed = isFound ? decision.best().entry().iri() : "";
            reviewed += isThere ? 1 : 0;
            undecided += isThere && decision.outcome() == Decision.Outcome.UNDECIDED ? 1 : 0;
            if (isFound && exact.contains(proposed)) {
                right++;
            } else if (isFound && linked.isEmpty()) {
                fresh++;
                lines.add("new: " + decision.thing().curie() + " " + proposed + " "
                        + decision.best().entry().label());
            } else if (isFound && !linked.contains(proposed)) {
                wrong++;
                lines.add("wrong: " + decision.thing().curie() + " " + proposed + " instead of "
                        + String.join(", ", linked));
            } else if (isThere) {
                lines.add((decision.outcome() == Decision.Outcome.UNDECIDED ? "undecided: " : "missed: ")
                        + decision.thing().curie() + " " + String.join(", ", exact)
                        + (decision.candidates().size() > 1
                                ? " among "
                                        + decision.candidates().stream()
                                                .map(candidate ->
                                                        candidate.entry().iri())
                                                .collect(Collectors.joining(", "))
                                : "")
                        + (decision.passedOver().isEmpty() ? "" : " – " + String.join("; ", decision.passedOver())));
            }
        }
        return new Measure(reviewed, right, wrong, undecided, fresh, lines);
    }

    /** Of the proposals that can be judged, the share that is right; 1 if there is none. */
    public double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** Of the reviewed links, the share that is proposed; 1 if there is none. */
    public double recall() {
        return reviewed == 0 ? 1 : (double) right / reviewed;
    }

    /** The figures in one line. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "reviewed links in the register: %d; proposed rightly: %d, wrongly: %d, undecided: %d; precision %.3f, recall %.3f; proposed for things without a link: %d",
                reviewed,
                right,
                wrong,
                undecided,
                precision(),
                recall(),
                fresh);
    }
}
