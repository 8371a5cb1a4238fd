package org.genevagraph.page.questions;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.ParameterType;

/**
 * The time that a reader names in a question: "since 2015", "between 2019 and 2021", « en mars 2021 ».
 *
 * @param from its first year, month or day; empty if it is open
 * @param until its last one; empty if it is open
 * @param words the numbers of the words that say it
 */
record Period(Optional<Node> from, Optional<Node> until, Set<Integer> words) {
    /** No time is named. */
    static final Period NONE = new Period(Optional.empty(), Optional.empty(), Set.of());

    private static final Pattern DATE = Pattern.compile("(?:1[89]|20)\\d{2}(?:-\\d{2}){0,2}");

    /** What stands before the first date. */
    private static final Set<String> FROM = Set.of("since", "from", "after", "depuis", "dès", "après", "partir");

    /** What stands before the last date. */
    private static final Set<String> UNTIL =
            Set.of("until", "till", "before", "avant", "jusqu", "jusque", "jusqu'en", "jusqu’en");

    /** The names of the months, with their numbers. */
    private static final Map<String, Integer> MONTHS = months();

    Period {
        words = Set.copyOf(words);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (Month month : Month.values()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                months.put(month.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT), month.getValue());
            }
        }
        return Map.copyOf(months);
    }

    /**
     * Reads it.
     *
     * @param taken whether a word, by its number, belongs to a name
     */
    static Period in(List<String> text, IntPredicate taken) {
        List<Node> dates = new ArrayList<>();
        Set<Integer> said = new HashSet<>();
        boolean since = false;
        boolean before = false;
        for (int i = 0; i < text.size(); i++) {
            String word = text.get(i).toLowerCase(Locale.ROOT);
            if (taken.test(i)) {
                continue;
            }
            if (DATE.matcher(word).matches()) {
                Integer month = i == 0 || word.contains("-")
                        ? null
                        : MONTHS.get(text.get(i - 1).toLowerCase(Locale.ROOT));
                dates.add(NodeFactory.createLiteralString(month == null ? word : word + String.format("-%02d", month)));
                said.add(i);
                if (month != null) {
                    said.add(i - 1);
                }
            } else if (FROM.contains(word) || UNTIL.contains(word)) {
                since |= FROM.contains(word);
                before |= UNTIL.contains(word);
                said.add(i);
            }
        }
        if (dates.isEmpty() || dates.size() > 2) {
            return NONE;
        }
        Node first = dates.get(0);
        Node last = dates.get(dates.size() - 1);
        boolean two = dates.size() == 2;
        return new Period(
                two || since || !before ? Optional.of(first) : Optional.empty(),
                two || before || !since ? Optional.of(last) : Optional.empty(),
                said);
    }

    boolean isSaid() {
        return !words.isEmpty();
    }

    /** Its ends as the values of the first and the last date that a question takes; empty if it takes none. */
    Map<Parameter, Node> of(QueryFile query) {
        List<Parameter> dates = query.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.DATE)
                .toList();
        Map<Parameter, Node> values = new LinkedHashMap<>();
        if (dates.size() > 1) {
            from.ifPresent(date -> values.put(dates.get(0), date));
            until.ifPresent(date -> values.put(dates.get(dates.size() - 1), date));
        }
        return values;
    }
}
