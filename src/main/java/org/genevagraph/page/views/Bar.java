package org.genevagraph.page.views;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Site;
import org.genevagraph.page.Units;
import org.genevagraph.query.catalogue.header.PageView;

/**
 * A number, as long as it is large among those of its unit.
 *
 * @param group of what it is told, if the one before is of another; otherwise empty
 * @param label what is counted
 * @param value the number as people write it, with its unit
 * @param length from 0 to 100; -1 if nothing is there to compare it with
 * @param says where it stands
 */
public record Bar(Cell group, Cell label, Cell value, double length, Line says) {
    private static final double WHOLE = 100;
    private static final double LEAST = 0.5;
    private static final double NONE = -1;
    private static final String YEAR = "year";

    /** Reads rows as bars; those of the same unit have the same measure, in all rows of the answer. */
    static List<Bar> of(Rows rows, List<Binding> all, PageView view, Site site) {
        String value = view.column("value").orElseThrow();
        String label = view.column("label").orElseThrow();
        String unit = view.column("unit").orElse("");
        String group = view.column("group").orElse("");
        Lines lines = new Lines(rows, view, List.of(value, label, unit, group), site);
        List<Bar> bars = new ArrayList<>();
        String before = "";
        for (Binding row : rows.rows()) {
            String of = Rows.text(row, group);
            Cell measure = rows.words().cell(row, label);
            List<Word> words = Stream.of(value, unit)
                    .filter(column -> Rows.says(row, column))
                    .filter(column -> !(column.equals(unit)
                            && Units.isSaid(rows.words().cell(row, unit).text(), measure.text())))
                    .filter(column -> !Rows.text(row, column).equals(YEAR))
                    .flatMap(column -> rows.words().cell(row, column).words().stream())
                    .toList();
            bars.add(new Bar(
                    of.isEmpty() || of.equals(before)
                            ? Cell.EMPTY
                            : rows.words().cell(row, group),
                    measure,
                    new Cell(words, null, null),
                    length(row, all, value, unit),
                    lines.of(row)));
            before = of;
        }
        return bars;
    }

    private static double length(Binding row, List<Binding> all, String value, String unit) {
        String its = Rows.text(row, unit);
        List<Double> numbers = all.stream()
                .filter(other -> Rows.text(other, unit).equals(its))
                .flatMap(other -> number(Rows.text(other, value)).stream().boxed())
                .collect(Collectors.toList());
        OptionalDouble number = number(Rows.text(row, value));
        double most = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        // Years are numbers that nobody compares by their size.
        if (number.isEmpty() || numbers.size() < 2 || most <= 0 || its.equals(YEAR)) {
            return NONE;
        }
        return Math.max(Math.round(number.getAsDouble() / most * WHOLE * 10) / 10.0, LEAST);
    }

    private static OptionalDouble number(String text) {
        return text.matches("\\d{1,15}(\\.\\d+)?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }
}
