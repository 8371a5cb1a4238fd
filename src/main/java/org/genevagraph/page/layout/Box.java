package org.genevagraph.page.layout;

/**
 * A rectangle in the plane, in the units of the picture; y grows downwards.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width how wide it is
 * @param height how high it is
 */
public record Box(double x, double y, double width, double height) {
    /** Whether the two share more than an edge. */
    public boolean overlaps(Box other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }

    Box movedBy(double right, double down) {
        return new Box(x + right, y + down, width, height);
    }
}
