package org.genevagraph.curate.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The proposals for a text, each once: of two that are the same the likelier one stays. */
final class Found {
    private final Map<List<String>, Suggestion> suggestions = new LinkedHashMap<>();

    void add(Suggestion suggestion) {
        List<String> key = new ArrayList<>(suggestion.told());
        key.add(suggestion.table());
        suggestions.merge(key, suggestion, (one, other) -> other.score() > one.score() ? other : one);
    }

    /** The likeliest first. */
    List<Suggestion> sorted() {
        return suggestions.values().stream()
                .sorted(Comparator.comparingDouble((Suggestion suggestion) -> -suggestion.score()))
                .toList();
    }
}
