package org.genevagraph.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
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
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.genevagraph.problem.Nearest;
import org.genevagraph.query.catalogue.Lazy;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.names.NamesWithin;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.query.search.SearchHit.Thing;
import org.genevagraph.vocabulary.Literals;

/** Finds things by words: names, acronyms and aliases first, then descriptions, then the words of passages. In memory; never changes. */
public final class SearchIndex {
    static final String PASSAGE = "passage";

    /** The kinds of thing that can be found, as they stand in IRIs. */
    public static final List<String> KINDS = kindsToFind();

    private static final String KIND = "kind";
    private static final int MOST_NAMED = 5;

    /** What stands between words as people write them. */
    private static final Pattern WORDS = Pattern.compile("[\\s\\h,;?!«»“”\"()]+");

    /** What may stand beside a name and says when: "IGF 2021". */
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

    /** Of names with as many of the words that were asked for, the reader's own is shown: less than a word is worth. */
    private static final double IN_OWN_LANGUAGE = 0.5;

    /** Where all else is the same, the name in which most is marked is shown. */
    private static final double FOR_EACH_FORM = 0.001;

    /** On newer machines Lucene recommends flags for starting Java, which is nothing for the users of this program. */
    private static final Logger ADVICE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        ADVICE.setLevel(Level.OFF);
    }

    private final List<Searched> things;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final IndexSearcher searcher;
    private final Misspellings near;
    private final ThingIndex names;
    private final Compounds compounds;
    private final Lazy<Map<String, Thing>> calledAnything = new Lazy<>(() -> called(""));

    private SearchIndex(List<Searched> things, IndexSearcher searcher, ThingIndex names) throws IOException {
        this.compounds = Compounds.of(things);
        this.things = things;
        this.searcher = searcher;
        this.near = new Misspellings(searcher.getIndexReader(), SearchTier.misspeltWords(), SearchTier.misspeltNames());
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
        List<Searched> things = Searched.all(graph);
        try {
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            // Without merges the things keep their numbers: the order in which they are written is that of equal hits.
            IndexWriterConfig config =
                    new IndexWriterConfig(SearchWords.ANALYZER).setMergePolicy(NoMergePolicy.INSTANCE);
            try (IndexWriter writer = new IndexWriter(memory, config)) {
                Map<Node, Set<String>> numbered = ThingIndex.numbered(graph);
                for (Searched found : things) {
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

    private static Document document(Searched found, Set<String> numbered) {
        Document document = new Document();
        document.add(new StringField(KIND, found.thing().kind(), Store.NO));
        Set<String> misspelt = SearchTier.misspeltNames().keySet();
        found.keys()
                .forEach((field, keys) -> keys.forEach(key -> {
                    document.add(new StringField(SearchTier.keysOf(field), key, Store.NO));
                    if (misspelt.contains(SearchTier.keysOf(field))) {
                        document.add(
                                new StringField(SearchTier.backwards(field), NamesNearby.backwards(key), Store.NO));
                    }
                }));
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

    /** Searches for programs, which are shown English. */
    public SearchAnswer search(SearchRequest request) {
        return search(request, Literals.ENGLISH);
    }

    /**
     * Searches. What is found, and in which order, does not depend on the language.
     *
     * @param language the tag of the language of whoever reads the answer: of two names that fit as well, the one in it is shown
     */
    public SearchAnswer search(SearchRequest request, String language) {
        SearchWords whole = compounds.in(SearchWords.ofQuestion(request.text()));
        Map<Integer, SearchTier> named = find(request.text(), whole, request.kind());
        // "What does paragraph 72 say" is answered by what is called so.
        String subject = SearchWords.subject(request.text());
        boolean asks = named.isEmpty() && !subject.equals(request.text());
        SearchWords asked = asks ? compounds.in(SearchWords.ofQuestion(subject)) : whole;
        Map<Integer, SearchTier> found = asks ? find(subject, asked, request.kind()) : named;
        Map<SearchTier, Query> marks = new EnumMap<>(SearchTier.class);
        List<SearchHit> hits = found.entrySet().stream()
                .skip(request.offset())
                .limit(request.limit())
                .map(hit -> {
                    SearchTier tier = hit.getValue();
                    Query query = marks.computeIfAbsent(tier, first -> marks(first, asked));
                    Searched thing = things.get(hit.getKey());
                    return tier == SearchTier.RESOLVED
                            ? resolved(thing, SearchWords.subject(request.text()), language)
                            : hit(thing, tier, asked, query, language);
                })
                .toList();
        boolean nothing = found.isEmpty();
        return new SearchAnswer(
                request,
                found.size(),
                hits,
                nothing ? nearest(request.text(), asked, request.kind()) : List.of(),
                nothing ? unknown(request.text()) : List.of(),
                nothing && !request.kind().isEmpty()
                        ? find(request.text(), asked, "").size()
                        : 0);
    }

    /** The words of names that one slip of the hand turns into a word; the word itself is among them if a name has it. */
    List<String> nearNames(String word) {
        return near.of(word, SearchTier.NAMES.words());
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
        List<String> spellings = asked.spellings(text);
        names.bearing(text, kinds)
                .or(() -> names.meant(spellings.get(0), kinds))
                .or(() -> names.meant(SearchWords.subject(text), kinds))
                .map(numbers::get)
                .ifPresent(number -> found.put(number, SearchTier.RESOLVED));
        try {
            for (SearchTier tier : SearchTier.values()) {
                if (tier == SearchTier.RESOLVED) {
                    spellings.stream()
                            .flatMap(spelling -> names.resolve(spelling, kinds).stream())
                            .map(numbers::get)
                            .filter(Objects::nonNull)
                            .forEach(number -> found.putIfAbsent(number, SearchTier.RESOLVED));
                    if (found.isEmpty() && kinds.contains("sdg")) {
                        // So does a target to its goal.
                        names.goal(text).map(numbers::get).ifPresent(number -> found.put(number, SearchTier.RESOLVED));
                    }
                    if (found.isEmpty() && kinds.contains("document")) {
                        // A paragraph that no table has leads to its document.
                        names.documents(text).stream()
                                .map(numbers::get)
                                .filter(Objects::nonNull)
                                .forEach(number -> found.put(number, SearchTier.RESOLVED));
                    }
                    continue;
                }
                List<Integer> hits = Hits.of(ofKind(tier.query(asked, near), kind), searcher);
                // A changed version has fewer words, and so seems to be more about them than what it changes.
                Stream.of(false, true)
                        .flatMap(revises ->
                                hits.stream().filter(hit -> things.get(hit).revises() == revises))
                        .forEach(
                                hit -> found.merge(hit, tier, (before, now) -> now == SearchTier.EXACT ? now : before));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.isEmpty()) {
            sideBySide(text, kinds).forEach(number -> found.putIfAbsent(number, SearchTier.RESOLVED));
        }
        return found;
    }

    /** Things that are named side by side, or beside a year; none if the text says anything else. */
    private List<Integer> sideBySide(String text, List<String> kinds) {
        List<String> words = List.of(text.split("[\\s\\h,;]+"));
        List<NamesWithin.Named> named = NamesWithin.of(words, names, kinds, MOST_NAMED, 1, SearchWords::isJoining);
        boolean all = IntStream.range(0, words.size())
                .allMatch(word -> SearchWords.isJoining(words.get(word))
                        || YEAR.matcher(words.get(word)).matches()
                        || named.stream().anyMatch(name -> name.has(word)));
        return all
                ? named.stream()
                        .map(name -> numbers.get(name.things().get(0)))
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    private static Query ofKind(Query query, String kind) {
        return kind.isEmpty()
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(new TermQuery(new Term(KIND, kind)), Occur.FILTER)
                        .build();
    }

    private static SearchHit hit(Searched found, SearchTier tier, SearchWords asked, Query marks, String language) {
        SearchHit best = null;
        double most = -1;
        for (SearchField field : tier.fields()) {
            for (String text : found.in(field)) {
                boolean own = found.isIn(language, text);
                // The reader's own name explains a hit as well where it has the words at another place.
                if (tier.fits(text, asked) || (own && tier == SearchTier.BEGINNING)) {
                    Highlighted marked = Highlighter.mark(text, tier.words(), marks);
                    // All words that were asked for are more than two forms of one of them.
                    double worth = Math.min(marked.words(), asked.size())
                            + (own ? IN_OWN_LANGUAGE : 0)
                            + FOR_EACH_FORM * marked.words();
                    if (worth > most) {
                        best = new SearchHit(found.thing(), field, marked);
                        most = worth;
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
    private static SearchHit resolved(Searched found, String text, String language) {
        SearchHit first = null;
        for (SearchField field : SearchTier.RESOLVED.fields()) {
            for (String name : found.in(field)) {
                if (ThingIndex.isTheSame(name, text)) {
                    SearchHit hit = new SearchHit(found.thing(), field, Highlighted.plain(name));
                    if (found.isIn(language, name)) {
                        return hit;
                    }
                    first = first == null ? hit : first;
                }
            }
        }
        if (first != null) {
            return first;
        }
        return new SearchHit(
                found.thing(), SearchField.ID, Highlighted.plain(found.thing().id()));
    }

    /** Of several words, as they were written, those that stand nowhere, in no name and in no description. */
    private List<String> unknown(String text) {
        List<String> written = WORDS.splitAsStream(text)
                .filter(word -> !SearchWords.isJoining(word))
                .distinct()
                .toList();
        return written.size() < 2
                ? List.of()
                : written.stream()
                        .filter(word -> find(word, SearchWords.of(word), "").isEmpty())
                        .toList();
    }

    /** The things that are named beside other words; if there are none, those whose names are most like the words; passages have none. */
    private List<Thing> nearest(String text, SearchWords asked, String kind) {
        List<Thing> named = NamesWithin.of(
                        WORDS.splitAsStream(text).toList(),
                        this.names,
                        kind.isEmpty() ? KINDS : List.of(kind),
                        MOST_NAMED,
                        1,
                        SearchWords::isJoining)
                .stream()
                .map(name -> numbers.get(name.things().get(0)))
                .filter(Objects::nonNull)
                .map(number -> things.get(number).thing())
                .distinct()
                .toList();
        return named.isEmpty() ? likeliest(asked, kind) : named;
    }

    private List<Thing> likeliest(SearchWords asked, String kind) {
        Map<String, Thing> called = kind.isEmpty() ? calledAnything.get() : called(kind);
        return asked.keys().stream()
                .flatMap(key -> Nearest.of(key, called.keySet()).stream())
                .map(called::get)
                .distinct()
                .toList();
    }

    /** The things of a kind, or all of them if it is empty, by their names. */
    private Map<String, Thing> called(String kind) {
        Map<String, Thing> called = new LinkedHashMap<>();
        for (Searched found : things) {
            if (kind.isEmpty() || found.thing().kind().equals(kind)) {
                for (SearchField field : SearchTier.NAMES.fields()) {
                    found.keys().get(field).forEach(key -> called.putIfAbsent(key, found.thing()));
                }
            }
        }
        return called;
    }
}
