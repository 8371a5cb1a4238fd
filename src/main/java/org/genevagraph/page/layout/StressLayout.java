package org.genevagraph.page.layout;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.genevagraph.page.layout.GraphLayout.Size;

/**
 * Places the nodes of a connected graph so that their distances in the plane are as close as can be to their distances in the graph: stress
 * majorisation (Gansner, Koren and North, 2004), from several fixed beginnings of which the best wins.
 */
final class StressLayout {
    private static final int BEGINNINGS = 6;
    private static final int MOST_ROUNDS = 400;
    private static final double LITTLE = 1e-4;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final double GAP = 34;
    /** By how much an edge gets longer for each further neighbour that its ends have to share the space with. */
    private static final double CROWD = 5.5;

    private StressLayout() {}

    /** Where the centre of each node should be, x and y, the long side of the whole lying across. */
    static double[][] place(Size[] sizes, int[][] links) {
        int count = sizes.length;
        if (count == 1) {
            return new double[1][2];
        }
        double[][] wanted = distances(sizes, links);
        double[][] weights = weights(wanted);
        double[][] best = null;
        double least = Double.MAX_VALUE;
        for (int beginning = 0; beginning < BEGINNINGS; beginning++) {
            double[][] places = begin(wanted, beginning);
            double stress = settle(places, wanted, weights);
            // So that rounding does not decide between mirror images.
            if (stress < least * (1 - LITTLE)) {
                least = stress;
                best = places;
            }
        }
        turn(best);
        return best;
    }

    /** The shortest ways through the graph; an edge is long enough for its ends and, at a hub, for the hub's neighbours. */
    private static double[][] distances(Size[] sizes, int[][] links) {
        int count = sizes.length;
        double[][] distances = new double[count][count];
        record Reached(int node, double distance) {}
        for (int start = 0; start < count; start++) {
            Arrays.fill(distances[start], Double.MAX_VALUE);
            PriorityQueue<Reached> next = new PriorityQueue<>((a, b) -> Double.compare(a.distance(), b.distance()));
            next.add(new Reached(start, 0));
            distances[start][start] = 0;
            while (!next.isEmpty()) {
                Reached reached = next.poll();
                if (reached.distance() > distances[start][reached.node()]) {
                    continue;
                }
                for (int neighbour : links[reached.node()]) {
                    double distance = reached.distance() + length(sizes, links, reached.node(), neighbour);
                    if (distance < distances[start][neighbour]) {
                        distances[start][neighbour] = distance;
                        next.add(new Reached(neighbour, distance));
                    }
                }
            }
        }
        return distances;
    }

    /** How much the distance of two nodes counts: less, the further they should be from each other. */
    private static double[][] weights(double[][] wanted) {
        return Arrays.stream(wanted)
                .map(row -> Arrays.stream(row)
                        .map(distance -> 1 / (distance * distance))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double length(Size[] sizes, int[][] links, int one, int other) {
        double reach = (sizes[one].width() + sizes[one].height() + sizes[other].width() + sizes[other].height()) / 8;
        return GAP + reach + CROWD * Math.min(12, Math.max(links[one].length, links[other].length) - 1);
    }

    /** A spiral around one of the most central nodes, what is near in the graph near the middle. */
    private static double[][] begin(double[][] wanted, int beginning) {
        int count = wanted.length;
        Integer[] central = new Integer[count];
        Arrays.setAll(central, i -> i);
        Arrays.sort(central, (a, b) -> Double.compare(sum(wanted[a]), sum(wanted[b])));
        int middle = central[Math.min(count - 1, beginning / 2)];
        Integer[] order = central.clone();
        Arrays.sort(order, (a, b) -> Double.compare(wanted[middle][a], wanted[middle][b]));
        double[][] places = new double[count][2];
        for (int i = 0; i < count; i++) {
            double angle = beginning % 2 == 0 ? i * GOLDEN_ANGLE : 2 * Math.PI * i / count;
            places[order[i]][0] = wanted[middle][order[i]] * Math.cos(angle);
            places[order[i]][1] = wanted[middle][order[i]] * Math.sin(angle);
        }
        return places;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    /** Moves each node to where all others want it, until hardly anything gains; the stress that is left. */
    private static double settle(double[][] places, double[][] wanted, double[][] weights) {
        double before = stress(places, wanted, weights);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (int i = 0; i < places.length; i++) {
                move(i, places, wanted[i], weights[i]);
            }
            double after = stress(places, wanted, weights);
            if (before - after < LITTLE * before) {
                return after;
            }
            before = after;
        }
        return before;
    }

    private static void move(int node, double[][] places, double[] wanted, double[] weights) {
        double x = 0;
        double y = 0;
        double all = 0;
        for (int other = 0; other < places.length; other++) {
            if (other == node) {
                continue;
            }
            double dx = places[node][0] - places[other][0];
            double dy = places[node][1] - places[other][1];
            double stretch = wanted[other] / Math.max(1e-9, length(dx, dy));
            double weight = weights[other];
            x += weight * (places[other][0] + dx * stretch);
            y += weight * (places[other][1] + dy * stretch);
            all += weight;
        }
        places[node][0] = x / all;
        places[node][1] = y / all;
    }

    private static double stress(double[][] places, double[][] wanted, double[][] weights) {
        double stress = 0;
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < i; j++) {
                double gap = length(places[i][0] - places[j][0], places[i][1] - places[j][1]) - wanted[i][j];
                stress += gap * gap * weights[i][j];
            }
        }
        return stress;
    }

    /** {@link Math#hypot} minds sizes that no picture has, and takes most of the time of a layout for that. */
    private static double length(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Turns the whole so that it is as wide as can be and the longest way through it lies across. */
    private static void turn(double[][] places) {
        double x =
                Arrays.stream(places).mapToDouble(place -> place[0]).average().orElse(0);
        double y =
                Arrays.stream(places).mapToDouble(place -> place[1]).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (double[] place : places) {
            xx += (place[0] - x) * (place[0] - x);
            xy += (place[0] - x) * (place[1] - y);
            yy += (place[1] - y) * (place[1] - y);
        }
        double angle = -Math.atan2(2 * xy, xx - yy) / 2;
        for (double[] place : places) {
            double dx = place[0] - x;
            double dy = place[1] - y;
            place[0] = dx * Math.cos(angle) - dy * Math.sin(angle);
            place[1] = dx * Math.sin(angle) + dy * Math.cos(angle);
        }
    }
}
