package org.genevagraph.page.dataset;

import java.util.List;
import org.genevagraph.page.Link;

/**
 * What is told of a named graph, or of several that belong together.
 *
 * @param iri its IRI
 * @param path where its page is
 * @param title how it is called
 * @param description more of it; empty if there is no more
 * @param licences under which it stands; empty if under none
 * @param rights what else is said of its rights; empty if nothing
 * @param sources what its facts come from
 * @param modified the last day on which something was read that it rests on; empty if nobody says
 * @param triples how many triples it has
 * @param series what it belongs to
 * @param members what belongs to it, with the number of triples
 * @param classes what it holds, with how many of each
 * @param properties by which properties, with the number of triples of each
 * @param links where its things are linked to, with the number of links
 */
public record GraphPage(
        String iri,
        String path,
        String title,
        String description,
        List<Link> licences,
        String rights,
        List<Link> sources,
        String modified,
        long triples,
        List<Link> series,
        List<Counted> members,
        List<Counted> classes,
        List<Counted> properties,
        List<Counted> links) {
    public GraphPage {
        licences = List.copyOf(licences);
        sources = List.copyOf(sources);
        series = List.copyOf(series);
        members = List.copyOf(members);
        classes = List.copyOf(classes);
        properties = List.copyOf(properties);
        links = List.copyOf(links);
    }
}
