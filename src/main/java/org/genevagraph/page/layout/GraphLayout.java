package org.genevagraph.page.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places the boxes of a graph so that none overlaps another, what is linked stands close, and what is not linked at all stands apart. Boxes
 * hold their labels, so that labels do not overlap either.
 *
 * @param boxes where each box stands, in the order given; the picture begins at 0, 0
 * @param width how wide the picture is
 * @param height how high the picture is
 */
public record GraphLayout(List<Box> boxes, double width, double height) {
    /** How wide a picture is for its height, as far as the graph permits. */
    private static final double ASPECT = 1.5;

    private static final double GAP_BETWEEN_COMPONENTS = 26;

    /**
     * How large a box is.
     *
     * @param width how wide
     * @param height how high
     */
    public record Size(double width, double height) {}

    /**
     * A link between two boxes.
     *
     * @param from the number of the one
     * @param to the number of the other
     */
    public record Edge(int from, int to) {}

    public GraphLayout {
        boxes = List.copyOf(boxes);
    }

    /**
     * Lays out a graph.
     *
     * @throws IndexOutOfBoundsException if an edge names a box that is not there
     */
    public static GraphLayout of(List<Size> sizes, List<Edge> edges) {
        List<List<Integer>> neighbours = neighbours(sizes.size(), edges);
        List<int[]> components = components(neighbours);
        Box[] boxes = new Box[sizes.size()];
        List<Box> outlines = new ArrayList<>();
        for (int[] component : components) {
            Box[] placed = place(component, sizes, neighbours);
            for (int i = 0; i < component.length; i++) {
                boxes[component[i]] = placed[i];
            }
            outlines.add(around(Arrays.asList(placed)));
        }
        List<Box> packed = ComponentPacking.pack(outlines, GAP_BETWEEN_COMPONENTS, ASPECT);
        for (int c = 0; c < components.size(); c++) {
            Box from = outlines.get(c);
            Box to = packed.get(c);
            for (int node : components.get(c)) {
                boxes[node] = boxes[node].movedBy(to.x() - from.x(), to.y() - from.y());
            }
        }
        Box all = around(Arrays.asList(boxes));
        return new GraphLayout(Arrays.asList(boxes), all.width(), all.height());
    }

    private static List<List<Integer>> neighbours(int count, List<Edge> edges) {
        List<List<Integer>> neighbours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            neighbours.add(new ArrayList<>());
        }
        for (Edge edge : edges) {
            if (edge.from() != edge.to() && !neighbours.get(edge.from()).contains(edge.to())) {
                neighbours.get(edge.from()).add(edge.to());
                neighbours.get(edge.to()).add(edge.from());
            }
        }
        return neighbours;
    }

    private static List<int[]> components(List<List<Integer>> neighbours) {
        boolean[] seen = new boolean[neighbours.size()];
        List<int[]> components = new ArrayList<>();
        for (int start = 0; start < seen.length; start++) {
            if (seen[start]) {
                continue;
            }
            List<Integer> component = new ArrayList<>();
            Deque<Integer> next = new ArrayDeque<>(List.of(start));
            seen[start] = true;
            while (!next.isEmpty()) {
                int node = next.poll();
                component.add(node);
                for (int neighbour : neighbours.get(node)) {
                    if (!seen[neighbour]) {
                        seen[neighbour] = true;
                        next.add(neighbour);
                    }
                }
            }
            components.add(
                    component.stream().mapToInt(Integer::intValue).sorted().toArray());
        }
        return components;
    }

    private static Box[] place(int[] component, List<Size> sizes, List<List<Integer>> neighbours) {
        int count = component.length;
        Size[] own = Arrays.stream(component).mapToObj(sizes::get).toArray(Size[]::new);
        int[][] links = new int[count][];
        for (int i = 0; i < count; i++) {
            links[i] = neighbours.get(component[i]).stream()
                    .mapToInt(node -> Arrays.binarySearch(component, node))
                    .toArray();
        }
        double[][] centres = StressLayout.place(own, links);
        Overlaps.remove(centres, own);
        return IntStream.range(0, count)
                .mapToObj(i -> new Box(
                        centres[i][0] - own[i].width() / 2,
                        centres[i][1] - own[i].height() / 2,
                        own[i].width(),
                        own[i].height()))
                .toArray(Box[]::new);
    }

    private static Box around(List<Box> boxes) {
        double left = boxes.stream().mapToDouble(Box::x).min().orElse(0);
        double top = boxes.stream().mapToDouble(Box::y).min().orElse(0);
        double right =
                boxes.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0);
        double bottom =
                boxes.stream().mapToDouble(box -> box.y() + box.height()).max().orElse(0);
        return new Box(left, top, right - left, bottom - top);
    }
}
