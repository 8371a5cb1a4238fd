package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.page.questions.AskForm;
import org.genevagraph.page.questions.Field;
import org.genevagraph.page.questions.PickLists;
import org.genevagraph.page.views.Cell;
import org.genevagraph.page.views.Facet;
import org.genevagraph.page.views.Finding;
import org.genevagraph.page.views.Place;
import org.genevagraph.page.views.Rows;
import org.genevagraph.page.views.Shown;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.answer.RowFilter;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.PageView;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.QueryWords;
import org.genevagraph.vocabulary.Iris;

/**
 * An answer as its page shows it.
 *
 * @param asked the question as a sentence, with the values in it
 * @param finding what the answer finds, as a sentence; empty if it finds nothing
 * @param total how many rows there are on all pages
 * @param first the number of the first row on this page, from 1
 * @param last the number of the last row on this page
 * @param previous where the rows before stand; empty if there are none
 * @param next where the rows after stand; empty if there are none
 * @param views the ways in which the rows can be shown; the path of the one that is shown is empty
 * @param facets by what readers choose among the rows
 * @param unfiltered where all rows stand, if only some do here; otherwise empty
 * @param shown the rows of this page, but for a table
 * @param table the rows of this page as a table, if that is how they are shown
 * @param silence what it means that there is nothing, in sentences; empty if there is something
 * @param instead what else to ask, if there is nothing
 * @param compare where the two things that it is about stand side by side; empty if it is not about two
 * @param takeAway the answer for programs
 */
public record AnswerPage(
        String asked,
        String finding,
        int total,
        int first,
        int last,
        String previous,
        String next,
        List<Link> views,
        List<Facet> facets,
        String unfiltered,
        Shown shown,
        Table table,
        List<String> silence,
        List<Link> instead,
        String compare,
        TakeAway takeAway) {
    /**
     * A column.
     *
     * @param name the variable
     * @param head what stands above it
     * @param number whether it holds numbers
     */
    public record Column(String name, String head, boolean number) {}

    /**
     * A row.
     *
     * @param cells a cell for each column
     * @param why where it is told why the graph says so; empty if there is nothing to tell
     */
    public record Row(List<Cell> cells, String why) {}

    /** Rows as a table. */
    public record Table(List<Column> columns, List<Row> rows) {
        static final Table NONE = new Table(List.of(), List.of());

        /** Whether some row can be told why. */
        public boolean hasWhy() {
            return rows.stream().anyMatch(row -> !row.why().isEmpty());
        }
    }

    /**
     * What a reader wants to see of an answer.
     *
     * @param view the view, by its name; empty for the usual one
     * @param filter which rows
     * @param offset how many of them are passed over
     * @param limit how many the reader wants; 0 if the reader did not say
     */
    public record Wish(String view, RowFilter filter, int offset, int limit) {}

    /** What a page needs besides the answer. */
    public record Sources(QueryRunner runner, PickLists lists, ColumnWords wording, StatedPairs stated) {}

    /**
     * An answer's page.
     *
     * @param answer the whole answer
     * @param takeAway the answer for programs
     * @throws Refusal if the wish names a view that the query does not have
     */
    public static AnswerPage of(Answer answer, Wish wish, TakeAway takeAway, Site site, Sources sources)
            throws Refusal {
        Result.Rows whole = (Result.Rows) answer.result();
        AnswerRows written = new AnswerRows(
                whole, answer.values(), answer.query().phrases(site.language().tag()), site, sources);
        List<PageView> views = PageViews.of(answer.query());
        PageView view = PageViews.chosen(views, wish.view(), answer.query().name());
        String group = PageViews.group(views, whole);
        Place place = new Place(
                takeAway.path(),
                view.equals(views.get(0)) ? "" : view.kind().label(),
                wish.filter().wanted());
        Rows rows = written.all().with(wish.filter().of(whole.rows()));
        Rows ordered = view.kind() == PageView.Kind.TEXT && !group.isEmpty() ? rows.groupedBy(group) : rows;
        List<Binding> wanted = ordered.rows();
        int from = Math.min(wish.offset(), wanted.size());
        PageCut cut =
                new PageCut(wanted, written.height(view), view.column("chain").orElse(""));
        boolean cutAsWished = wish.limit() > 0;
        int to = cutAsWished ? Math.min(from + wish.limit(), wanted.size()) : cut.end(from);
        int before = cutAsWished ? Math.max(0, from - wish.limit()) : cut.before(from);
        List<Binding> part = wanted.subList(from, to);
        boolean none = wanted.isEmpty();
        Map<String, Cell> values = new LinkedHashMap<>();
        answer.values().forEach((name, value) -> values.put(name, written.value(value)));
        return new AnswerPage(
                AskForm.asked(answer.query(), answer.values(), site, sources.lists()),
                whole.rows().isEmpty() ? "" : finding(answer, written, group, site, sources),
                wanted.size(),
                from + 1,
                to,
                from > 0 ? place.address(paged(wish, before)) : "",
                to < wanted.size() ? place.address(paged(wish, to)) : "",
                views.stream()
                        .map(other -> new Link(
                                site.text("answer.view-" + other.kind().label()),
                                other.equals(view)
                                        ? ""
                                        : place.in(
                                                        other.equals(views.get(0))
                                                                ? ""
                                                                : other.kind().label())
                                                .address()))
                        .toList(),
                Facet.of(
                        RowFilter.facets(answer.query()),
                        written.all().rows(),
                        place,
                        (row, facet, value) -> written.all().columns().containsKey(facet)
                                ? written.all().words().label(row, facet)
                                : written.document(value),
                        site),
                wish.filter().wanted().isEmpty() ? "" : new Place(place.path(), place.view(), Map.of()).address(),
                Shown.of(view, ordered.with(part), wanted, group, values, site),
                view.kind() == PageView.Kind.TABLE ? new Table(written.columns(part), written.rows(part)) : Table.NONE,
                none && whole.rows().isEmpty() ? silence(answer, site, sources) : List.of(),
                none && whole.rows().isEmpty() ? instead(answer, site, sources) : List.of(),
                ComparePage.of(answer, sources.lists()),
                takeAway);
    }

    private static String finding(Answer answer, AnswerRows written, String group, Site site, Sources sources) {
        Map<String, String> chosen = new LinkedHashMap<>();
        answer.values()
                .forEach((name, value) ->
                        chosen.put(name, value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI()));
        return new Finding(written.all(), group, site)
                .sentence(answer.query().words(site.language().tag()).finding(), names(answer, site, sources), chosen);
    }

    private static String paged(Wish wish, int offset) {
        return (wish.limit() > 0 ? "limit=" + wish.limit() + "&" : "") + "offset=" + offset;
    }

    static Map<String, String> names(Answer answer, Site site, Sources sources) {
        Map<String, String> names = new LinkedHashMap<>();
        QueryWords words = answer.query().words(site.language().tag());
        for (Parameter parameter : answer.query().parameters()) {
            Node value = answer.values().get(parameter.name());
            String name =
                    value == null ? Field.any(parameter, site) : sources.lists().spoken(value, site);
            names.put(parameter.name(), parameter.choices().isEmpty() ? name : words.choice(parameter.name(), name));
        }
        return names;
    }

    /** Why there is nothing: what the query says of it, and how closely the organisations were looked at. */
    static List<String> silence(Answer answer, Site site, Sources sources) {
        List<String> sentences = new ArrayList<>();
        Map<String, String> names = names(answer, site, sources);
        QueryWords words = answer.query().words(site.language().tag());
        String empty = words.empty();
        sentences.add(empty.isEmpty() ? site.text("answer.nothing") : site.agreed(QueryWords.filled(empty, names)));
        if (!words.looked().isEmpty()) {
            sentences.add(site.text(
                    "answer.looked",
                    String.join(
                            site.text("thing.semicolon") + " ", words.looked().values())));
        }
        answer.values().values().stream()
                .distinct()
                .filter(QueryRunner::isOrganisation)
                .forEach(organisation -> {
                    String name = sources.lists().spoken(organisation, site);
                    String profiles = sources.runner().profiles(organisation).stream()
                            .map(slug -> sources.lists().label(Iris.thing("document", slug), site.language()))
                            .collect(Collectors.joining(", "));
                    sentences.add(site.agreed(
                            profiles.isEmpty()
                                    ? site.text("answer.mentioned", name)
                                    : site.text("answer.profiled", name, profiles)));
                });
        return sentences;
    }

    /** What the same question finds with another choice; empty if nothing either. */
    private static String found(QueryFile query, Map<String, String> parameters, Site site, Sources sources) {
        try {
            Answer other = sources.runner().run(query, parameters);
            return ((Result.Rows) other.result()).rows().isEmpty() ? "" : finding(other, site, sources);
        } catch (Refusal refusal) {
            // Then the link says what it would look at, and asking it tells what is wrong.
            return "";
        }
    }

    /** What an answer with rows finds. */
    static String finding(Answer answer, Site site, Sources sources) {
        Result.Rows rows = (Result.Rows) answer.result();
        AnswerRows written = new AnswerRows(
                rows, answer.values(), answer.query().phrases(site.language().tag()), site, sources);
        return finding(answer, written, PageViews.group(PageViews.of(answer.query()), rows), site, sources);
    }

    private static List<Link> instead(Answer answer, Site site, Sources sources) {
        QueryWords words = answer.query().words(site.language().tag());
        List<Link> links = new ArrayList<>();
        words.instead().forEach((parameter, sentence) -> {
            String[] pair = parameter.split("=", 2);
            Node current = answer.values().get(pair[0]);
            if (pair.length == 2
                    && (current == null || !current.getLiteralLexicalForm().equals(pair[1]))) {
                Map<String, String> parameters = new LinkedHashMap<>(TakeAway.canonical(answer, sources.lists()));
                parameters.put(pair[0], pair[1]);
                String found = found(answer.query(), parameters, site, sources);
                links.add(new Link(
                        words.choice(pair[0], pair[1]) + " – " + (found.isEmpty() ? sentence : found),
                        TakeAway.path(answer.query().name(), "", parameters)));
            }
        });
        sources.runner()
                .followed(answer.query(), answer.values(), site.language().tag())
                .forEach(followed -> links.add(new Link(
                        followed.sentence(),
                        followed.offered() ? TakeAway.path(followed.query().name(), "", followed.given()) : "")));
        return links;
    }
}
