package org.genevagraph.page.around;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.network.NetworkPage;
import org.genevagraph.page.things.ThingPage;
import org.genevagraph.vocabulary.Iris;

/**
 * What stands nearest around a thing, by relation: once for a desk, with the thing in the middle, once for a phone, with the thing on top.
 *
 * @param thing the path of the thing, such as {@code /id/organisation/gcsp}
 * @param title what the picture is of
 * @param says how many things are tied to it, each once, and how many of them are drawn, as a sentence
 * @param desk the picture for a desk
 * @param phone the picture for a phone
 * @param rows what stands around it, in the order of the picture, with what it does not show for want of space
 */
public record Around(String thing, String title, String says, Drawing desk, Drawing phone, List<Row> rows) {
    /** The parameter of the network's address that asks for the picture of a thing. */
    public static final String PARAMETER = "around";

    public Around {
        rows = List.copyOf(rows);
    }

    /** The size of the type of names, and of what stands above them. */
    public static final int TYPE = 13;

    private static final int MOST_BUNDLES = 8;

    /** So many things are drawn in one relation; where there are few relations, more. */
    private static final int MOST = 3;

    private static final int MOST_OF_FEW = 6;
    private static final int FEW = 4;
    private static final String PASSAGE = "passage";

    /**
     * One thing to which the thing in the middle stands in a relation.
     *
     * @param relation the relation, as the picture heads it
     * @param other the thing
     * @param drawn whether the picture shows it
     */
    public record Row(String relation, Link other, boolean drawn) {}

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
        Sketch sketch = new Sketch(page.title().name(), bundles, most, site);
        Around around = new Around(
                Paths.of(page.title().iri()),
                site.agreed(site.text("around.title", name)),
                says,
                sketch.desk(),
                sketch.phone(),
                rows(all, most));
        return List.of(around);
    }

    private static List<Row> rows(List<Bundle> bundles, int most) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < bundles.size(); i++) {
            List<Link> things = bundles.get(i).things();
            for (int j = 0; j < things.size(); j++) {
                rows.add(new Row(bundles.get(i).heading(), things.get(j), i < MOST_BUNDLES && j < most));
            }
        }
        return rows;
    }

    /** The path of the picture by itself: as a page without an ending, with one such as {@code .svg} as a file. */
    public String path(String ending) {
        String[] parts = thing.split("/", 4);
        return NetworkPage.PATH + ending + "?" + PARAMETER + "=" + parts[2] + ":" + parts[3];
    }

    /** What its files are called. */
    public String fileName() {
        return PARAMETER + "-" + thing.replaceFirst("^/id/[^/]*/", "").replace('/', '-');
    }

    /** What stands around the thing as CSV, a row for each. */
    public String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("thing", "relation", "other", "otherName", "drawn");
            rows.forEach(row -> csv.writeRecord(
                    iri(thing),
                    row.relation(),
                    iri(row.other().path()),
                    row.other().name(),
                    String.valueOf(row.drawn())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String iri(String path) {
        return Iris.BASE + path.substring(1);
    }
}
