package org.genevagraph.page.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Packs rectangles: the largest first, each into the corner between others where the whole grows least. */
final class ComponentPacking {
    private ComponentPacking() {}

    /**
     * Places rectangles beside each other.
     *
     * @param gap how far apart they stand
     * @param aspect how wide the whole should be for its height
     * @return the same, in the same order, none left of or above 0, 0
     */
    static List<Box> pack(List<Box> outlines, double gap, double aspect) {
        Integer[] order = new Integer[outlines.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingDouble(
                        i -> -outlines.get(i).width() * outlines.get(i).height()));
        Box[] packed = new Box[order.length];
        List<Box> placed = new ArrayList<>();
        for (int i : order) {
            Box grown =
                    new Box(0, 0, outlines.get(i).width() + gap, outlines.get(i).height() + gap);
            Box best = best(grown, placed, aspect);
            placed.add(best);
            packed[i] = new Box(best.x(), best.y(), best.width() - gap, best.height() - gap);
        }
        return Arrays.asList(packed);
    }

    private static Box best(Box box, List<Box> placed, double aspect) {
        TreeSet<Double> lefts = new TreeSet<>(List.of(0.0));
        TreeSet<Double> tops = new TreeSet<>(List.of(0.0));
        double width = 0;
        double height = 0;
        for (Box other : placed) {
            lefts.add(other.x() + other.width());
            tops.add(other.y() + other.height());
            width = Math.max(width, other.x() + other.width());
            height = Math.max(height, other.y() + other.height());
        }
        Box best = null;
        double least = Double.MAX_VALUE;
        for (double top : tops) {
            for (double left : lefts) {
                Box here = box.movedBy(left, top);
                double size =
                        Math.max(Math.max(width, left + box.width()) / aspect, Math.max(height, top + box.height()));
                if (size < least && placed.stream().noneMatch(here::overlaps)) {
                    least = size;
                    best = here;
                }
            }
        }
        return best;
    }
}
