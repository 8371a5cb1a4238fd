package org.genevagraph.page.things.sections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.genevagraph.page.facts.Headings.End;
import org.genevagraph.page.facts.Statements;
import org.genevagraph.page.facts.Tie;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.vocabulary.GG;

/** What a thing is tied to by statements, by relation and end. */
public final class Groups {
    private final Wording words;
    private final Statements statements;
    private final Node thing;
    private final OwnProfile profile;
    private final Map<Key, Map<Node, List<Node>>> all = new TreeMap<>();

    /** Collects what the statements about a thing, and about what it holds, tell. */
    public Groups(Wording words, Node thing) {
        this.words = words;
        this.statements = new Statements(words);
        this.thing = thing;
        this.profile = new OwnProfile(words.facts(), thing);
        collect(thing, End.SUBJECT);
        collect(thing, End.OBJECT);
        // What treats a topic treats its issue, and what is asked of developing countries is asked of governments; the
        // fact then says which it is.
        words.facts().narrowed(thing).stream()
                .filter(narrower -> !narrower.equals(thing) && counts(narrower))
                .forEach(narrower -> collect(narrower, End.OBJECT));
    }

    private boolean counts(Node narrower) {
        return Stream.of(GG.PolicyIssue, GG.ActorGroup)
                .anyMatch(type -> words.facts().graph().contains(narrower, RDF.type.asNode(), type));
    }

    /** A relation seen from one end, with its place on the page. */
    private record Key(int rank, End end, String relation) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::rank).thenComparing(Key::end).thenComparing(Key::relation);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private void collect(Node from, End end) {
        Node here = (end == End.SUBJECT ? RDF.subject : RDF.object).asNode();
        words.subjects(here, from).sorted(Comparator.comparing(Node::getURI)).forEach(statement -> {
            Node relation = statements.predicate(statement);
            if (words.heading(relation, end).isEmpty()
                    || statements.isFromOutside(statement)
                    || statements.repeats(statement)) {
                return;
            }
            boolean symmetric = words.headings().isSymmetric(relation);
            if (symmetric && end == End.OBJECT && statements.isDerived(statement)) {
                // The rule that made it made the same from the other end.
                return;
            }
            End side = symmetric ? End.SUBJECT : end;
            Node other = end == End.SUBJECT ? statements.object(statement) : statements.subject(statement);
            all.computeIfAbsent(
                            new Key(words.headings().rank(relation, side), side, relation.getURI()),
                            any -> new LinkedHashMap<>())
                    .computeIfAbsent(other, any -> new ArrayList<>())
                    .add(statement);
        });
    }

    /** Those that stand beside the name. */
    public List<Attribute> besideTheName() {
        return groups(true)
                .map(group -> new Attribute(group.heading(), List.of(), group.ties()))
                .toList();
    }

    /** Those that have sections of their own, in order. */
    public List<Group> sections() {
        return groups(false).toList();
    }

    private Stream<Group> groups(boolean besideTheName) {
        return all.entrySet().stream()
                .filter(entry -> isBesideTheName(entry.getKey()) == besideTheName)
                .map(entry -> group(entry.getKey(), entry.getValue()));
    }

    private boolean isBesideTheName(Key key) {
        return words.headings().isBesideTheName(relation(key), key.end());
    }

    private static Node relation(Key key) {
        return NodeFactory.createURI(key.relation());
    }

    private Group group(Key key, Map<Node, List<Node>> others) {
        Node relation = relation(key);
        String name = key.relation().substring(GG.NS.length());
        boolean byProfile = relation.equals(GG.addresses) && key.end() == End.SUBJECT && profile.isThere();
        Comparator<Map.Entry<Node, List<Node>>> byName =
                Comparator.comparing(entry -> words.link(entry.getKey()), Wording.BY_NAME);
        return new Group(
                key.end() == End.SUBJECT ? name : name + "-inverse",
                words.heading(relation, key.end()).orElseThrow(),
                words.link(relation),
                byProfile ? "thing.profile-first" : "",
                others.entrySet().stream()
                        .sorted(
                                byProfile
                                        ? Comparator.comparing((Map.Entry<Node, List<Node>> entry) ->
                                                        profile.nearest(entry.getValue()))
                                                .thenComparing(byName)
                                        : byName)
                        .map(entry -> tie(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private Tie tie(Node other, List<Node> all) {
        return new Tie(
                words.link(other),
                words.text(other, GG.topic),
                words.dates(other),
                all.stream()
                        .map(statement -> statements.fact(statement, thing, other))
                        .toList());
    }

    /** Whether statements tell this property of the thing, so that its direct triple says nothing new. */
    public boolean tell(Node property) {
        return all.keySet().stream()
                .anyMatch(key -> key.end() == End.SUBJECT && key.relation().equals(property.getURI()));
    }

    /** The things that a relation leads to from here. */
    public List<Node> objects(Node relation) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().end() == End.SUBJECT
                        && relation(entry.getKey()).equals(relation))
                .flatMap(entry -> entry.getValue().keySet().stream())
                .toList();
    }
}
