package org.genevagraph.curate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.text.Words;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * How much of what people found in a profile its words suggest: things that no other text bears out are hidden, the text is suggested anew,
 * and what comes is compared with the tables.
 *
 * @param source the profile
 * @param things things in the tables' facts of it
 * @param suggestedThings things that are suggested
 * @param foundThings how many of the things are suggested
 * @param rightThings how many of the suggested things are in the tables
 * @param statements statements in the tables that cite it and have the body at one end
 * @param suggestedStatements statements that are suggested
 * @param foundStatements how many of the statements are suggested, with the same ends and a relation of the same family
 * @param rightStatements how many of the suggested statements are in the tables, by the same measure
 */
public record LeaveOneOut(
        String source,
        int things,
        int suggestedThings,
        int foundThings,
        int rightThings,
        int statements,
        int suggestedStatements,
        int foundStatements,
        int rightStatements) {
    private static final Set<String> KINDS = Set.of("organisation", "initiative", "document");
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of(
                    "runs",
                    "coConvenes",
                    "coLeads",
                    "hosts",
                    "launched",
                    "presents",
                    "operatedBy",
                    "develops",
                    "foundedBy"),
            Set.of(
                    "partnersIn",
                    "memberOf",
                    "participatesIn",
                    "contributesTo",
                    "partnerOf",
                    "supports",
                    "partOf",
                    "funds",
                    "judges"),
            Set.of("funds", "supports"),
            Set.of("addresses", "about"),
            Set.of("publishes", "endorses", "contributesTo", "cites", "prepares"),
            Set.of("basedIn"));

    /** So many words of the shorter of two names have to be in the longer one, besides those that name the body itself. */
    private static final double ALIKE = 0.75;

    private static final int LEAST_ALIKE = 2;

    /**
     * A thing as it is compared. Much in the tables has a name of a curator's making, since a text describes more than it names: "online diagnostic
     * tool". So a thing of the same passage is the same if its name has most of the words, and otherwise if one of its names is.
     *
     * @param names every name, in the form in which names are compared
     * @param passages where the text speaks of it
     */
    private record Thing(Set<String> names, Set<String> passages) {
        boolean isLike(Thing other, Set<String> own) {
            return meet(names, other.names)
                    || (meet(passages, other.passages)
                            && names.stream()
                                    .anyMatch(one -> other.names.stream().anyMatch(two -> alike(one, two, own))));
        }

        private static boolean alike(String one, String other, Set<String> own) {
            Set<String> few = new HashSet<>(Words.telling(one));
            Set<String> many = new HashSet<>(Words.telling(other));
            few.removeAll(own);
            many.removeAll(own);
            Set<String> shorter = few.size() <= many.size() ? few : many;
            String longer = String.join(" ", few.size() <= many.size() ? many : few);
            long common = shorter.stream()
                    .filter(word -> Words.share(word, longer) > 0)
                    .count();
            return common >= LEAST_ALIKE && common >= ALIKE * shorter.size();
        }
    }

    /** A statement as it is compared. */
    private record Said(Thing from, String relation, Thing to) {
        boolean isLike(Said said, Set<String> own) {
            boolean ends = (from.isLike(said.from, own) && to.isLike(said.to, own))
                    || (from.isLike(said.to, own) && to.isLike(said.from, own));
            return ends && isOfFamily(relation, said.relation);
        }
    }

    /**
     * Measures all profiles.
     *
     * @param snapshot built with their texts
     * @throws ProblemException if a text is missing
     */
    public static List<LeaveOneOut> measure(Snapshot snapshot) throws ProblemException {
        Graph graph = snapshot.dataset().getDefaultGraph();
        List<Node> documents = graph.stream(Node.ANY, GG.profiledIn, Node.ANY)
                .map(triple -> triple.getObject())
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
        List<LeaveOneOut> measured = new ArrayList<>();
        for (Node document : documents) {
            measured.add(measure(snapshot, document));
        }
        return measured;
    }

    private static LeaveOneOut measure(Snapshot snapshot, Node document) throws ProblemException {
        FactGraph facts = new FactGraph(snapshot.dataset().getDefaultGraph());
        Graph graph = facts.graph();
        String source = Iris.parse(document.getURI()).orElseThrow().slug();
        Set<Node> owners = graph.stream(Node.ANY, GG.profiledIn, document)
                .map(triple -> triple.getSubject())
                .collect(Collectors.toSet());
        Set<Node> passages = graph.stream(Node.ANY, GG.inDocument, document)
                .map(triple -> triple.getSubject())
                .collect(Collectors.toSet());
        List<Node[]> stated = new ArrayList<>();
        Map<Node, Set<String>> things = new LinkedHashMap<>();
        Set<Node> elsewhere = new HashSet<>();
        facts.instances(GG.Statement).filter(facts::isAsserted).forEach(statement -> {
            Set<Node> evidence = facts.all(statement, GG.evidence);
            Node subject = facts.one(statement, RDF.subject.asNode()).orElseThrow();
            Node object = facts.one(statement, RDF.object.asNode()).orElseThrow();
            if (!passages.containsAll(evidence)) {
                elsewhere.add(subject);
                elsewhere.add(object);
            }
            if (evidence.stream().noneMatch(passages::contains)) {
                return;
            }
            Stream.of(subject, object)
                    .filter(end -> !owners.contains(end))
                    .forEach(end -> evidence.forEach(passage ->
                            things.computeIfAbsent(end, any -> new HashSet<>()).add(FactGraph.cited(passage))));
            if (owners.contains(subject) || owners.contains(object)) {
                stated.add(new Node[] {
                    subject, facts.one(statement, RDF.predicate.asNode()).orElseThrow(), object
                });
            }
        });
        Set<Node> hidden = things.keySet().stream()
                .filter(LeaveOneOut::isThing)
                .filter(thing -> !elsewhere.contains(thing))
                .filter(thing -> facts.all(thing, GG.evidence).stream().allMatch(passages::contains))
                .collect(Collectors.toSet());
        Set<String> own = owners.stream()
                .flatMap(owner -> names(facts, owner).stream())
                .flatMap(name -> Words.telling(name).stream())
                .collect(Collectors.toSet());
        Function<Node, Thing> known = node -> new Thing(names(facts, node), things.getOrDefault(node, Set.of()));
        List<Suggestion> suggestions = Suggestions.of(snapshot, source, hidden);
        Map<String, Thing> named = new LinkedHashMap<>();
        for (Suggestion suggestion : suggestions) {
            String kind = suggestion.table().replaceFirst("s$", "");
            if (KINDS.contains(kind)) {
                named.put(
                        (kind.equals("organisation") ? "organisation:" : "")
                                + suggestion.row().get(0),
                        new Thing(
                                ends(suggestion.row().get(0), suggestion.row().get(1)), Set.of(suggestion.passage())));
            }
        }
        Function<List<String>, Thing> end = cellAndPassage -> named.getOrDefault(
                cellAndPassage.get(0), new Thing(ends(cellAndPassage.get(0), ""), Set.of(cellAndPassage.get(1))));
        List<Said> said = suggestions.stream()
                .filter(suggestion -> suggestion.table().startsWith("statements/"))
                .map(suggestion -> new Said(
                        end.apply(List.of(suggestion.row().get(0), suggestion.passage())),
                        suggestion.row().get(1),
                        end.apply(List.of(suggestion.row().get(2), suggestion.passage()))))
                .toList();
        List<Said> gold = stated.stream()
                .map(one -> new Said(known.apply(one[0]), one[1].getLocalName(), known.apply(one[2])))
                .toList();
        List<Thing> wanted =
                things.keySet().stream().filter(LeaveOneOut::isThing).map(known).toList();
        List<Thing> proposed = named.values().stream()
                .filter(thing -> owners.stream().noneMatch(owner -> meet(names(facts, owner), thing.names())))
                .toList();
        return new LeaveOneOut(
                source,
                wanted.size(),
                proposed.size(),
                count(wanted, one -> proposed.stream().anyMatch(other -> one.isLike(other, own))),
                count(proposed, one -> wanted.stream().anyMatch(other -> one.isLike(other, own))),
                gold.size(),
                said.size(),
                count(gold, one -> said.stream().anyMatch(other -> one.isLike(other, own))),
                count(said, one -> gold.stream().anyMatch(other -> one.isLike(other, own))));
    }

    private static <T> int count(List<T> all, Predicate<T> wanted) {
        return (int) all.stream().filter(wanted).count();
    }

    private static boolean isThing(Node node) {
        return node.isURI()
                && Iris.parse(node.getURI())
                        .filter(id -> KINDS.contains(id.kind()))
                        .isPresent();
    }

    /** The ids of a suggested end, and its name, in the form in which names are compared. */
    private static Set<String> ends(String id, String name) {
        return Stream.of(id.replaceFirst("^organisation:", ""), name)
                .map(ProposedRows::folded)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(FactGraph facts, Node thing) {
        return Stream.concat(
                        Stream.of(Iris.parse(thing.getURI()).map(Iris.Id::slug).orElse("")),
                        Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                                .flatMap(property -> facts.all(thing, property).stream())
                                .map(Node::getLiteralLexicalForm))
                .map(ProposedRows::folded)
                .collect(Collectors.toSet());
    }

    private static boolean meet(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    private static boolean isOfFamily(String one, String other) {
        return one.equals(other)
                || FAMILIES.stream().anyMatch(family -> family.contains(one) && family.contains(other));
    }

    /** A row for all profiles together. */
    public static LeaveOneOut total(List<LeaveOneOut> rows) {
        return rows.stream()
                .reduce(
                        new LeaveOneOut("all", 0, 0, 0, 0, 0, 0, 0, 0),
                        (one, other) -> new LeaveOneOut(
                                "all",
                                one.things + other.things,
                                one.suggestedThings + other.suggestedThings,
                                one.foundThings + other.foundThings,
                                one.rightThings + other.rightThings,
                                one.statements + other.statements,
                                one.suggestedStatements + other.suggestedStatements,
                                one.foundStatements + other.foundStatements,
                                one.rightStatements + other.rightStatements));
    }
}
