package org.genevagraph.page.answers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.QueryWords;
import org.genevagraph.vocabulary.Iris;

/** What queries find about a thing, as its page says it: those whose headers name its kind under {@code on-pages}. Each is asked once. */
public final class FindingsAbout {
    private final Map<String, List<Link>> told = new ConcurrentHashMap<>();

    /** The sentences, each with the address of the whole answer; one without an answer says what that means. */
    public List<Link> of(Node thing, QueryCatalogue catalogue, Site site, AnswerPage.Sources sources) {
        String kind = Iris.kind(thing.getURI());
        return told.computeIfAbsent(
                site.language().tag() + " " + thing.getURI(),
                any -> catalogue.all().stream()
                        .filter(query -> query.views().onPages().contains(kind))
                        .flatMap(query -> finding(query, kind, thing, site, sources).stream())
                        .toList());
    }

    private static Optional<Link> finding(
            QueryFile query, String kind, Node thing, Site site, AnswerPage.Sources sources) {
        Optional<Parameter> place = query.parameters().stream()
                .filter(parameter -> parameter.kinds().contains(kind))
                .findFirst();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        String slug = sources.lists().slug(thing, place.get().kinds());
        try {
            Answer answer = sources.runner().run(query, Map.of(place.get().name(), slug));
            boolean none = ((Result.Rows) answer.result()).rows().isEmpty();
            QueryWords words = query.words(site.language().tag());
            String sentence = none
                    ? site.agreed(QueryWords.filled(words.empty(), AnswerPage.names(answer, site, sources)))
                    : AnswerPage.finding(answer, site, sources);
            return Optional.of(new Link(
                    sentence, "/queries/" + query.name() + "?" + place.get().name() + "=" + Paths.encoded(slug)));
        } catch (Refusal refusal) {
            // A question that cannot be asked of this thing says nothing about it.
            return Optional.empty();
        }
    }
}
