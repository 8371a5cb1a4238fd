package org.genevagraph.proof;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A fact, the passages that it cites, and whether they bear it out.
 *
 * @param fact the statement, figure or thing
 * @param place the row that it was written in, as file and line; empty if it is not known
 * @param says the fact in words
 * @param isStated whether it claims that the passages say it, rather than that they can be read so
 * @param passages the passages, as {@code gcsp#6}
 * @param verdict what came of it
 * @param because why; empty if there is nothing to add
 */
public record Proof(
        Node fact,
        String place,
        String says,
        boolean isStated,
        List<String> passages,
        Verdict verdict,
        String because) {
    public Proof {
        passages = List.copyOf(passages);
    }

    /** The same, for a row that is told by another place. */
    public Proof at(String other) {
        return new Proof(fact, other, says, isStated, passages, verdict, because);
    }

    /** The order of the sources and of their tables' rows. */
    static final Comparator<Proof> BY_PLACE = Comparator.comparing(Proof::source)
            .thenComparing(proof -> proof.place().replaceFirst(":\\d+$", ""))
            .thenComparingInt(Proof::line)
            .thenComparing(Proof::says)
            .thenComparing(proof -> proof.fact().getURI());

    private int line() {
        String line = place.substring(place.lastIndexOf(':') + 1);
        return line.isEmpty() ? 0 : Integer.parseInt(line);
    }

    /** The source text of its first passage; empty if it cites none. */
    public String source() {
        return passages.isEmpty() ? "" : passages.get(0).replaceFirst("#.*", "");
    }
}
