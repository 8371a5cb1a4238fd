package org.genevagraph.curate.suggest;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.curate.asks.Actor;
import org.genevagraph.curate.asks.Ask;
import org.genevagraph.curate.asks.Asks;
import org.genevagraph.curate.names.NewNames;
import org.genevagraph.curate.proposal.Found;
import org.genevagraph.curate.proposal.Suggestion;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.text.Sentences;
import org.genevagraph.text.Words;
import org.genevagraph.text.names.Name;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/** Whom the passages of a text ask for something: statements with the relation {@code requests}, and groups of actors that the graph does not know. */
final class RequestRows {
    private static final Set<String> WHO_ACTS = Set.of("organisation", "initiative", "actor-group");
    private static final Set<String> WHAT_ASKS = Set.of("organisation", "document");
    private static final Pattern OWN = Pattern.compile("(?iu).*\\b(?:we|i)\\b.*");

    private final Graph graph;
    private final Asks asks;
    private final Function<String, Optional<String>> named;
    private final Map<Node, List<Actor>> leadIns = new HashMap<>();

    /** Whom the last passage that is no item asks, if it ends with a colon. */
    private List<Actor> announcing = List.of();

    /**
     * With the names of a graph.
     *
     * @param hidden things that are not to be found by their names
     */
    RequestRows(Graph graph, Set<Node> hidden) {
        this.graph = graph;
        Map<String, Set<String>> names = new TreeMap<>();
        for (Name name : Mentions.names(graph, Node.ANY)) {
            Iris.parse(name.bearer())
                    .filter(id -> WHO_ACTS.contains(id.kind()))
                    .filter(id ->
                            hidden.stream().noneMatch(node -> node.getURI().equals(name.bearer())))
                    .ifPresent(id -> names.computeIfAbsent(folded(name.words()), key -> new LinkedHashSet<>())
                            .add(cell(id)));
        }
        graph.stream(Node.ANY, RDF.type.asNode(), GG.ActorGroup)
                .map(triple -> triple.getSubject())
                .filter(group -> !hidden.contains(group))
                .flatMap(group -> Iris.parse(group.getURI()).stream())
                .forEach(id -> names.computeIfAbsent(folded(id.slug().replace('-', ' ')), key -> new LinkedHashSet<>())
                        .add(cell(id)));
        this.named = name -> Optional.ofNullable(names.get(folded(name)))
                .filter(cells -> cells.size() == 1)
                .map(cells -> cells.iterator().next());
        this.asks = new Asks(named);
    }

    static String cell(Iris.Id id) {
        return Suggestion.cell(id.kind(), id.slug());
    }

    /** Names in the form in which whoever is asked is looked for: small letters, British spelling, singular. */
    private static String folded(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT)
                        .replace('-', ' ')
                        .replaceAll("(?<=\\p{L})iz(?=ation|e)", "is")
                        .split(" ", -1))
                .map(Words::singular)
                .collect(Collectors.joining(" "));
    }

    /** The cell of the actor that bears a name, if only one does. */
    Optional<String> named(String name) {
        return named.apply(name);
    }

    /** Who can act of those that are named, with their places from where a text begins. */
    static List<Actor> actors(List<Mentions.Mention> mentions, int begin) {
        return mentions.stream()
                .flatMap(mention -> id(mention).filter(id -> WHO_ACTS.contains(id.kind())).stream()
                        .map(id -> new Actor(
                                mention.start() - begin, mention.end() - begin, id.kind(), cell(id), mention.words())))
                .toList();
    }

    /**
     * Looks at a passage; those above it have been looked at before.
     *
     * @param mentions the names in it that are not hidden
     * @param owner the body that the text is about; its profile tells what others ask, and what it asks itself
     */
    void add(
            Node passage,
            String words,
            List<Mentions.Mention> mentions,
            String source,
            Optional<Node> owner,
            Found found) {
        String cited = FactGraph.cited(passage);
        List<Actor> known = actors(mentions, 0);
        Asks.Found asked = asks.in(words, known, above(passage));
        if (!isItem(passage)) {
            announcing = words.endsWith(":") ? asked.leadIn() : List.of();
        }
        leadIns.put(passage, asked.leadIn());
        for (Ask ask : asked.asks()) {
            String sentence = Sentences.at(words, ask.cue()).text();
            String subject = asker(words, ask, mentions, cited, owner);
            String object = ask.actor().cell();
            if (subject.equals(object)) {
                continue;
            }
            double score = ask.score();
            if (ask.actor().isNew()) {
                String name = ask.actor().words();
                boolean isBody = NewNames.isBody(name);
                object = isBody ? Suggestion.cell("organisation", Iris.slug(name)) : Iris.slug(name);
                score -= 0.2;
                if (isBody) {
                    body(name, score, cited, sentence, found);
                } else {
                    group(name, object, score, cited, sentence, "is asked for something there", found);
                }
            }
            found.add(Suggestion.said(
                    "statements/" + source,
                    List.of(
                            subject,
                            "requests",
                            object,
                            ask.via().equals(object) ? "" : ask.via(),
                            ask.action(),
                            "",
                            "",
                            ask.certain() ? "stated" : "arguable",
                            cited),
                    score,
                    cited,
                    sentence,
                    ask.reason()));
        }
    }

    /** Whom the passage above asks in the midst of a sentence: that which holds the passage, or that before an item that none holds. */
    private List<Actor> above(Node passage) {
        if (!graph.contains(passage, GG.within, Node.ANY) && isItem(passage)) {
            return announcing;
        }
        return graph.stream(passage, GG.within, Node.ANY)
                .flatMap(triple -> leadIns.getOrDefault(triple.getObject(), List.of()).stream())
                .toList();
    }

    private boolean isItem(Node passage) {
        return graph.stream(passage, GG.kind, Node.ANY)
                .anyMatch(triple -> triple.getObject().getURI().endsWith("/item"));
    }

    /** Suggests a body that the graph does not know. */
    private static void body(String name, double score, String cited, String sentence, Found found) {
        found.add(new Suggestion(
                "organisations",
                List.of(Iris.slug(name), name),
                score,
                cited,
                sentence,
                "is asked for something there",
                true,
                Optional.empty()));
    }

    /** Suggests a group of actors that the graph does not know. */
    static void group(
            String name, String slug, double score, String cited, String sentence, String reason, Found found) {
        found.add(new Suggestion(
                "actor-groups",
                List.of(slug, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)),
                score,
                cited,
                sentence,
                reason,
                true,
                Optional.empty()));
    }

    private static Optional<Iris.Id> id(Mentions.Mention mention) {
        return mention.thing().flatMap(thing -> Iris.parse(thing.getURI()));
    }

    /** Who asks: whom the sentence names before the word that asks, else the body of a profile, else the passage. */
    private String asker(String words, Ask ask, List<Mentions.Mention> mentions, String cited, Optional<Node> owner) {
        boolean before = ask.cue() < ask.actor().start();
        String own = owner.flatMap(body -> Iris.parse(body.getURI()))
                .map(RequestRows::cell)
                .orElse(cited);
        if (!before) {
            return own;
        }
        int start = Sentences.at(words, ask.cue()).start();
        return mentions.stream()
                .filter(mention -> mention.start() >= start && mention.end() <= ask.cue())
                .filter(mention ->
                        !OWN.matcher(words.substring(start, ask.cue())).matches())
                // The subject of the verb stands at the beginning.
                .filter(mention -> words.substring(start, mention.start())
                        .strip()
                        .matches("(?iu)(?:the|this|its|in \\d{4},?(?: the)?)?"))
                .flatMap(mention -> id(mention).stream())
                .filter(id -> WHAT_ASKS.contains(id.kind()))
                .map(RequestRows::cell)
                .findFirst()
                .orElse(own);
    }
}
