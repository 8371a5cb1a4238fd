package org.genevagraph.page.kinds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Link;
import org.genevagraph.page.Messages;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.Text;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * All things of a kind, by name.
 *
 * @param kind the kind as in the IRI
 * @param type what people call it
 * @param things the things
 * @param groups the same in groups: issues by basket, commitments by objective, others by their kind; one alone if nothing divides them
 */
public record KindPage(String kind, Link type, List<Entry> things, List<EntryGroup> groups) {
    /** A list of more things than this shows the heads of its groups first. */
    private static final int LONG = 60;

    public KindPage {
        things = List.copyOf(things);
        groups = List.copyOf(groups);
    }

    /**
     * Things of a list that belong together.
     *
     * @param name what they have in common; empty if they are all of the list
     * @param things the things
     */
    public record EntryGroup(String name, List<Entry> things) {
        public EntryGroup {
            things = List.copyOf(things);
        }
    }

    /** Whether the groups are closed at first, since the list is long. */
    public boolean isLong() {
        return things.size() > LONG && groups.size() > 1;
    }

    /** Whether the body to which a committee belongs stands above it. */
    public boolean isBelow(Entry entry) {
        return things.stream().anyMatch(other -> other.thing().equals(entry.whole()));
    }

    /** Those of the things about which a source text is. */
    public List<Entry> profiled() {
        return things.stream().filter(Entry::profiled).toList();
    }

    /**
     * A thing in the list.
     *
     * @param thing the thing
     * @param acronyms short forms of its name
     * @param kinds what kind of its class it is
     * @param description its summary, definition or topic; empty if it has none
     * @param group what it has in common with others of the list; empty if nothing
     * @param whole the body of which it is a committee; its name is empty if it is none
     * @param profiled whether a source text is about it
     */
    public record Entry(
            Link thing,
            List<String> acronyms,
            List<Link> kinds,
            Text description,
            String group,
            Link whole,
            boolean profiled) {}

    /** The page of a kind, with all or some of its things. */
    public static KindPage of(Wording words, String kind, List<Node> things) {
        Optional<Node> type = type(words.facts(), kind);
        List<Entry> entries = things.stream()
                .map(thing -> entry(words, thing))
                .sorted(Comparator.comparing(Entry::thing, Wording.BY_NAME))
                .toList();
        return new KindPage(
                kind,
                type.map(words::link).orElseGet(() -> new Link(Messages.text(words.language(), "kind.of." + kind), "")),
                entries,
                grouped(entries));
    }

    /** The things by what they have in common; committees follow the body that they belong to. */
    private static List<EntryGroup> grouped(List<Entry> entries) {
        Map<String, List<Entry>> groups = new TreeMap<>(new NaturalOrder());
        for (Entry entry : entries) {
            String group = entry.whole().name().isEmpty()
                    ? entry.group()
                    : entries.stream()
                            .filter(other -> other.thing().equals(entry.whole()))
                            .map(Entry::group)
                            .findFirst()
                            .orElse(entry.group());
            groups.computeIfAbsent(group, any -> new ArrayList<>()).add(entry);
        }
        Comparator<Entry> order = Comparator.comparing(
                        (Entry entry) -> entry.whole().name().isEmpty() ? entry.thing() : entry.whole(),
                        Wording.BY_NAME)
                .thenComparing(entry -> !entry.whole().name().isEmpty())
                .thenComparing(Entry::thing, Wording.BY_NAME);
        return groups.entrySet().stream()
                .map(group -> new EntryGroup(
                        group.getKey(), group.getValue().stream().sorted(order).toList()))
                .toList();
    }

    private static String group(Wording words, Node thing) {
        FactGraph facts = words.facts();
        return facts.one(thing, GG.inObjective)
                .or(() -> basket(facts, thing))
                .or(() -> facts.one(thing, GG.kind))
                .map(words::label)
                .orElse("");
    }

    /** The basket of an issue or topic; that of a basket is the basket itself. Empty for what is no issue. */
    public static Optional<Node> basket(FactGraph facts, Node thing) {
        if (!facts.graph().contains(thing, RDF.type.asNode(), GG.PolicyIssue)) {
            return Optional.empty();
        }
        Node top = thing;
        for (Optional<Node> broader = facts.one(top, SKOS.broader.asNode());
                broader.isPresent();
                broader = facts.one(top, SKOS.broader.asNode())) {
            top = broader.get();
        }
        return Optional.of(top);
    }

    private static Link whole(Wording words, Node thing) {
        return words.facts().hasKind(thing, "committee") ? words.one(thing, GG.partOf) : Wording.NONE;
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
                words.acronyms(thing),
                words.facts().all(thing, GG.kind).stream().map(words::link).toList(),
                Stream.of(GG.summary, SKOS.definition.asNode())
                        .map(property -> words.text(thing, property))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(Text.NONE),
                group(words, thing),
                whole(words, thing),
                words.facts().graph().contains(thing, GG.profiledIn, Node.ANY));
    }
}
