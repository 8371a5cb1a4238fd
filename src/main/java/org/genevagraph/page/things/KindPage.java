package org.genevagraph.page.things;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Link;
import org.genevagraph.page.Messages;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * All things of a kind, by name.
 *
 * @param kind the kind as in the IRI
 * @param type what people call it
 * @param things the things
 */
public record KindPage(String kind, Link type, List<Entry> things) {
    public KindPage {
        things = List.copyOf(things);
    }

    /**
     * A thing in the list.
     *
     * @param thing the thing
     * @param acronyms short forms of its name
     * @param kinds what kind of its class it is
     * @param description its summary, definition or topic; empty if it has none
     */
    public record Entry(Link thing, List<String> acronyms, List<Link> kinds, String description) {}

    /** The page of a kind; empty if there is no such kind. */
    public static Optional<KindPage> of(Wording words, String kind) {
        List<Node> things = things(words.facts(), kind);
        Optional<Node> type = type(words.facts(), kind);
        if (type.isEmpty() && things.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new KindPage(
                kind,
                type.map(words::link).orElseGet(() -> new Link(Messages.text(words.language(), "kind.of." + kind), "")),
                things.stream()
                        .map(thing -> entry(words, thing))
                        .sorted(Comparator.comparing(Entry::thing, Wording.BY_NAME))
                        .toList()));
    }

    /** The things of a kind, by their IRIs: of its class or, where no class is called so, whatever has a name at the kind's path. */
    public static List<Node> things(FactGraph facts, String kind) {
        Optional<Node> type = type(facts, kind);
        Stream<Node> things = type.isPresent()
                ? facts.instances(type.get())
                : NAMED_KINDS.contains(kind)
                        ? facts.graph().stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                                .map(Triple::getSubject)
                                .filter(thing -> thing.isURI()
                                        && Iris.parse(thing.getURI())
                                                .filter(id -> id.kind().equals(kind)
                                                        && !id.slug().contains("/"))
                                                .isPresent())
                        : Stream.of();
        return things.distinct().sorted(Comparator.comparing(Node::getURI)).toList();
    }

    /** Kinds of what is no fact: how facts are sorted, derived and asked for. */
    private static final Set<String> NAMED_KINDS = Set.of("scheme", "rule", "query");

    private static Optional<Node> type(FactGraph facts, String kind) {
        return facts.graph().stream(Node.ANY, GG.kindName, Node.ANY)
                .filter(triple -> triple.getObject().getLiteralLexicalForm().equals(kind))
                .map(Triple::getSubject)
                .findFirst();
    }

    /** All kinds that things of the graph have, with how many there are of each; the kinds by name. */
    public static List<Count> counts(Wording words) {
        TreeMap<String, Count> counts = new TreeMap<>();
        words.facts().graph().stream(Node.ANY, GG.kindName, Node.ANY).forEach(triple -> {
            String kind = triple.getObject().getLiteralLexicalForm();
            long things = words.facts().instances(triple.getSubject()).count();
            if (things > 0) {
                counts.put(kind, new Count(new Link(words.label(triple.getSubject()), "/id/" + kind), kind, things));
            }
        });
        return List.copyOf(counts.values());
    }

    /**
     * How many things there are of a kind.
     *
     * @param type what people call the kind, with the page that lists its things
     * @param kind the kind as in the IRI
     * @param things how many there are
     */
    public record Count(Link type, String kind, long things) {}

    private static Entry entry(Wording words, Node thing) {
        return new Entry(
                words.link(thing),
                words.facts().all(thing, GG.acronym).stream()
                        .map(Node::getLiteralLexicalForm)
                        .sorted()
                        .toList(),
                words.facts().all(thing, GG.kind).stream().map(words::link).toList(),
                Stream.of(GG.summary, SKOS.definition.asNode())
                        .map(property -> words.facts().text(thing, property))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""));
    }
}
