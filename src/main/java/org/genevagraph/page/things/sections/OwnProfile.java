package org.genevagraph.page.things.sections;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;

/** The texts that are about a thing, and how near to their headings a statement is. */
final class OwnProfile {
    private final FactGraph facts;
    private final Set<Node> documents;

    OwnProfile(FactGraph facts, Node thing) {
        this.facts = facts;
        this.documents = facts.all(thing, GG.profiledIn);
    }

    boolean isThere() {
        return !documents.isEmpty();
    }

    /** How near the nearest of some statements is, the nearest first. */
    Nearness nearest(List<Node> statements) {
        return statements.stream().map(this::nearness).min(Nearness::compareTo).orElse(Nearness.THROUGH_OTHERS);
    }

    private Nearness nearness(Node statement) {
        if (!facts.all(statement, GG.via).isEmpty()) {
            return Nearness.THROUGH_OTHERS;
        }
        List<Node> own = facts.all(statement, GG.evidence).stream()
                .filter(passage -> facts.all(passage, GG.inDocument).stream().anyMatch(documents::contains))
                .toList();
        return own.stream().anyMatch(passage -> facts.hasKind(passage, "heading"))
                ? Nearness.HEADING
                : own.isEmpty() ? Nearness.ELSEWHERE : Nearness.SAID_OF_IT;
    }

    /** What a statement rests on, seen from the thing's own profile. */
    enum Nearness {
        /** A heading of the profile names it. */
        HEADING,
        /** The profile says it of the thing itself. */
        SAID_OF_IT,
        /** Another text says it of the thing itself. */
        ELSEWHERE,
        /** It comes through an initiative or a unit. */
        THROUGH_OTHERS
    }
}
