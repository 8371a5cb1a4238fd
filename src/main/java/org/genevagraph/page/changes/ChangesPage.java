package org.genevagraph.page.changes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.genevagraph.diff.Change;
import org.genevagraph.diff.Change.Area;
import org.genevagraph.diff.Change.Detail;
import org.genevagraph.diff.Change.How;
import org.genevagraph.diff.release.Release;
import org.genevagraph.diff.release.Releases;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.problem.ProblemException;
import org.genevagraph.snapshot.Snapshot;

/**
 * What the page and the feed of changes show.
 *
 * @param releases the releases, the newest first
 * @param dataRead the day of the data, for a feed that has no release yet; empty if nobody says
 */
public record ChangesPage(List<Told> releases, String dataRead) {
    /** The path of the page. */
    public static final String PATH = "/changes";

    /** The ending of the path of the feed. */
    public static final String FEED = ".atom";

    /** A release beyond these stays in JSON and in its folder. */
    private static final int MOST_RELEASES = 20;

    private static final int FIRST = 30;
    private static final int FIRST_DERIVED = 5;

    /**
     * A release and its changes, grouped.
     *
     * @param release the release
     * @param groups what changed, first what tables say; empty for a first release
     */
    public record Told(Release release, List<Group> groups) {
        /** Whether no release came before. */
        public boolean isFirst() {
            return release.previous().isEmpty();
        }

        /** The path of a file of it. */
        public String file(String name) {
            return PATH + "/" + release.version() + "/" + name;
        }
    }

    /**
     * Changes of one kind.
     *
     * @param area what they are about
     * @param how what became of it
     * @param count how many there are
     * @param first the first of them
     */
    public record Group(Area area, How how, int count, List<Item> first) {
        /** How many are not among the first. */
        public int more() {
            return count - first.size();
        }
    }

    /**
     * A change.
     *
     * @param type its class in words; empty unless it is about a thing
     * @param says what it is about, part by part; a part without a path is mere words
     * @param details what is different about it
     */
    public record Item(String type, List<Link> says, List<Different> details) {}

    /**
     * A property that is different.
     *
     * @param property its name
     * @param before its values before, as the parts of phrases
     * @param after its values after
     */
    public record Different(String property, List<List<Link>> before, List<List<Link>> after) {}

    /**
     * Reads the changes.
     *
     * @param snapshot what is served: only what it holds is linked
     * @throws ProblemException if a release is broken
     */
    public static ChangesPage of(Releases releases, Snapshot snapshot, Labels labels, Site site)
            throws IOException, ProblemException {
        Retold retold = new Retold(snapshot.dataset().getDefaultGraph(), labels, site);
        List<Told> told = new ArrayList<>();
        for (Releases.Kept kept : releases.all()) {
            if (told.size() < MOST_RELEASES) {
                List<Change> changes =
                        Release.changes(kept.folder(), site.language().tag());
                told.add(new Told(kept.release(), groups(changes, retold)));
            }
        }
        return new ChangesPage(told, snapshot.dataRead());
    }

    private static List<Group> groups(List<Change> changes, Retold retold) {
        return Change.alike(changes).stream()
                .map(alike -> new Group(
                        alike.area(),
                        alike.how(),
                        alike.changes().size(),
                        alike.changes().stream()
                                .limit(alike.area() == Area.DERIVED ? FIRST_DERIVED : FIRST)
                                .map(change -> item(change, retold))
                                .toList()))
                .toList();
    }

    private static Item item(Change change, Retold retold) {
        List<Link> says = new ArrayList<>(retold.links(change.says()));
        if (change.area() == Area.FIGURE && says.size() > 1) {
            // What it is about, then what it says.
            retold.figure(change.iri().getURI()).ifPresent(figure -> says.set(1, new Link(figure, "")));
        }
        return new Item(
                change.area() == Area.THING ? change.group() : "",
                says,
                change.details().stream()
                        // What a rule derives changes with its premises, which are told themselves.
                        .filter(detail -> change.area() != Area.DERIVED)
                        .map((Detail detail) -> new Different(
                                detail.property(),
                                detail.before().stream().map(retold::links).toList(),
                                detail.after().stream().map(retold::links).toList()))
                        .toList());
    }

    /** The moment of the newest release, as feeds write it. */
    public String updated() {
        String day = releases.isEmpty() ? dataRead : releases.get(0).release().date();
        return moment(day.isEmpty() ? "2026-01-01" : day);
    }

    /** A day as feeds write it. */
    public static String moment(String day) {
        return day + "T00:00:00Z";
    }
}
