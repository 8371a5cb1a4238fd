package org.genevagraph.query.catalogue.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genevagraph.problem.Nearest;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the keys {@code calendar}, {@code map}, {@code views}, {@code facets} and {@code on-pages} of a query's header. */
public final class HeaderViews {
    /** The key that says which columns make events. */
    public static final String CALENDAR = "calendar";

    /** The key that says which columns make places. */
    public static final String MAP = "map";

    /** The key that says in which views a page shows the answer. */
    public static final String PAGES = "views";

    /** The key that says by which columns a page lets its readers choose. */
    public static final String FACETS = "facets";

    /** The key that says on which things' pages the answer stands. */
    public static final String ON_PAGES = "on-pages";

    private static final String UID = "uid";
    private static final Set<String> CALENDAR_KEYS = Set.of("from", "until", "summary", "thing", "category", UID);
    private static final Set<String> MAP_KEYS = Set.of("latitude", "longitude", "thing");

    private final HeaderYaml yaml;
    private Views views = Views.NONE;

    /** Nothing is read yet. */
    public HeaderViews(HeaderYaml yaml) {
        this.yaml = yaml;
    }

    /** What has been read so far. */
    public Views views() {
        return views;
    }

    /** Takes the value of one of the keys. */
    public void read(String key, Node node) {
        switch (key) {
            case PAGES -> readPages(node);
            case FACETS ->
                views = new Views(
                        views.calendar(), views.map(), views.pages(), Optional.of(yaml.list(node)), views.onPages());
            case ON_PAGES -> readOnPages(node);
            default -> readPlace(key, node);
        }
    }

    private void readOnPages(Node node) {
        List<String> kinds = yaml.list(node);
        for (String kind : kinds) {
            if (!ParameterType.THING.kinds().contains(kind)) {
                yaml.problem(
                        HeaderYaml.line(node),
                        ON_PAGES + ": '" + kind + "' is no kind of thing",
                        Nearest.hint(
                                kind,
                                ParameterType.THING.kinds(),
                                "kinds are " + String.join(", ", ParameterType.THING.kinds())));
            }
        }
        views = new Views(views.calendar(), views.map(), views.pages(), views.facets(), kinds);
    }

    private void readPages(Node node) {
        List<PageView> pages = new ArrayList<>();
        yaml.eachOf(node, PAGES, "write '#+   text: {group: partner}' and '#+   table: {}'", (name, value) -> {
            Optional<PageView.Kind> kind = PageView.Kind.of(name);
            if (kind.isEmpty()) {
                List<String> known = Stream.of(PageView.Kind.values())
                        .map(PageView.Kind::label)
                        .toList();
                yaml.problem(
                        HeaderYaml.line(value),
                        PAGES + ": has the unknown view '" + name + "'",
                        Nearest.hint(name, known, "views are " + String.join(", ", known)));
                return;
            }
            pages.add(new PageView(kind.get(), columns(kind.get(), value)));
        });
        views = new Views(views.calendar(), views.map(), pages, views.facets(), views.onPages());
    }

    private Map<String, String> columns(PageView.Kind kind, Node node) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            yaml.each(
                    mapping,
                    Set.copyOf(kind.parts()),
                    (part, value) -> columns.put(part, String.join(", ", yaml.oneOrMore(value))));
        } else {
            yaml.problem(HeaderYaml.line(node), kind.label() + ": is not a map", "write {} or {part: column}");
        }
        for (String part : kind.needed()) {
            if (!columns.containsKey(part)) {
                yaml.problem(HeaderYaml.line(node), kind.label() + ": has no " + part, "add '" + part + ": …'");
            }
        }
        return columns;
    }

    private void readPlace(String key, Node node) {
        boolean calendar = key.equals(CALENDAR);
        Set<String> keys = calendar ? CALENDAR_KEYS : MAP_KEYS;
        if (!(node instanceof MappingNode mapping)) {
            yaml.problem(
                    HeaderYaml.line(node),
                    key + ": is not a map",
                    "name the columns: "
                            + String.join(", ", keys.stream().sorted().toList()));
            return;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> uid = new ArrayList<>();
        yaml.each(mapping, keys, (name, value) -> {
            if (name.equals(UID)) {
                uid.addAll(yaml.list(value));
                texts.put(name, String.join(", ", uid));
            } else {
                texts.put(name, yaml.scalar(value));
            }
        });
        for (String name : keys.stream().sorted().toList()) {
            if (texts.getOrDefault(name, "").isEmpty()) {
                yaml.problem(HeaderYaml.line(node), key + ": has no " + name, "add '" + name + ": …'");
                return;
            }
        }
        views = calendar
                ? new Views(
                        Optional.of(new Views.Calendar(
                                texts.get("from"),
                                texts.get("until"),
                                texts.get("summary"),
                                texts.get("thing"),
                                texts.get("category"),
                                uid)),
                        views.map(),
                        views.pages(),
                        views.facets(),
                        views.onPages())
                : new Views(
                        views.calendar(),
                        Optional.of(
                                new Views.Places(texts.get("latitude"), texts.get("longitude"), texts.get("thing"))),
                        views.pages(),
                        views.facets(),
                        views.onPages());
    }
}
