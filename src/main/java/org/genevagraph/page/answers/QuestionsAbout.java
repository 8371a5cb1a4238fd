package org.genevagraph.page.answers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
                                .map(parameter -> link(query, parameter, thing, site, lists))
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

    private static Link link(QueryFile query, Parameter parameter, Node thing, Site site, PickLists lists) {
        AskForm form = AskForm.of(query, site, lists);
        String name = lists.named(thing, site.language());
        String asked = form.asked(Map.of(parameter.name(), thing), site, lists);
        return new Link(
                // Not every sentence has a place for everything that a question takes.
                asked.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)) ? asked : asked + " – " + name,
                form.path() + "?" + parameter.name() + "=" + Paths.encoded(lists.slug(thing, parameter.kinds())));
    }
}
