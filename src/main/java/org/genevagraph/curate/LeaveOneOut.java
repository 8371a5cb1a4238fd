package org.genevagraph.curate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** A statement as it is compared: every name of either end, and its relation. */
    private record Said(Set<String> from, String relation, Set<String> to) {
        boolean isLike(Said said) {
            boolean ends = (meet(from, said.from) && meet(to, said.to)) || (meet(from, said.to) && meet(to, said.from));
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
        List<Said> gold = new ArrayList<>();
        Set<Node> things = new HashSet<>();
        Set<Node> elsewhere = new HashSet<>();
        facts.instances(GG.Statement).filter(facts::isAsserted).forEach(statement -> {
            Set<Node> evidence = facts.all(statement, GG.evidence);
            Node subject = facts.one(statement, RDF.subject.asNode()).orElseThrow();
            Node object = facts.one(statement, RDF.object.asNode()).orElseThrow();
            if (evidence.stream().noneMatch(passages::contains)) {
                elsewhere.add(subject);
                elsewhere.add(object);
                return;
            }
            Stream.of(subject, object)
                    .filter(LeaveOneOut::isThing)
                    .filter(thing -> !owners.contains(thing))
                    .forEach(things::add);
            if (owners.contains(subject) || owners.contains(object)) {
                gold.add(new Said(
                        names(facts, subject),
                        facts.one(statement, RDF.predicate.asNode())
                                .orElseThrow()
                                .getLocalName(),
                        names(facts, object)));
            }
        });
        Set<Node> hidden = things.stream()
                .filter(thing -> !elsewhere.contains(thing))
                .filter(thing -> facts.all(thing, GG.evidence).stream().allMatch(passages::contains))
                .collect(Collectors.toSet());
        List<Suggestion> suggestions = Suggestions.of(snapshot, source, hidden);
        List<Set<String>> known =
                things.stream().map(thing -> names(facts, thing)).toList();
        List<Set<String>> named = suggestions.stream()
                .filter(suggestion -> KINDS.contains(suggestion.table().replaceFirst("s$", "")))
                .map(suggestion ->
                        ends(suggestion.row().get(0), suggestion.row().get(1)))
                .filter(names -> owners.stream().noneMatch(owner -> meet(names(facts, owner), names)))
                .toList();
        List<Said> said = suggestions.stream()
                .filter(suggestion -> suggestion.table().startsWith("statements/"))
                .map(suggestion -> new Said(
                        ends(suggestion.row().get(0), ""),
                        suggestion.row().get(1),
                        ends(suggestion.row().get(2), "")))
                .toList();
        return new LeaveOneOut(
                source,
                known.size(),
                named.size(),
                count(known, names -> named.stream().anyMatch(other -> meet(names, other))),
                count(named, names -> known.stream().anyMatch(other -> meet(names, other))),
                gold.size(),
                said.size(),
                count(gold, one -> said.stream().anyMatch(one::isLike)),
                count(said, one -> gold.stream().anyMatch(one::isLike)));
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
