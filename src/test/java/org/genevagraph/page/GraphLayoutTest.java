package org.genevagraph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.genevagraph.page.layout.Box;
import org.genevagraph.page.layout.GraphLayout;
import org.genevagraph.page.layout.GraphLayout.Edge;
import org.genevagraph.page.layout.GraphLayout.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of made-up networks of 200, as uneven as real ones: a few hubs, many with one tie, several parts. */
class GraphLayoutTest {
    private static final int COUNT = 200;

    private static List<Size> sizes(Random random) {
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            sizes.add(new Size(14 + random.nextInt(100), 20 + random.nextInt(35)));
        }
        return sizes;
    }

    private static List<Edge> edges(Random random) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 1; i < COUNT; i++) {
            // Every fortieth begins a part of its own; who has ties already gets more.
            int first = i / 40 * 40;
            if (i > first) {
                edges.add(new Edge(i, first + (int) (Math.pow(random.nextDouble(), 3) * (i - first))));
                if (random.nextInt(4) == 0) {
                    edges.add(new Edge(i, first + random.nextInt(i - first)));
                }
            }
        }
        return edges;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingOverlapsAtTwoHundred(long seed) {
        Random random = new Random(seed);
        List<Size> sizes = sizes(random);
        List<Edge> edges = edges(random);
        GraphLayout layout = GraphLayout.of(sizes, edges);
        List<Box> boxes = layout.boxes();
        double covered = 0;
        for (int i = 0; i < COUNT; i++) {
            Box box = boxes.get(i);
            assertEquals(sizes.get(i), new Size(box.width(), box.height()));
            assertTrue(
                    box.x() >= 0
                            && box.y() >= 0
                            && box.x() + box.width() <= layout.width() + 1e-6
                            && box.y() + box.height() <= layout.height() + 1e-6,
                    box + " is not in the picture");
            for (int j = 0; j < i; j++) {
                assertFalse(box.overlaps(boxes.get(j)), box + " and " + boxes.get(j) + ", seed " + seed);
            }
            covered += box.width() * box.height();
        }
        double used = covered / (layout.width() * layout.height());
        assertTrue(used > 0.12, "most of the picture is empty: " + used);
        double aspect = layout.width() / layout.height();
        assertTrue(aspect > 0.7 && aspect < 2.6, "the picture is a strip: " + aspect);
        assertTrue(nearness(boxes, edges) < 0.5, "what is linked stands far apart: " + nearness(boxes, edges));
        assertEquals(layout, GraphLayout.of(sizes, edges));
    }

    /** How far apart linked boxes stand, for any two in the same part. */
    private static double nearness(List<Box> boxes, List<Edge> edges) {
        double linked = edges.stream()
                .mapToDouble(edge -> distance(boxes.get(edge.from()), boxes.get(edge.to())))
                .average()
                .orElseThrow();
        double any = 0;
        int pairs = 0;
        for (int i = 0; i < COUNT; i++) {
            for (int j = i / 40 * 40; j < i; j++) {
                any += distance(boxes.get(i), boxes.get(j));
                pairs++;
            }
        }
        return linked / (any / pairs);
    }

    private static double distance(Box one, Box other) {
        return Math.hypot(
                one.x() + one.width() / 2 - other.x() - other.width() / 2,
                one.y() + one.height() / 2 - other.y() - other.height() / 2);
    }

    @Test
    void oneAndNone() {
        assertEquals(
                List.of(new Box(0, 0, 10, 20)),
                GraphLayout.of(List.of(new Size(10, 20)), List.of()).boxes());
        assertEquals(List.of(), GraphLayout.of(List.of(), List.of()).boxes());
    }
}
