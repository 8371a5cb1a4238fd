package org.genevagraph.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.text.Numbers;
import org.genevagraph.text.Rarity;
import org.genevagraph.text.References;
import org.genevagraph.text.Words;
import org.genevagraph.text.names.NameFinder;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * Checks facts against the passages that they cite, in a snapshot that was built with the texts: whether the passages name both ends, have a
 * word for the relation (its cues in the ontology, or the role as the table gives it), hold the years and numbers, and whether the words that
 * are quoted for the fact are those that say it.
 */
public final class Evidence {
    /** Which share of the words of a role must be in the passage for the role to be a word for the relation. */
    private static final double ROLE = 0.6;

    private static final int PASSAGES_BEFORE = 2;
    private static final Set<String> NAMED_KINDS = Set.of("organisation", "initiative", "document", "place");

    private final Snapshot snapshot;
    private final FactGraph facts;
    private final Graph graph;
    private final Rarity rarity;
    private final QuoteCheck quotes;
    private final Map<Node, Set<Node>> contexts = new HashMap<>();
    private final Map<Node, Set<Node>> contextsAbove = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    /** How well a passage speaks of a thing, and how it does. */
    private record Sight(int grade, String how) {
        static final Sight NAMED = new Sight(2, "");
        static final Sight NONE = new Sight(0, "");

        static Sight indirect(String how) {
            return new Sight(1, how);
        }
    }

    private Evidence(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.graph = snapshot.dataset().getDefaultGraph();
        this.facts = new FactGraph(graph);
        this.rarity = new Rarity(graph.stream(Node.ANY, GG.text, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList());
        this.quotes = new QuoteCheck(facts, rarity);
        facts.instances(GG.EvidenceNote).forEach(note -> {
            reasons.put(
                    key(
                            facts.one(note, GG.explainsSubject),
                            facts.one(note, GG.explainsProperty),
                            facts.one(note, GG.explainsObject)),
                    facts.text(note, GG.reason));
        });
    }

    /** Checks every statement that is stated or arguable, every figure, and every thing that says where it is named. */
    public static List<Proof> check(Snapshot snapshot) {
        return check(snapshot, place -> true);
    }

    /**
     * The same for some of them.
     *
     * @param wanted which rows, as {@code file:line}
     */
    public static List<Proof> check(Snapshot snapshot, Predicate<String> wanted) {
        Evidence evidence = new Evidence(snapshot);
        List<Proof> proofs = new ArrayList<>();
        Predicate<Node> isWanted = fact -> wanted.test(snapshot.places().getOrDefault(fact, ""));
        evidence.facts
                .instances(GG.Statement)
                .filter(isWanted)
                .filter(evidence.facts::isAsserted)
                .forEach(statement -> evidence.statement(statement).ifPresent(proofs::add));
        evidence.facts.instances(GG.Figure).filter(isWanted).forEach(figure -> proofs.add(evidence.figure(figure)));
        for (Node type : List.of(GG.Organisation, GG.Initiative, GG.Document, GG.Place)) {
            evidence.facts
                    .instances(type)
                    .filter(isWanted)
                    .forEach(thing -> evidence.thing(thing).ifPresent(proofs::add));
        }
        proofs.sort(Proof.BY_PLACE);
        return proofs;
    }

    private Optional<Proof> statement(Node statement) {
        String standing = facts.one(statement, GG.standing)
                .flatMap(node -> Iris.parse(node.getURI()))
                .map(id -> id.slug().replaceFirst(".*/", ""))
                .orElse("");
        if (!standing.equals("stated") && !standing.equals("arguable")) {
            return Optional.empty();
        }
        Node subject = facts.one(statement, RDF.subject.asNode()).orElseThrow();
        Node relation = facts.one(statement, RDF.predicate.asNode()).orElseThrow();
        Node object = facts.one(statement, RDF.object.asNode()).orElseThrow();
        Set<Node> passages = facts.all(statement, GG.evidence);
        String role = facts.text(statement, GG.role);
        String says = facts.label(subject) + " " + facts.label(relation) + " " + facts.label(object)
                + (role.isEmpty() ? "" : ", " + role);
        Finding finding = new Finding(passages);
        finding.sees(subject).sees(object);
        facts.all(statement, GG.via).forEach(finding::sees);
        finding.holdsYear(statement, GG.from).holdsYear(statement, GG.until);
        finding.hasWordFor(relation, role);
        finding.isQuoted(statement);
        return Optional.of(finding.proof(
                statement, says, standing.equals("stated"), reason(subject, relation, Optional.of(object))));
    }

    /** What somebody wrote down about a fact, or about all facts with its subject and relation; null if nobody did. */
    private String reason(Node subject, Node relation, Optional<Node> object) {
        return reasons.getOrDefault(
                key(Optional.of(subject), Optional.of(relation), object),
                reasons.get(key(Optional.of(subject), Optional.of(relation), Optional.empty())));
    }

    private Proof figure(Node figure) {
        Node subject = facts.one(figure, GG.ofSubject).orElseThrow();
        Finding finding = new Finding(facts.all(figure, GG.evidence));
        finding.sees(subject);
        finding.holdsNumber(new BigDecimal(facts.text(figure, GG.value)));
        finding.holdsYear(figure, GG.year);
        return finding.proof(
                figure,
                facts.label(subject) + ": " + facts.label(figure),
                true,
                reason(subject, GG.value, facts.one(figure, GG.value)));
    }

    /** Whether the passages that a thing's row cites name it. Source texts themselves cite nothing. */
    private Optional<Proof> thing(Node thing) {
        Set<Node> passages = facts.all(thing, GG.evidence);
        if (passages.isEmpty()
                || Iris.parse(thing.getURI())
                        .filter(id -> NAMED_KINDS.contains(id.kind()))
                        .isEmpty()) {
            return Optional.empty();
        }
        Finding finding = new Finding(passages);
        finding.sees(thing);
        finding.holdsYear(thing, GG.from).holdsYear(thing, GG.until).holdsYear(thing, GG.date);
        return Optional.of(finding.proof(
                thing, facts.label(thing) + " is named", true, reason(thing, GG.evidence, Optional.empty())));
    }

    /** The examination of one fact. */
    private final class Finding {
        private final Set<Node> passages;
        private final Set<Node> withText;
        private final String words;
        private final List<String> missing = new ArrayList<>();
        private final List<String> indirect = new ArrayList<>();
        private Optional<String> misquoted = Optional.empty();

        Finding(Set<Node> passages) {
            this.passages = passages;
            this.withText = passages.stream()
                    .filter(passage -> graph.contains(passage, GG.text, Node.ANY))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            this.words = words(withText);
        }

        Finding sees(Node thing) {
            Sight best = sight(thing, withText, words);
            if (best.grade() == 0) {
                missing.add("'" + facts.label(thing) + "' is not named");
            } else if (best.grade() == 1) {
                indirect.add("'" + facts.label(thing) + "' " + best.how());
            }
            return this;
        }

        Finding holdsYear(Node fact, Node property) {
            facts.one(fact, property).ifPresent(date -> {
                String year = date.getLiteralLexicalForm().substring(0, 4);
                if (words.contains(year)) {
                    return;
                }
                if (words(context(withText, contexts, Evidence.this::contextOf)).contains(year)) {
                    indirect.add(year + " is in the context");
                } else {
                    missing.add("the year " + year + " does not occur");
                }
            });
            return this;
        }

        void holdsNumber(BigDecimal number) {
            if (!Numbers.holds(words, number)) {
                missing.add("the number " + number.toPlainString() + " does not occur");
            }
        }

        void hasWordFor(Node relation, String role) {
            Set<Node> cues = facts.all(relation, GG.cue);
            boolean cued = cues.isEmpty()
                    || cues.stream().anyMatch(cue -> Words.begins(cue.getLiteralLexicalForm(), words))
                    || (!role.isEmpty() && Words.share(role, words) > ROLE);
            if (!cued) {
                indirect.add("no word for '" + facts.label(relation) + "'");
            }
        }

        void isQuoted(Node statement) {
            misquoted = quotes.fault(statement, withText);
        }

        Proof proof(Node fact, String says, boolean stated, String reason) {
            List<String> cited =
                    passages.stream().map(FactGraph::cited).sorted().toList();
            boolean changed = passages.stream().anyMatch(passage -> graph.contains(passage, GG.textChanged, Node.ANY));
            Verdict verdict;
            String because;
            if (changed) {
                verdict = Verdict.TEXT_CHANGED;
                because = "the text has other words there than those that were read";
            } else if (withText.isEmpty()) {
                verdict = Verdict.NO_TEXT;
                because = "";
            } else if (missing.isEmpty() && misquoted.isEmpty()) {
                verdict = indirect.isEmpty() ? Verdict.SUPPORTED : Verdict.INDIRECTLY;
                because = String.join("; ", indirect);
            } else if (reason != null) {
                verdict = Verdict.REASONED;
                because = reason;
            } else if (missing.isEmpty()) {
                verdict = Verdict.MISQUOTED;
                because = misquoted.get();
            } else {
                verdict = Verdict.NOT_FOUND;
                because = String.join("; ", missing);
            }
            return new Proof(fact, snapshot.places().getOrDefault(fact, ""), says, stated, cited, verdict, because);
        }
    }

    private Sight sight(Node thing, Set<Node> passages, String words) {
        if (passages.contains(thing)
                || passages.stream()
                        .anyMatch(passage -> graph.contains(passage, GG.mentions, thing)
                                || graph.contains(passage, GG.inDocument, thing)
                                || facts.all(passage, GG.inDocument).stream()
                                        .anyMatch(document -> graph.contains(thing, GG.profiledIn, document)))) {
            return Sight.NAMED;
        }
        if (graph.contains(thing, RDF.type.asNode(), GG.Passage)) {
            return References.holds(words, facts.text(thing, GG.number)) ? Sight.NAMED : Sight.NONE;
        }
        if (graph.contains(thing, RDF.type.asNode(), GG.Commitment)
                && facts.all(thing, GG.evidence).stream().anyMatch(passages::contains)) {
            return Sight.NAMED;
        }
        // What tells a topic tells its issue as well.
        Set<Node> topics = facts.narrowed(thing);
        Optional<String> sign = topics.stream()
                .flatMap(topic -> facts.all(topic, SKOS.hiddenLabel.asNode()).stream())
                .map(Node::getLiteralLexicalForm)
                .filter(word -> Words.begins(word, words))
                .min(Comparator.naturalOrder());
        if (sign.isPresent()) {
            return Sight.indirect("is told by '" + sign.get() + "'");
        }
        Optional<Node> topic = topics.stream()
                .filter(node -> passages.stream().anyMatch(passage -> graph.contains(passage, GG.mentions, node)))
                .findFirst();
        if (topic.isPresent()) {
            return Sight.indirect("is told by its topic '" + facts.label(topic.get()) + "'");
        }
        // The longest name wins in a text: "EU AI Act" hides "AI", and "UN Security Council" the UN.
        if (topics.stream()
                .anyMatch(one ->
                        !new NameFinder(Mentions.names(graph, one)).find(words).isEmpty())) {
            return Sight.indirect("is named within another name");
        }
        if (isDescribed(thing, words)) {
            return Sight.indirect("is described");
        }
        // A subject must be told by the passage, or stand above it; a body or an initiative may have been named just
        // before.
        Set<Node> context = graph.contains(thing, RDF.type.asNode(), GG.PolicyIssue)
                ? context(passages, contextsAbove, this::above)
                : context(passages, contexts, this::contextOf);
        Optional<Node> near = context.stream()
                .filter(passage -> graph.contains(passage, GG.mentions, thing))
                .findFirst();
        if (near.isPresent()) {
            return Sight.indirect("is named in the context, " + FactGraph.cited(near.get()));
        }
        if (isDescribed(thing, words + " " + words(context))) {
            return Sight.indirect("is described in the context");
        }
        return Stream.concat(
                        graph.stream(thing, GG.partOf, Node.ANY).map(Triple::getObject),
                        graph.stream(Node.ANY, GG.partOf, thing).map(Triple::getSubject))
                .filter(whole -> passages.stream().anyMatch(passage -> graph.contains(passage, GG.mentions, whole)))
                .findFirst()
                .map(whole -> Sight.indirect("is seen through '" + facts.label(whole) + "'"))
                .orElse(Sight.NONE);
    }

    private Set<String> names(Node thing) {
        Set<String> names = new TreeSet<>();
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            facts.all(thing, property).stream()
                    .filter(Literals::isEnglish)
                    .forEach(name -> names.add(name.getLiteralLexicalForm()));
        }
        return names;
    }

    private boolean isDescribed(Node thing, String words) {
        return names(thing).stream().anyMatch(name -> rarity.describes(words, name));
    }

    /** Where a reader would look as well, but for the passages themselves. */
    private static Set<Node> context(
            Set<Node> passages, Map<Node, Set<Node>> known, Function<Node, Set<Node>> contextOf) {
        Set<Node> context = new LinkedHashSet<>();
        passages.forEach(passage -> context.addAll(known.computeIfAbsent(passage, contextOf)));
        context.removeAll(passages);
        return context;
    }

    /** What holds the passage, the heading above it, and what stands just before. */
    private Set<Node> contextOf(Node passage) {
        Set<Node> context = new LinkedHashSet<>(above(passage));
        before(passage).stream().limit(PASSAGES_BEFORE).forEach(context::add);
        return context;
    }

    /** What holds the passage, and the heading above it. */
    private Set<Node> above(Node passage) {
        Set<Node> above = new LinkedHashSet<>();
        for (Set<Node> holders = facts.all(passage, GG.within); !holders.isEmpty(); ) {
            above.addAll(holders);
            holders = holders.stream()
                    .flatMap(node -> facts.all(node, GG.within).stream())
                    .filter(node -> !above.contains(node))
                    .collect(Collectors.toSet());
        }
        before(passage).stream()
                .filter(other -> facts.hasKind(other, "heading") || facts.hasKind(other, "section"))
                .findFirst()
                .ifPresent(above::add);
        return above;
    }

    /** The passages of the same document before a passage, the nearest first. */
    private List<Node> before(Node passage) {
        return facts.one(passage, GG.inDocument).stream()
                .flatMap(document -> graph.stream(Node.ANY, GG.inDocument, document))
                .map(Triple::getSubject)
                .filter(other -> facts.position(other) < facts.position(passage))
                .sorted(Comparator.comparingInt(facts::position).reversed())
                .toList();
    }

    private String words(Set<Node> passages) {
        return passages.stream().map(passage -> facts.text(passage, GG.text)).collect(Collectors.joining(" "));
    }

    private static String key(Optional<Node> subject, Optional<Node> relation, Optional<Node> object) {
        return Stream.of(subject, relation, object)
                .map(node -> node.map(Node::toString).orElse(""))
                .collect(Collectors.joining(" "));
    }
}
