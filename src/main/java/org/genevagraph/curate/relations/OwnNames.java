package org.genevagraph.curate.relations;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.curate.names.OtherNames;
import org.genevagraph.snapshot.FactGraph;

/** What a text calls the bodies that it is about. */
final class OwnNames {
    /** What stands in a name behind its noun. */
    private static final Pattern WHAT_FOR = Pattern.compile(" (?:of|for|on|in|to|against)\\b.*");

    private final FactGraph facts;
    private final Map<Node, String> called = new HashMap<>();
    private final Map<Node, Set<String>> initials = new HashMap<>();

    /**
     * In a text.
     *
     * @param others acronyms that the graph knows, which are nobody's initials
     */
    OwnNames(FactGraph facts, List<Node> owners, String text, Set<String> others) {
        this.facts = facts;
        owners.forEach(owner -> initials.put(
                owner,
                OtherNames.initials(of(owner), text).stream()
                        .filter(acronym -> !others.contains(acronym))
                        .collect(Collectors.toSet())));
        owners.forEach(owner -> called.put(
                owner,
                of(owner).stream()
                        .filter(text::contains)
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .orElseGet(() -> facts.label(owner))));
    }

    /** All names of a thing; of a body that the text is about, its initials as well. */
    Set<String> of(Node thing) {
        Set<String> names = new HashSet<>(initials.getOrDefault(thing, Set.of()));
        Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                .flatMap(property -> facts.all(thing, property).stream())
                .map(Node::getLiteralLexicalForm)
                .forEach(names::add);
        return names;
    }

    /** The shortest name that the text has for one of its bodies. */
    String called(Node owner) {
        return called.get(owner);
    }

    /** What a passage calls the body besides, and the table does not. */
    List<OtherNames.Other> others(Node owner, String words) {
        Set<String> known = new HashSet<>(of(owner));
        Set<String> own = initials.getOrDefault(owner, Set.of());
        known.removeAll(own);
        return OtherNames.in(words, known).stream()
                .filter(other -> !other.column().equals("acronym") || own.contains(other.name()))
                .toList();
    }

    /** Whether a new name is one of a body, or one that a passage gives it besides. */
    boolean isOne(String name, Node body, String words) {
        return of(body).contains(name)
                || others(body, words).stream().anyMatch(other -> other.name().equals(name));
    }

    /** Whether words are the noun of a body's name, with an article: "the Forum" of the Forum on Trade. */
    boolean isShortFor(String words, Node body) {
        String noun = words.replaceFirst("^[Tt]he ", "");
        return !noun.equals(words)
                && !noun.contains(" ")
                && of(body).stream()
                        .map(name -> WHAT_FOR.matcher(name).replaceFirst(""))
                        .anyMatch(name -> name.equals(noun) || name.endsWith(" " + noun));
    }
}
