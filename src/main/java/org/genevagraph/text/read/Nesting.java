package org.genevagraph.text.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.genevagraph.source.text.ListNumbers;
import org.genevagraph.text.read.ItemList.Item;
import org.genevagraph.text.read.ItemList.Kind;
import org.genevagraph.text.read.line.Bullets;
import org.genevagraph.text.read.line.Marker;
import org.genevagraph.text.read.passage.Block;

/** Whether a list that nothing announces stands below the item before it: where that item's own list goes on behind it, or where it is set further in. */
final class Nesting {
    /** The small Roman numbers, from i on. */
    static final List<String> ROMAN =
            IntStream.range(1, 40).mapToObj(ListNumbers::roman).toList();

    private static final Set<Marker.Kind> ENDS = Set.of(
            Marker.Kind.ANNEX,
            Marker.Kind.ARTICLE,
            Marker.Kind.DIVISION,
            Marker.Kind.CODE,
            Marker.Kind.DECIMAL,
            Marker.Kind.PREAMBULAR);

    private final List<Block> blocks;
    private final Set<String> nested = new HashSet<>();

    Nesting(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Whether the list that begins with a block is below the item before it. */
    boolean isBelow(int i, Item before) {
        boolean below = goesOn(i, before)
                || indent(blocks.get(i)) > indent(before.block()) + 1
                || nested.contains(before.kind() + before.within());
        if (below) {
            nested.add(before.kind() + before.within());
        }
        return below;
    }

    /** Whether "(ii)" comes next, so that "(i)" behind "(h)" is a Roman number. */
    boolean countsOn(int i) {
        return next(i).filter("ii"::equals).isPresent();
    }

    /** The letter that comes next; empty if a number does. */
    Optional<String> next(int i) {
        return blocks.subList(i + 1, blocks.size()).stream()
                .filter(block -> block.kind() == Marker.Kind.LETTER || block.kind() == Marker.Kind.NUMBER)
                .findFirst()
                .filter(block -> block.kind() == Marker.Kind.LETTER)
                .map(block -> block.marker().number());
    }

    /** Whether a bullet of this sign comes later in the same list. */
    boolean returns(int i, String sign) {
        return blocks.subList(i, blocks.size()).stream()
                .takeWhile(block -> block.kind() == Marker.Kind.BULLET)
                .anyMatch(block -> Bullets.sign(block.first()).equals(sign));
    }

    /** Whether a numbered clause has this number. */
    boolean isOfAClause(String number) {
        return blocks.stream()
                .anyMatch(block -> block.kind() == Marker.Kind.DECIMAL
                        && block.marker().number().equals(number));
    }

    /** Whether the item that comes after another one in its list stands behind a block, before anything ends that list. */
    private boolean goesOn(int i, Item before) {
        Set<String> within = new HashSet<>();
        String letter = "";
        for (int j = i; j < blocks.size(); j++) {
            Block block = blocks.get(j);
            Marker marker = block.marker();
            boolean heading = block.kind() == Marker.Kind.NONE && Headings.looksLike(block.words());
            if (ENDS.contains(block.kind()) || heading) {
                return false;
            }
            if (block.kind() == Marker.Kind.NUMBER) {
                if (before.kind() == Kind.NUMBERS && marker.style().equals(style(before))) {
                    return marker.value() == before.value() + 1;
                }
                if (marker.value() == 1) {
                    within.add(marker.style());
                } else if (!within.contains(marker.style())) {
                    return false;
                }
            } else if (block.kind() == Marker.Kind.LETTER) {
                boolean counts = !letter.isEmpty() && Marker.ordinal(marker.number()) == Marker.ordinal(letter) + 1;
                letter = counts || !ROMAN.contains(marker.number()) ? marker.number() : letter;
                int value = j == i ? 0 : value(marker, before, counts);
                if (value > 0) {
                    return value == before.value() + 1;
                }
            }
        }
        return false;
    }

    /** The place of a letter or Roman number in the list of an item; 0 if it is of another list. */
    private static int value(Marker marker, Item before, boolean counts) {
        String mark = marker.number();
        if (!marker.style().equals(style(before))) {
            return 0;
        }
        return switch (before.kind()) {
            case CAPITALS -> Marker.ordinal(mark.toLowerCase(Locale.ROOT));
            case ROMANS -> counts ? 0 : ROMAN.indexOf(mark) + 1;
            case LETTERS -> {
                int value = Marker.ordinal(mark);
                yield ROMAN.contains(mark) && value != before.value() + 1 ? 0 : value;
            }
            case NUMBERS -> 0;
        };
    }

    private static String style(Item item) {
        return item.block().marker().style();
    }

    private static int indent(Block block) {
        String line = block.first().text();
        return line.length() - line.stripLeading().length();
    }
}
