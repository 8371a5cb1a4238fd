package org.genevagraph.page.picture;

import java.util.Map;
import java.util.Optional;

/**
 * The colours of a picture. In a page they are the properties of its style sheet, so that they follow the reader's choice of light or
 * dark; a picture in a file of its own must bring them along.
 */
public enum Palette {
    /** Whatever the style of the page says. */
    PAGE(Map.of()),
    /** For a light background. */
    LIGHT(Map.ofEntries(
            Map.entry("paper", "#fdfdfb"),
            Map.entry("panel", "#f3f5f7"),
            Map.entry("ink", "#1b2330"),
            Map.entry("soft", "#56606d"),
            Map.entry("line", "#d3d8df"),
            Map.entry("accent", "#0b5394"),
            Map.entry("none", "#a3312a"),
            Map.entry("editorial", "#6b3fa0"),
            Map.entry("stated", "#1f6b3a"),
            Map.entry("heat-1", "#e3eef9"),
            Map.entry("heat-2", "#bcd7ee"),
            Map.entry("heat-3", "#8bbbe0"),
            Map.entry("heat-4", "#4a90c8"),
            Map.entry("heat-5", "#1f66a8"),
            Map.entry("heat-6", "#0a3f75"),
            Map.entry("on-heat-1", "#1b2330"),
            Map.entry("on-heat-2", "#1b2330"),
            Map.entry("on-heat-3", "#10161f"),
            Map.entry("on-heat-4", "#0a0f16"),
            Map.entry("on-heat-5", "#ffffff"),
            Map.entry("on-heat-6", "#ffffff"))),
    /** For a dark background. */
    DARK(Map.ofEntries(
            Map.entry("paper", "#14181f"),
            Map.entry("panel", "#1c222b"),
            Map.entry("ink", "#e6e9ee"),
            Map.entry("soft", "#a8b2bf"),
            Map.entry("line", "#3a424e"),
            Map.entry("accent", "#8ab8ee"),
            Map.entry("none", "#f0918a"),
            Map.entry("editorial", "#c3a1ee"),
            Map.entry("stated", "#7fcf9b"),
            Map.entry("heat-1", "#1d2c3d"),
            Map.entry("heat-2", "#23435f"),
            Map.entry("heat-3", "#2a5c85"),
            Map.entry("heat-4", "#4a90c8"),
            Map.entry("heat-5", "#86bbe6"),
            Map.entry("heat-6", "#cbe4f8"),
            Map.entry("on-heat-1", "#e6e9ee"),
            Map.entry("on-heat-2", "#f2f5f8"),
            Map.entry("on-heat-3", "#ffffff"),
            Map.entry("on-heat-4", "#0a0f16"),
            Map.entry("on-heat-5", "#0a0f16"),
            Map.entry("on-heat-6", "#0a0f16")));

    private final Map<String, String> colours;

    Palette(Map<String, String> colours) {
        this.colours = colours;
    }

    /** The colour that goes by this name, as an attribute of SVG has it. */
    public String colour(String name) {
        return this == PAGE
                ? "var(--" + name + ")"
                : Optional.ofNullable(colours.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("no colour is called " + name));
    }

    /** Whether a picture brings its background along. */
    public boolean needsBackground() {
        return this != PAGE;
    }
}
