package org.genevagraph.page.changes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.diff.Change;
import org.genevagraph.diff.Change.Area;
import org.genevagraph.diff.Change.Detail;
import org.genevagraph.diff.Change.How;
import org.genevagraph.diff.Phrase;
import org.genevagraph.diff.release.Release;
import org.genevagraph.diff.release.Releases;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
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
    public static ChangesPage of(Releases releases, Snapshot snapshot, Language language)
            throws IOException, ProblemException {
        List<Told> told = new ArrayList<>();
        for (Releases.Kept kept : releases.all()) {
            if (told.size() < MOST_RELEASES) {
                List<Change> changes = Release.changes(kept.folder(), language.tag());
                told.add(new Told(
                        kept.release(), groups(changes, snapshot.dataset().getDefaultGraph())));
            }
        }
        return new ChangesPage(told, snapshot.dataRead());
    }

    private static List<Group> groups(List<Change> changes, Graph graph) {
        return Change.alike(changes).stream()
                .map(alike -> new Group(
                        alike.area(),
                        alike.how(),
                        alike.changes().size(),
                        alike.changes().stream()
                                .limit(alike.area() == Area.DERIVED ? FIRST_DERIVED : FIRST)
                                .map(change -> item(change, graph))
                                .toList()))
                .toList();
    }

    private static Item item(Change change, Graph graph) {
        return new Item(
                change.area() == Area.THING ? change.group() : "",
                links(change.says(), graph),
                change.details().stream()
                        // What a rule derives changes with its premises, which are told themselves.
                        .filter(detail -> change.area() != Area.DERIVED)
                        .map((Detail detail) -> new Different(
                                detail.property(), links(detail.before(), graph), links(detail.after(), graph)))
                        .toList());
    }

    private static List<List<Link>> links(List<Phrase> phrases, Graph graph) {
        return phrases.stream().map(phrase -> links(phrase, graph)).toList();
    }

    private static List<Link> links(Phrase phrase, Graph graph) {
        return phrase.parts().stream()
                .map(part -> new Link(part.text(), isThere(part.iri(), graph) ? Paths.of(part.iri()) : ""))
                .toList();
    }

    /** What was removed has no page any more. */
    private static boolean isThere(String iri, Graph graph) {
        return !iri.isEmpty() && graph.contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY);
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
