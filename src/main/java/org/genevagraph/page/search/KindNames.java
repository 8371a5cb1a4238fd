package org.genevagraph.page.search;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.genevagraph.page.Site;
import org.genevagraph.query.search.SearchIndex;

/** What readers call the kinds of thing that can be found. */
public final class KindNames {
    private KindNames() {}

    /** The name of a kind in the page's language. */
    public static String of(String kind, Site site) {
        return site.text("kinds." + kind);
    }

    /** The names of all kinds as a JSON object, for the script that suggests while somebody types. */
    public static String json(Site site) {
        JsonObject names = new JsonObject();
        SearchIndex.KINDS.forEach(kind -> names.put(kind, of(kind, site)));
        return JSON.toStringFlat(names);
    }
}
