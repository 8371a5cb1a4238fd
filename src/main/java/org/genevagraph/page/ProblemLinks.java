package org.genevagraph.page;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.problem.Refusal;
import org.genevagraph.vocabulary.Iris;

/** Where a page about a problem leads: to what there is instead, by the names that pages give it. Ids are what programs are told. */
public final class ProblemLinks {
    private ProblemLinks() {}

    /**
     * Each of what there is.
     *
     * @param path the path that an id completes
     * @param name what pages call the one of an id
     */
    public static List<Link> of(Refusal.Choices choices, String path, UnaryOperator<String> name) {
        return choices.ids().stream()
                .map(id -> new Link(name.apply(id), path + Paths.encoded(id)))
                .toList();
    }

    /** Each of what there is, which are things of the kind that is to be chosen. */
    public static List<Link> things(Refusal.Choices choices, String path, Labels labels, Language language) {
        return of(
                choices,
                path,
                slug -> labels.of(NodeFactory.createURI(Iris.BASE + "id/" + choices.of() + "/" + slug), language));
    }
}
