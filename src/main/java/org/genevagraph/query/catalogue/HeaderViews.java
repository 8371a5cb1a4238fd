package org.genevagraph.query.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the keys {@code calendar} and {@code map} of a query's header. */
final class HeaderViews {
    static final String CALENDAR = "calendar";
    static final String MAP = "map";
    private static final String UID = "uid";
    private static final Set<String> CALENDAR_KEYS = Set.of("from", "until", "summary", "thing", "category", UID);
    private static final Set<String> MAP_KEYS = Set.of("latitude", "longitude", "thing");

    private final HeaderYaml yaml;
    private Views views = Views.NONE;

    HeaderViews(HeaderYaml yaml) {
        this.yaml = yaml;
    }

    /** What has been read so far. */
    Views views() {
        return views;
    }

    /** Takes the value of one of the two keys. */
    void read(String key, Node node) {
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
                        views.map())
                : new Views(
                        views.calendar(),
                        Optional.of(
                                new Views.Places(texts.get("latitude"), texts.get("longitude"), texts.get("thing"))));
    }
}
