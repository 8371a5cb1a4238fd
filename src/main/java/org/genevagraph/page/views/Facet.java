package org.genevagraph.page.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Site;
import org.genevagraph.query.answer.RowFilter;

/**
 * Something by which readers choose among the rows of an answer.
 *
 * @param head what it is
 * @param choices its values, the most frequent first; of very many only these, and the one that is chosen
 * @param more how many other values there are
 */
public record Facet(String head, List<Choice> choices, int more) {
    /** How many values readers can choose from; of more than these, the rest are too rare to be looked for in a list. */
    private static final int MOST = 150;

    public Facet {
        choices = List.copyOf(choices);
    }

    /**
     * A value.
     *
     * @param name what it is called
     * @param count how many rows have it
     * @param path where only these stand; where all stand again, if it is chosen
     * @param chosen whether it is chosen
     */
    public record Choice(String name, int count, String path, boolean chosen) {}

    /** Tells what a value of a facet is called. */
    public interface Names {
        /**
         * What it is called.
         *
         * @param row a row that has it
         * @param value the value, as addresses choose by it
         */
        String name(Binding row, String facet, String value);
    }

    /**
     * The facets of an answer that let readers choose: those with more than one value, and those by which rows are chosen.
     *
     * @param facets the columns
     * @param rows all rows of the answer
     * @param place where it stands
     */
    public static List<Facet> of(List<String> facets, List<Binding> rows, Place place, Names names, Site site) {
        List<Facet> found = new ArrayList<>();
        for (String facet : facets) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            Map<String, Binding> firsts = new LinkedHashMap<>();
            RowFilter others = new RowFilter(place.where(facet, "").filters());
            for (Binding row : others.of(rows)) {
                for (String value : RowFilter.values(row, facet)) {
                    counts.merge(value, 1, Integer::sum);
                    firsts.putIfAbsent(value, row);
                }
            }
            String chosen = place.filters().getOrDefault(facet, "");
            if (counts.size() > 1 || !chosen.isEmpty()) {
                List<Choice> choices = listed(counts, chosen)
                        .map(count -> new Choice(
                                names.name(firsts.get(count.getKey()), facet, count.getKey()),
                                count.getValue(),
                                place.where(facet, count.getKey().equals(chosen) ? "" : count.getKey())
                                        .address(),
                                count.getKey().equals(chosen)))
                        .toList();
                found.add(new Facet(
                        site.textOr("facets." + facet, site.text("columns." + facet)),
                        choices,
                        counts.size() - choices.size()));
            }
        }
        return found;
    }

    /** The most frequent values, with the one that is chosen. */
    private static Stream<Map.Entry<String, Integer>> listed(Map<String, Integer> counts, String chosen) {
        List<Map.Entry<String, Integer>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .toList();
        return Stream.concat(
                sorted.stream().limit(MOST),
                sorted.stream().skip(MOST).filter(count -> count.getKey().equals(chosen)));
    }
}
