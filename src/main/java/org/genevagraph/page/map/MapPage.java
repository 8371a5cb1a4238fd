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
    /** What things are called on it. */
    public Names names(Site site) {
        return new Names(view.compact(), labels, site);
    }

    /** Its picture. */
    public Flow picture(Names names) {
        return new FlowDrawing(view, names).flow();
    }

    /** What it shows, in words. */
    public String title(Names names) {
        return view.objective().map(names::full).orElse(names.site().text("map.all-objectives"));
    }
}
