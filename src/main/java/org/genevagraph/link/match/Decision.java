package org.genevagraph.link.match;

import java.util.List;

/**
 * What came of the search for one of our things in a register.
 *
 * @param thing the thing
 * @param outcome what came of it
 * @param candidates the one that is proposed, or those between which nothing decides, the likeliest first
 * @param passedOver what bears its name there and is not proposed, each with the reason, in words
 */
public record Decision(OwnThing thing, Outcome outcome, List<Candidate> candidates, List<String> passedOver) {
    /** What can come of it. */
    public enum Outcome {
        /** One entry is it. */
        FOUND,
        /** Several could be it. */
        UNDECIDED,
        /** None is it. */
        NONE
    }

    public Decision {
        candidates = List.copyOf(candidates);
        passedOver = List.copyOf(passedOver);
    }

    /** The entry that is proposed. */
    public Candidate best() {
        return candidates.get(0);
    }

    Decision undecided() {
        return new Decision(thing, Outcome.UNDECIDED, candidates, passedOver);
    }
}
