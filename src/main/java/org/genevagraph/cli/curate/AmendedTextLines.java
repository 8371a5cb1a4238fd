package org.genevagraph.cli.curate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.genevagraph.cli.console.TextTable;
import org.genevagraph.text.amend.AmendedText;
import org.genevagraph.text.amend.AmendedText.AmendedPassage;
import org.genevagraph.text.amend.Amendment;
import org.genevagraph.text.amend.AmendmentFigures;
import org.genevagraph.text.amend.AmendmentFigures.Count;
import org.genevagraph.text.amend.AmendmentFigures.Place;
import org.genevagraph.text.amend.AmendmentFigures.Share;
import org.genevagraph.text.amend.Misfit;
import org.genevagraph.text.amend.Segment;

/**
 * An amended text for people: passage by passage with the replaced words marked, then the figures.
 *
 * @param out where it is printed
 * @param inColour whether replaced words are marked by colour rather than brackets
 */
public record AmendedTextLines(PrintStream out, boolean inColour) {
    private static final String GAP = "  ";

    void print(AmendedText text) {
        int width = text.passages().stream()
                .mapToInt(passage -> passage.passage().number().length())
                .max()
                .orElse(0);
        for (AmendedPassage passage : text.passages()) {
            String number = passage.passage().number();
            out.println(number + " ".repeat(width - number.length()) + GAP + marked(passage.amendment()));
        }
        printFigures(AmendmentFigures.of(text), text.name());
    }

    private String marked(Amendment amendment) {
        String before = inColour ? "\u001B[1;32m" : "[";
        String after = inColour ? "\u001B[0m" : "]";
        return amendment.segments().stream()
                .map(segment ->
                        segment instanceof Segment.Replaced ? before + segment.amended() + after : segment.amended())
                .collect(Collectors.joining());
    }

    private void printFigures(AmendmentFigures figures, String name) {
        out.println();
        List<List<String>> shares = new ArrayList<>();
        for (Share share : figures.shares()) {
            shares.add(List.of(
                    share.what(),
                    Integer.toString(share.all()),
                    Integer.toString(share.changed()),
                    Integer.toString(share.unchanged()),
                    share.unchangedPercent()));
        }
        new TextTable(List.of("of", "all", "changed", "unchanged", "unchanged share"), shares).print(out);
        out.println();
        List<List<String>> counts = new ArrayList<>();
        for (Count count : figures.counts()) {
            counts.add(List.of(
                    count.replacement().term(),
                    count.replacement().instead(),
                    Integer.toString(count.times()),
                    count.words().entrySet().stream()
                            .map(words -> words.getKey() + " " + words.getValue())
                            .collect(Collectors.joining(", "))));
        }
        new TextTable(List.of("term", "replaced by", "times", "as"), counts).print(out);
        out.println();
        printMisfits(figures, name);
    }

    private void printMisfits(AmendmentFigures figures, String name) {
        if (figures.misfits().isEmpty()) {
            out.println("The terms fit everywhere.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<Misfit.Kind, List<Place>> kind : figures.misfits().entrySet()) {
            for (Place place : kind.getValue()) {
                rows.add(List.of(
                        kind.getKey().label(),
                        name + "#" + place.number(),
                        place.misfit().original(),
                        place.misfit().amended()));
            }
        }
        new TextTable(List.of("misfit", "passage", "original", "amended"), rows).print(out);
        out.println(figures.misfitCount() + " misfits: "
                + figures.misfits().entrySet().stream()
                        .map(kind ->
                                kind.getValue().size() + " " + kind.getKey().label())
                        .collect(Collectors.joining(", ")));
    }
}
