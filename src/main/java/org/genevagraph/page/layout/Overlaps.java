package org.genevagraph.page.layout;

import org.genevagraph.page.layout.GraphLayout.Size;

/** Pushes boxes apart that overlap, each as little as is needed; where there is no room for that, the whole is drawn out. */
final class Overlaps {
    private static final int ROUNDS = 300;
    private static final double STRETCH = 1.04;
    private static final double GAP = 4;
    private static final double LITTLE = 1e-6;

    private Overlaps() {}

    /** Moves the centres, x and y, of boxes until no two of them overlap. */
    static void remove(double[][] centres, Size[] sizes) {
        spread(centres);
        while (!pushApart(centres, sizes)) {
            for (double[] centre : centres) {
                centre[0] *= STRETCH;
                centre[1] *= STRETCH;
            }
        }
    }

    /** So that no two stand on the same spot, from which no stretching would part them. */
    private static void spread(double[][] centres) {
        for (int i = 0; i < centres.length; i++) {
            centres[i][0] += i * LITTLE;
            centres[i][1] += (centres.length - i) * LITTLE;
        }
    }

    private static boolean pushApart(double[][] centres, Size[] sizes) {
        for (int round = 0; round < ROUNDS; round++) {
            boolean moved = false;
            for (int i = 0; i < centres.length; i++) {
                for (int j = 0; j < i; j++) {
                    moved |= push(centres[i], sizes[i], centres[j], sizes[j]);
                }
            }
            if (!moved) {
                return true;
            }
        }
        return false;
    }

    /** Moves two boxes apart along the axis on which that takes less. */
    private static boolean push(double[] one, Size oneSize, double[] other, Size otherSize) {
        double dx = one[0] - other[0];
        double dy = one[1] - other[1];
        double across = (oneSize.width() + otherSize.width()) / 2 + GAP - Math.abs(dx);
        double down = (oneSize.height() + otherSize.height()) / 2 + GAP - Math.abs(dy);
        if (across <= LITTLE || down <= LITTLE) {
            return false;
        }
        int axis = across < down ? 0 : 1;
        double step = Math.min(across, down) / 2 + LITTLE;
        double sign = (axis == 0 ? dx : dy) < 0 ? -1 : 1;
        one[axis] += sign * step;
        other[axis] -= sign * step;
        return true;
    }
}
