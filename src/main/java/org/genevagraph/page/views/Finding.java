package org.genevagraph.page.views;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Site;
import org.genevagraph.query.catalogue.FindingPlace;
import org.genevagraph.query.catalogue.header.QueryWords;

/** The sentence that says what an answer finds: counted and named from its rows, never written for one of them. */
public final class Finding {
    /** So many names stand in a sentence; of more, fewer, so that a long list does not look whole. */
    private static final int ALL_NAMED = 6;

    private static final int SOME_NAMED = 4;

    /** Numbers up to this are written out. */
    private static final int IN_WORDS = 12;

    private final Rows rows;
    private final String group;
    private final Site site;

    /** Tells of all rows of an answer, which are about the things in one of its columns; empty if each row stands for itself. */
    public Finding(Rows rows, String group, Site site) {
        this.rows = rows;
        this.group = group;
        this.site = site;
    }

    /**
     * The sentence.
     *
     * @param sentences the query's own, for {@code one} and {@code other}, and for {@code none column} where a column is empty; if it has none, the one for all queries is taken
     * @param values what the values of the parameters are called
     * @param chosen the values as they are, for sentences of one choice, {@code other scope=all}, and of a parameter that is left open, {@code other group=}
     */
    public String sentence(Map<String, String> sentences, Map<String, String> values, Map<String, String> chosen) {
        boolean one = count() == 1;
        String form = one ? "one" : "other";
        String own = sentences.entrySet().stream()
                .filter(sentence -> isOf(sentence.getKey(), form, chosen))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> sentences.getOrDefault(form, ""));
        String sentence = own.isEmpty()
                ? site.text(group.isEmpty() ? "answer.finding-rows" : one ? "answer.finding-one" : "answer.finding")
                : own;
        Matcher place = QueryWords.PLACE.matcher(sentence);
        return site.agreed(place.replaceAll(
                found -> Matcher.quoteReplacement(told(FindingPlace.of(found.group(1)), values, found.start() == 0))));
    }

    private boolean isOf(String key, String form, Map<String, String> chosen) {
        String[] parts = key.split("[ =]", -1);
        if (parts.length == 2) {
            return parts[0].equals("none") && distinct(parts[1]) == 0;
        }
        return parts.length == 3 && parts[0].equals(form) && parts[2].equals(chosen.getOrDefault(parts[1], ""));
    }

    private int count() {
        return group.isEmpty() ? rows.rows().size() : distinct(group);
    }

    private int distinct(String column) {
        return (int) rows.rows().stream()
                .map(row -> Rows.text(row, column))
                .filter(text -> !text.isEmpty())
                .distinct()
                .count();
    }

    /** How many of the things that the rows are about have a value in a column. */
    private int having(String column) {
        return (int) rows.rows().stream()
                .filter(row -> !Rows.text(row, column).isEmpty())
                .map(row -> Rows.text(row, group))
                .distinct()
                .count();
    }

    private String told(FindingPlace place, Map<String, String> values, boolean first) {
        String text = switch (place.what()) {
            case FindingPlace.COUNT -> number(count());
            case FindingPlace.ROWS -> formed(place, rows.rows().size());
            case FindingPlace.NAMES -> names(group);
            case FindingPlace.LIST -> names(place.column());
            case FindingPlace.DISTINCT -> formed(place, distinct(place.column()));
            case FindingPlace.WITH -> formed(place, having(place.column()));
            case FindingPlace.FIRST -> at(0, place);
            case FindingPlace.LAST -> at(rows.rows().size() - 1, place);
            default -> values.getOrDefault(place.what(), "…");
        };
        return first ? capital(text) : text;
    }

    private String formed(FindingPlace place, int number) {
        return place.other().isEmpty()
                ? number(number)
                : number == 1 ? place.one() : place.other().replace("#", number(number));
    }

    private String at(int row, FindingPlace place) {
        if (rows.rows().isEmpty()) {
            return "";
        }
        String text = Rows.text(rows.rows().get(row), place.column());
        return text.matches("\\d{1,9}") && !place.other().isEmpty()
                ? formed(place, Integer.parseInt(text))
                : name(rows.rows().get(row), place.column());
    }

    /** A number in words as far as people write it so. */
    private String number(int number) {
        return number <= IN_WORDS ? site.text("numbers." + number) : site.number(number);
    }

    private String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(site.language().locale()) + text.substring(1);
    }

    private String names(String column) {
        List<String> names = Rows.by(rows.rows(), column).values().stream()
                .map(group -> name(group.get(0), column))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        boolean split = names.stream().anyMatch(name -> name.contains(","));
        List<String> named = names.size() <= ALL_NAMED ? names : names.subList(0, SOME_NAMED);
        int more = names.size() - named.size();
        if (more > 0) {
            return site.text("answer.and-more", joined(named, split), number(more));
        }
        return named.size() < 2
                ? String.join("", named)
                : site.text(
                        "answer.and", joined(named.subList(0, named.size() - 1), split), named.get(named.size() - 1));
    }

    /** Names after each other; where one has a comma in it, with a stronger mark between them. */
    private String joined(List<String> names, boolean split) {
        return names.stream()
                .reduce((one, other) -> split ? site.text("answer.separated", one, other) : one + ", " + other)
                .orElse("");
    }

    private String name(Binding row, String column) {
        return site.date(rows.words().spoken(row, column));
    }
}
