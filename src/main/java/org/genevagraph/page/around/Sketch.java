package org.genevagraph.page.around;

import java.util.ArrayList;
import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.page.around.Around.Arm;
import org.genevagraph.page.around.Around.Box;
import org.genevagraph.page.around.Around.Drawing;
import org.genevagraph.page.around.Around.Line;
import org.genevagraph.page.around.Around.Name;
import org.genevagraph.page.picture.Wrapping;

/**
 * Places the texts of a picture below each other.
 *
 * @param name the thing in the middle
 * @param bundles what stands around it
 * @param most how many things of a bundle are drawn
 * @param site the site, for its words
 */
record Sketch(String name, List<Bundle> bundles, int most, Site site) {
    /** The size of the name in the middle, with what bold type takes more. */
    private static final double BOLD = 15.5;

    /** Between two lines of a name. */
    private static final int LINE = 17;

    private static final int GAP = 5;
    private static final int MOST_LINES = 6;
    private static final int DESK = 760;
    private static final int PHONE = 328;
    private static final int MIDDLE = 168;
    private static final int COLUMN = 248;
    private static final int HEAD = 20;
    private static final int BETWEEN = 14;
    private static final int PAD = 10;
    private static final int REACH = 34;

    Drawing desk() {
        List<List<Bundle>> sides = List.of(new ArrayList<>(), new ArrayList<>());
        int[] heights = {0, 0};
        for (Bundle bundle : bundles) {
            int side = heights[0] <= heights[1] ? 0 : 1;
            sides.get(side).add(bundle);
            heights[side] += height(bundle, COLUMN) + BETWEEN;
        }
        List<String> middle = Wrapping.lines(name, MIDDLE - 2 * PAD, BOLD, MOST_LINES);
        int box = middle.size() * LINE + 2 * PAD;
        int height = Math.max(box, Math.max(heights[0], heights[1]) - BETWEEN) + 2;
        Box at = box((DESK - MIDDLE) / 2, (height - box) / 2, MIDDLE, box, middle);
        List<Arm> arms = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            boolean left = side == 0;
            int edge = left ? at.x() : at.x() + MIDDLE;
            int bar = left ? edge - REACH : edge + REACH;
            int text = left ? bar - PAD : bar + PAD;
            int y = (height - heights[side] + BETWEEN) / 2;
            for (Bundle bundle : sides.get(side)) {
                int end = y + height(bundle, COLUMN);
                int centre = (y + end) / 2;
                int half = (edge + bar) / 2;
                arms.add(arm(
                        bundle,
                        y,
                        text,
                        left,
                        COLUMN,
                        "M" + edge + " " + at.centre() + "C" + half + " " + at.centre() + " " + half + " " + centre
                                + " " + bar + " " + centre + "M" + bar + " " + y + "V" + end));
                y = end + BETWEEN;
            }
        }
        return new Drawing(DESK, height, at, arms);
    }

    Drawing phone() {
        List<String> middle = Wrapping.lines(name, PHONE - 4 * PAD, BOLD, MOST_LINES);
        Box at = box(1, 1, PHONE - 2, middle.size() * LINE + 2 * PAD, middle);
        List<Arm> arms = new ArrayList<>();
        int trunk = PAD;
        int bar = trunk + PAD;
        int y = at.height() + BETWEEN;
        int from = at.height() + 1;
        for (Bundle bundle : bundles) {
            int end = y + height(bundle, PHONE - bar - 2 * PAD);
            int centre = (y + end) / 2;
            arms.add(arm(
                    bundle,
                    y,
                    bar + PAD,
                    false,
                    PHONE - bar - 2 * PAD,
                    "M" + trunk + " " + from + "V" + centre + "H" + bar + "M" + bar + " " + y + "V" + end));
            from = centre;
            y = end + BETWEEN;
        }
        return new Drawing(PHONE, y - BETWEEN + 2, at, arms);
    }

    private static Box box(int x, int y, int width, int height, List<String> text) {
        return new Box(x, y, width, height, lines(text, y + PAD + Around.TYPE));
    }

    private Arm arm(Bundle bundle, int top, int x, boolean left, int width, String path) {
        List<Name> names = new ArrayList<>();
        int y = top + HEAD;
        for (Link thing : bundle.first(most).things()) {
            List<String> text = text(thing, width);
            names.add(new Name(thing.path(), thing.name(), lines(text, y + Around.TYPE)));
            y += text.size() * LINE + GAP;
        }
        int more = bundle.size() - names.size();
        if (more > 0) {
            String words = site.text("around.more", site.number(more));
            names.add(new Name(
                    bundle.section().isEmpty() ? "" : "#" + bundle.section(),
                    words,
                    lines(List.of(words), y + Around.TYPE)));
        }
        return new Arm(
                Wrapping.lines(bundle.heading(), width, Around.TYPE, 1).get(0),
                top + Around.TYPE,
                x,
                left,
                path,
                names);
    }

    private int height(Bundle bundle, int width) {
        int drawn = bundle.first(most).things().size();
        int lines = bundle.first(most).things().stream()
                .mapToInt(thing -> text(thing, width).size())
                .sum();
        boolean more = bundle.size() > drawn;
        return HEAD + lines * LINE + (drawn - 1) * GAP + (more ? LINE + GAP : 0) + GAP;
    }

    private static List<String> text(Link thing, int width) {
        return Wrapping.lines(thing.name(), width, Around.TYPE, 2);
    }

    private static List<Line> lines(List<String> text, int first) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            lines.add(new Line(first + i * LINE, text.get(i)));
        }
        return lines;
    }
}
