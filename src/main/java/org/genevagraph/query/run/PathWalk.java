package org.genevagraph.query.run;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * Walks the property paths of SPARQL 1.1 through a graph. It calls itself for the parts of a path, never for the edges of the graph: what a
 * closure reaches is found by a loop, so that the longest chain takes no stack, and the clock is looked at with every edge.
 */
final class PathWalk {
    private final Graph graph;
    private final Runnable check;
    private Set<Node> nodes;

    PathWalk(Graph graph, Runnable check) {
        this.graph = graph;
        this.check = check;
    }

    /**
     * Where a path leads from a node, as often as SPARQL counts it.
     *
     * @param forward whether the node is the path's beginning, not its end
     */
    Iterator<Node> ends(Path path, Node node, boolean forward) {
        check.run();
        if (path instanceof P_Inverse inverse) {
            return ends(inverse.getSubPath(), node, !forward);
        }
        if (path instanceof P_Seq seq) {
            Path second = forward ? seq.getRight() : seq.getLeft();
            return Iter.flatMap(
                    ends(forward ? seq.getLeft() : seq.getRight(), node, forward),
                    between -> ends(second, between, forward));
        }
        if (path instanceof P_Alt alt) {
            return Iter.concat(ends(alt.getLeft(), node, forward), ends(alt.getRight(), node, forward));
        }
        if (path instanceof P_ZeroOrOne || path instanceof P_ZeroOrMore1 || path instanceof P_OneOrMore1) {
            return reached(path, Set.of(node), forward).iterator();
        }
        return step(path, node, forward);
    }

    /** Where a path can begin: nodes of the graph, each once; from some it may lead nowhere. */
    Set<Node> starts(Path path) {
        Set<Node> starts = new LinkedHashSet<>();
        addStarts(path, true, starts);
        return starts;
    }

    private void addStarts(Path path, boolean forward, Set<Node> starts) {
        if (path instanceof P_Link link) {
            edges(Node.ANY, link.getNode(), Node.ANY, edge -> starts.add(end(edge, !forward)));
        } else if (path instanceof P_ReverseLink link) {
            edges(Node.ANY, link.getNode(), Node.ANY, edge -> starts.add(end(edge, forward)));
        } else if (path instanceof P_Inverse inverse) {
            addStarts(inverse.getSubPath(), !forward, starts);
        } else if (path instanceof P_Alt alt) {
            addStarts(alt.getLeft(), forward, starts);
            addStarts(alt.getRight(), forward, starts);
        } else if (path instanceof P_OneOrMore1 more) {
            addStarts(more.getSubPath(), forward, starts);
        } else if (path instanceof P_Seq seq && !hasNoLength(forward ? seq.getLeft() : seq.getRight())) {
            addStarts(forward ? seq.getLeft() : seq.getRight(), forward, starts);
        } else {
            starts.addAll(allNodes());
        }
    }

    /** Whether a path can lead from a node to itself without an edge. */
    private static boolean hasNoLength(Path path) {
        if (path instanceof P_Inverse inverse) {
            return hasNoLength(inverse.getSubPath());
        }
        if (path instanceof P_OneOrMore1 more) {
            return hasNoLength(more.getSubPath());
        }
        if (path instanceof P_Seq seq) {
            return hasNoLength(seq.getLeft()) && hasNoLength(seq.getRight());
        }
        if (path instanceof P_Alt alt) {
            return hasNoLength(alt.getLeft()) || hasNoLength(alt.getRight());
        }
        return path instanceof P_ZeroOrOne || path instanceof P_ZeroOrMore1;
    }

    private Set<Node> allNodes() {
        if (nodes == null) {
            Set<Node> all = new LinkedHashSet<>();
            edges(Node.ANY, Node.ANY, Node.ANY, edge -> {
                all.add(edge.getSubject());
                all.add(edge.getObject());
            });
            nodes = all;
        }
        return nodes;
    }

    /** Where a path leads from any of some nodes, each once. */
    private Set<Node> reached(Path path, Set<Node> from, boolean forward) {
        if (path instanceof P_Inverse inverse) {
            return reached(inverse.getSubPath(), from, !forward);
        }
        if (path instanceof P_Seq seq) {
            Set<Node> between = reached(forward ? seq.getLeft() : seq.getRight(), from, forward);
            return reached(forward ? seq.getRight() : seq.getLeft(), between, forward);
        }
        if (path instanceof P_ZeroOrMore1 more) {
            return closure(more.getSubPath(), from, new LinkedHashSet<>(from), forward);
        }
        if (path instanceof P_OneOrMore1 more) {
            return closure(more.getSubPath(), from, new LinkedHashSet<>(), forward);
        }
        Set<Node> reached = new LinkedHashSet<>();
        if (path instanceof P_Alt alt) {
            reached.addAll(reached(alt.getLeft(), from, forward));
            reached.addAll(reached(alt.getRight(), from, forward));
        } else if (path instanceof P_ZeroOrOne once) {
            reached.addAll(from);
            reached.addAll(reached(once.getSubPath(), from, forward));
        } else {
            from.forEach(node -> step(path, node, forward).forEachRemaining(reached::add));
        }
        return reached;
    }

    private Set<Node> closure(Path path, Set<Node> from, Set<Node> reached, boolean forward) {
        Set<Node> edge = from;
        while (!edge.isEmpty()) {
            check.run();
            Set<Node> fresh = new LinkedHashSet<>();
            for (Node node : reached(path, edge, forward)) {
                if (reached.add(node)) {
                    fresh.add(node);
                }
            }
            edge = fresh;
        }
        return reached;
    }

    /** One edge: by a predicate, or by any but some. */
    private Iterator<Node> step(Path path, Node node, boolean forward) {
        if (path instanceof P_Link link) {
            return step(link.getNode(), node, forward);
        }
        if (path instanceof P_ReverseLink link) {
            return step(link.getNode(), node, !forward);
        }
        if (path instanceof P_NegPropSet set) {
            return Iter.concat(
                    stepBeside(set.getFwdNodes(), node, forward), stepBeside(set.getBwdNodes(), node, !forward));
        }
        throw new QueryException("no path of SPARQL 1.1: " + path);
    }

    private Iterator<Node> step(Node predicate, Node node, boolean forward) {
        Iterator<Triple> edges =
                forward ? graph.find(node, predicate, Node.ANY) : graph.find(Node.ANY, predicate, node);
        return Iter.map(edges, edge -> end(edge, forward));
    }

    /** A side of a negated set of which nothing is named is not walked at all. */
    private Iterator<Node> stepBeside(Collection<Node> predicates, Node node, boolean forward) {
        if (predicates.isEmpty()) {
            return List.<Node>of().iterator();
        }
        Iterator<Triple> edges = forward ? graph.find(node, Node.ANY, Node.ANY) : graph.find(Node.ANY, Node.ANY, node);
        return Iter.map(
                Iter.filter(edges, edge -> !predicates.contains(edge.getPredicate())), edge -> end(edge, forward));
    }

    private static Node end(Triple edge, boolean forward) {
        return forward ? edge.getObject() : edge.getSubject();
    }

    private void edges(Node subject, Node predicate, Node object, Consumer<Triple> taker) {
        graph.find(subject, predicate, object).forEachRemaining(edge -> {
            check.run();
            taker.accept(edge);
        });
    }
}
