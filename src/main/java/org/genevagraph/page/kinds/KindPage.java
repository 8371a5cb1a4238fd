package org.genevagraph.page.kinds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.page.Link;
import org.genevagraph.page.Messages;
import org.genevagraph.page.NaturalOrder;
import org.genevagraph.page.Slice;
import org.genevagraph.page.Text;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.query.answer.RowFilter;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * All things of a kind, by name, or a page of very many.
 *
 * @param kind the kind as in the IRI
 * @param type what people call it
 * @param things the things
 * @param groups the same in groups: issues by basket, commitments by objective, others by their kind; one alone if nothing divides them
 * @param profiled those of the things about which a source text is, or the first of them
 */
public record KindPage(String kind, Link type, Slice<Entry> things, List<EntryGroup> groups, Slice<Link> profiled) {
    /** A list of more things than this shows the heads of its groups first. */
    private static final int LONG = 60;

    /** More things than this do not stand on one page. */
    private static final int MOST = 1_000;

    /** How many stand on each of several pages. */
    private static final int PAGE = 400;

    /** How many that have a profile a page names. */
    private static final int MOST_PROFILED = 60;

    public KindPage {
        groups = List.copyOf(groups);
    }

    /**
     * Things of a list that belong together.
     *
     * @param name what they have in common; empty if they are all of the list
     * @param things the things, as far as they stand on the page
     * @param all how many belong together on all pages
     */
    public record EntryGroup(String name, List<Entry> things, int all) {
        public EntryGroup {
            things = List.copyOf(things);
        }
    }

    /** Whether the groups are closed at first, since the list is long. */
    public boolean isLong() {
        return things.total() > LONG && groups.size() > 1;
    }

    /** The things on the page, above which a committee does not have to name the body to which it belongs. */
    public Set<Link> shown() {
        return things.items().stream().map(Entry::thing).collect(Collectors.toSet());
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

    /**
     * The page of a kind, with all or some of its things.
     *
     * @param offset how many of them stand on the pages before
     * @param address where the list of these things stands
     */
    public static KindPage of(Wording words, String kind, List<Node> things, int offset, String address) {
        Optional<Node> type = type(words.facts(), kind);
        Map<String, List<Entry>> groups =
                grouped(things.stream().map(thing -> entry(words, thing)).toList());
        int size = things.size() > MOST ? PAGE : Math.max(1, things.size());
        Slice<Entry> shown =
                Slice.of(groups.values().stream().flatMap(List::stream).toList(), offset, size, address);
        Set<Entry> here = new HashSet<>(shown.items());
        return new KindPage(
                kind,
                type.map(words::link).orElseGet(() -> new Link(Messages.text(words.language(), "kind.of." + kind), "")),
                shown,
                groups.entrySet().stream()
                        .map(group -> new EntryGroup(
                                group.getKey(),
                                group.getValue().stream().filter(here::contains).toList(),
                                group.getValue().size()))
                        .filter(group -> !group.things().isEmpty())
                        .toList(),
                profiled(words, kind, things));
    }

    /** Those of a kind's things about which a source text is, or the first of them, by name. */
    public static Slice<Link> profiled(Wording words, String kind, List<Node> things) {
        List<Link> profiled = things.stream()
                .filter(thing -> isProfiled(words, thing))
                .map(words::link)
                .sorted(Wording.BY_NAME)
                .toList();
        return Slice.of(profiled, 0, MOST_PROFILED, "/id/" + kind + "?" + RowFilter.PREFIX + "coverage=profiled");
    }

    /** The things by what they have in common; committees follow the body that they belong to. */
    private static Map<String, List<Entry>> grouped(List<Entry> entries) {
        Map<Link, String> groupOf =
                entries.stream().collect(Collectors.toMap(Entry::thing, Entry::group, (one, other) -> one));
        Map<String, List<Entry>> groups = new TreeMap<>(new NaturalOrder());
        for (Entry entry : entries) {
            String group =
                    entry.whole().name().isEmpty() ? entry.group() : groupOf.getOrDefault(entry.whole(), entry.group());
            groups.computeIfAbsent(group, any -> new ArrayList<>()).add(entry);
        }
        Comparator<Entry> order = Comparator.comparing(
                        (Entry entry) -> entry.whole().name().isEmpty() ? entry.thing() : entry.whole(),
                        Wording.BY_NAME)
                .thenComparing(entry -> !entry.whole().name().isEmpty())
                .thenComparing(Entry::thing, Wording.BY_NAME);
        groups.values().forEach(group -> group.sort(order));
        return groups;
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

    /** All kinds that things of the graph have, with how many there are of each; the kinds by what people call them. */
    public static List<Count> counts(Wording words) {
        TreeMap<String, Count> counts = new TreeMap<>();
        words.facts().graph().stream(Node.ANY, GG.kindName, Node.ANY).forEach(triple -> {
            String kind = triple.getObject().getLiteralLexicalForm();
            long things = words.facts().instances(triple.getSubject()).count();
            if (things > 0) {
                counts.put(kind, new Count(new Link(words.label(triple.getSubject()), "/id/" + kind), kind, things));
            }
        });
        return counts.values().stream()
                .sorted(Comparator.comparing(Count::type, Wording.BY_NAME))
                .toList();
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
                isProfiled(words, thing));
    }

    private static boolean isProfiled(Wording words, Node thing) {
        return words.facts().graph().contains(thing, GG.profiledIn, Node.ANY);
    }
}
