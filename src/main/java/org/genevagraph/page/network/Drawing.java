package org.genevagraph.page.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Paths;
import org.genevagraph.page.layout.Box;
import org.genevagraph.page.layout.GraphLayout;
import org.genevagraph.page.network.NetworkPicture.Dot;
import org.genevagraph.page.network.NetworkPicture.Line;
import org.genevagraph.page.network.NetworkPicture.Point;
import org.genevagraph.page.network.NetworkPicture.Text;
import org.genevagraph.page.network.NetworkPicture.TextLine;

/** Draws a network: what is known on the way from the ties to the picture. */
final class Drawing {
    private static final double MARGIN = 12;
    /** A picture of few is not blown up: they stand in the middle of one of this width. */
    private static final double NARROWEST = 736;

    private static final double POINT_RADIUS = 4;

    /** Smaller letters nobody reads. */
    private static final double SMALLEST = 12;

    /** An organisation in which so many lines meet has its name in bold. */
    private static final int LARGE = 4;

    private final Ties ties;
    private final Network network;
    private final Labels labels;
    private final Language language;
    /** To whom each is tied, drawn or not. */
    private final Map<Node, Set<Node>> neighbours;
    /** How many lines meet in each organisation; sizes go by it, for through one initiative of many everyone is tied to many. */
    private final Map<Node, Integer> degrees = new HashMap<>();

    private final Map<Node, Integer> numbers = new TreeMap<>(Comparator.comparing(Node::toString));
    private final List<Label> names = new ArrayList<>();
    private final List<GraphLayout.Size> sizes = new ArrayList<>();
    private final Map<Node, double[]> centres = new HashMap<>();
    private double left;

    Drawing(Ties ties, Network whole, Network network, Labels labels, Language language) {
        this.ties = ties;
        this.network = network;
        this.labels = labels;
        this.language = language;
        this.neighbours = whole.neighbours();
    }

    private int degree(Node node) {
        return degrees.getOrDefault(node, 0);
    }

    private void count(Node node) {
        degrees.merge(node, 1, Integer::sum);
    }

    private double radius(Node node) {
        return Math.min(18, 4.5 + 2.4 * Math.sqrt(degree(node)));
    }

    private void add(Node node, Label label, double reach) {
        numbers.put(node, numbers.size());
        names.add(label);
        sizes.add(new GraphLayout.Size(Math.max(2 * reach, label.width()) + 4, 2 * reach + label.height() + 4));
    }

    NetworkPicture picture() {
        Map<Node, Set<Node>> hubs = network.hubs();
        Map<Network.Pair, List<Tie>> pairs = network.lines();
        pairs.keySet().forEach(pair -> List.of(pair.one(), pair.other()).forEach(this::count));
        hubs.values().forEach(tied -> tied.forEach(this::count));
        for (Organisation organisation : network.organisations()) {
            Node node = organisation.node();
            String acronym = labels.acronym(node, language);
            String name = acronym.isEmpty() ? labels.of(node, language) : acronym;
            add(node, Label.of(name, 18, degree(node) >= LARGE ? 13 : SMALLEST), KindGroup.reach(radius(node)));
        }
        hubs.keySet().forEach(hub -> add(hub, Label.of(labels.of(hub, language), 20, SMALLEST), POINT_RADIUS));
        List<GraphLayout.Edge> edges = new ArrayList<>();
        pairs.keySet()
                .forEach(pair -> edges.add(new GraphLayout.Edge(numbers.get(pair.one()), numbers.get(pair.other()))));
        hubs.forEach((hub, tied) ->
                tied.forEach(node -> edges.add(new GraphLayout.Edge(numbers.get(node), numbers.get(hub)))));
        GraphLayout layout = GraphLayout.of(sizes, edges);
        double width = Math.max(NARROWEST, layout.width() + 2 * MARGIN);
        left = (width - layout.width()) / 2;
        List<Dot> dots = network.organisations().stream()
                .map(organisation -> dot(organisation, layout))
                .sorted(Comparator.comparing(dot -> dot.name().toLowerCase(Locale.ROOT)))
                .toList();
        List<Point> points = hubs.keySet().stream()
                .map(hub -> point(hub, layout))
                .sorted(Comparator.comparing(point -> point.name().toLowerCase(Locale.ROOT)))
                .toList();
        List<Line> lines = new ArrayList<>();
        pairs.forEach((pair, between) -> lines.add(line(pair, between)));
        hubs.forEach((hub, tied) -> tied.forEach(node -> lines.add(line(node, hub))));
        return new NetworkPicture(width, layout.height() + 2 * MARGIN, dots, points, lines);
    }

    private Box box(Node node, GraphLayout layout) {
        Box box = layout.boxes().get(numbers.get(node));
        return new Box(box.x() + left, box.y() + MARGIN, box.width(), box.height());
    }

    private Dot dot(Organisation organisation, GraphLayout layout) {
        Node node = organisation.node();
        Box box = box(node, layout);
        double reach = KindGroup.reach(radius(node));
        double x = box.x() + box.width() / 2;
        double y = box.y() + reach + 1;
        centres.put(node, new double[] {x, y});
        KindGroup group = KindGroup.of(organisation.kind());
        return new Dot(
                Tie.slug(node),
                labels.of(node, language),
                Paths.of(node.getURI()),
                organisation.kind().isURI() ? labels.of(organisation.kind(), language) : "",
                neighbours.getOrDefault(node, Set.of()).size(),
                group.style(),
                group.colour(),
                group.outline(x, y, radius(node)),
                x,
                text(node, y + reach, degree(node) >= LARGE),
                box);
    }

    private Point point(Node hub, GraphLayout layout) {
        Box box = box(hub, layout);
        double x = box.x() + box.width() / 2;
        double y = box.y() + POINT_RADIUS + 1;
        centres.put(hub, new double[] {x, y});
        return new Point(
                "initiative-" + Tie.slug(hub),
                labels.of(hub, language),
                Paths.of(hub.getURI()),
                x,
                y,
                text(hub, y + POINT_RADIUS + 1, false));
    }

    private Text text(Node node, double top, boolean bold) {
        Label label = names.get(numbers.get(node));
        List<TextLine> lines = new ArrayList<>();
        for (int i = 0; i < label.lines().size(); i++) {
            lines.add(new TextLine(
                    top + label.size() * (0.9 + i * Label.LEADING),
                    label.lines().get(i)));
        }
        return new Text(label.size(), bold, lines);
    }

    private Line line(Network.Pair pair, List<Tie> between) {
        String standing = Tie.STANDINGS.stream()
                .filter(one -> between.stream().anyMatch(tie -> tie.standing().equals(one)))
                .findFirst()
                .orElse("derived");
        return new Line(
                Tie.slug(pair.one()),
                Tie.slug(pair.other()),
                path(pair.one(), pair.other()),
                standing,
                between.stream().allMatch(Tie::arguable),
                TieSentence.why(between.get(0)),
                between.stream()
                        .map(tie -> TieSentence.of(tie, labels, language))
                        .toList());
    }

    /** What an organisation does in an initiative; that this ties it to others follows by a rule. */
    private Line line(Node organisation, Node hub) {
        return new Line(
                Tie.slug(organisation),
                "initiative-" + Tie.slug(hub),
                path(organisation, hub),
                "derived",
                false,
                TieSentence.why(organisation, hub),
                ties.roles(organisation, hub).stream()
                        .map(role -> TieSentence.of(organisation, role, hub, labels, language))
                        .toList());
    }

    private String path(Node one, Node other) {
        double[] from = centres.get(one);
        double[] to = centres.get(other);
        return "M" + NetworkPicture.number(from[0]) + " " + NetworkPicture.number(from[1]) + "L"
                + NetworkPicture.number(to[0]) + " " + NetworkPicture.number(to[1]);
    }
}
