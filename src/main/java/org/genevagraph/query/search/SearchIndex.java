package org.genevagraph.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.genevagraph.problem.Nearest;
import org.genevagraph.query.catalogue.ParameterType;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.query.search.SearchHit.Thing;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/** Finds things by words: names, acronyms and aliases first, then descriptions, then the words of passages. In memory; never changes. */
public final class SearchIndex {
    private static final String PASSAGE = "passage";

    /** The kinds of thing that can be found, as they stand in IRIs. */
    public static final List<String> KINDS = kindsToFind();

    private static final String KIND = "kind";
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    /** On newer machines Lucene recommends flags for starting Java, which is nothing for the users of this program. */
    private static final Logger ADVICE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        ADVICE.setLevel(Level.OFF);
    }

    private final List<Found> things;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final IndexSearcher searcher;
    private final Misspellings near;
    private final ThingIndex names;

    /**
     * A thing with all that it is found by.
     *
     * @param order its place among equals
     * @param texts what it says in each field
     * @param keys its names as they are compared whole
     */
    private record Found(
            Thing thing, String order, Map<SearchField, List<String>> texts, Map<SearchField, Set<String>> keys) {
        List<String> in(SearchField field) {
            return texts.getOrDefault(field, List.of());
        }
    }

    private SearchIndex(List<Found> things, IndexSearcher searcher, ThingIndex names) throws IOException {
        this.things = things;
        this.searcher = searcher;
        this.near = new Misspellings(searcher.getIndexReader(), SearchTier.misspelt());
        this.names = names;
        for (int i = 0; i < things.size(); i++) {
            numbers.put(NodeFactory.createURI(things.get(i).thing().iri()), i);
        }
    }

    /** Reads the things of a graph and what it says of them. */
    public static SearchIndex of(Graph graph) {
        return of(graph, ThingIndex.of(graph));
    }

    /** The same, when the names of the graph's things have been read already. */
    public static SearchIndex of(Graph graph, ThingIndex names) {
        List<Found> things = things(graph);
        try {
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            // Without merges the things keep their numbers: the order in which they are written is that of equal hits.
            IndexWriterConfig config =
                    new IndexWriterConfig(SearchWords.ANALYZER).setMergePolicy(NoMergePolicy.INSTANCE);
            try (IndexWriter writer = new IndexWriter(memory, config)) {
                Map<Node, Set<String>> numbered = ThingIndex.numbered(graph);
                for (Found found : things) {
                    Node thing = NodeFactory.createURI(found.thing().iri());
                    writer.addDocument(document(found, numbered.getOrDefault(thing, Set.of())));
                }
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(memory));
            // The cache belongs to the process and would hold on to indexes that are served no more.
            searcher.setQueryCache(null);
            return new SearchIndex(things, searcher, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> kindsToFind() {
        List<String> kinds = new ArrayList<>(ParameterType.THING.kinds());
        kinds.add(PASSAGE);
        return List.copyOf(kinds);
    }

    private static List<Found> things(Graph graph) {
        Map<Node, Set<String>> retired = new HashMap<>();
        graph.stream(Node.ANY, DCTerms.isReplacedBy.asNode(), Node.ANY)
                .forEach(triple -> id(triple.getSubject())
                        .ifPresent(old -> retired.computeIfAbsent(triple.getObject(), key -> new TreeSet<>())
                                .add(old.slug())));
        Map<String, List<Node>> wordings = wordings(graph);
        return graph.stream(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .filter(node -> id(node).filter(id -> KINDS.contains(id.kind())).isPresent())
                .map(node -> found(graph, node, retired.getOrDefault(node, Set.of()), wordings))
                // Of two that are found alike, what revises another stands behind it, and what a source text is about
                // before the rest.
                .sorted(Comparator.comparing((Found found) -> graph.contains(
                                NodeFactory.createURI(found.thing().iri()), GG.revises, Node.ANY))
                        .thenComparing(found -> !graph.contains(
                                NodeFactory.createURI(found.thing().iri()), GG.profiledIn, Node.ANY))
                        .thenComparing(Found::order)
                        .thenComparing(found -> found.thing().iri()))
                .toList();
    }

    private static Optional<Iris.Id> id(Node node) {
        return node.isURI() ? Iris.parse(node.getURI()) : Optional.empty();
    }

    /** What English words of the tables are in other languages. */
    private static Map<String, List<Node>> wordings(Graph graph) {
        Map<String, List<Node>> wordings = new HashMap<>();
        graph.stream(Node.ANY, GG.wording, Node.ANY)
                .filter(triple -> Literals.isEnglish(triple.getObject()))
                .forEach(english -> wordings.put(
                        SearchWords.normal(english.getObject().getLiteralLexicalForm()),
                        graph.stream(english.getSubject(), GG.wording, Node.ANY)
                                .map(Triple::getObject)
                                .filter(other -> !Literals.isEnglish(other))
                                .toList()));
        return wordings;
    }

    /** Texts with the same in other languages. */
    private static List<String> inAll(List<String> texts, Map<String, List<Node>> wordings) {
        return texts.stream()
                .flatMap(text -> Stream.concat(
                        Stream.of(text),
                        wordings.getOrDefault(text, List.of()).stream()
                                .map(other -> SearchWords.normal(other.getLiteralLexicalForm()))))
                .distinct()
                .toList();
    }

    private static Found found(Graph graph, Node node, Set<String> retired, Map<String, List<Node>> wordings) {
        Iris.Id id = id(node).orElseThrow();
        boolean passage = id.kind().equals(PASSAGE);
        List<String> names = texts(graph, node, SKOS.prefLabel.asNode());
        List<String> labels = texts(graph, node, SKOS.prefLabel.asNode(), Literals::isEnglish);
        List<String> acronyms = texts(graph, node, GG.acronym);
        String shownId = passage ? id.slug().replaceFirst("/", "#") : id.slug();
        Map<SearchField, List<String>> texts = new EnumMap<>(SearchField.class);
        // Hundreds of passages are called like their document, which is meant rather than all of them.
        texts.put(SearchField.NAME, passage ? List.of() : labels);
        texts.put(SearchField.ACRONYM, acronyms);
        texts.put(
                SearchField.ALIAS,
                Stream.concat(texts(graph, node, SKOS.altLabel.asNode()).stream(), names.stream())
                        .filter(name -> !acronyms.contains(name) && !labels.contains(name))
                        .distinct()
                        .toList());
        texts.put(SearchField.SYMBOL, texts(graph, node, GG.symbol));
        texts.put(SearchField.ID, List.of(shownId));
        texts.put(
                SearchField.IDENTIFIER,
                ThingIndex.identifiers(graph, node).map(Node::getURI).sorted().toList());
        texts.put(SearchField.SUMMARY, inAll(texts(graph, node, GG.summary), wordings));
        texts.put(SearchField.DEFINITION, inAll(texts(graph, node, SKOS.definition.asNode()), wordings));
        // A passage of an amended document treats what its original does; one hit for the two is enough.
        boolean amended = graph.contains(node, GG.revises, Node.ANY) && passage;
        texts.put(SearchField.TOPIC, amended ? List.of() : inAll(texts(graph, node, GG.topic), wordings));
        texts.put(SearchField.TEXT, texts(graph, node, GG.text));
        Map<SearchField, Set<String>> keys = new EnumMap<>(SearchField.class);
        SearchTier.EXACT.fields().forEach(field -> keys.put(field, keys(texts.get(field))));
        keys.get(SearchField.ID).addAll(keys(List.of(id.kind() + "/" + id.slug())));
        keys.get(SearchField.ID).addAll(keys(retired));
        Map<String, String> descriptions = new TreeMap<>();
        for (Node property : List.of(GG.summary, SKOS.definition.asNode(), GG.topic)) {
            byLanguage(graph, node, property).forEach(descriptions::putIfAbsent);
        }
        wordings.getOrDefault(descriptions.getOrDefault(Literals.ENGLISH, ""), List.of())
                .forEach(other -> descriptions.putIfAbsent(
                        other.getLiteralLanguage(), SearchWords.normal(other.getLiteralLexicalForm())));
        Thing thing = new Thing(
                node.getURI(),
                id.kind(),
                shownId,
                byLanguage(graph, node, SKOS.prefLabel.asNode()),
                acronyms,
                descriptions);
        return new Found(thing, order(labels.get(0)), texts, keys);
    }

    /** What a thing says in each language, by its tag; what has none counts as English. */
    private static Map<String, String> byLanguage(Graph graph, Node node, Node property) {
        Map<String, String> texts = new TreeMap<>();
        graph.stream(node, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .forEach(text -> texts.merge(
                        Literals.isEnglish(text) ? Literals.ENGLISH : text.getLiteralLanguage(),
                        SearchWords.normal(text.getLiteralLexicalForm()),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return texts;
    }

    private static Set<String> keys(Collection<String> names) {
        return names.stream()
                .flatMap(name -> SearchWords.of(name).keys().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** In one order, whatever that of the graph is: the same graph must give the same answers. */
    private static List<String> texts(Graph graph, Node node, Node property) {
        return texts(graph, node, property, Node::isLiteral);
    }

    private static List<String> texts(Graph graph, Node node, Node property, Predicate<Node> wanted) {
        return graph.stream(node, property, Node.ANY)
                .map(Triple::getObject)
                .filter(wanted)
                .map(text -> SearchWords.normal(text.getLiteralLexicalForm()))
                .sorted()
                .distinct()
                .toList();
    }

    /** Numbers in names count as numbers: paragraph 9 stands before paragraph 10. */
    private static String order(String label) {
        return DIGITS.matcher(SearchWords.of(label).joined())
                .replaceAll(number -> String.format("%09d", Integer.parseInt(number.group())));
    }

    private static Document document(Found found, Set<String> numbered) {
        Document document = new Document();
        document.add(new StringField(KIND, found.thing().kind(), Store.NO));
        found.keys()
                .forEach((field, keys) ->
                        keys.forEach(key -> document.add(new StringField(SearchTier.keysOf(field), key, Store.NO))));
        for (SearchTier tier : SearchTier.withWords()) {
            for (SearchField field : tier.fields()) {
                found.in(field).stream()
                        .flatMap(text -> words(field, text))
                        .distinct()
                        .forEach(text -> document.add(new TextField(tier.words(), text, Store.NO)));
            }
        }
        // What a number is called by stands beside its name: "line C7, e-health".
        numbered.forEach(name -> document.add(new TextField(SearchTier.NAMES.words(), name, Store.NO)));
        return document;
    }

    /** A text, and its compounds as others write them: apart or as one word. */
    private static Stream<String> words(SearchField field, String text) {
        Stream<String> apart = field.names() ? Stream.of(text, SearchWords.apart(text)) : Stream.of(text);
        return Stream.concat(apart, SearchWords.unhyphenated(text).stream());
    }

    /** Searches. */
    public SearchAnswer search(SearchRequest request) {
        SearchWords asked = SearchWords.ofQuestion(request.text());
        Map<Integer, SearchTier> found = find(request.text(), asked, request.kind());
        Map<SearchTier, Query> marks = new EnumMap<>(SearchTier.class);
        List<SearchHit> hits = found.entrySet().stream()
                .skip(request.offset())
                .limit(request.limit())
                .map(hit -> {
                    SearchTier tier = hit.getValue();
                    Query query = marks.computeIfAbsent(tier, first -> marks(first, asked));
                    Found thing = things.get(hit.getKey());
                    return tier == SearchTier.RESOLVED
                            ? resolved(thing, request.text())
                            : hit(thing, tier, asked, query);
                })
                .toList();
        boolean nothing = found.isEmpty();
        return new SearchAnswer(
                request,
                found.size(),
                hits,
                nothing ? nearest(asked, request.kind()) : List.of(),
                nothing && !request.kind().isEmpty()
                        ? find(request.text(), asked, "").size()
                        : 0);
    }

    /** What to mark, with the misspelt words replaced by those that there are: a text is compared with them much faster. */
    private Query marks(SearchTier tier, SearchWords asked) {
        try {
            return searcher.rewrite(tier.marks(asked, near));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of the things that were found, best first, each with the best way in which it was. */
    private Map<Integer, SearchTier> find(String text, SearchWords asked, String kind) {
        Map<Integer, SearchTier> found = new LinkedHashMap<>();
        if (asked.size() == 0 || things.isEmpty()) {
            return found;
        }
        List<String> kinds = kind.isEmpty() ? KINDS : List.of(kind);
        // The one thing that is called so comes first, whatever else is called nearly so.
        names.meant(text, kinds).map(numbers::get).ifPresent(number -> found.put(number, SearchTier.RESOLVED));
        try {
            for (SearchTier tier : SearchTier.values()) {
                if (tier == SearchTier.RESOLVED) {
                    names.resolve(text, kinds).stream()
                            .map(numbers::get)
                            .filter(Objects::nonNull)
                            .forEach(number -> found.putIfAbsent(number, SearchTier.RESOLVED));
                    continue;
                }
                for (ScoreDoc hit : searcher.search(ofKind(tier.query(asked, near), kind), things.size()).scoreDocs) {
                    found.merge(hit.doc, tier, (before, now) -> now == SearchTier.EXACT ? now : before);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.isEmpty() && kinds.contains("document")) {
            // A paragraph that no table has leads to its document.
            names.documents(text).stream()
                    .map(numbers::get)
                    .filter(Objects::nonNull)
                    .forEach(number -> found.put(number, SearchTier.RESOLVED));
        }
        return found;
    }

    private static Query ofKind(Query query, String kind) {
        return kind.isEmpty()
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(new TermQuery(new Term(KIND, kind)), Occur.FILTER)
                        .build();
    }

    private static SearchHit hit(Found found, SearchTier tier, SearchWords asked, Query marks) {
        SearchHit best = null;
        for (SearchField field : tier.fields()) {
            for (String text : found.in(field)) {
                if (tier.fits(text, asked)) {
                    Highlighted marked = Highlighter.mark(text, tier.words(), marks);
                    if (best == null || marked.words() > best.snippet().words()) {
                        best = new SearchHit(found.thing(), field, marked);
                    }
                }
            }
        }
        if (best != null) {
            return best;
        }
        // It was asked for by its IRI or a retired id.
        Highlighted id = Highlighter.mark(found.thing().id(), tier.words(), marks);
        return new SearchHit(found.thing(), SearchField.ID, id);
    }

    /** What was called by another spelling of its name, or by what others call it, shows that. */
    private static SearchHit resolved(Found found, String text) {
        for (SearchField field : SearchTier.RESOLVED.fields()) {
            for (String name : found.in(field)) {
                if (ThingIndex.isTheSame(name, text)) {
                    return new SearchHit(found.thing(), field, Highlighted.plain(name));
                }
            }
        }
        return new SearchHit(
                found.thing(), SearchField.ID, Highlighted.plain(found.thing().id()));
    }

    /** The things whose names are most like the words; passages have none. */
    private List<Thing> nearest(SearchWords asked, String kind) {
        Map<String, Thing> names = new LinkedHashMap<>();
        for (Found found : things) {
            if (kind.isEmpty() || found.thing().kind().equals(kind)) {
                for (SearchField field : SearchTier.NAMES.fields()) {
                    found.keys().get(field).forEach(key -> names.putIfAbsent(key, found.thing()));
                }
            }
        }
        return asked.keys().stream()
                .flatMap(key -> Nearest.of(key, names.keySet()).stream())
                .map(names::get)
                .distinct()
                .toList();
    }
}
