package org.genevagraph.curate.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The proposals for a text, each once: of two that are the same the likelier one stays. */
public final class Found {
    private final Map<List<String>, Suggestion> suggestions = new LinkedHashMap<>();

    /** Takes a proposal, unless one that is the same and as likely is there. */
    public void add(Suggestion suggestion) {
        List<String> key = new ArrayList<>(suggestion.told());
        key.add(suggestion.table());
        suggestions.merge(key, suggestion, (one, other) -> other.score() > one.score() ? other : one);
    }

    /** The likeliest first. */
    public List<Suggestion> sorted() {
        return suggestions.values().stream()
                .sorted(Comparator.comparingDouble((Suggestion suggestion) -> -suggestion.score()))
                .toList();
    }
}
