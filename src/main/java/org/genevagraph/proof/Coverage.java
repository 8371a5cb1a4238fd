package org.genevagraph.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.genevagraph.load.texts.Mentions;
import org.genevagraph.proof.Unexplained.Kind;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.text.Enumerations;
import org.genevagraph.text.Numbers;
import org.genevagraph.text.Words;
import org.genevagraph.text.names.Capitals;
import org.genevagraph.text.names.Name;
import org.genevagraph.text.names.NameFinder;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/**
 * What the texts say that no fact holds, and what the graph holds that hangs on too little.
 *
 * @param unexplained names, acronyms, years and numbers that no fact uses and no note explains, the most frequent first
 * @param explained in how many places a note explains such words
 * @param silentPassages passages that no fact cites, that are no headings and are not said to carry none
 * @param inNoStatement things that no statement and no figure is about
 * @param withoutEvidence organisations and initiatives whose row cites no passage
 * @param withoutIssue initiatives and profiled organisations that address no issue
 * @param withoutLink organisations that no outside register is linked to
 */
public record Coverage(
        List<Unexplained> unexplained,
        int explained,
        List<String> silentPassages,
        List<String> inNoStatement,
        List<String> withoutEvidence,
        List<String> withoutIssue,
        List<String> withoutLink) {
    public Coverage {
        unexplained = List.copyOf(unexplained);
        silentPassages = List.copyOf(silentPassages);
        inNoStatement = List.copyOf(inNoStatement);
        withoutEvidence = List.copyOf(withoutEvidence);
        withoutIssue = List.copyOf(withoutIssue);
        withoutLink = List.copyOf(withoutLink);
    }

    /** Looks through a snapshot that was built with the texts. */
    public static Coverage of(Snapshot snapshot) {
        return of(snapshot, Optional.empty());
    }

    /**
     * The same for a snapshot that holds one of several texts: one alone may have a word with a capital only, since it heads something.
     *
     * @param capitals tells which words of all texts are names
     */
    public static Coverage of(Snapshot snapshot, Capitals capitals) {
        return of(snapshot, Optional.of(capitals));
    }

    private static Coverage of(Snapshot snapshot, Optional<Capitals> capitals) {
        return new Search(new FactGraph(snapshot.dataset().getDefaultGraph()), capitals).run();
    }

    /** One look through a graph. */
    private static final class Search {
        private static final Pattern YEAR = Pattern.compile("(?<![\\d/.])(?:19|20)\\d\\d(?![\\d/])");
        private static final Set<String> THINGS = Set.of("organisation", "initiative", "document", "place");

        private final FactGraph facts;
        private final Graph graph;
        private final Mentions mentions;
        private final Optional<Capitals> learnt;
        /** What tells an issue without naming it. */
        private final List<Pattern> tellingWords;
        /** Names of classes of actors, which a passage need not ask for anything. */
        private final NameFinder actorGroups;

        private final Set<String> explainedEverywhere = new HashSet<>();
        private final Map<Node, Set<String>> explainedIn = new HashMap<>();
        private final Map<Kind, Map<String, Set<String>>> found = new EnumMap<>(Kind.class);
        private int explained;

        Search(FactGraph facts, Optional<Capitals> capitals) {
            this.facts = facts;
            this.learnt = capitals;
            this.graph = facts.graph();
            this.mentions = new Mentions(graph);
            this.tellingWords = graph.stream(Node.ANY, SKOS.hiddenLabel.asNode(), Node.ANY)
                    .map(triple -> Words.beginning(triple.getObject().getLiteralLexicalForm()))
                    .toList();
            this.actorGroups = new NameFinder(facts.instances(GG.ActorGroup)
                    .flatMap(group -> Stream.of(RDFS.label, SKOS.altLabel)
                            .flatMap(property -> facts.all(group, property.asNode()).stream())
                            .filter(Literals::isEnglish)
                            .map(name -> Name.common(name.getLiteralLexicalForm(), group.getURI())))
                    .toList());
            facts.instances(GG.CoverageNote).forEach(note -> {
                Set<String> words = facts.all(note, RDFS.label.asNode()).stream()
                        .map(Node::getLiteralLexicalForm)
                        .collect(Collectors.toSet());
                Set<Node> documents = facts.all(note, GG.explainsSubject);
                documents.forEach(document -> explainedIn
                        .computeIfAbsent(document, key -> new HashSet<>())
                        .addAll(words));
                if (documents.isEmpty()) {
                    explainedEverywhere.addAll(words);
                }
            });
        }

        Coverage run() {
            Map<Node, String> texts = new LinkedHashMap<>();
            graph.stream(Node.ANY, GG.text, Node.ANY)
                    .sorted(Comparator.comparing((Triple triple) -> facts.documentOf(triple.getSubject()))
                            .thenComparingInt(triple -> facts.position(triple.getSubject())))
                    .forEach(triple ->
                            texts.put(triple.getSubject(), triple.getObject().getLiteralLexicalForm()));
            Capitals capitals = learnt.orElseGet(() -> new Capitals(texts.values()));
            texts.forEach((passage, text) -> search(passage, text, capitals));
            List<Unexplained> unexplained = new ArrayList<>();
            found.forEach((kind, byWords) -> byWords.forEach(
                    (words, passages) -> unexplained.add(new Unexplained(kind, words, List.copyOf(passages)))));
            unexplained.sort(Comparator.comparingInt(
                            (Unexplained words) -> -words.passages().size())
                    .thenComparing(Unexplained::kind)
                    .thenComparing(Unexplained::words));
            return new Coverage(
                    unexplained,
                    explained,
                    silentPassages(texts.keySet()),
                    things(thing -> THINGS.contains(Iris.kind(thing.getURI())) && isInNoStatement(thing)),
                    things(thing ->
                            isActor(thing) && facts.all(thing, GG.evidence).isEmpty()),
                    things(thing -> (Iris.kind(thing.getURI()).equals("initiative")
                                    || graph.contains(thing, GG.profiledIn, Node.ANY))
                            && !graph.contains(thing, GG.addresses, Node.ANY)),
                    things(thing -> Iris.kind(thing.getURI()).equals("organisation") && !isLinked(thing)));
        }

        private void search(Node passage, String text, Capitals capitals) {
            // The rows and headers of tables are lists that their reader understands.
            if (facts.hasKind(passage, "row") || facts.hasKind(passage, "header")) {
                return;
            }
            BitSet known = new BitSet(text.length());
            for (Mentions.Mention mention : mentions.in(passage, text)) {
                known.set(mention.start(), mention.end());
                if (mention.thing().isEmpty()) {
                    add(Kind.AMBIGUOUS, mention.words(), passage);
                }
            }
            searchEnumerations(passage, text, known);
            for (Capitals.Found name : capitals.in(text, known)) {
                add(name.isAcronym() ? Kind.ACRONYM : Kind.NAME, name.words(), passage);
            }
            searchNumbers(passage, text, known);
        }

        /** Members that are names or begin sentences are looked for as names. */
        private void searchEnumerations(Node passage, String text, BitSet known) {
            List<Enumerations.Member> open = Enumerations.in(text).stream()
                    .filter(member -> known.get(member.start(), member.end()).isEmpty())
                    .filter(member -> Character.isLowerCase(member.words().charAt(0)))
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            BitSet told = new BitSet(text.length());
            tellingWords.forEach(
                    words -> words.matcher(text).results().forEach(place -> told.set(place.start(), place.end())));
            actorGroups.find(text).forEach(group -> told.set(group.start(), group.end()));
            open.stream()
                    .filter(member -> told.get(member.start(), member.end()).isEmpty())
                    .forEach(member -> add(Kind.LISTED, member.words(), passage));
        }

        private void searchNumbers(Node passage, String text, BitSet known) {
            String told = told(passage);
            Matcher years = YEAR.matcher(text);
            while (years.find()) {
                if (!known.get(years.start()) && !told.contains(years.group())) {
                    add(Kind.YEAR, years.group(), passage);
                }
                known.set(years.start(), years.end());
            }
            for (Numbers.Found number : Numbers.in(text)) {
                if (number.isCount()
                        && !known.get(number.start())
                        && !Numbers.holds(told, number.value())
                        && !Numbers.holds(told, number.scaled())) {
                    add(Kind.FIGURE, number.words(), passage);
                }
            }
        }

        /** All that facts which cite a passage say in literals, and the names of what they are about. */
        private String told(Node passage) {
            Set<String> words = new LinkedHashSet<>();
            graph.stream(Node.ANY, GG.evidence, passage).map(Triple::getSubject).forEach(fact -> {
                addWords(fact, words);
                for (Node part : List.of(RDF.subject.asNode(), RDF.object.asNode(), GG.via, GG.ofSubject)) {
                    facts.all(fact, part).forEach(thing -> addWords(thing, words));
                }
            });
            addWords(passage, words);
            return String.join(" ; ", words);
        }

        private static boolean isName(Triple triple) {
            return triple.getObject().isLiteral()
                    && Set.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode()).contains(triple.getPredicate());
        }

        private void addWords(Node thing, Set<String> words) {
            graph.stream(thing, Node.ANY, Node.ANY)
                    // Of other languages than the texts' only names can stand in them.
                    .filter(triple -> Literals.isEnglish(triple.getObject()) || isName(triple))
                    .filter(triple -> !triple.getPredicate().equals(GG.text)
                            && !triple.getPredicate().equals(GG.quote)
                            && !triple.getPredicate().equals(GG.sha256)
                            && !triple.getPredicate().equals(GG.words))
                    // A date is three numbers.
                    .forEach(triple -> words.add(
                            triple.getObject().getLiteralLexicalForm().replaceAll("(?<=\\d)-0?(?=\\d)", " ")));
        }

        private void add(Kind kind, String words, Node passage) {
            // What is said of a word holds for its compounds: ICT, ICT-based.
            if (isExplained(words, passage) || isExplained(words.replaceFirst("-\\p{Ll}+$", ""), passage)) {
                explained++;
            } else {
                found.computeIfAbsent(kind, key -> new TreeMap<>())
                        .computeIfAbsent(words, key -> new LinkedHashSet<>())
                        .add(FactGraph.cited(passage));
            }
        }

        private boolean isExplained(String words, Node passage) {
            return explainedEverywhere.contains(words)
                    || facts.all(passage, GG.inDocument).stream()
                            .anyMatch(document ->
                                    explainedIn.getOrDefault(document, Set.of()).contains(words));
        }

        private List<String> silentPassages(Set<Node> passages) {
            return passages.stream()
                    .filter(passage -> !facts.isHeading(passage)
                            && !graph.contains(passage, GG.carriesNoFact, Node.ANY)
                            && graph.stream(Node.ANY, GG.evidence, passage)
                                    .findAny()
                                    .isEmpty())
                    .map(FactGraph::cited)
                    .toList();
        }

        private boolean isInNoStatement(Node thing) {
            return !graph.contains(Node.ANY, RDF.object.asNode(), thing)
                    && !graph.contains(Node.ANY, GG.via, thing)
                    && !graph.contains(Node.ANY, GG.ofSubject, thing)
                    // Whether it is profiled or mentioned, planned or over, ties it to nothing.
                    && graph.stream(Node.ANY, RDF.subject.asNode(), thing)
                            .flatMap(triple -> facts.all(triple.getSubject(), RDF.predicate.asNode()).stream())
                            .allMatch(Set.of(GG.coverage, GG.status)::contains);
        }

        private boolean isActor(Node thing) {
            return Iris.kind(thing.getURI()).equals("organisation")
                    || Iris.kind(thing.getURI()).equals("initiative");
        }

        private boolean isLinked(Node thing) {
            return Stream.of(SchemaDO.sameAs, RDFS.seeAlso, OWL.sameAs)
                    .anyMatch(property -> graph.contains(thing, property.asNode(), Node.ANY));
        }

        private List<String> things(Predicate<Node> wanted) {
            return graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                    .map(Triple::getSubject)
                    .filter(wanted)
                    .map(thing -> Iris.parse(thing.getURI())
                            .map(id -> id.kind() + ":" + id.slug())
                            .orElse(thing.getURI()))
                    .sorted()
                    .toList();
        }
    }
}
