package org.genevagraph.page.views;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Site;
import org.genevagraph.query.catalogue.header.PageView;

/**
 * Something that happened, on a line of time.
 *
 * @param year the year in which it begins, if nothing before it in the list begins in the same; otherwise empty
 * @param when when, in words
 * @param says what happened
 * @param start where it begins on the line, from 0 to 100
 * @param length how much of the line it takes
 * @param open whether it goes on
 */
public record Moment(String year, Cell when, Line says, double start, double length, boolean open) {
    /** So much of the line a point in time takes. */
    private static final double POINT = 1.5;

    private static final double WHOLE = 100;
    private static final int MONTHS = 12;
    private static final double DAYS = 365;

    /** Reads rows as moments, the earliest first as the query has them; the line reaches from the first to the last date of all rows. */
    static List<Moment> of(Rows rows, List<Binding> all, PageView view, Site site) {
        String from = view.column("from").orElseThrow();
        String until = view.column("until").orElseThrow();
        DoubleStream ends = all.stream()
                .flatMapToDouble(row -> Stream.of(years(Rows.text(row, from)), years(Rows.text(row, until)))
                        .flatMapToDouble(OptionalDouble::stream));
        double[] sorted = ends.sorted().toArray();
        double first = sorted.length == 0 ? 0 : Math.floor(sorted[0]);
        double last = sorted.length == 0 ? 1 : Math.floor(sorted[sorted.length - 1]) + 1;
        Lines lines = new Lines(rows, view, List.of(from, until, "when"), site);
        List<Moment> moments = new ArrayList<>();
        String year = "";
        for (Binding row : rows.rows()) {
            String begins = Rows.text(row, from);
            String ended = Rows.text(row, until);
            String any = begins.isEmpty() ? ended : begins;
            String its = any.length() < 4 ? any : any.substring(0, 4);
            double start = share(years(any).orElse(first), first, last);
            boolean open = !begins.isEmpty() && ended.isEmpty();
            double end = open ? WHOLE : share(years(ended).orElse(first), first, last);
            moments.add(new Moment(
                    its.equals(year) ? "" : its,
                    rows.words().cell(row, Rows.says(row, "when") ? "when" : from),
                    lines.of(row),
                    Math.min(start, WHOLE - POINT),
                    Math.max(end - start, POINT),
                    open));
            year = its;
        }
        return moments;
    }

    private static double share(double years, double first, double last) {
        return Math.round((years - first) / (last - first) * WHOLE * 10) / 10.0;
    }

    /** A date as a number of years: {@code 2021-07} is 2021.5. */
    private static OptionalDouble years(String date) {
        if (!date.matches("\\d{4}(-\\d\\d){0,2}")) {
            return OptionalDouble.empty();
        }
        double years = Integer.parseInt(date.substring(0, 4));
        if (date.length() > 4) {
            years += (Integer.parseInt(date.substring(5, 7)) - 1) / (double) MONTHS;
        }
        if (date.length() > 7) {
            years += Integer.parseInt(date.substring(8, 10)) / DAYS;
        }
        return OptionalDouble.of(years);
    }
}
