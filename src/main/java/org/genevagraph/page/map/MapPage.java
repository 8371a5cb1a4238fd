package org.genevagraph.page.map;

import org.genevagraph.page.Labels;
import org.genevagraph.page.Site;
import org.genevagraph.page.compact.Names;

/**
 * The page of the implementation map.
 *
 * @param view what it shows
 * @param labels the names of things
 */
public record MapPage(MapView view, Labels labels) {
    /** How many of those who work on an issue stand under it; questions have all. */
    public static final int MOST_NAMED = 50;

    /** What things are called on it. */
    public Names names(Site site) {
        return new Names(view.compact(), labels, site);
    }

    /** Its picture. */
    public Flow picture(Names names) {
        return new FlowDrawing(view, names).flow();
    }

    /** What it shows today: how many Action Lines nobody facilitates. */
    public String headline(Names names) {
        int all = view.lines().size();
        int without = MapView.withoutFacilitator(view.lines()).size();
        return switch (without) {
            case 0 -> names.site().text("map.headline.none", all);
            case 1 -> names.site().text("map.headline.one", all);
            default -> names.site().text("map.headline", without, all);
        };
    }

    /** What it shows, in words. */
    public String title(Names names) {
        return view.objective().map(names::full).orElse(names.site().text("map.all-objectives"));
    }
}
