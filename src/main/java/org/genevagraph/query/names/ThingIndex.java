package org.genevagraph.query.names;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.names.NameKeys.How;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * The one resolver of names: finds things by what people call them. Slug, acronym, name or other name in any case and language, IRI or
 * address, an identifier in an outside register, and all of these in other spellings: "Name (ACRONYM)", joined or split words, "&amp;" for
 * "and", without articles, with any dash, quote or accent; passages as "para. 72(l) of the Tunis Agenda".
 */
public final class ThingIndex {
    static final String PASSAGE = "passage";

    private static final Pattern IN_BRACKETS = Pattern.compile("(.*\\S)\\s*[(\\[]([^()\\[\\]]+)[)\\]]");
    private static final Pattern IN_PARTS = Pattern.compile("(\\S.*?)(?:\\s+[-:|]\\s+|,\\s+)(\\S.*)");
    private static final Pattern OWN = Pattern.compile("<?(?:https?://)?(?:www\\.)?"
            + Pattern.quote(Iris.BASE.replaceFirst("^https?://", "")) + "(?:id/)?([a-z-]+)/([^<>]*[^<>/])/*>?");

    /** A server on this machine, whatever its port: what a reader copies from the browser. */
    private static final Pattern HERE =
            Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d{1,5})?/id/([a-z-]+)/(.*[^/])/*");

    private static final Pattern SHORT = Pattern.compile("(?:/?id/|id:)([a-z-]+)/(.*[^/])/*");

    /** A target of a goal: 9.c, SDG 9c, cible 9.1. */
    private static final Pattern TARGET = Pattern.compile(
            "(?i)(?:(?:sdgs?|odd|goals?|objectifs?|targets?|cibles?)[ .]*)+(\\d{1,2})(?:\\.?[a-z]|\\.\\d{1,2})");

    private static final Pattern NUMBER_FIRST =
            Pattern.compile("(?i)(\\p{L}+\\.?)\\s+(\\d{1,3})\\s+(of(?: the)?|du|de la)\\s+(\\S.*)");

    /** What ties a thing to the same thing elsewhere, or to the website that is its own. */
    private static final List<Node> EXACT =
            List.of(SchemaDO.sameAs.asNode(), SKOS.exactMatch.asNode(), OWL.sameAs.asNode(), FOAF.homepage.asNode());

    private final Map<Node, String> labels = new HashMap<>();

    private final NameKeys keys = new NameKeys();
    private final PassageCitations citations = new PassageCitations(keys);
    private final Map<Node, Node> successors = new HashMap<>();
    private final Map<Node, Set<String>> names = new LinkedHashMap<>();

    /** What is longer is refused before it is compared with anything; some titles are longer than names should be. */
    private int longestName = Nearest.MOST_CHARACTERS;

    private final PassageRanking ranking;

    private ThingIndex(PassageRanking ranking) {
        this.ranking = ranking;
    }

    /** Reads the names and identifiers from a graph. */
    public static ThingIndex of(Graph graph) {
        ThingIndex index = new ThingIndex(PassageRanking.of(graph));
        graph.stream(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY).forEach(triple -> {
            kindAndSlug(triple.getSubject()).ifPresent(id -> index.putSlug(id, triple.getSubject()));
            if (Literals.isEnglish(triple.getObject())) {
                index.labels.put(triple.getSubject(), triple.getObject().getLiteralLexicalForm());
                index.put(How.NAME, triple);
            } else {
                index.put(How.OTHER_NAME, triple);
            }
        });
        graph.stream(Node.ANY, GG.acronym, Node.ANY).forEach(triple -> index.put(How.ACRONYM, triple));
        graph.stream(Node.ANY, SKOS.altLabel.asNode(), Node.ANY).forEach(triple -> index.put(How.OTHER_NAME, triple));
        graph.stream(Node.ANY, GG.number, Node.ANY).forEach(triple -> index.put(How.OTHER_NAME, triple));
        index.putAll(How.SPELLING, NumberedNames.of(graph));
        index.putAll(How.HEAD, NumberedNames.byHeads(graph));
        Map<Node, Set<String>> profiles = DocumentNames.ofProfiles(graph);
        index.putAll(How.OTHER_NAME, profiles);
        index.putAll(How.SPELLING, profiles);
        index.putAll(How.SPELLING, DocumentNames.ofResolutions(graph));
        index.putIdentifiers(graph);
        graph.stream(Node.ANY, DCTerms.isReplacedBy.asNode(), Node.ANY).forEach(triple -> {
            index.successors.put(triple.getSubject(), triple.getObject());
            kindAndSlug(triple.getSubject()).ifPresent(id -> index.putSlug(id, triple.getObject()));
        });
        return index;
    }

    /** The addresses elsewhere by which a thing is found. */
    public static Stream<Node> identifiers(Graph graph, Node thing) {
        return EXACT.stream()
                .flatMap(exact -> graph.stream(thing, exact, Node.ANY))
                .map(Triple::getObject)
                .filter(Node::isURI)
                .distinct();
    }

    /** What things are called by their numbers: "Action Line C7", "goal 9". */
    public static Map<Node, Set<String>> numbered(Graph graph) {
        return NumberedNames.of(graph);
    }

    /** Whether two texts are spellings of the same name or identifier. */
    public static boolean isTheSame(String one, String other) {
        return Stream.of(How.SPELLING, How.IDENTIFIER)
                .anyMatch(how -> !Collections.disjoint(how.keys(one), how.keys(other)));
    }

    private static Optional<Iris.Id> kindAndSlug(Node node) {
        return node.isURI() ? Iris.parse(node.getURI()) : Optional.empty();
    }

    /** What matches exactly in a register, the website that outside sources give, the symbol that a document bears. */
    private void putIdentifiers(Graph graph) {
        for (Node exact : EXACT) {
            graph.stream(Node.ANY, exact, Node.ANY)
                    .filter(triple -> triple.getObject().isURI())
                    .forEach(triple -> putIdentifier(
                            triple.getSubject(),
                            Registers.key(triple.getObject().getURI())));
        }
        graph.stream(Node.ANY, GG.symbol, Node.ANY).forEach(triple -> {
            String symbol = triple.getObject().getLiteralLexicalForm();
            putIdentifier(triple.getSubject(), Registers.symbol(symbol));
            put(How.SPELLING, triple);
        });
    }

    private void putIdentifier(Node thing, String key) {
        kindAndSlug(thing).ifPresent(id -> keys.add(id.kind(), How.IDENTIFIER, key, thing));
    }

    private void putAll(How how, Map<Node, Set<String>> called) {
        called.forEach((thing, names) ->
                names.forEach(name -> kindAndSlug(thing).ifPresent(id -> put(id.kind(), how, name, thing))));
    }

    private void putSlug(Iris.Id id, Node thing) {
        put(id.kind(), How.SLUG, id.slug(), thing);
        put(id.kind(), How.SLUG_SPELLING, id.slug(), thing);
    }

    private void put(How how, Triple triple) {
        kindAndSlug(triple.getSubject()).ifPresent(id -> {
            String name = triple.getObject().getLiteralLexicalForm();
            put(id.kind(), how, name, triple.getSubject());
            if (How.CALLED.contains(how)) {
                names.computeIfAbsent(triple.getSubject(), thing -> new TreeSet<>())
                        .add(name);
            }
            put(id.kind(), How.SPELLING, name, triple.getSubject());
            if (!id.kind().equals(PASSAGE)) {
                put(id.kind(), How.WORDS, name, triple.getSubject());
            }
        });
    }

    private void put(String kind, How how, String name, Node thing) {
        longestName = Math.max(longestName, name.length());
        keys.add(kind, how, name, thing);
    }

    /** All names and acronyms of each thing, as they are written. */
    public Map<Node, Set<String>> names() {
        return Collections.unmodifiableMap(names);
    }

    /** The name of a thing; its IRI if it has none. */
    public String label(Node thing) {
        return labels.getOrDefault(thing, thing.toString());
    }

    /**
     * The thing that is meant.
     *
     * @param given a name of any sort; see {@link ThingIndex}
     * @param kinds the kinds that it can be of; an earlier one is preferred
     * @throws Refusal if nothing is called so, with the nearest names, if several things are, or if it is too long to be a name
     */
    public Node find(String given, List<String> kinds) throws Refusal {
        if (given.length() > longestName) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "the name has " + given.length() + " characters",
                    "use at most " + longestName,
                    new Refusal.Fault("", Refusal.Wrong.MALFORMED, List.of()));
        }
        List<Node> candidates = resolve(given, kinds);
        for (String kind : kinds) {
            List<Node> found = candidates.stream()
                    .filter(thing -> kindAndSlug(thing).orElseThrow().kind().equals(kind))
                    .toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            if (found.size() > 1) {
                throw ambiguous(given, found);
            }
        }
        List<String> nearest = nearest(given, kinds);
        throw new Refusal(
                Refusal.Reason.NOT_FOUND,
                "no " + String.join(" or ", kinds).replace('-', ' ') + " is called '" + given + "'",
                nearest.isEmpty() ? "look it up by its name" : "did you mean " + String.join(", ", nearest) + "?",
                new Refusal.Fault("", Refusal.Wrong.UNKNOWN, nearest));
    }

    private static Refusal ambiguous(String given, List<Node> found) {
        List<String> slugs = found.stream().map(ThingIndex::slug).sorted().toList();
        return new Refusal(
                Refusal.Reason.BAD_REQUEST,
                "'" + given + "' can be " + String.join(" or ", slugs),
                "write one of these",
                new Refusal.Fault("", Refusal.Wrong.AMBIGUOUS, slugs));
    }

    /**
     * All things that a name can mean, by the most exact way in which it is the name of any: several if they share it, none if nothing is
     * called so.
     *
     * @param given a name of any sort; see {@link ThingIndex}
     * @param kinds the kinds that they can be of, in the order in which they are to stand
     */
    public List<Node> resolve(String given, List<String> kinds) {
        if (given.length() > longestName) {
            return List.of();
        }
        Optional<Iris.Id> own = own(given, kinds);
        if (own.isPresent()) {
            return own.filter(id -> kinds.contains(id.kind()))
                    .map(id -> keys.at(How.SLUG, id.slug(), List.of(id.kind())))
                    .orElse(List.of());
        }
        List<Node> found = keys.named(given, kinds);
        if (found.isEmpty()) {
            found = inParts(given, kinds);
        }
        if (found.isEmpty()) {
            found = numberFirst(given, kinds);
        }
        if (found.isEmpty()) {
            found = Abbreviations.inFull(given).stream()
                    .flatMap(full -> keys.named(full, kinds).stream())
                    .distinct()
                    .toList();
        }
        return kinds.contains(PASSAGE)
                ? ranking.ranked(given, found.isEmpty() ? citations.passages(given) : found)
                : found;
    }

    /** The one thing, whatever its kind, that bears a text as its name, acronym or identifier; empty if none or several do. */
    public Optional<Node> meant(String given, List<String> kinds) {
        List<Node> meanings = meanings(given, kinds);
        return meanings.size() == 1 ? Optional.of(meanings.get(0)) : Optional.empty();
    }

    /** The things, whatever their kind, that bear a text as their name, acronym or identifier. */
    public List<Node> meanings(String given, List<String> kinds) {
        List<Node> called = called(given, kinds);
        return ranking.originals(called.isEmpty() ? resolve(given, kinds) : called);
    }

    /** The one thing that bears a text, letter by letter, as its name or acronym; empty if none or several do. */
    public Optional<Node> bearing(String given, List<String> kinds) {
        List<Node> called = called(given, kinds);
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    private List<Node> called(String given, List<String> kinds) {
        return How.CALLED.stream()
                .flatMap(how -> keys.at(how, given, kinds).stream())
                .distinct()
                .toList();
    }

    /** "Name (ACRONYM)" and the like: what both parts are names of, or the name if the other part is its initials. */
    private List<Node> inParts(String given, List<String> kinds) {
        String folded = Spelling.folded(given);
        for (Pattern pattern : List.of(IN_BRACKETS, IN_PARTS)) {
            Matcher parts = pattern.matcher(folded);
            if (parts.matches()) {
                List<Node> both = both(parts.group(1), parts.group(2), kinds);
                if (!both.isEmpty()) {
                    return both;
                }
            }
        }
        return List.of();
    }

    /** "Objective 3 of the Compact", « objectif 3 du Pacte »: what is called by its number last. */
    private List<Node> numberFirst(String given, List<String> kinds) {
        Matcher parts = NUMBER_FIRST.matcher(given.strip());
        return parts.matches()
                ? Stream.of(
                                parts.group(4) + " " + parts.group(1) + " " + parts.group(2),
                                parts.group(1) + " " + parts.group(3) + " " + parts.group(4) + " " + parts.group(2))
                        .flatMap(name -> keys.named(name, kinds).stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    private List<Node> both(String one, String other, List<String> kinds) {
        Set<Node> named = everyWay(one, kinds);
        Set<Node> also = everyWay(other, kinds);
        if (also.isEmpty() && Spelling.initials(one).equals(Spelling.joined(other))) {
            return keys.named(one, kinds);
        }
        if (named.isEmpty() && Spelling.initials(other).equals(Spelling.joined(one))) {
            return keys.named(other, kinds);
        }
        named.retainAll(also);
        return List.copyOf(named);
    }

    private Set<Node> everyWay(String given, List<String> kinds) {
        Set<Node> found = new LinkedHashSet<>();
        for (How how : How.values()) {
            found.addAll(keys.at(how, given, kinds));
        }
        return found;
    }

    /** The documents of which a text names a passage that nobody knows: "para. 900 of the Tunis Agenda". */
    public List<Node> documents(String given) {
        return citations.documents(given);
    }

    /** The goal of which a text names a target: "SDG 9.c". */
    public Optional<Node> goal(String given) {
        Matcher target = TARGET.matcher(given.strip());
        return target.matches()
                ? keys.named("SDG " + target.group(1), List.of("sdg")).stream().findFirst()
                : Optional.empty();
    }

    /** Kind and slug if a text is written as one of this graph's own IRIs, paths or prefixed names, whether or not there is such a thing. */
    private Optional<Iris.Id> own(String given, List<String> kinds) {
        String text = given.strip();
        for (Pattern pattern : List.of(OWN, HERE, SHORT)) {
            Matcher id = pattern.matcher(text);
            if (id.matches()) {
                return Optional.of(new Iris.Id(id.group(1), id.group(2).toLowerCase(Locale.ROOT)));
            }
        }
        return kinds.stream()
                .filter(kind -> text.startsWith(kind + ":") || text.startsWith(kind + "/"))
                .map(kind -> new Iris.Id(kind, text.substring(kind.length() + 1).toLowerCase(Locale.ROOT)))
                .filter(id -> !keys.at(How.SLUG, id.slug(), List.of(id.kind())).isEmpty())
                .findFirst();
    }

    private List<String> nearest(String given, List<String> kinds) {
        Map<String, Node> known = new HashMap<>();
        for (String kind : kinds) {
            for (How how : List.of(How.SLUG, How.ACRONYM, How.NAME, How.OTHER_NAME)) {
                keys.of(kind, how).forEach((name, things) -> known.putIfAbsent(name, things.get(0)));
            }
        }
        return Nearest.of(Spelling.folded(given), known.keySet()).stream()
                .map(known::get)
                .map(ThingIndex::slug)
                .distinct()
                .toList();
    }

    static String slug(Node thing) {
        return kindAndSlug(thing).map(Iris.Id::slug).orElse(thing.toString());
    }
}
