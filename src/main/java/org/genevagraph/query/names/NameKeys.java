package org.genevagraph.query.names;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** What things are called, by keys in which spellings of one name are the same. */
final class NameKeys {
    /** From the most exact way of naming a thing to the least; the first that fits decides. */
    enum How {
        SLUG,
        ACRONYM,
        NAME,
        OTHER_NAME,
        IDENTIFIER,
        SPELLING,
        SLUG_SPELLING,
        /** All its words, whatever their order. */
        WORDS,
        /** Its number behind what other things are called by. */
        HEAD;

        static final List<How> CALLED = List.of(ACRONYM, NAME, OTHER_NAME);

        /** The keys of a text. */
        Set<String> keys(String text) {
            return switch (this) {
                // Another thing can have as its name what is a slug in lower case.
                case SLUG -> Set.of(text.strip());
                case IDENTIFIER -> Registers.keys(text);
                // A number alone says little; with a sign or in brackets it is another one, or a note.
                case SPELLING, SLUG_SPELLING, HEAD ->
                    Stream.of(Spelling.joined(text))
                            .filter(key -> key.chars().anyMatch(Character::isLetter))
                            .collect(Collectors.toSet());
                case WORDS -> Spelling.inAnyOrder(text).map(Set::of).orElse(Set.of());
                default -> Set.of(Spelling.folded(text));
            };
        }
    }

    /** A name of a thing, of which the keys are not yet made; an identifier is its own key. */
    record Called(How how, String name, Node thing) {}

    /** What is called how, by kind; never changes once the graph is read. */
    private final Map<String, List<Called>> called = new LinkedHashMap<>();

    /** The same by keys, each kind made when somebody first asks for it: most who ask want few kinds, and most things are passages. */
    private final Map<String, Map<How, Map<String, List<Node>>>> byKind = new ConcurrentHashMap<>();

    /** Takes a name of a thing, before anybody asks. */
    void add(String kind, How how, String name, Node thing) {
        called.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Called(how, name, thing));
    }

    /** Everything that things of a kind are called. */
    List<Called> called(String kind) {
        return called.getOrDefault(kind, List.of());
    }

    /** The things of a kind that are called in one way, by their keys. */
    Map<String, List<Node>> of(String kind, How how) {
        return byKind.computeIfAbsent(kind, this::keys).getOrDefault(how, Map.of());
    }

    private Map<How, Map<String, List<Node>>> keys(String kind) {
        Map<How, Map<String, List<Node>>> keys = new EnumMap<>(How.class);
        for (Called each : called(kind)) {
            Set<String> its = each.how() == How.IDENTIFIER
                    ? Set.of(each.name())
                    : each.how().keys(each.name());
            for (String key : its) {
                if (!key.isEmpty()) {
                    List<Node> things = keys.computeIfAbsent(each.how(), how -> new HashMap<>())
                            .computeIfAbsent(key, none -> new ArrayList<>());
                    if (!things.contains(each.thing())) {
                        things.add(each.thing());
                    }
                }
            }
        }
        return keys;
    }

    /** The things that are called so in one way, those of an earlier kind first. */
    List<Node> at(How how, String given, List<String> kinds) {
        Set<Node> found = new LinkedHashSet<>();
        Set<String> wanted = how.keys(given);
        for (String kind : kinds) {
            Map<String, List<Node>> names = of(kind, how);
            wanted.forEach(key -> found.addAll(names.getOrDefault(key, List.of())));
        }
        return List.copyOf(found);
    }

    /** The things of some kinds that bear a name, by the most exact way in which any does; none if nothing is called so. */
    List<Node> named(String given, List<String> kinds) {
        for (How how : How.values()) {
            List<Node> found = at(how, given, kinds);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
