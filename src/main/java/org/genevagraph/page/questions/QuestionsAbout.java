package org.genevagraph.page.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.vocabulary.Iris;

/**
 * The questions that can be asked about one thing, with its name filled in: those of the catalogue that take things of its kind.
 *
 * @param first those that facts answer, then those that need something else, too, which lead to a form with its name in it
 * @param others those of which the graph holds no fact about it
 */
public record QuestionsAbout(List<Link> first, List<Link> others) {
    private static final Pattern BEFORE_NOUNS = Pattern.compile("\\b(?:l’|d’|(?:le|la|les|de|du|des) )");

    public QuestionsAbout {
        first = List.copyOf(first);
        others = List.copyOf(others);
    }

    /** Each as a sentence with its address. */
    public static QuestionsAbout of(Node thing, Graph graph, QueryCatalogue catalogue, Site site, PickLists lists) {
        String kind = Iris.kind(thing.getURI());
        FactsLookedAt facts = new FactsLookedAt(graph);
        List<Link> answered = new ArrayList<>();
        List<Link> together = new ArrayList<>();
        List<Link> others = new ArrayList<>();
        for (QueryFile query : catalogue.all()) {
            place(query, kind).ifPresent(parameter -> {
                boolean alone = isAskedAlone(query, parameter);
                List<Link> room = !alone ? together : facts.name(thing, query.lookedAt()) ? answered : others;
                link(query, Map.of(parameter, thing), site, lists).ifPresent(room::add);
            });
        }
        answered.addAll(together);
        return new QuestionsAbout(answered, others);
    }

    /** How many there are. */
    public int count() {
        return first.size() + others.size();
    }

    /** Where a thing of a kind stands in a question: where one is needed before where one may be left out. */
    private static Optional<Parameter> place(QueryFile query, String kind) {
        return query.parameters().stream()
                .filter(parameter -> parameter.kinds().contains(kind))
                .min(Comparator.comparing(parameter -> !parameter.isNeeded()));
    }

    private static boolean isAskedAlone(QueryFile query, Parameter parameter) {
        return query.parameters().stream().filter(Parameter::isNeeded).allMatch(parameter::equals);
    }

    /** A question with things, dates and choices in its places. */
    static Optional<Link> link(QueryFile query, Map<Parameter, Node> things, Site site, PickLists lists) {
        Map<String, Node> values = new LinkedHashMap<>();
        things.forEach((parameter, thing) -> values.put(parameter.name(), thing));
        String asked = AskForm.asked(query, values, site, lists);
        // Not every sentence has a place for everything that a question takes.
        String beside = things.values().stream()
                .filter(Node::isURI)
                .map(thing -> lists.named(thing, site.language()))
                .filter(name -> !bare(asked).contains(bare(name)))
                .collect(Collectors.joining(", "));
        String parameters = things.entrySet().stream()
                .map(value -> value.getKey().name() + "="
                        + Paths.encoded(
                                lists.slug(value.getValue(), value.getKey().kinds())))
                .collect(Collectors.joining("&"));
        return Optional.of(new Link(
                beside.isEmpty() ? asked : asked + " – " + beside,
                AskForm.path(query) + (parameters.isEmpty() ? "" : "?" + parameters)));
    }

    /** A text without what a sentence puts before nouns, also within a name: « l’accès et l’inclusion numériques ». */
    private static String bare(String text) {
        return BEFORE_NOUNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
