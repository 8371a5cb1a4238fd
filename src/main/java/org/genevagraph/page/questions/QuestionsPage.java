package org.genevagraph.page.questions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genevagraph.page.Site;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;

/**
 * All questions, by theme.
 *
 * @param themes the questions of each theme, by the theme's name
 * @param lists the things to fill in
 */
public record QuestionsPage(Map<String, List<AskForm>> themes, PickLists lists) {
    /** Themes in the order in which readers meet them, with the tags that belong to each; the first theme that fits is taken. */
    private static final List<Theme> THEMES = List.of(
            new Theme("partners", List.of("partners")),
            new Theme("initiatives", List.of("initiatives", "funding", "time")),
            new Theme("issues", List.of("issues")),
            new Theme("mandates", List.of("commitments", "action-lines")),
            new Theme("documents", List.of("documents")));

    private static final String OTHER = "facts";

    private record Theme(String name, List<String> tags) {}

    /** The questions of a catalogue. */
    public static QuestionsPage of(QueryCatalogue catalogue, Site site, PickLists lists) {
        Map<String, List<AskForm>> themes = new LinkedHashMap<>();
        Stream.concat(THEMES.stream().map(Theme::name), Stream.of(OTHER))
                .forEach(theme -> themes.put(theme, new ArrayList<>()));
        for (QueryFile query : catalogue.all()) {
            themes.get(theme(query)).add(AskForm.of(query, site, lists));
        }
        themes.values().removeIf(List::isEmpty);
        return new QuestionsPage(themes, lists);
    }

    private static String theme(QueryFile query) {
        return THEMES.stream()
                .filter(theme -> theme.tags().stream().anyMatch(query.tags()::contains))
                .map(Theme::name)
                .findFirst()
                .orElse(OTHER);
    }

    /** All forms, for the lists that their fields need. */
    public List<AskForm> forms() {
        return themes.values().stream().flatMap(List::stream).toList();
    }

    /** The lists of names that the fields of some forms need, by the lists' ids. */
    public static Map<String, List<PickLists.Option>> lists(List<AskForm> forms, PickLists lists, Site site) {
        Map<String, List<PickLists.Option>> needed = new TreeMap<>();
        forms.stream()
                .flatMap(form -> form.fields().stream())
                .filter(Field::listed)
                .forEach(field ->
                        needed.computeIfAbsent(field.list(), id -> lists.named(field.kinds(), site.language())));
        return needed;
    }
}
