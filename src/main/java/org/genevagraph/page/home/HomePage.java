package org.genevagraph.page.home;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genevagraph.page.Link;
import org.genevagraph.page.Site;
import org.genevagraph.page.Slice;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.page.kinds.KindPage;
import org.genevagraph.page.matrix.MatrixPage;
import org.genevagraph.page.network.NetworkPage;
import org.genevagraph.page.questions.AskForm;
import org.genevagraph.page.questions.PickLists;
import org.genevagraph.page.questions.QuestionsPage;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.catalogue.QueryFile;

/**
 * What the home page shows.
 *
 * @param questions some questions as sentences to fill in
 * @param all how many questions there are
 * @param counts how many things there are of the kinds that readers look for
 * @param profiled the organisations about which there is a source text, or the first of them
 * @param network the picture of the network
 * @param matrix the picture of the matrix
 * @param lists the things to fill in
 */
public record HomePage(
        List<AskForm> questions,
        int all,
        List<KindPage.Count> counts,
        Slice<Link> profiled,
        Picture network,
        Picture matrix,
        PickLists lists) {
    /** The questions that stand on the home page, in this order. */
    private static final List<String> QUESTIONS = List.of(
            "shared-partners", "organisations-by-issue", "connection", "requests", "facilitators", "passages-by-issue");

    private static final int MOST_BARS = 5;

    /** The kinds of thing that readers look for, in this order. */
    private static final List<String> KINDS = List.of(
            "organisation", "initiative", "issue", "document", "passage", "commitment", "action-line", "statement");

    /**
     * A picture that the page shows as it was drawn.
     *
     * @param headline what it shows today; empty if there is nothing to tell
     * @param width how wide it is drawn
     * @param first what has most in it, for readers whose window is too narrow for the picture
     */
    public record Picture(String headline, int width, List<Most> first) {
        public Picture {
            first = List.copyOf(first);
        }

        /** How long the bar of one of them is, of a hundred. */
        public int length(Most one) {
            return 100 * one.count() / first.get(0).count();
        }
    }

    /** Something and how much of it there is. */
    public record Most(Link what, int count) {}

    private static List<Most> first(Stream<Most> all) {
        return all.filter(one -> one.count() > 0)
                .sorted(Comparator.comparingInt(Most::count).reversed())
                .limit(MOST_BARS)
                .toList();
    }

    public HomePage {
        questions = List.copyOf(questions);
        counts = List.copyOf(counts);
    }

    /** The home page of a graph in the language of its words, with the pictures that it leads to. */
    public static HomePage of(
            QueryCatalogue catalogue,
            Wording words,
            NetworkPage network,
            MatrixPage matrix,
            PickLists lists,
            Site site) {
        return new HomePage(
                catalogue.all().stream()
                        .filter(query -> QUESTIONS.contains(query.name()))
                        .sorted(Comparator.comparingInt((QueryFile query) -> QUESTIONS.indexOf(query.name())))
                        .map(query -> AskForm.of(query, site, lists))
                        .toList(),
                catalogue.all().size(),
                KindPage.counts(words).stream()
                        .filter(count -> KINDS.contains(count.kind()))
                        .sorted(Comparator.comparingInt(count -> KINDS.indexOf(count.kind())))
                        .toList(),
                KindPage.profiled(words, "organisation", KindPage.things(words.facts(), "organisation")),
                new Picture(
                        network.headline(site),
                        network.width(),
                        first(network.rows().stream().map(row -> new Most(row.organisation(), row.ties())))),
                new Picture(
                        matrix.headline(matrix.names(site)),
                        matrix.picture(matrix.names(site)).outerWidth(),
                        first(matrix.matrix().rows().stream()
                                .map(row -> new Most(
                                        new Link(
                                                matrix.names(site).full(row),
                                                matrix.request().cell(row, null).path() + "#list"),
                                        matrix.matrix().count(row, null))))),
                lists);
    }

    /** The questions with the lists of names that their fields need. */
    public Map<String, List<PickLists.Option>> options(Site site) {
        return QuestionsPage.lists(questions, lists, site);
    }
}
