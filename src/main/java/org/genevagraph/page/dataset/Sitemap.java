package org.genevagraph.page.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.genevagraph.page.Paths;
import org.genevagraph.page.docs.DocPage;
import org.genevagraph.page.facts.Wording;
import org.genevagraph.page.kinds.KindPage;
import org.genevagraph.query.catalogue.QueryCatalogue;
import org.genevagraph.snapshot.FactGraph;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.snapshot.catalogue.Catalogue;
import org.genevagraph.vocabulary.Iris;

/**
 * The pages that are worth a crawler's visit, each with the last day on which something was read that it rests on. Pages of single statements
 * and answers are not among them: they say what the pages of things say.
 *
 * @param pages the pages
 */
public record Sitemap(List<Page> pages) {
    /** How many addresses a file of the sitemap protocol may have. */
    public static final int MOST = 50_000;

    private static final List<String> FIXED = List.of(
            "/",
            "/queries",
            "/network",
            "/places",
            "/matrix",
            "/map",
            "/compare",
            "/brief",
            "/sparql",
            "/ontology",
            "/shapes",
            "/graph",
            "/docs",
            "/imprint",
            "/id");
    /** Graphs that are made of all others, so that what they hold has no day of its own. */
    private static final Set<String> MADE = Set.of("derived", "standard", "mentions", "texts", Catalogue.NAME);

    public Sitemap {
        pages = List.copyOf(pages);
    }

    /**
     * A page.
     *
     * @param path its path
     * @param modified the day; empty if nobody says
     */
    public record Page(String path, String modified) {}

    /** The pages of a snapshot with its queries. */
    public static Sitemap of(Snapshot snapshot, Wording words, QueryCatalogue catalogue) {
        FactGraph described = new FactGraph(snapshot.catalogue());
        String last = described.text(Catalogue.DATASET, DCTerms.modified.asNode());
        List<Page> pages = new ArrayList<>();
        FIXED.forEach(path -> pages.add(new Page(path, last)));
        Stream.of(DocPage.values()).forEach(page -> pages.add(new Page(page.path(), last)));
        catalogue.all().forEach(query -> pages.add(new Page("/queries/" + query.name(), last)));
        new CatalogueReader(snapshot.catalogue(), words.labels(), words.language())
                .names()
                .forEach(name -> pages.add(
                        new Page("/graph/" + name, described.text(Iris.graph(name), DCTerms.modified.asNode()))));
        Map<Node, String> days = days(snapshot, described);
        for (KindPage.Count kind : KindPage.counts(words)) {
            if (kind.kind().equals("statement")) {
                continue;
            }
            if (!kind.kind().equals("passage")) {
                pages.add(new Page("/id/" + kind.kind(), last));
            }
            KindPage.things(words.facts(), kind.kind())
                    .forEach(thing -> pages.add(new Page(Paths.of(thing.getURI()), days.getOrDefault(thing, last))));
        }
        return new Sitemap(pages);
    }

    /** For each thing the last day of the graphs that name it. */
    private static Map<Node, String> days(Snapshot snapshot, FactGraph described) {
        Map<Node, String> days = new HashMap<>();
        snapshot.triplesPerGraph().keySet().stream()
                .filter(name -> !MADE.contains(name))
                .forEach(name -> {
                    Graph graph = snapshot.dataset().getGraph(Iris.graph(name));
                    String day = described.text(Iris.graph(name), DCTerms.modified.asNode());
                    graph.stream().forEach(triple -> {
                        later(days, triple.getSubject(), day);
                        later(days, triple.getObject(), day);
                    });
                });
        return days;
    }

    private static void later(Map<Node, String> days, Node node, String day) {
        if (node.isURI() && node.getURI().startsWith(Iris.BASE)) {
            days.merge(node, day, (one, other) -> one.compareTo(other) < 0 ? other : one);
        }
    }

    /** How many files of so many addresses each it takes. */
    public int parts(int most) {
        return Math.max(1, (pages.size() + most - 1) / most);
    }

    /** The pages of one of the files, counted from 1; none if there is no such file. */
    public List<Page> part(int number, int most) {
        return number < 1 || number > parts(most)
                ? List.of()
                : pages.subList((number - 1) * most, Math.min(number * most, pages.size()));
    }
}
