package org.genevagraph.text.read;

import java.util.List;
import org.genevagraph.text.Datum;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.passage.Block;

/** Lines such as "Responsible: Lamp Office": they head nothing where their label is known, or where they stand one below the other. */
final class DataLines {
    private DataLines() {}

    /** Whether a block is one of them. */
    static boolean holds(List<Block> blocks, int i) {
        return Datum.is(blocks.get(i).words())
                || (isLike(blocks, i) && ((isBeside(blocks, i) && isLike(blocks, i - 1)) || isAbove(blocks, i)));
    }

    private static boolean isAbove(List<Block> blocks, int i) {
        return i + 1 < blocks.size() && isBeside(blocks, i + 1) && isLike(blocks, i + 1);
    }

    private static boolean isLike(List<Block> blocks, int i) {
        return blocks.get(i).kind() == Marker.Kind.NONE
                && Datum.looksLike(blocks.get(i).words());
    }

    /** Whether a block begins on the line below the one before it. */
    static boolean isBeside(List<Block> blocks, int i) {
        return i > 0
                && blocks.get(i).first().number() == blocks.get(i - 1).last().number() + 1;
    }
}
