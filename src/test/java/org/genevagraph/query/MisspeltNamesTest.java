package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.query.search.SearchRequest;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** A name with one slip of the hand, at whatever place, finds its thing. */
class MisspeltNamesTest {
    private static final String LONG = "Forum on Privacy in Rural Harbours";
    private static final int MANY = 1_200;

    private static SearchIndex called(Stream<String> names) {
        Graph graph = GraphFactory.createDefaultGraph();
        names.forEach(name -> graph.add(
                NodeFactory.createURI(iri(name)), SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang(name, "en")));
        return SearchIndex.of(graph);
    }

    private static String iri(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "");
        return Iris.thing("organisation", slug).getURI();
    }

    /** The name with a letter more, less and changed, and with neighbours swapped, at each place or each of some places. */
    private static List<String> slips(String name, int step) {
        List<String> slips = new ArrayList<>();
        for (int at = 0; at <= name.length(); at += step) {
            slips.add(name.substring(0, at) + "k" + name.substring(at));
            if (at < name.length()) {
                slips.add(name.substring(0, at) + name.substring(at + 1));
                slips.add(name.substring(0, at) + "k" + name.substring(at + 1));
            }
            if (at + 1 < name.length()) {
                slips.add(name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2));
            }
        }
        return slips;
    }

    private static void assertFound(SearchIndex index, String name, int step) throws Refusal {
        List<String> lost = new ArrayList<>();
        List<String> slips = slips(name, step);
        for (String slip : slips) {
            String first = index.search(SearchRequest.of(Map.of("q", slip))).hits().stream()
                    .findFirst()
                    .map(hit -> hit.thing().iri())
                    .orElse("nothing");
            if (!first.equals(iri(name))) {
                lost.add(slip + " → " + first);
            }
        }
        assertEquals(List.of(), lost);
        assertTrue(slips.size() > 3 * name.length() / step, "slips: " + slips.size());
    }

    @Test
    void amongFewNames() throws Refusal {
        SearchIndex index = called(Stream.of(LONG, "Forum on Water", "Society of Bakers", "Zürich Café", "Lacustre"));
        for (String name : List.of(LONG, "Zürich Café", "Lacustre")) {
            assertFound(index, name, 1);
        }
    }

    @Test
    void amongManyThatBeginOrEndAlike() throws Refusal {
        SearchIndex beginning = called(Stream.concat(
                Stream.of(LONG),
                IntStream.range(0, MANY).mapToObj(number -> "Forum on Privacy in Town " + word(number))));
        assertFound(beginning, LONG, 3);
        SearchIndex ending = called(Stream.concat(
                Stream.of(LONG), IntStream.range(0, MANY).mapToObj(number -> word(number) + " in Rural Harbours")));
        assertFound(ending, LONG, 3);
    }

    /** A word of letters alone for each number. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("Q");
        for (int left = number; left > 0; left /= 10) {
            word.append("aeioubdfgl".charAt(left % 10));
        }
        return word.append('x').toString();
    }
}
