package org.genevagraph.page.around;

import java.util.ArrayList;
import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.page.picture.Wrapping;
import org.genevagraph.page.things.ThingPage;

/**
 * What stands nearest around a thing, by relation: once for a desk, with the thing in the middle, once for a phone, with the thing on top.
 *
 * @param says how many things are tied to it, each once, and how many of them are drawn, as a sentence
 * @param desk the picture for a desk
 * @param phone the picture for a phone
 */
public record Around(String says, Drawing desk, Drawing phone) {
    /** The size of the type of names, and of what stands above them. */
    public static final int TYPE = 13;

    /** The size of the name in the middle, with what bold type takes more. */
    private static final double BOLD = 15.5;

    /** Between two lines of a name. */
    private static final int LINE = 17;

    private static final int GAP = 5;
    private static final int MOST_BUNDLES = 8;

    /** So many things are drawn in one relation; where there are few relations, more. */
    private static final int MOST = 3;

    private static final int MOST_OF_FEW = 6;
    private static final int FEW = 4;
    private static final int MOST_LINES = 6;
    private static final String PASSAGE = "passage";

    /**
     * A picture.
     *
     * @param width how wide it is
     * @param height how high it is
     * @param middle the thing itself
     * @param arms what it is tied to
     */
    public record Drawing(int width, int height, Box middle, List<Arm> arms) {
        public Drawing {
            arms = List.copyOf(arms);
        }
    }

    /**
     * The thing in the middle.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param width how wide it is
     * @param height how high it is
     * @param lines the lines of its name
     */
    public record Box(int x, int y, int width, int height, List<Line> lines) {
        public Box {
            lines = List.copyOf(lines);
        }

        int centre() {
            return y + height / 2;
        }
    }

    /**
     * A line of text.
     *
     * @param y its base line
     * @param text what it says
     */
    public record Line(int y, String text) {}

    /**
     * A relation with the things in it.
     *
     * @param heading the relation with the number of things
     * @param y the base line of the heading
     * @param x where its text begins, or ends
     * @param left whether its text ends there
     * @param path the line from the thing in the middle
     * @param names the things
     */
    public record Arm(String heading, int y, int x, boolean left, String path, List<Name> names) {
        public Arm {
            names = List.copyOf(names);
        }
    }

    /**
     * A thing that is tied.
     *
     * @param path where it stands
     * @param full its whole name
     * @param lines the lines of its name
     */
    public record Name(String path, String full, List<Line> lines) {
        public Name {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Draws what stands around the thing of a page; nothing is drawn where nothing is tied to it.
     *
     * @param name the thing's name as it is put into a sentence
     */
    public static List<Around> of(ThingPage page, String name, Site site) {
        List<Bundle> all = page.title().kind().equals(PASSAGE)
                ? Bundle.of(page, site.text("thing.says"), site.text("thing.names"))
                : Bundle.of(page);
        List<Bundle> bundles = all.subList(0, Math.min(MOST_BUNDLES, all.size()));
        if (bundles.isEmpty()) {
            return List.of();
        }
        int most = bundles.size() <= FEW ? MOST_OF_FEW : MOST;
        int tied = Bundle.things(all) + all.stream().mapToInt(Bundle::more).sum();
        int drawn =
                Bundle.things(bundles.stream().map(bundle -> bundle.first(most)).toList());
        String says = site.agreed(
                tied == 1
                        ? site.text("around.one", name)
                        : tied == drawn
                                ? site.text("around.all", name, site.number(tied))
                                : site.text("around.some", name, site.number(tied), site.number(drawn)));
        Around around = new Around(
                says,
                new Sketch(page.title().name(), bundles, most, site).desk(),
                new Sketch(page.title().name(), bundles, most, site).phone());
        return List.of(around);
    }

    /** Places texts below each other. */
    private record Sketch(String name, List<Bundle> bundles, int most, Site site) {
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
            List<String> middle = cut(Wrapping.lines(name, MIDDLE - 2 * PAD, BOLD), MOST_LINES);
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
            List<String> middle = cut(Wrapping.lines(name, PHONE - 4 * PAD, BOLD), MOST_LINES);
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
            return new Box(x, y, width, height, lines(text, y + PAD + TYPE));
        }

        private Arm arm(Bundle bundle, int top, int x, boolean left, int width, String path) {
            List<Name> names = new ArrayList<>();
            int y = top + HEAD;
            for (Link thing : bundle.first(most).things()) {
                List<String> text = text(thing, width);
                names.add(new Name(thing.path(), thing.name(), lines(text, y + TYPE)));
                y += text.size() * LINE + GAP;
            }
            int more = bundle.size() - names.size();
            if (more > 0) {
                String words = site.text("around.more", site.number(more));
                names.add(new Name(
                        bundle.section().isEmpty() ? "" : "#" + bundle.section(),
                        words,
                        lines(List.of(words), y + TYPE)));
            }
            return new Arm(
                    cut(Wrapping.lines(bundle.heading(), width, TYPE), 1).get(0), top + TYPE, x, left, path, names);
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
            return cut(Wrapping.lines(thing.name(), width, TYPE), 2);
        }

        private static List<Line> lines(List<String> text, int first) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < text.size(); i++) {
                lines.add(new Line(first + i * LINE, text.get(i)));
            }
            return lines;
        }

        private static List<String> cut(List<String> lines, int most) {
            if (lines.size() <= most) {
                return lines;
            }
            List<String> cut = new ArrayList<>(lines.subList(0, most));
            cut.set(most - 1, cut.get(most - 1) + " …");
            return cut;
        }
    }
}
