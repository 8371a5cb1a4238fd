package org.genevagraph.page.views;

import java.util.LinkedHashMap;
import java.util.Map;
import org.genevagraph.page.Paths;
import org.genevagraph.query.answer.RowFilter;

/**
 * Where an answer stands with the way in which it is shown.
 *
 * @param path the permanent path of the whole answer
 * @param view the view; empty for the usual one
 * @param filters the values by which its rows are chosen
 */
public record Place(String path, String view, Map<String, String> filters) {
    /** The parameter that chooses the view. */
    public static final String VIEW = "view";

    public Place {
        filters = new LinkedHashMap<>(filters);
    }

    /** The same in another view; empty for the usual one. */
    public Place in(String other) {
        return new Place(path, other, filters);
    }

    /** The same with other rows; an empty value takes a filter away. */
    public Place where(String facet, String value) {
        Map<String, String> changed = new LinkedHashMap<>(filters);
        if (value.isEmpty()) {
            changed.remove(facet);
        } else {
            changed.put(facet, value);
        }
        return new Place(path, view, changed);
    }

    /** The path with everything in it. */
    public String address() {
        return address("");
    }

    /** The same with further parameters, such as {@code offset=50}. */
    public String address(String further) {
        StringBuilder query = new StringBuilder();
        if (!view.isEmpty()) {
            query.append('&').append(VIEW).append('=').append(view);
        }
        filters.forEach((facet, value) -> query.append('&')
                .append(RowFilter.PREFIX)
                .append(facet)
                .append('=')
                .append(Paths.encoded(value)));
        if (!further.isEmpty()) {
            query.append('&').append(further);
        }
        if (query.isEmpty()) {
            return path;
        }
        return path + (path.contains("?") ? query : "?" + query.substring(1));
    }
}
