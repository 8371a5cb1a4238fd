package org.genevagraph.text.read;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.genevagraph.source.text.SourceText;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.passage.Block;
import org.genevagraph.text.read.passage.Facilitation;
import org.genevagraph.text.read.passage.Reading;

/** The table of an annex that has a line a cell: rows that map lines to names, below a header. */
final class AnnexRows {
    private static final Set<Marker.Kind> NAMES =
            EnumSet.of(Marker.Kind.NONE, Marker.Kind.LETTER, Marker.Kind.BULLET, Marker.Kind.BARE);
    private static final Pattern ROW = Pattern.compile("C\\d{1,2}");

    private final Reading.Builder reading;
    private final List<Block> blocks;
    private int headers;
    private int row;

    AnnexRows(Reading.Builder reading, List<Block> blocks) {
        this.reading = reading;
        this.blocks = blocks;
    }

    /** Begins another annex or article. */
    void begin() {
        row = 0;
    }

    /** The lines of an annex before its first row, which are the header of its table. */
    int header(String annex, int i) {
        int last = lastName(i);
        headers++;
        reading.add(
                annex + ".header" + (headers == 1 ? "" : "." + headers),
                "header",
                annex,
                blocks.get(i).first(),
                0,
                blocks.get(last).last());
        return last - i + 1;
    }

    /** Whether the table of an annex has a row before or behind a block. */
    boolean stand(String annex, int i) {
        for (int j = i; j < blocks.size() && blocks.get(j).kind() != Marker.Kind.ANNEX; j++) {
            if (isRow(annex, j)) {
                return true;
            }
            if (blocks.get(j).kind() == Marker.Kind.NUMBER) {
                return row > 0;
            }
        }
        return row > 0;
    }

    /** Whether a block is a row of an annex that maps lines to names, and not a section with paragraphs of its own. */
    boolean isRow(String annex, int i) {
        Block block = blocks.get(i);
        if (annex.isEmpty()
                || block.kind() != Marker.Kind.CODE
                || !ROW.matcher(block.marker().number()).matches()) {
            return false;
        }
        for (int j = i + 1; j < blocks.size(); j++) {
            Marker.Kind kind = blocks.get(j).kind();
            if (kind == Marker.Kind.NUMBER) {
                return false;
            }
            if (kind == Marker.Kind.CODE || kind == Marker.Kind.ANNEX) {
                return true;
            }
        }
        return true;
    }

    int row(String annex, int i) {
        int code = Integer.parseInt(blocks.get(i).marker().number().substring(1));
        if (row > 0) {
            for (int missing = row + 1; missing < code; missing++) {
                reading.gap(annex + ".c" + missing, blocks.get(i).first().number());
            }
        }
        int last = lastName(i);
        String number = annex + ".c" + code;
        if (reading.add(
                number, "row", annex, blocks.get(i).first(), 0, blocks.get(last).last())) {
            row = code;
            List<String> names = blocks.subList(i + 1, last + 1).stream()
                    .flatMap(block -> Arrays.stream(block.whole().split("/", -1)))
                    .map(SourceText::normalise)
                    .filter(name -> !name.isEmpty())
                    .toList();
            reading.add(new Facilitation("c" + code, names, number));
        }
        return last - i + 1;
    }

    private int lastName(int i) {
        int last = i;
        while (last + 1 < blocks.size() && NAMES.contains(blocks.get(last + 1).kind())) {
            last++;
        }
        return last;
    }
}
