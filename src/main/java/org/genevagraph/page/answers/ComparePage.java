package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.questions.PickLists;
import org.genevagraph.page.views.Cell;
import org.genevagraph.page.views.Entry;
import org.genevagraph.page.views.Line;
import org.genevagraph.page.views.Place;
import org.genevagraph.page.views.Rows;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.header.PageView;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.vocabulary.Iris;

/**
 * Two things side by side: the rows of the query {@code compare}, gathered by whose they are, by kind and by thing.
 *
 * @param sides the two things
 * @param finding what they have in common, as a sentence; that the sources say nothing of either, if so
 * @param between what ties them to each other
 * @param shared what both have to do with, by kind
 * @param alone what only one of them has to do with, by kind; first what the first one has
 * @param takeAway the answer for programs
 */
public record ComparePage(
        List<Link> sides,
        String finding,
        List<Line> between,
        List<Section<Shared>> shared,
        List<List<Section<Entry>>> alone,
        TakeAway takeAway) {
    /** Where it stands. */
    public static final String PATH = "/compare";

    /** The query that it shows. */
    public static final String QUERY = "compare";

    /** So many things of a kind are known of one side alone, and so many of both; of more it is told where they stand. */
    private static final int MOST_ALONE = 6;

    private static final int MOST_SHARED = 12;

    /** So many things of a kind stand on the page; a brief may have room for more. */
    private static final int SHOWN = 5;

    private static final int MOST_LINES = 2;

    private static final String WHOSE = "whose";
    private static final String ASPECT = "aspect";
    private static final String THING = "thing";
    private static final String SIDE = "side";
    private static final String BETWEEN = "between";
    private static final String BOTH = "both";
    private static final PageView VIEW = new PageView(
            PageView.Kind.TEXT, Map.of("group", THING, "hide", String.join(", ", WHOSE, ASPECT, SIDE, "common")));

    public ComparePage {
        sides = List.copyOf(sides);
        between = List.copyOf(between);
        shared = List.copyOf(shared);
        alone = List.copyOf(alone);
    }

    /**
     * Things of a kind.
     *
     * @param head what they are
     * @param count how many there are
     * @param entries the first of them
     * @param all where all of them stand; empty if they are all here
     */
    public record Section<T>(String head, int count, List<T> entries, String all) {
        public Section {
            entries = List.copyOf(entries);
        }

        /** Those that the page shows. */
        public List<T> shown() {
            return some(entries, SHOWN);
        }
    }

    /**
     * A thing with which both have to do.
     *
     * @param thing the thing
     * @param ways what each has to do with it
     */
    public record Shared(Cell thing, List<List<Line>> ways) {
        public Shared {
            ways = List.copyOf(ways);
        }
    }

    /** Where two things stand side by side. */
    public static String path(Node one, Node other, PickLists lists) {
        return PATH + "?a=" + slug(one, lists) + "&b=" + slug(other, lists);
    }

    /** Where a thing can be set beside another; empty if it is of no kind that can be compared. */
    public static String with(Node thing, PickLists lists) {
        return AnswerRows.isThing(thing) ? PATH + "?a=" + slug(thing, lists) : "";
    }

    /** Where the things that an answer is about stand side by side; empty unless they are two of one kind. */
    static String of(Answer answer, PickLists lists) {
        List<Node> things = answer.values().values().stream()
                .filter(AnswerRows::isThing)
                .distinct()
                .toList();
        return things.size() == 2
                        && Iris.kind(things.get(0).getURI())
                                .equals(Iris.kind(things.get(1).getURI()))
                ? path(things.get(0), things.get(1), lists)
                : "";
    }

    /** Where a brief about the two stands. */
    public String brief() {
        return takeAway.path().replaceFirst(".*\\?a=", "/brief?about=").replaceFirst("&b=", "&about=");
    }

    private static String slug(Node thing, PickLists lists) {
        return Paths.encoded(lists.slug(thing, ParameterType.THING.kinds()));
    }

    /** The page of an answer. */
    public static ComparePage of(Answer answer, TakeAway takeAway, Site site, AnswerPage.Sources sources) {
        Result.Rows whole = (Result.Rows) answer.result();
        Rows rows = new AnswerRows(whole, answer.values(), Map.of(), site, sources).all();
        List<Node> things = List.of(answer.values().get("a"), answer.values().get("b"));
        Map<String, List<Binding>> byWhose = Rows.by(whole.rows(), WHOSE);
        Place place = new Place(takeAway.path(), "", Map.of());
        return new ComparePage(
                things.stream()
                        .map(thing -> new Link(sources.lists().named(thing, site.language()), Paths.of(thing.getURI())))
                        .toList(),
                whole.rows().isEmpty()
                        ? String.join(" ", AnswerPage.silence(answer, site, sources))
                        : AnswerPage.finding(answer, site, sources),
                Entry.of(rows.with(byWhose.getOrDefault(BETWEEN, List.of())), VIEW, THING, site).stream()
                        .flatMap(entry -> entry.lines().stream())
                        .distinct()
                        .toList(),
                sections(byWhose.getOrDefault(BOTH, List.of()), MOST_SHARED, place.where(WHOSE, BOTH), site, ofKind -> {
                    List<Shared> shared = new ArrayList<>();
                    Rows.by(ofKind, THING).values().forEach(ofIt -> shared.add(shared(rows, ofIt, things, site)));
                    return shared;
                }),
                Stream.of("a", "b")
                        .map(side -> sections(
                                byWhose.getOrDefault(side, List.of()),
                                MOST_ALONE,
                                place.where(WHOSE, side),
                                site,
                                ofKind -> Entry.of(rows.with(ofKind), VIEW, THING, site).stream()
                                        .map(ComparePage::shortened)
                                        .toList()))
                        .toList(),
                takeAway);
    }

    private static Entry shortened(Entry entry) {
        return new Entry(entry.head(), entry.beside(), some(entry.lines(), MOST_LINES));
    }

    private static <T> List<T> some(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** Reads rows of one kind of thing. */
    private interface Reading<T> {
        List<T> of(List<Binding> rows);
    }

    private static <T> List<Section<T>> sections(
            List<Binding> rows, int most, Place place, Site site, Reading<T> reading) {
        List<Section<T>> sections = new ArrayList<>();
        new LinkedHashMap<>(Rows.by(rows, ASPECT)).forEach((aspect, ofKind) -> {
            List<T> all = reading.of(ofKind);
            sections.add(new Section<>(
                    site.text("values.aspect." + aspect),
                    all.size(),
                    some(all, most),
                    all.size() > SHOWN ? place.where(ASPECT, aspect).address() : ""));
        });
        return sections;
    }

    private static Shared shared(Rows rows, List<Binding> ofIt, List<Node> sides, Site site) {
        return new Shared(
                rows.words().cell(ofIt.get(0), THING),
                sides.stream()
                        .map(side -> rows.with(ofIt.stream()
                                .filter(row -> Rows.text(row, SIDE).equals(side.getURI()))
                                .toList()))
                        .map(ways -> Entry.of(ways, VIEW, THING, site).stream()
                                .flatMap(entry -> some(entry.lines(), MOST_LINES).stream())
                                .toList())
                        .toList());
    }
}
