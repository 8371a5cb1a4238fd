package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Var;
import org.genevagraph.page.views.Place;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.PageView;

/** The ways in which the answers of a query can be shown: those of its header, and text and a table always. */
final class PageViews {
    private static final String LABEL = "Label";
    private static final String GROUP = "group";

    private PageViews() {}

    /** All of them, the usual one first. */
    static List<PageView> of(QueryFile query) {
        List<PageView> views = new ArrayList<>(query.views().pages());
        for (PageView.Kind kind : List.of(PageView.Kind.TEXT, PageView.Kind.TABLE)) {
            if (views.stream().noneMatch(view -> view.kind() == kind)) {
                views.add(new PageView(kind, Map.of()));
            }
        }
        return views;
    }

    /**
     * The one of a name; the usual one if the name is empty.
     *
     * @throws Refusal if there is none of the name
     */
    static PageView chosen(List<PageView> views, String name, String query) throws Refusal {
        if (name.isEmpty()) {
            return views.get(0);
        }
        List<String> names = views.stream().map(view -> view.kind().label()).toList();
        if (!names.contains(name)) {
            throw Refusal.noneOf(
                    Refusal.Reason.BAD_REQUEST,
                    "answers of " + query + " have no view '" + name + "'",
                    Place.VIEW,
                    name,
                    names,
                    "views are");
        }
        return views.get(names.indexOf(name));
    }

    /** The column with what the rows are about: what the header says, or the first thing with a name; empty if there is none. */
    static String group(List<PageView> views, Result.Rows rows) {
        PageView text = views.stream()
                .filter(view -> view.kind() == PageView.Kind.TEXT)
                .findFirst()
                .orElseThrow();
        if (text.columns().containsKey(GROUP)) {
            return text.column(GROUP).orElse("");
        }
        List<String> names = rows.variables().stream().map(Var::getVarName).toList();
        return names.stream()
                .filter(name -> names.contains(name + LABEL))
                .findFirst()
                .orElse("");
    }
}
