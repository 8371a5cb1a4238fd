package org.genevagraph.diff.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genevagraph.diff.Change;
import org.genevagraph.diff.Change.Area;
import org.genevagraph.diff.GraphDiff;

/** What a release says of itself to people who find its folder, in Markdown. */
public final class ReleaseNotes {
    private static final int FIRST = 20;

    private ReleaseNotes() {}

    /** The notes of a first release. */
    public static String of(Release release) {
        return beginning(release) + "\nThis is the first release.\n" + end(release);
    }

    /** The notes of a release that follows another. */
    public static String of(Release release, GraphDiff diff) {
        StringBuilder text = new StringBuilder(beginning(release));
        text.append("\n## Changes since ").append(release.previous()).append("\n\n");
        text.append(String.format(
                "%,d triples added, %,d removed. `%s` tells it all in words, `%s` for programs; `%s` makes this graph of the one before.\n",
                diff.added().size(), diff.removed().size(), Release.WORDS, Release.CHANGES, Release.PATCH));
        for (Change.Alike alike : Change.alike(diff.changes())) {
            List<Change> changes = alike.changes();
            text.append(String.format(
                    "\n### %s %s: %,d\n\n", title(alike.area()), alike.how().label(), changes.size()));
            changes.stream()
                    .limit(FIRST)
                    .forEach(change -> text.append("- ")
                            .append(escaped(change.says().text()))
                            .append('\n'));
            if (changes.size() > FIRST) {
                text.append(String.format("- … %,d more\n", changes.size() - FIRST));
            }
        }
        return text.append(end(release)).toString();
    }

    private static String title(Area area) {
        return switch (area) {
            case THING -> "Things";
            case STATEMENT -> "Statements";
            case FIGURE -> "Figures";
            case PASSAGE -> "Passages";
            case DERIVED -> "Derived by rules";
        };
    }

    private static String escaped(String words) {
        return words.replaceAll("([\\\\`*_<>\\[\\]])", "\\\\$1").replaceAll("\\s+", " ");
    }

    private static String beginning(Release release) {
        StringBuilder text = new StringBuilder("# Geneva Graph " + release.version() + "\n\n");
        text.append("Released on ").append(release.date());
        text.append(". The graph is version ").append(release.graph()).append(", a hash of its content");
        if (!release.dataRead().isEmpty()) {
            text.append("; the sources were last read on ").append(release.dataRead());
        }
        text.append(String.format(".\n\n| holds | number |\n|---|---:|\n| triples | %,d |\n", release.triples()));
        for (Map.Entry<String, Long> count : new TreeMap<>(release.things()).entrySet()) {
            text.append(String.format("| %s | %,d |\n", count.getKey(), count.getValue()));
        }
        return text.toString();
    }

    private static String end(Release release) {
        return """

                ## Check and use

                ```
                sha256sum -c %s
                riot --validate --strict geneva-graph.nq.gz
                ```

                `nq`, `trig` and `jsonld` hold every named graph, `nt` and `ttl` their union. `CITATION.cff` says how to cite this version: %s.
                The facts are CC0 1.0.
                """.formatted(Release.CHECKSUMS, release.version());
    }
}
