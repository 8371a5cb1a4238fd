package org.genevagraph.text.read;

import java.util.function.IntFunction;
import org.genevagraph.text.read.passage.Block;
import org.genevagraph.text.read.passage.Reading;

/** What people are told of items that are not as those of a list should be. */
final class ItemFaults {
    private final Reading.Builder reading;

    ItemFaults(Reading.Builder reading) {
        this.reading = reading;
    }

    /** Letters or Roman numbers that begin again were read as items of what comes now. */
    void begunAgain(Block block, String mark, String within) {
        reading.problem(
                block.first().number(),
                (mark.equals("a") ? "letters" : "Roman numbers") + " begin again at " + mark + ", and were read as "
                        + within + "." + mark + " and so on",
                "nothing to do if the document does so");
    }

    /** Letters behind Roman numbers could belong to the last of them, and were not read so. */
    void behindRomans(Block block, String first) {
        reading.problem(
                block.first().number(),
                "letters stand behind Roman numbers, and were read as " + first + " and so on",
                "see whether they belong to the last of these");
    }

    /** An item comes after one that should come after it. */
    void outOfOrder(Block block, String mark, String last, int paragraph) {
        reading.problem(
                block.first().number(),
                "item " + mark + " comes after item " + last + " of paragraph " + paragraph,
                "put it in its place");
    }

    /** An item without a number that nothing announces. */
    void unannounced(Block block, String base) {
        reading.problem(
                block.first().number(),
                "stands without a number below " + base,
                "see whether it belongs there, or a number is missing");
    }

    /** Items are missing between two. */
    void missing(Block block, int last, int next, IntFunction<String> id) {
        for (int missing = last + 1; missing < next; missing++) {
            reading.gap(id.apply(missing), block.first().number());
        }
    }
}
