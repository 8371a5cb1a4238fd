package org.genevagraph.text.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.source.text.SourceText.Line;
import org.genevagraph.text.Datum;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.line.PageFurniture;
import org.genevagraph.text.read.line.Wrapping;
import org.genevagraph.text.read.passage.Block;
import org.genevagraph.text.read.passage.Reading;

/**
 * Reads texts whose lines are their passages: profiles of organisations, and articles. A passage's number is that of its line; where the
 * file wraps its lines, that of its first.
 */
final class LineReader implements TextReader {
    /** A heading may stand below another; two below it are a list. */
    private static final int FEWEST = 2;

    private final String form;

    LineReader(String form) {
        this.form = form;
    }

    @Override
    public String form() {
        return form;
    }

    @Override
    public Reading read(SourceText text) {
        Reading.Builder reading = new Reading.Builder(text);
        PageFurniture furniture = PageFurniture.of(text.lines(), false);
        furniture.lines().forEach(reading::leaveOut);
        String heading = "";
        List<Block> blocks = blocks(
                text.lines().stream().filter(line -> !furniture.holds(line)).toList());
        Set<Block> listed = listed(blocks);
        listed.addAll(Addresses.of(blocks));
        IntStream.range(0, blocks.size())
                .filter(i -> DataLines.holds(blocks, i))
                .forEach(i -> listed.add(blocks.get(i)));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String number = Integer.toString(block.first().number());
            boolean announcesList = i + 1 < blocks.size() && listed.contains(blocks.get(i + 1));
            boolean isHeading = !listed.contains(block)
                    && (isHeading(block) || asks(blocks, i) || (announcesList && announces(block)));
            reading.add(number, isHeading ? "heading" : "paragraph", isHeading ? "" : heading, block);
            if (isHeading) {
                heading = number;
            }
        }
        return reading.build();
    }

    private static boolean isHeading(Block block) {
        // A row of a table heads nothing.
        return block.kind() != Marker.Kind.BULLET
                && block.words().indexOf('|') < 0
                && Headings.looksLike(block.words())
                && !Datum.is(block.words());
    }

    /** Whether a question stands apart from what is before it, and what is below it answers: it heads its answer. */
    private static boolean asks(List<Block> blocks, int i) {
        Block block = blocks.get(i);
        return block.kind() != Marker.Kind.BULLET
                && Headings.isQuestion(block.words())
                && (i == 0 || !DataLines.isBeside(blocks, i))
                && i + 1 < blocks.size()
                && !Headings.isQuestion(blocks.get(i + 1).words())
                && !isHeading(blocks.get(i + 1));
    }

    /** Short lines that stand one below the other, without a blank line, below a heading or what announces them: a list such as that of donors. */
    private static Set<Block> listed(List<Block> blocks) {
        Set<Block> listed = new HashSet<>();
        int i = 0;
        while (i < blocks.size()) {
            int end = i + 1;
            while (end < blocks.size() && isHeading(blocks.get(end)) && DataLines.isBeside(blocks, end)) {
                end++;
            }
            boolean ended = end == blocks.size() || !DataLines.isBeside(blocks, end);
            boolean headed =
                    i > 0 && !DataLines.isBeside(blocks, i) && isHeading(blocks.get(i - 1)) && isHeading(blocks.get(i));
            if (headed && ended && end - i > FEWEST && !listed.contains(blocks.get(i - 1))) {
                listed.addAll(blocks.subList(i, end));
            } else if (announces(blocks.get(i)) && ended && end - i > FEWEST) {
                listed.addAll(blocks.subList(i + 1, end));
            }
            i = end;
        }
        return listed;
    }

    private static boolean announces(Block block) {
        String words = block.words();
        return isHeading(block)
                || (words.endsWith(":") && Headings.looksLike(words.replaceFirst("[ \u202F\u00A0]*:$", "")));
    }

    private static Marker asBullet(Marker marker) {
        return new Marker(Marker.Kind.BULLET, "", "•", marker.end());
    }

    private static List<Block> blocks(List<Line> lines) {
        Wrapping wrapping = new Wrapping(lines);
        List<Block> blocks = new ArrayList<>();
        boolean afterBlank = true;
        for (Line line : lines) {
            String words = SourceText.normalise(line.text());
            if (words.isEmpty()) {
                afterBlank = true;
                continue;
            }
            Marker marker = Marker.of(line.text());
            boolean starred = marker.kind() == Marker.Kind.FOOTNOTE && words.startsWith("* ");
            Marker bullet = marker.kind() == Marker.Kind.BULLET || starred
                    ? asBullet(marker)
                    : new Marker(Marker.Kind.NONE, "", "", 0);
            Block before = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            boolean goesOn = before != null
                    && wrapping.isWrapped()
                    && bullet.kind() != Marker.Kind.BULLET
                    && !Datum.is(words)
                    && goesOn(before, line, wrapping, afterBlank);
            if (goesOn) {
                List<Line> all = new ArrayList<>(before.lines());
                all.add(line);
                blocks.set(blocks.size() - 1, Block.of(before.marker(), all, wrapping::hyphened));
            } else {
                blocks.add(Block.of(bullet, List.of(line), UnaryOperator.identity()));
            }
            afterBlank = false;
        }
        return blocks;
    }

    private static boolean goesOn(Block before, Line line, Wrapping wrapping, boolean afterBlank) {
        boolean full = !afterBlank && wrapping.isFull(before.last(), line);
        if (Wrapping.isFinished(before.words()) || Datum.is(before.words())) {
            return (!afterBlank && Datum.is(before.words()) && Wrapping.isDangling(before.words()))
                    || (full && !Headings.looksLike(SourceText.normalise(line.text())));
        }
        return Wrapping.beginsSmall(line.text()) || (!afterBlank && Wrapping.isDangling(before.words())) || full;
    }
}
