package org.genevagraph.page.things;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevagraph.page.Link;
import org.genevagraph.page.Slice;
import org.genevagraph.page.facts.Event;
import org.genevagraph.page.facts.FigureRow;
import org.genevagraph.page.facts.Sentence;
import org.genevagraph.page.facts.Tie;
import org.genevagraph.page.things.sections.Attribute;
import org.genevagraph.page.things.sections.Group;
import org.genevagraph.page.things.sections.Listing;

/**
 * What the page of a thing shows.
 *
 * @param title what it is
 * @param attributes what describes it
 * @param groups what it is tied to, by relation
 * @param listings what belongs to it
 * @param through statements that run through it, between two others
 * @param brought what comes to it through its units, parts and initiatives, or the first of that
 * @param figures numbers about it
 * @param timeline what happened when
 * @param passages the passages of a document, or what a passage says
 * @param derived what a rule derived; empty for other things
 * @param sources where this comes from
 */
public record ThingPage(
        Title title,
        List<Attribute> attributes,
        List<Group> groups,
        List<Listing> listings,
        List<Sentence> through,
        Slice<Brought> brought,
        List<FigureRow> figures,
        List<Event> timeline,
        Passages passages,
        Optional<Derived> derived,
        Sources sources) {
    private static final String OBJECTIVES = "/id/objective/";

    public ThingPage {
        attributes = List.copyOf(attributes);
        groups = List.copyOf(groups);
        listings = List.copyOf(listings);
        through = List.copyOf(through);
        figures = List.copyOf(figures);
        timeline = List.copyOf(timeline);
    }

    /** The section with an id; none if there is no such one. */
    public Optional<Group> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /** The id of the objective to which a commitment belongs; empty if the thing belongs to none. */
    public String objective() {
        return attributes.stream()
                .flatMap(attribute -> Stream.concat(
                        attribute.values().stream(), attribute.ties().stream().map(Tie::other)))
                .map(Link::path)
                .filter(path -> path.startsWith(OBJECTIVES))
                .map(path -> path.substring(OBJECTIVES.length()))
                .findFirst()
                .orElse("");
    }
}
