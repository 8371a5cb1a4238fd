package org.genevagraph.page.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.diff.Phrase;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.RelationSentence;
import org.genevagraph.page.Site;
import org.genevagraph.page.facts.PassageSeries;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;

/**
 * Phrases of a release as a page says them: a statement as a sentence with its articles, passages by the names that people give them, words of the
 * tables in the reader's language where they are translated. What a release names keeps its name, since it may be gone by now.
 *
 * @param graph what is served: only what it holds is linked
 */
record Retold(Graph graph, Labels labels, Site site) {
    /** Where the parts of a statement stand that are its subject, its relation and its object, with blanks between them. */
    private static final int RELATION = 2;

    private static final int OBJECT = 4;

    /** A phrase, part by part; a part without a path is mere words. */
    List<Link> links(Phrase phrase) {
        List<Phrase.Part> parts = phrase.parts();
        List<Link> links = new ArrayList<>();
        int next = 0;
        if (isClaim(parts)) {
            RelationSentence sentence = RelationSentence.of(
                    site.language(), name(parts.get(0)), parts.get(RELATION).text(), name(parts.get(OBJECT)));
            links.add(new Link(sentence.subject(), path(parts.get(0))));
            links.add(new Link(" ", ""));
            links.add(new Link(sentence.relation(), path(parts.get(RELATION))));
            links.add(new Link(" ", ""));
            links.add(new Link(sentence.object(), path(parts.get(OBJECT))));
            next = OBJECT + 1;
        }
        while (next < parts.size()) {
            int end = passagesEnd(parts, next);
            if (end > next) {
                passages(parts.subList(next, end), links);
                next = end;
            } else {
                links.add(link(parts.get(next)));
                next++;
            }
        }
        return List.copyOf(links);
    }

    /** What a figure says, if it is still there. */
    Optional<String> figure(String iri) {
        return isThere(iri)
                ? Optional.of(site.text("changes.property", "") + " " + labels.of(node(iri), site.language()))
                : Optional.empty();
    }

    private static boolean isClaim(List<Phrase.Part> parts) {
        return parts.size() > OBJECT
                && isThing(parts.get(0))
                && parts.get(RELATION).iri().startsWith(GG.NS)
                && isThing(parts.get(OBJECT));
    }

    private static boolean isThing(Phrase.Part part) {
        return Iris.parse(part.iri()).isPresent() && !isPassage(part);
    }

    private static boolean isPassage(Phrase.Part part) {
        return Iris.kind(part.iri()).equals("passage");
    }

    private RelationSentence.Name name(Phrase.Part part) {
        boolean own = labels.has(node(part.iri()), site.language());
        return new RelationSentence.Name(part.text(), site.named(part.text(), part.iri(), own));
    }

    /** Where the passages end that begin at a part, with the blanks between them; the part itself if it is none. */
    private static int passagesEnd(List<Phrase.Part> parts, int from) {
        int end = from;
        while (end < parts.size()
                && (isPassage(parts.get(end))
                        || (end > from
                                && end + 1 < parts.size()
                                && parts.get(end).text().isBlank()
                                && isPassage(parts.get(end + 1))))) {
            end++;
        }
        return end;
    }

    private void passages(List<Phrase.Part> parts, List<Link> links) {
        List<Link> cited = parts.stream()
                .filter(Retold::isPassage)
                .map(part -> isThere(part.iri())
                        ? new Link(labels.of(node(part.iri()), site.language()), path(part))
                        : new Link(part.text(), ""))
                .toList();
        for (PassageSeries.Part part : PassageSeries.of(cited, site)) {
            links.add(part.passage());
            if (!part.behind().isEmpty()) {
                links.add(new Link(part.behind() + " ", ""));
            }
        }
    }

    private Link link(Phrase.Part part) {
        return new Link(
                part.iri().isEmpty() ? labels.text(part.text(), site.language()).words() : part.text(), path(part));
    }

    private String path(Phrase.Part part) {
        return isThere(part.iri()) ? Paths.of(part.iri()) : "";
    }

    /** What was removed has no page any more. */
    private boolean isThere(String iri) {
        return !iri.isEmpty() && graph.contains(node(iri), Node.ANY, Node.ANY);
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
