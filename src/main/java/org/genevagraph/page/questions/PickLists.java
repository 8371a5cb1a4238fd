package org.genevagraph.page.questions;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Site;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Iris;

/** The things of each kind, for readers to pick one; and by which words a form and a link name each. */
public final class PickLists {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    /** How many names a list offers: pages carry whole lists, and whoever misses a name in one types it. */
    private static final int MOST = 1_000;

    /** To how many statements things are compared by how much is said of them. */
    private static final int COUNTED = 1_000;

    private final ThingIndex index;
    private final Labels labels;
    private final Graph graph;
    private final Map<String, List<Node>> things = new HashMap<>();
    private static final String COMMITMENTS = Iris.BASE + "id/commitment/";

    private final Map<String, List<Option>> lists = new ConcurrentHashMap<>();

    /**
     * One of a list.
     *
     * @param value what a form sends for it
     * @param name what it is called
     * @param more another name; empty if there is none
     */
    public record Option(String value, String name, String more) {}

    /** Lists the things of a snapshot. */
    public PickLists(Snapshot snapshot, ThingIndex index, Labels labels) {
        this.index = index;
        this.labels = labels;
        this.graph = snapshot.dataset().getDefaultGraph();
        List<String> kinds = ParameterType.THING.kinds();
        graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .forEach(node -> id(node, kinds)
                        .ifPresent(id -> things.computeIfAbsent(id.kind(), kind -> new ArrayList<>())
                                .add(node)));
    }

    private static Optional<Iris.Id> id(Node node, List<String> kinds) {
        return node.isURI() ? Iris.parse(node.getURI()).filter(id -> kinds.contains(id.kind())) : Optional.empty();
    }

    /**
     * The things of some kinds, in the order in which people look for them; each by its name, if it is called so alone. Of very many only those of which
     * most is said.
     */
    public List<Option> named(List<String> kinds, Language language) {
        return lists.computeIfAbsent(
                "named " + String.join(" ", kinds) + " " + language.tag(),
                key -> sorted(kinds, language)
                        .map(node -> {
                            String name = labels.of(node, language);
                            String value = name(node, kinds, language);
                            String acronym = labels.acronym(node, language);
                            return new Option(value, name, value.equals(name) ? acronym : name);
                        })
                        .toList());
    }

    /** The same, each by its slug. */
    public List<Option> slugs(List<String> kinds, Language language) {
        return lists.computeIfAbsent(
                "slugs " + String.join(" ", kinds) + " " + language.tag(),
                key -> sorted(kinds, language)
                        .map(node -> new Option(slug(node, kinds), labels.of(node, language), ""))
                        .toList());
    }

    private Stream<Node> sorted(List<String> kinds, Language language) {
        Collator collator = Collator.getInstance(language.locale());
        List<Node> all = kinds.stream()
                .flatMap(kind -> things.getOrDefault(kind, List.of()).stream())
                .toList();
        return (all.size() > MOST ? mostSaid(all) : all.stream())
                .sorted(Comparator.comparing((Node node) -> numbered(labels.of(node, language)), collator)
                        .thenComparing(Node::getURI));
    }

    private Stream<Node> mostSaid(List<Node> all) {
        Map<Node, Long> said = all.stream().collect(Collectors.toMap(thing -> thing, this::said, (one, other) -> one));
        return said.keySet().stream()
                .sorted(Comparator.comparing((Node thing) -> -said.get(thing)).thenComparing(Node::getURI))
                .limit(MOST);
    }

    private long said(Node thing) {
        return graph.stream(Node.ANY, Node.ANY, thing).limit(COUNTED).count();
    }

    /** Numbers in names count as numbers: C2 stands before C10. */
    private static String numbered(String name) {
        return NUMBER.matcher(name)
                .replaceAll(number -> String.format(Locale.ROOT, "%06d", Integer.parseInt(number.group())));
    }

    /** How a field names a value: a thing by its name, if no other is called so; everything else by its words. */
    public String name(Node value, List<String> kinds, Language language) {
        if (!value.isURI()) {
            return value.getLiteralLexicalForm();
        }
        return List.of(labels.of(value, language), labels.of(value, Language.EN)).stream()
                .filter(name -> finds(name, kinds, value))
                .findFirst()
                .orElseGet(() -> slug(value, kinds));
    }

    /** How a permanent link names a value: a thing by its slug, with its kind where that is needed. */
    public String slug(Node value, List<String> kinds) {
        if (!value.isURI()) {
            return value.getLiteralLexicalForm();
        }
        Iris.Id id = Iris.parse(value.getURI()).orElseThrow();
        return finds(id.slug(), kinds, value) ? id.slug() : id.kind() + ":" + id.slug();
    }

    /** The thing of a slug and what it is called; nothing if there is none. */
    public Optional<Node> thing(String slug, List<String> kinds) {
        try {
            return Optional.of(index.find(slug, kinds));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** What a value is called. */
    public String label(Node value, Language language) {
        return value.isURI() ? labels.of(value, language) : value.getLiteralLexicalForm();
    }

    /** What a value is called inside a sentence: a commitment, whose name is a sentence, without the full stop. */
    public String named(Node value, Language language) {
        String name = label(value, language);
        boolean sentence = value.isURI() && value.getURI().startsWith(COMMITMENTS);
        return sentence && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** The same as it is put into a sentence that {@link Site#agreed} then reads. */
    public String spoken(Node value, Site site) {
        String name = named(value, site.language());
        return value.isURI() ? site.named(name, value.getURI(), labels.has(value, site.language())) : name;
    }

    private boolean finds(String name, List<String> kinds, Node thing) {
        return thing(name, kinds).filter(thing::equals).isPresent();
    }
}
