package org.genevagraph.query.run;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/**
 * Whether a part of a query finds the same for a row if the values of that row stand in it from the start. Jena works a part out for itself as soon as a
 * filter in it mentions such a variable, though it may have a value wherever the filter looks: {@code OPTIONAL { ?by :partnersIn ?it
 * FILTER NOT EXISTS { ?who :runs ?it } }} then goes through all partners of everything for a single row.
 */
final class Substitution {
    private Substitution() {}

    /**
     * Whether values may stand in a part from the start.
     *
     * @param given the variables that may have a value before
     */
    static boolean isSafe(Op part, Set<Var> given) {
        if (part instanceof OpBGP) {
            return true;
        }
        if (part instanceof OpPath path) {
            // A path of no length leads from a value to itself, even if the graph does not have it.
            return hasLength(path.getTriplePath().getPath());
        }
        if (part instanceof OpSequence sequence) {
            return areSafe(sequence.getElements(), given);
        }
        if (part instanceof OpUnion union) {
            return areSafe(List.of(union.getLeft(), union.getRight()), given);
        }
        if (part instanceof OpDisjunction disjunction) {
            return areSafe(disjunction.getElements(), given);
        }
        if (part instanceof OpFilter filter) {
            return isSafe(filter.getSubOp(), given) && has(filter.getSubOp(), OpVars.mentionedVars(filter), given);
        }
        if (part instanceof OpConditional optional) {
            return areSafe(List.of(optional.getLeft(), optional.getRight()), given)
                    && has(optional.getLeft(), OpVars.mentionedVars(optional.getRight()), given);
        }
        return false;
    }

    private static boolean areSafe(List<Op> parts, Set<Var> given) {
        return parts.stream().allMatch(part -> isSafe(part, given));
    }

    /** Whether those of some variables that may be given have a value in every row of a part. */
    private static boolean has(Op part, Collection<Var> variables, Set<Var> given) {
        Set<Var> fixed = OpVars.fixedVars(part);
        return variables.stream().allMatch(variable -> fixed.contains(variable) || !given.contains(variable));
    }

    private static boolean hasLength(Path path) {
        if (path instanceof P_Alt either) {
            return hasLength(either.getLeft()) && hasLength(either.getRight());
        }
        if (path instanceof P_Seq both) {
            return hasLength(both.getLeft()) && hasLength(both.getRight());
        }
        return path instanceof P_Link || (path instanceof P_Inverse inverse && hasLength(inverse.getSubPath()));
    }
}
