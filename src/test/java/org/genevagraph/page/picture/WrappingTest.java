package org.genevagraph.page.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.Mini;
import org.junit.jupiter.api.Test;

/** Lines of text in pictures stay within their width. */
class WrappingTest {
    private static final int WIDTH = 248;
    private static final int SIZE = 13;

    @Test
    void whatIsCutLeavesRoomForTheEllipsis() {
        assertEquals(List.of("one two"), Wrapping.lines("one two", WIDTH, SIZE, 2));
        assertEquals(List.of(), Wrapping.lines("", WIDTH, SIZE, 2));
        double two = Wrapping.width("one two", SIZE);
        assertEquals(List.of("one two", "six …"), Wrapping.lines("one two six ten one two", two, SIZE, 2));
        assertEquals(List.of("a …"), Wrapping.lines("a bb", Wrapping.width("bb", SIZE), SIZE, 1));
    }

    @Test
    void noNameIsWiderThanItsColumnUnlessItIsOneWord() {
        Set<String> names = Mini.realSnapshot().dataset().getDefaultGraph().stream(
                        Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .collect(Collectors.toSet());
        assertTrue(names.size() > 100);
        for (String name : names) {
            for (String line : Wrapping.lines(name, WIDTH, SIZE, 2)) {
                boolean fits = Wrapping.width(line, SIZE) <= WIDTH;
                assertTrue(fits || !line.replace(" …", "").contains(" "), line);
            }
        }
    }
}
