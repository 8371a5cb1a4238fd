package org.genevagraph.page.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.answer.Answer;
import org.genevagraph.query.answer.Result;
import org.genevagraph.query.catalogue.Parameter;
import org.genevagraph.query.catalogue.QueryWords;

/**
 * An answer as its page shows it.
 *
 * @param asked the question as a sentence, with the values in it
 * @param columns the columns; empty if the answer has no rows
 * @param rows the rows of this page of the answer
 * @param total how many rows there are on all pages
 * @param first the number of the first row on this page, from 1
 * @param previous where the rows before stand; empty if there are none
 * @param next where the rows after stand; empty if there are none
 * @param silence what it means that there is nothing, in sentences; empty if there is something
 * @param instead what else to ask, if there is nothing
 * @param takeAway the answer for programs
 */
public record AnswerPage(
        String asked,
        List<Column> columns,
        List<Row> rows,
        int total,
        int first,
        String previous,
        String next,
        List<String> silence,
        List<Link> instead,
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

    /**
     * A cell.
     *
     * @param words what stands in it
     * @param sort by what it is sorted; null if by its words
     * @param look its class; null if it looks as usual
     */
    public record Cell(List<Word> words, String sort, String look) {}

    /**
     * A piece of a cell.
     *
     * @param text what it says
     * @param path where the server says more about it; empty if nowhere
     * @param look its class; null if it looks as usual
     */
    public record Word(String text, String path, String look) {}

    /**
     * Which rows of an answer a page shows.
     *
     * @param rows the rows
     * @param offset how many are passed over
     * @param limit how many the reader asked for; 0 if the reader did not say
     * @param size how many fit on the page
     */
    public record Part(Result.Rows rows, int offset, int limit, int size) {}

    /** What a page needs besides the answer. */
    public record Sources(QueryRunner runner, PickLists lists, ColumnWords wording, StatedPairs stated) {}

    /**
     * An answer's page.
     *
     * @param whole the whole answer
     * @param part the rows that are shown
     * @param form the form with the values of the answer
     * @param takeAway the answer for programs
     */
    public static AnswerPage of(Answer whole, Part part, AskForm form, TakeAway takeAway, Site site, Sources sources) {
        Result.Rows all = (Result.Rows) whole.result();
        AnswerRows rows = new AnswerRows(all, part.rows(), whole.values(), site, sources.wording(), sources.stated());
        int total = all.rows().size();
        int before = Math.max(0, part.offset() - part.size());
        int after = part.offset() + part.size();
        return new AnswerPage(
                form.asked(whole.values(), site, sources.lists()),
                rows.columns(),
                rows.rows(),
                total,
                part.offset() + 1,
                part.offset() > 0 ? path(takeAway, part, before) : "",
                after < total ? path(takeAway, part, after) : "",
                total == 0 ? silence(whole, site, sources) : List.of(),
                total == 0 ? instead(whole, site, sources) : List.of(),
                takeAway);
    }

    private static String path(TakeAway takeAway, Part part, int offset) {
        String path = takeAway.path() + (takeAway.path().contains("?") ? "&" : "?");
        return path + (part.limit() > 0 ? "limit=" + part.limit() + "&" : "") + "offset=" + offset;
    }

    /** Why there is nothing: what the query says of it, and how closely the organisations were looked at. */
    private static List<String> silence(Answer answer, Site site, Sources sources) {
        List<String> sentences = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Parameter parameter : answer.query().parameters()) {
            Node value = answer.values().get(parameter.name());
            names.put(
                    parameter.name(),
                    value == null ? Field.any(parameter, site) : sources.lists().label(value, site.language()));
        }
        QueryWords words = answer.query().words(site.language().tag());
        String empty = words.empty();
        sentences.add(empty.isEmpty() ? site.text("answer.nothing") : QueryWords.filled(empty, names));
        if (!words.looked().isEmpty()) {
            sentences.add(
                    site.text("answer.looked", String.join("; ", words.looked().values())));
        }
        answer.values().values().stream()
                .distinct()
                .filter(QueryRunner::isOrganisation)
                .forEach(organisation -> {
                    String name = sources.lists().label(organisation, site.language());
                    String profiles = String.join(", ", sources.runner().profiles(organisation));
                    sentences.add(
                            profiles.isEmpty()
                                    ? site.text("answer.mentioned", name)
                                    : site.text("answer.profiled", name, profiles));
                });
        return sentences;
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
                links.add(new Link(
                        words.choice(pair[0], pair[1]) + " – " + sentence,
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

    /** The number of the last row on this page. */
    public int last() {
        return first + rows.size() - 1;
    }

    /** Whether some row can be told why. */
    public boolean hasWhy() {
        return rows.stream().anyMatch(row -> !row.why().isEmpty());
    }
}
