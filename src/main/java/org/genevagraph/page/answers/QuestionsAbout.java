package org.genevagraph.page.answers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Each that can be asked of it alone, as a sentence with its address; what else a question takes is left open. */
    public static List<Link> of(Node thing, QueryCatalogue catalogue, Site site, PickLists lists) {
        String kind = Iris.parse(thing.getURI()).map(Iris.Id::kind).orElse("");
        return catalogue.all().stream()
                .flatMap(query ->
                        first(query, kind).stream().map(parameter -> link(query, parameter, thing, site, lists)))
                .toList();
    }

    private static Optional<Parameter> first(QueryFile query, String kind) {
        return query.parameters().stream()
                .filter(parameter -> parameter.kinds().contains(kind))
                .filter(parameter -> query.parameters().stream()
                        .filter(other ->
                                other.required() && other.defaultValue().isEmpty())
                        .allMatch(parameter::equals))
                .findFirst();
    }

    private static Link link(QueryFile query, Parameter parameter, Node thing, Site site, PickLists lists) {
        AskForm form = AskForm.of(query, site, lists);
        return new Link(
                form.asked(Map.of(parameter.name(), thing), site, lists),
                form.path() + "?" + parameter.name() + "=" + Paths.encoded(lists.slug(thing, parameter.kinds())));
    }
}
