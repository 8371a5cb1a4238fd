package org.genevagraph.serve.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.genevagraph.curate.inbox.Inbox;
import org.genevagraph.diff.release.Releases;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.answers.AnswerPage;
import org.genevagraph.page.answers.ColumnWords;
import org.genevagraph.page.answers.StatedPairs;
import org.genevagraph.page.contribute.Offered;
import org.genevagraph.page.facts.Headings;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.page.imprint.Imprint;
import org.genevagraph.page.network.NetworkFilter;
import org.genevagraph.page.network.Networks;
import org.genevagraph.page.questions.PickLists;
import org.genevagraph.page.search.GuidePages;
import org.genevagraph.query.QueryRunner;
import org.genevagraph.query.catalogue.Lazy;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.query.foreign.ForeignQueries;
import org.genevagraph.query.foreign.ForeignRun;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.query.search.GuideIndex;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.snapshot.Inputs;
import org.genevagraph.snapshot.Snapshot;

/**
 * What is being served: a snapshot with what can be asked of it. A request keeps the one it began with.
 *
 * @param runner asks queries of the snapshot
 * @param catalogue the canned queries
 * @param foreign where queries of strangers are run
 * @param made what was made of the snapshot so far, each by its type; see {@link #once}
 */
public record Served(
        QueryRunner runner, QueryCatalogue catalogue, ForeignQueries foreign, Map<Class<?>, Supplier<?>> made) {
    /** A snapshot with its queries, under limits; those of strangers run in this process, which only those should risk who have none. */
    public static Served of(Snapshot snapshot, QueryCatalogue catalogue, Limits limits) {
        return of(snapshot, catalogue, limits, new ForeignRun(snapshot.dataset()));
    }

    /** A snapshot with its queries, under limits; those of strangers run where it is said. */
    public static Served of(Snapshot snapshot, QueryCatalogue catalogue, Limits limits, ForeignQueries foreign) {
        return of(new QueryRunner(snapshot, limits), catalogue, foreign);
    }

    /** What runs queries of a snapshot, and where those of strangers are run. */
    public static Served of(QueryRunner runner, QueryCatalogue catalogue, ForeignQueries foreign) {
        return new Served(runner, catalogue, foreign, new ConcurrentHashMap<>());
    }

    /** The snapshot. */
    public Snapshot snapshot() {
        return runner.snapshot();
    }

    /** The same, with the releases that it tells the changes of. */
    public Served with(Releases releases) {
        made.put(Releases.class, () -> releases);
        return this;
    }

    /** The same, with who answers for it. */
    public Served with(Imprint imprint) {
        made.put(Imprint.class, () -> imprint);
        return this;
    }

    /** Who answers for it; what is usual if nobody has set it. */
    public Imprint imprint() {
        return once(Imprint.class, snapshot -> Imprint.PLAIN);
    }

    /** The same, with what it keeps of its answers. */
    public Served with(KeptAnswers kept) {
        made.put(KeptAnswers.class, () -> kept);
        return this;
    }

    /** The same, with where proposals of readers are put. */
    public Served with(Inbox inbox) {
        made.put(Inbox.class, () -> inbox);
        return this;
    }

    /** Where proposals of readers are put; empty if none are taken. */
    public Optional<Inbox> inbox() {
        return Optional.ofNullable(made.get(Inbox.class)).map(Supplier::get).map(Inbox.class::cast);
    }

    /** The same, with who looks at proposed rows; one for a whole server. */
    public Served with(RowChecks checks) {
        made.put(RowChecks.class, () -> checks);
        return this;
    }

    /** Lets one look at proposed rows at a time. */
    public RowChecks checks() {
        return once(RowChecks.class, snapshot -> new RowChecks());
    }

    /** What everything is called. */
    public Labels labels() {
        return once(Labels.class, Labels::of);
    }

    /** The same, with what the snapshot was built from, so that rows can be proposed for it. */
    public Served with(Inputs inputs) {
        return with(() -> inputs);
    }

    /** The same, with where it comes from when rows are first proposed. */
    public Served with(Supplier<Inputs> inputs) {
        made.put(Inputs.class, inputs);
        return this;
    }

    /** What the snapshot was built from; empty if nobody said. */
    public Optional<Inputs> inputs() {
        return Optional.ofNullable(made.get(Inputs.class)).map(Supplier::get).map(Inputs.class::cast);
    }

    /** What it keeps of its answers. */
    public KeptAnswers kept() {
        return once(KeptAnswers.class, snapshot -> KeptAnswers.standard());
    }

    /** The releases of which the changes are told; none if nobody named their folder. */
    public Releases releases() {
        return once(Releases.class, snapshot -> Releases.NONE);
    }

    /** Finds the snapshot's things by words. */
    public SearchIndex search() {
        return once(
                SearchIndex.class, snapshot -> SearchIndex.of(snapshot.dataset().getDefaultGraph(), runner.things()));
    }

    /** Finds questions, pages and terms by words. */
    public GuideIndex guide() {
        return once(
                GuideIndex.class,
                snapshot -> GuidePages.of(catalogue, snapshot.dataset().getDefaultGraph(), labels()));
    }

    /** The things that readers choose from, by kind. */
    public PickLists pickLists() {
        return once(PickLists.class, snapshot -> new PickLists(snapshot, runner.things(), labels()));
    }

    /** The networks of organisations. */
    public Networks networks() {
        return once(Networks.class, snapshot -> Networks.of(snapshot, labels()));
    }

    /** What the forms of proposals offer. */
    public Offered offered() {
        return once(Offered.class, snapshot -> new Offered(snapshot, labels()));
    }

    /** What pages of answers need besides the answer. */
    public AnswerPage.Sources answerSources() {
        return new AnswerPage.Sources(
                runner,
                pickLists(),
                once(ColumnWords.class, snapshot -> new ColumnWords(snapshot, labels())),
                once(StatedPairs.class, StatedPairs::of));
    }

    /** The graph as a language words it. */
    public Wording words(Language language) {
        return new Wording(snapshot().facts(), labels(), once(Headings.class, Headings::of), language);
    }

    /** Makes what most pages need. */
    public void preparePages() {
        catalogue.all();
        labels();
        once(Headings.class, Headings::of);
        pickLists();
    }

    /**
     * Makes what the home page, the other pages and the search need, one after the other: the first request wants the machine, too. Beside the
     * search, workers start for the queries of strangers.
     */
    public void prepare() {
        preparePages();
        foreign.prepare();
        search();
        for (Language language : Language.values()) {
            networks().page(NetworkFilter.NONE, language);
        }
    }

    /** What pages show of the whole snapshot, made when it is first wanted and kept as long as the snapshot is served. */
    public <T> T once(Class<T> type, Function<Snapshot, T> maker) {
        return type.cast(made.computeIfAbsent(type, any -> new Lazy<>(() -> maker.apply(snapshot())))
                .get());
    }
}
