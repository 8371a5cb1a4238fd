package org.genevagraph.page.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A name as it stands in the picture: in two lines at most, shortened if it does not fit.
 *
 * @param lines its lines
 * @param size the size of the type
 */
record Label(List<String> lines, double size) {
    /** From one line to the next, in sizes of the type. */
    static final double LEADING = 1.15;

    private static final String NARROW = " iljtfrI.,'’()-/:1";

    Label {
        lines = List.copyOf(lines);
    }

    /** Breaks a name at blanks. */
    static Label of(String name, int characters, double size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > characters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        if (lines.size() > 2) {
            lines = List.of(lines.get(0), lines.get(1) + " …");
        }
        return new Label(lines, size);
    }

    /** How wide it is at most, as wide typefaces have it. */
    double width() {
        return lines.stream().mapToDouble(this::width).max().orElse(0);
    }

    private double width(String line) {
        double ems = line.chars()
                .mapToDouble(c ->
                        NARROW.indexOf(c) >= 0 ? 0.4 : Character.isUpperCase(c) || c == 'm' || c == 'w' ? 0.78 : 0.62)
                .sum();
        return ems * size;
    }

    /** How high it is. */
    double height() {
        return lines.size() * LEADING * size;
    }
}
