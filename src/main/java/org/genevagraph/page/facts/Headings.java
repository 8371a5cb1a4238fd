package org.genevagraph.page.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.Language;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;

/** Under which headings pages show properties, as {@code ontology/headings.ttl} has them. */
public final class Headings {
    /** Properties of a lower rank stand beside the name of the thing. */
    private static final int FIRST_SECTION = 10;
    /** Properties of this rank or a higher one stand at the end of the page, with the sources. */
    private static final int AT_THE_END = 90;
    /** Where the things follow that have this one as their place, their whole and so on. */
    private static final int AFTER_TIES = 39;

    /** From which end a property is looked at. */
    public enum End {
        /** From the thing that has it. */
        SUBJECT,
        /** From the thing to which it leads. */
        OBJECT
    }

    private final Map<End, Map<Language, Map<Node, String>>> headings = new HashMap<>();
    private final Map<Node, Integer> ranks = new HashMap<>();
    private final Set<Node> relations = new HashSet<>();
    private final Set<Node> symmetric = new HashSet<>();

    private Headings() {}

    /** Reads them from a snapshot. */
    public static Headings of(Snapshot snapshot) {
        Headings headings = new Headings();
        Graph graph = snapshot.dataset().getDefaultGraph();
        graph.stream(Node.ANY, GG.heading, Node.ANY).forEach(triple -> headings.put(End.SUBJECT, triple));
        graph.stream(Node.ANY, GG.inverseHeading, Node.ANY).forEach(triple -> headings.put(End.OBJECT, triple));
        graph.stream(Node.ANY, GG.rank, Node.ANY)
                .forEach(triple -> headings.ranks.put(
                        triple.getSubject(), Integer.parseInt(triple.getObject().getLiteralLexicalForm())));
        graph.stream(Node.ANY, RDF.type.asNode(), GG.Relation)
                .forEach(triple -> headings.relations.add(triple.getSubject()));
        graph.stream(Node.ANY, RDF.type.asNode(), OWL.SymmetricProperty.asNode())
                .forEach(triple -> headings.symmetric.add(triple.getSubject()));
        return headings;
    }

    private void put(End end, Triple triple) {
        Language.of(triple.getObject().getLiteralLanguage())
                .ifPresent(language -> headings.computeIfAbsent(end, any -> new HashMap<>())
                        .computeIfAbsent(language, any -> new HashMap<>())
                        .put(triple.getSubject(), triple.getObject().getLiteralLexicalForm()));
    }

    /** The heading of a property; empty if no page shows it from this end. A symmetric one has the same heading from both. */
    public Optional<String> of(Node property, End end, Language language) {
        End side = symmetric.contains(property) ? End.SUBJECT : end;
        Map<Language, Map<Node, String>> all = headings.getOrDefault(side, Map.of());
        String english = all.getOrDefault(Language.EN, Map.of()).get(property);
        return Optional.ofNullable(all.getOrDefault(language, Map.of()).getOrDefault(property, english));
    }

    /** Its place on a page. */
    public int rank(Node property, End end) {
        int rank = ranks.getOrDefault(property, Integer.MAX_VALUE);
        return end == End.OBJECT && rank < FIRST_SECTION ? AFTER_TIES : rank;
    }

    /** Whether it stands beside the name of the thing, rather than in a section of its own. */
    public boolean isBesideTheName(Node property, End end) {
        return rank(property, end) < FIRST_SECTION;
    }

    /** Whether it stands at the end of the page, with the sources. */
    public boolean isAtTheEnd(Node property) {
        return ranks.containsKey(property) && ranks.get(property) >= AT_THE_END;
    }

    /** Whether tables of statements may use it between two things; then pages show its statements. */
    public boolean isRelation(Node property) {
        return relations.contains(property);
    }

    /** Whether it holds in both directions at once. */
    public boolean isSymmetric(Node property) {
        return symmetric.contains(property);
    }
}
