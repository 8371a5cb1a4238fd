package org.genevagraph.page.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.problem.Nearest;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.query.search.GuideIndex;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.vocabulary.Iris;

/** The pages that somebody may mean who asks for a path at which there is nothing: {@code /query/partners}, {@code /organisation/gcsp}, {@code /gcsp}. */
public final class NearPages {
    private static final String QUERIES = "/queries";
    private static final String SPARQL = "/sparql";
    private static final String KIND = "/id/";
    private static final int MOST = 5;
    private static final int MOST_PARTS = 4;

    private NearPages() {}

    /**
     * Their paths, the likeliest first, five at most; none if nothing is like a part of the path.
     *
     * @param path decoded, from the slash at its beginning
     */
    public static List<String> paths(String path, GuideIndex guide, ThingIndex things) {
        List<String> parts = Arrays.stream(path.split("/"))
                .map(part -> part.replaceFirst("\\.[a-z]{2,5}$", ""))
                .filter(part -> !part.isBlank())
                .toList();
        if (parts.size() > MOST_PARTS) {
            return List.of();
        }
        Map<String, String> pages = pages(guide);
        Set<String> near = new LinkedHashSet<>();
        // What somebody wants stands at the end; what comes before says which sort of it.
        for (int i = parts.size() - 1; i >= 0 && near.isEmpty(); i--) {
            String part = parts.get(i);
            thing(part, i == 0 ? "" : parts.get(i - 1), things)
                    .map(thing -> Paths.of(thing.getURI()))
                    .ifPresent(near::add);
            Nearest.of(part, pages.keySet()).stream().map(pages::get).forEach(near::add);
        }
        return near.stream().limit(MOST).toList();
    }

    /** The same as links, called as their pages are. */
    public static List<Link> links(List<String> paths, GuideIndex guide, Labels labels, Site site) {
        Map<String, String> names = guide.entries().stream()
                .collect(Collectors.toMap(
                        GuideIndex.Entry::path,
                        entry -> entry.in(site.language().tag()).name(),
                        (one, other) -> one));
        return paths.stream()
                .map(path -> new Link(names.containsKey(path) ? names.get(path) : name(path, labels, site), path))
                .toList();
    }

    private static String name(String path, Labels labels, Site site) {
        if (path.equals(SPARQL)) {
            return "SPARQL";
        }
        return path.equals(QUERIES)
                ? site.text("ask.all")
                : kind(path)
                        .map(kind -> site.text("kind.many." + kind))
                        .orElseGet(
                                () -> labels.of(NodeFactory.createURI(Iris.BASE + path.substring(1)), site.language()));
    }

    private static Optional<String> kind(String path) {
        return Optional.of(path.replaceFirst("^" + KIND, "")).filter(SearchIndex.KINDS::contains);
    }

    private static Optional<Node> thing(String part, String before, ThingIndex things) {
        List<String> kinds = SearchIndex.KINDS.contains(before) ? List.of(before) : SearchIndex.KINDS;
        return things.meant(part, kinds);
    }

    /** The pages that are there whatever the data, by the last word of their paths; of two with the same word, that of the shorter path. */
    private static Map<String, String> pages(GuideIndex guide) {
        Map<String, String> pages = new LinkedHashMap<>();
        List.of(QUERIES, SPARQL).forEach(path -> pages.put(path.substring(1), path));
        guide.entries().stream()
                .map(GuideIndex.Entry::path)
                .filter(path -> path.indexOf('#') < 0)
                .sorted(Comparator.comparing(
                        path -> path.chars().filter(c -> c == '/').count()))
                .forEach(path -> pages.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), path));
        SearchIndex.KINDS.forEach(kind -> pages.putIfAbsent(kind, KIND + kind));
        return pages;
    }
}
