package org.genevagraph.page.things;

import java.util.List;

/**
 * What the page of a thing shows.
 *
 * @param title what it is
 * @param attributes what describes it
 * @param groups what it is tied to, by relation
 * @param listings what belongs to it
 * @param figures numbers about it
 * @param timeline what happened when
 * @param passages the passages of a document, or what a passage says
 * @param sources where this comes from
 */
public record ThingPage(
        Title title,
        List<Attribute> attributes,
        List<Group> groups,
        List<Listing> listings,
        List<FigureRow> figures,
        List<Event> timeline,
        Passages passages,
        Sources sources) {
    public ThingPage {
        attributes = List.copyOf(attributes);
        groups = List.copyOf(groups);
        listings = List.copyOf(listings);
        figures = List.copyOf(figures);
        timeline = List.copyOf(timeline);
    }
}
