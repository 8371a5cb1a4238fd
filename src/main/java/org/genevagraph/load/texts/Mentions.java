package org.genevagraph.load.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.text.names.Name;
import org.genevagraph.text.names.NameFinder;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * Where the names of things stand in passages. A name that several things bear means the one that the tables cite the passage for, else the
 * one that they cite its document for, else the body that the document is about; if that leaves more than one, it is left open. In a
 * profile "the Institute" is the body that the profile is about.
 */
public final class Mentions {
    private static final Set<String> PROPER_KINDS =
            Set.of("organisation", "initiative", "document", "place", "sdg", "objective");

    /** What texts name by common words. */
    private static final Set<String> COMMON_KINDS = Set.of("issue", "actor-group");

    private static final Pattern HEAD =
            Pattern.compile("(?:[\\p{L}\\p{N}-]+ )+?(\\p{Lu}\\p{Ll}+)(?: (?:of|for|on|and|in)\\b.*)?");

    private final Graph known;
    private final NameFinder finder;

    /** Of the names in a language besides the English ones, for texts in it. */
    private final Map<String, NameFinder> finders = new ConcurrentHashMap<>();

    private final Map<Node, Set<Node>> citedFor = new HashMap<>();
    private final Map<Node, Map<String, Set<Node>>> owners = new HashMap<>();

    /**
     * A name in a passage.
     *
     * @param start where it begins in the passage's words, in Java's characters
     * @param end where it ends, excluded
     * @param words as the passage spells it
     * @param thing what it means; empty if it could mean several things
     */
    public record Mention(int start, int end, String words, Optional<Node> thing) {}

    /** Over a graph of things, statements and passages; what rules derive says nothing about what a passage means. */
    public Mentions(Graph known) {
        this.known = known;
        this.finder = new NameFinder(names(known, Node.ANY));
        known.stream(Node.ANY, GG.evidence, Node.ANY).forEach(triple -> {
            if (known.contains(triple.getSubject(), GG.derivedBy, Node.ANY)) {
                return;
            }
            Set<Node> things = citedFor.computeIfAbsent(triple.getObject(), key -> new LinkedHashSet<>());
            things.add(triple.getSubject());
            for (Node part : List.of(RDF.subject.asNode(), RDF.object.asNode(), GG.via, GG.ofSubject)) {
                known.stream(triple.getSubject(), part, Node.ANY)
                        .map(Triple::getObject)
                        .forEach(things::add);
            }
        });
        known.stream(Node.ANY, GG.inDocument, Node.ANY)
                .forEach(triple -> citedFor.computeIfAbsent(triple.getObject(), key -> new LinkedHashSet<>())
                        .addAll(citedFor.getOrDefault(triple.getSubject(), Set.of())));
        known.stream(Node.ANY, GG.profiledIn, Node.ANY).forEach(triple -> {
            Map<String, Set<Node>> heads = owners.computeIfAbsent(triple.getObject(), key -> new TreeMap<>());
            known.stream(triple.getSubject(), RDFS.label.asNode(), Node.ANY)
                    .map(label -> HEAD.matcher(label.getObject().getLiteralLexicalForm()))
                    .filter(Matcher::matches)
                    .forEach(head -> heads.computeIfAbsent(head.group(1), key -> new LinkedHashSet<>())
                            .add(triple.getSubject()));
        });
    }

    /** Every name by which an English text can mean a thing, or by which it can mean any thing. */
    public static List<Name> names(Graph graph, Node wanted) {
        List<Name> names = new ArrayList<>();
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            graph.stream(wanted, property, Node.ANY)
                    .filter(triple -> Literals.isEnglish(triple.getObject()))
                    .forEach(triple -> name(triple).ifPresent(names::add));
        }
        // The title of an Action Line, such as Media, is too plain a word; its code is not.
        graph.stream(wanted, GG.code, Node.ANY)
                .forEach(triple -> names.add(Name.proper(
                        triple.getObject().getLiteralLexicalForm(),
                        triple.getSubject().getURI())));
        return names;
    }

    private static Optional<Name> name(Triple triple) {
        String words = triple.getObject().getLiteralLexicalForm();
        String iri = triple.getSubject().getURI();
        String kind = Iris.kind(iri);
        if (PROPER_KINDS.contains(kind)) {
            return Optional.of(Name.proper(words, iri));
        }
        return COMMON_KINDS.contains(kind) ? Optional.of(Name.common(words, iri)) : Optional.empty();
    }

    /** What finds names in texts of a language: the ITU is the UIT in French. */
    private NameFinder finder(String language) {
        if (language.isEmpty() || language.equals(Literals.ENGLISH)) {
            return finder;
        }
        return finders.computeIfAbsent(language, any -> {
            List<Name> names = new ArrayList<>(names(known, Node.ANY));
            for (Node property : List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())) {
                known.stream(Node.ANY, property, Node.ANY)
                        .filter(triple ->
                                triple.getObject().getLiteralLanguage().equals(language))
                        .forEach(triple -> name(triple).ifPresent(names::add));
            }
            return new NameFinder(names);
        });
    }

    /** The names in the words of a passage, from left to right. */
    public List<Mention> in(Node passage, String words) {
        Optional<Node> document = known.stream(passage, GG.inDocument, Node.ANY)
                .map(Triple::getObject)
                .findFirst();
        Map<Integer, Mention> mentions = new TreeMap<>();
        String language = document.flatMap(text -> known.stream(text, DCTerms.language.asNode(), Node.ANY)
                        .map(triple -> triple.getObject().getLiteralLexicalForm())
                        .findFirst())
                .orElse("");
        for (NameFinder.Found found : finder(language).find(words)) {
            mentions.put(
                    found.start(),
                    new Mention(found.start(), found.end(), found.words(), meant(found.bearers(), passage, document)));
        }
        document.map(owners::get)
                .ifPresent(heads -> heads.forEach((head, bodies) -> {
                    Matcher matcher = Pattern.compile("\\b[Tt]he (" + head + ")\\b(?! \\p{Lu})")
                            .matcher(words);
                    while (matcher.find()) {
                        mentions.putIfAbsent(
                                matcher.start(1),
                                new Mention(
                                        matcher.start(),
                                        matcher.end(),
                                        matcher.group(),
                                        bodies.size() == 1
                                                ? Optional.of(bodies.iterator().next())
                                                : Optional.empty()));
                    }
                }));
        return List.copyOf(mentions.values());
    }

    private Optional<Node> meant(Set<String> bearers, Node passage, Optional<Node> document) {
        Set<Node> things =
                bearers.stream().map(NodeFactory::createURI).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Set<Node>> nearer = new ArrayList<>();
        nearer.add(things);
        // The name of a thing is that thing, though a subject is called by it as well.
        nearer.add(things.stream().filter(thing -> !isIssue(thing)).collect(Collectors.toSet()));
        nearer.add(citedFor.getOrDefault(passage, Set.of()));
        document.ifPresent(text -> {
            nearer.add(citedFor.getOrDefault(text, Set.of()));
            nearer.add(known.stream(Node.ANY, GG.profiledIn, text)
                    .map(Triple::getSubject)
                    .collect(Collectors.toSet()));
        });
        for (Set<Node> candidates : nearer) {
            List<Node> left = things.stream().filter(candidates::contains).toList();
            if (left.size() == 1) {
                return Optional.of(left.get(0));
            }
        }
        return Optional.empty();
    }

    private static boolean isIssue(Node thing) {
        return Iris.parse(thing.getURI())
                .filter(id -> id.kind().equals("issue"))
                .isPresent();
    }

    /** Writes which things a passage mentions. */
    public void write(Node passage, String words, Graph into) {
        in(passage, words)
                .forEach(mention -> mention.thing().ifPresent(thing -> into.add(passage, GG.mentions, thing)));
    }
}
