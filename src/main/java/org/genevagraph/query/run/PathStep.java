package org.genevagraph.query.run;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.path.Path;
import org.genevagraph.snapshot.frozen.FlatBinding;

/** Walks a property path from whichever end a row knows. */
final class PathStep implements Step {
    private final Node subject;
    private final Path path;
    private final Node object;
    private final PathWalk walk;

    /** The variables of the two ends, of either, as the rows are given them; null for a term. */
    private final Var[] start;

    private final Var[] end;
    private final Var[] both;

    PathStep(TriplePath pattern, PathWalk walk) {
        this.subject = pattern.getSubject();
        this.path = pattern.getPath();
        this.object = pattern.getObject();
        this.walk = walk;
        this.start = new Var[] {variable(subject)};
        this.end = new Var[] {variable(object)};
        this.both = new Var[] {start[0], end[0]};
    }

    private static Var variable(Node node) {
        return Var.isVar(node) ? Var.alloc(node) : null;
    }

    @Override
    public Iterator<Binding> from(Binding row) {
        Node from = Var.lookup(row, subject);
        Node to = Var.lookup(row, object);
        if (!Var.isVar(from)) {
            Iterator<Node> ends = walk.ends(path, from, true);
            return Var.isVar(to)
                    ? Iter.map(ends, found -> FlatBinding.of(row, end, found))
                    : Iter.map(Iter.filter(ends, to::equals), found -> row);
        }
        if (!Var.isVar(to)) {
            return Iter.map(walk.ends(path, to, false), found -> FlatBinding.of(row, start, found));
        }
        return Iter.flatMap(walk.starts(path).iterator(), first -> {
            Iterator<Node> ends = walk.ends(path, first, true);
            return from.equals(to)
                    ? Iter.map(Iter.filter(ends, first::equals), found -> FlatBinding.of(row, start, found))
                    : Iter.map(ends, found -> FlatBinding.of(row, both, first, found));
        });
    }
}
