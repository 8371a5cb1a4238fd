package org.genevagraph.page.around;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.genevagraph.page.Link;
import org.genevagraph.page.facts.Sentence;
import org.genevagraph.page.facts.Tie;
import org.genevagraph.page.things.ThingPage;

/**
 * Things to which the thing of a page stands in one relation.
 *
 * @param heading the relation, as the page heads it
 * @param section where the page tells all of them; empty if beside the name
 * @param things the things, those that most is told of first
 * @param more how many more the page tells of than it lists
 */
record Bundle(String heading, String section, List<Link> things, int more) {
    Bundle {
        things = List.copyOf(things);
    }

    /** What a page tells of neighbours, in the order of the page. */
    static List<Bundle> of(ThingPage page) {
        List<Bundle> bundles = new ArrayList<>();
        page.groups().forEach(group -> bundles.add(new Bundle(group.heading(), group.id(), known(group.ties()), 0)));
        page.attributes()
                .forEach(attribute -> bundles.add(new Bundle(
                        attribute.heading(),
                        "",
                        Stream.concat(attribute.values().stream(), known(attribute.ties()).stream())
                                .filter(Bundle::isThing)
                                .toList(),
                        0)));
        page.listings()
                .forEach(listing ->
                        bundles.add(new Bundle(listing.heading(), listing.id(), listing.entries(), listing.more())));
        bundles.removeIf(bundle -> bundle.things().isEmpty());
        return bundles;
    }

    /** What a passage is evidence of: the things in its sentences, and those that are known from it. */
    static List<Bundle> of(ThingPage page, String says, String names) {
        List<Bundle> bundles = new ArrayList<>();
        bundles.add(new Bundle(
                says,
                "says",
                page.passages().says().stream()
                        .flatMap((Sentence sentence) -> Stream.of(sentence.from(), sentence.via(), sentence.to()))
                        .filter(Bundle::isThing)
                        .distinct()
                        .toList(),
                0));
        bundles.add(new Bundle(names, "names", page.passages().names(), 0));
        bundles.removeIf(bundle -> bundle.things().isEmpty());
        return bundles;
    }

    private static List<Link> known(List<Tie> ties) {
        return ties.stream()
                .filter(tie -> isThing(tie.other()))
                .sorted(Comparator.comparing((Tie tie) -> tie.facts().size()).reversed())
                .map(Tie::other)
                .toList();
    }

    /** Whether the site has a page for it that is no list, and no concept that only sorts. */
    private static boolean isThing(Link link) {
        return link.path().startsWith("/id/") && !link.path().startsWith("/id/scheme/");
    }

    /** How many things stand in bundles; one that stands in several is one. */
    static int things(List<Bundle> bundles) {
        return (int) bundles.stream()
                .flatMap(bundle -> bundle.things().stream())
                .map(Link::path)
                .distinct()
                .count();
    }

    /** The same with the first of its things alone. */
    Bundle first(int most) {
        return new Bundle(heading, section, things.subList(0, Math.min(most, things.size())), 0);
    }

    /** How many things it has. */
    int size() {
        return things.size() + more;
    }
}
