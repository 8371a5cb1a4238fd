package org.genevagraph.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.diff.Change.Area;
import org.genevagraph.diff.Change.Detail;
import org.genevagraph.diff.Change.How;
import org.genevagraph.vocabulary.GG;

/**
 * Finds the changes from one side to the other, area by area.
 *
 * @param before the older side
 * @param after the newer one
 */
record Comparison(Side before, Side after) {
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::area)
            .thenComparing(Change::how)
            .thenComparing(Change::group)
            .thenComparing(Change::says)
            .thenComparing(change -> change.iri().getURI());

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Area area : Area.values()) {
            add(area, changes);
        }
        return changes.stream().sorted(ORDER).toList();
    }

    private void add(Area area, List<Change> changes) {
        List<Node> removed = without(before.nodes(area), after.nodes(area));
        List<Node> added = without(after.nodes(area), before.nodes(area));
        for (Node node : before.nodes(area).values()) {
            if (after.nodes(area).containsKey(node.getURI())) {
                addIfChanged(area, node, node, changes);
            }
        }
        for (Map.Entry<Node, Node> pair : versions(area, removed, added).entrySet()) {
            removed.remove(pair.getKey());
            added.remove(pair.getValue());
            addIfChanged(area, pair.getKey(), pair.getValue(), changes);
        }
        removed.forEach(node -> changes.add(change(area, How.REMOVED, before, node)));
        added.forEach(node -> changes.add(change(area, How.ADDED, after, node)));
    }

    private static Change change(Area area, How how, Side side, Node node) {
        return new Change(area, how, side.group(node), node, side.words(area, node), List.of());
    }

    private static List<Node> without(Map<String, Node> nodes, Map<String, Node> others) {
        return nodes.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Which removed node lives on in which added one. A statement with another role has another IRI, since that is a hash of what it says;
     * if several say something of the same things, those that share most belong together.
     */
    private Map<Node, Node> versions(Area area, List<Node> removed, List<Node> added) {
        Map<String, List<Node>> candidates = new HashMap<>();
        added.forEach(node -> candidates
                .computeIfAbsent(after.identity(area, node), key -> new ArrayList<>())
                .add(node));
        Map<String, List<Node>> left = new TreeMap<>();
        for (Node node : removed) {
            String identity = before.identity(area, node);
            if (candidates.containsKey(identity)) {
                left.computeIfAbsent(identity, key -> new ArrayList<>()).add(node);
            }
        }
        Map<Node, Node> versions = new HashMap<>();
        left.forEach((identity, olds) -> pair(olds, candidates.get(identity), versions));
        return versions;
    }

    private record Pair(Node old, Node now, int shared) {}

    private void pair(List<Node> olds, List<Node> news, Map<Node, Node> versions) {
        List<Pair> pairs = new ArrayList<>();
        for (Node old : olds) {
            news.forEach(now -> pairs.add(new Pair(old, now, shared(old, now))));
        }
        // The sort keeps the order of the IRIs among equals.
        pairs.sort(Comparator.comparing(Pair::shared).reversed());
        Set<Node> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!versions.containsKey(pair.old()) && taken.add(pair.now())) {
                versions.put(pair.old(), pair.now());
            }
        }
    }

    private int shared(Node old, Node now) {
        Map<Node, Set<Node>> values = after.description(now);
        return before.description(old).entrySet().stream()
                .mapToInt(entry -> (int) entry.getValue().stream()
                        .filter(values.getOrDefault(entry.getKey(), Set.of())::contains)
                        .count())
                .sum();
    }

    private void addIfChanged(Area area, Node old, Node now, Collection<Change> changes) {
        List<Detail> details = details(area, before.description(old), after.description(now));
        if (!details.isEmpty()) {
            changes.add(new Change(area, How.CHANGED, after.group(now), now, after.words(area, now), details));
        }
    }

    private List<Detail> details(Area area, Map<Node, Set<Node>> was, Map<Node, Set<Node>> is) {
        Set<Node> properties = new HashSet<>(was.keySet());
        properties.addAll(is.keySet());
        List<Detail> details = new ArrayList<>();
        for (Node property : properties) {
            if (isRepetition(area, property, is)) {
                continue;
            }
            Set<Node> old = was.getOrDefault(property, Set.of());
            Set<Node> now = is.getOrDefault(property, Set.of());
            List<Phrase> lost = words(before, old, now);
            List<Phrase> gained = words(after, now, old);
            // A premise can be named anew and still say the same.
            if (!lost.equals(gained)) {
                Side side = is.containsKey(property) ? after : before;
                details.add(new Detail(side.name(property), lost, gained));
            }
        }
        details.sort(Comparator.comparing(Detail::property));
        return details;
    }

    /** Whether a property says again what others say: labels what names do, a figure's name its value, a position the order of all. */
    private static boolean isRepetition(Area area, Node property, Map<Node, Set<Node>> description) {
        return property.equals(GG.position)
                || (property.equals(RDFS.label.asNode()) && description.containsKey(SKOS.prefLabel.asNode()))
                || (property.equals(SKOS.prefLabel.asNode()) && area == Area.FIGURE)
                || (property.equals(GG.premise) && area != Area.DERIVED)
                || property.equals(RDF.type.asNode());
    }

    private static List<Phrase> words(Side side, Set<Node> values, Set<Node> others) {
        return values.stream()
                .filter(value -> !others.contains(value))
                .map(side::word)
                .sorted()
                .toList();
    }
}
