package org.genevagraph.page.questions;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.query.catalogue.Parameter;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.vocabulary.Iris;

/** The questions that can be asked about one thing, with its name filled in: those of the catalogue that take things of its kind. */
public final class QuestionsAbout {
    private QuestionsAbout() {}

    /**
     * Each as a sentence with its address: first those that can be asked of it alone, then those that need something else, too, which lead to a form
     * with its name in it.
     */
    public static List<Link> of(Node thing, QueryCatalogue catalogue, Site site, PickLists lists) {
        String kind = Iris.parse(thing.getURI()).map(Iris.Id::kind).orElse("");
        return Stream.of(true, false)
                .flatMap(alone -> catalogue.all().stream()
                        .flatMap(query -> place(query, kind)
                                .filter(parameter -> alone == isAskedAlone(query, parameter))
                                .flatMap(parameter -> link(query, Map.of(parameter, thing), site, lists))
                                .stream()))
                .toList();
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

    /** A question with things in its places; none if there are no things. */
    static Optional<Link> link(QueryFile query, Map<Parameter, Node> things, Site site, PickLists lists) {
        if (things.isEmpty()) {
            return Optional.empty();
        }
        AskForm form = AskForm.of(query, site, lists);
        Map<String, Node> values = new LinkedHashMap<>();
        things.forEach((parameter, thing) -> values.put(parameter.name(), thing));
        String asked = form.asked(values, site, lists);
        // Not every sentence has a place for everything that a question takes.
        String beside = things.values().stream()
                .map(thing -> lists.named(thing, site.language()))
                .filter(name -> !asked.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        String parameters = things.entrySet().stream()
                .map(value -> value.getKey().name() + "="
                        + Paths.encoded(
                                lists.slug(value.getValue(), value.getKey().kinds())))
                .collect(Collectors.joining("&"));
        return Optional.of(new Link(beside.isEmpty() ? asked : asked + " – " + beside, form.path() + "?" + parameters));
    }
}
