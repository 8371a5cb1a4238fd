package org.genevagraph.page.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.page.compact.Commitment;
import org.genevagraph.page.compact.Names;
import org.genevagraph.page.map.Flow.Box;
import org.genevagraph.page.map.Flow.Curve;
import org.genevagraph.page.map.Flow.Heading;
import org.genevagraph.page.map.Flow.Kind;
import org.genevagraph.page.picture.Wrapping;

/** Draws the part of the implementation map that a reader wants to see: one objective's commitments, or all objectives. */
final class FlowDrawing {
    /** How many active organisations get a box of their own. */
    static final int MOST_ACTIVE = 14;

    private static final int LEFT_WIDTH = 336;
    private static final int LINE_X = 470;
    private static final int LINE_WIDTH = 232;
    private static final int RIGHT_X = 838;
    private static final int RIGHT_WIDTH = 240;
    private static final int TOP = 40;
    private static final int GAP = 8;
    private static final int HEADING = 40;
    private static final int BESIDE = 10;
    private static final double FONT = 12;
    private static final double MOST_BROAD = 7;
    private static final double THIN = 1.2;
    private static final String ALL = "all";
    private static final String NOBODY = "nobody";
    private static final String MORE = "more";

    private final MapView view;
    private final Names names;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Curve> curves = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();

    FlowDrawing(MapView view, Names names) {
        this.view = view;
        this.names = names;
    }

    Flow flow() {
        List<Box> left = view.objective().isPresent() ? commitments() : objectives();
        List<Box> lines = lines();
        List<Box> facilitators = facilitators();
        List<Box> active = active();
        int height =
                Math.max(Math.max(needed(left), needed(lines)), needed(facilitators) + HEADING + GAP + needed(active));
        place(left, TOP, height);
        place(lines, TOP, height);
        int spare = height - needed(facilitators) - HEADING - GAP - needed(active);
        int upper = needed(facilitators) + spare * facilitators.size() / (facilitators.size() + active.size());
        place(facilitators, TOP, upper);
        int lower = TOP + upper + GAP + HEADING;
        place(active, lower, TOP + height - lower);
        headings.add(new Heading(
                0, TOP - 14, text(view.objective().isPresent() ? "map.commitments" : "map.objectives"), ""));
        headings.add(new Heading(LINE_X, TOP - 14, text("map.lines"), ""));
        headings.add(new Heading(RIGHT_X, TOP - 14, text("map.facilitators"), "stated"));
        headings.add(new Heading(RIGHT_X, lower - 14, text("map.active"), "editorial"));
        connectLeft();
        connectRight();
        return new Flow(RIGHT_X + RIGHT_WIDTH, TOP + height + 10, headings, List.copyOf(boxes.values()), curves);
    }

    private String text(String key, Object... values) {
        return names.site().text(key, values);
    }

    private static int needed(List<Box> column) {
        return column.stream().mapToInt(Box::height).sum() + GAP * Math.max(0, column.size() - 1);
    }

    /** Spreads boxes over a height. */
    private void place(List<Box> column, int top, int height) {
        int free = height - column.stream().mapToInt(Box::height).sum();
        int y = top;
        for (int i = 0; i < column.size(); i++) {
            Box box = column.get(i);
            int above = column.size() < 2 ? 0 : free * i / (column.size() - 1);
            boxes.put(box.key(), box.down(y + above));
            y += box.height();
        }
    }

    private Box box(
            String key,
            Kind kind,
            int x,
            int width,
            String code,
            String text,
            String note,
            boolean gap,
            String title,
            String path) {
        String all = (code + " " + text).strip();
        List<String> lines = new ArrayList<>(Wrapping.lines(all, width - 2 * Flow.PADDING, FONT));
        lines.set(0, lines.get(0).substring(code.length()));
        List<String> notes = Wrapping.lines(note, width - 2 * Flow.PADDING, FONT);
        int height = (lines.size() + notes.size()) * Flow.LINE + 2 * Flow.PADDING - 4;
        return new Box(key, kind, x, 0, width, height, code, lines, notes, gap, title, path);
    }

    private List<Box> commitments() {
        return view.commitments().stream()
                .map(commitment -> {
                    List<Line> lines = view.lines(commitment);
                    int without = MapView.withoutFacilitator(lines).size();
                    String note = without == 0 ? "" : text("map.note-gap", without, lines.size());
                    String name = names.name(commitment.iri());
                    return box(
                            key(commitment.iri()),
                            Kind.COMMITMENT,
                            0,
                            LEFT_WIDTH,
                            "",
                            name,
                            note,
                            without > 0,
                            note.isEmpty() ? name : name + " " + note,
                            "#" + Names.slug(commitment.iri()));
                })
                .toList();
    }

    private List<Box> objectives() {
        return view.compact().objectives().stream()
                .map(objective -> box(
                        key(objective),
                        Kind.COMMITMENT,
                        0,
                        LEFT_WIDTH,
                        names.code(objective),
                        names.rest(objective),
                        text(
                                "map.note-commitments",
                                view.compact().of(objective).size()),
                        false,
                        names.full(objective),
                        names.site().link(MapView.path("", Optional.of(objective)))))
                .toList();
    }

    private List<Box> lines() {
        List<Box> column = new ArrayList<>();
        if (view.commitments().stream().anyMatch(Commitment::allLines)) {
            String note = text(
                    "map.note-all",
                    view.commitments().stream().filter(Commitment::allLines).count());
            column.add(box(
                    ALL,
                    Kind.ALL,
                    LINE_X,
                    LINE_WIDTH,
                    text("compact.all-lines"),
                    "",
                    note,
                    false,
                    text("compact.all-lines") + ". " + note,
                    "#lines"));
        }
        for (Line line : view.lines()) {
            String note = line.lacksFacilitator()
                    ? text("map.note-nobody", line.active().size())
                    : text(
                            "map.note-line",
                            line.facilitators().size(),
                            line.active().size());
            column.add(box(
                    key(line.iri()),
                    Kind.LINE,
                    LINE_X,
                    LINE_WIDTH,
                    names.code(line.iri()),
                    names.rest(line.iri()),
                    note,
                    line.lacksFacilitator(),
                    names.full(line.iri()) + ". " + note,
                    "#" + Names.slug(line.iri())));
        }
        return column;
    }

    private List<Box> facilitators() {
        List<Box> column = new ArrayList<>();
        MapView.facilitators(view.lines())
                .forEach((who, lines) -> column.add(actor("f:", Kind.FACILITATOR, who, lines)));
        int without = MapView.withoutFacilitator(view.lines()).size();
        if (without > 0) {
            column.add(box(
                    NOBODY,
                    Kind.NOBODY,
                    RIGHT_X,
                    RIGHT_WIDTH,
                    "∅",
                    text("map.nobody"),
                    text("map.note-lines", without),
                    true,
                    text("map.nobody") + ". " + text("map.note-lines", without),
                    "#lines"));
        }
        return column;
    }

    private List<Box> active() {
        List<Box> column = new ArrayList<>();
        Map<Node, Integer> all = MapView.active(view.lines());
        all.entrySet().stream()
                .limit(MOST_ACTIVE)
                .forEach(who -> column.add(actor("a:", Kind.ACTIVE, who.getKey(), who.getValue())));
        if (all.size() > MOST_ACTIVE) {
            String text = text("map.more", all.size() - MOST_ACTIVE);
            column.add(box(MORE, Kind.MORE, RIGHT_X, RIGHT_WIDTH, "", text, "", false, text, "#lines"));
        }
        return column;
    }

    private Box actor(String prefix, Kind kind, Node who, int lines) {
        String name = names.name(who);
        String note = lines == 1 ? text("map.note-one-line") : text("map.note-lines", lines);
        return box(
                prefix + Names.slug(who),
                kind,
                RIGHT_X,
                RIGHT_WIDTH,
                "",
                name,
                note,
                false,
                name + ". " + note,
                names.path(who));
    }

    private static String key(Node thing) {
        return Names.slug(thing);
    }

    private void connectLeft() {
        if (boxes.containsKey(ALL)) {
            view.lines().forEach(line -> curves.add(Curve.beside(boxes.get(ALL), boxes.get(key(line.iri())), BESIDE)));
        }
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (Commitment commitment : view.commitments()) {
            String from = key(view.objective().isPresent() ? commitment.iri() : commitment.objective());
            Collection<String> ends = commitment.allLines()
                    ? List.of(ALL)
                    : commitment.lines().stream().map(FlowDrawing::key).toList();
            ends.forEach(end -> counts.merge(List.of(from, end), 1, Integer::sum));
        }
        counts.forEach((ends, count) -> curves.add(Curve.between(
                boxes.get(ends.get(0)),
                boxes.get(ends.get(1)),
                Kind.COMMITMENT,
                Math.min(THIN + (count - 1) * 0.5, MOST_BROAD))));
    }

    private void connectRight() {
        for (Line line : view.lines()) {
            Box from = boxes.get(key(line.iri()));
            line.facilitators()
                    .forEach(who ->
                            curves.add(Curve.between(from, boxes.get("f:" + Names.slug(who)), Kind.FACILITATOR, THIN)));
            if (line.lacksFacilitator()) {
                curves.add(Curve.between(from, boxes.get(NOBODY), Kind.NOBODY, THIN));
            }
            line.active().stream()
                    .map(who -> boxes.getOrDefault("a:" + Names.slug(who), boxes.get(MORE)))
                    .distinct()
                    .forEach(to -> curves.add(Curve.between(from, to, Kind.ACTIVE, THIN)));
        }
    }
}
