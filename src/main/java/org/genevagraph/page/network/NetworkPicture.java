package org.genevagraph.page.network;

import java.util.List;
import java.util.Locale;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.layout.Box;

/**
 * The network as a picture: organisations as dots, initiatives between three or more of them as points, lines between.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param dots the organisations, by name
 * @param points the initiatives, by name
 * @param lines what ties them
 */
public record NetworkPicture(double width, double height, List<Dot> dots, List<Point> points, List<Line> lines) {
    /**
     * An organisation.
     *
     * @param id its id
     * @param name its name
     * @param path where the site tells about it
     * @param kind its kind
     * @param ties to how many organisations it is tied
     * @param style the CSS class of its kind
     * @param colour its colour on a light ground
     * @param outline its shape as an SVG path
     * @param x the middle of its label
     * @param label what stands below it
     * @param box the room that it takes with its label
     */
    public record Dot(
            String id,
            String name,
            String path,
            String kind,
            int ties,
            String style,
            String colour,
            String outline,
            double x,
            Text label,
            Box box) {}

    /**
     * An initiative that ties several organisations.
     *
     * @param id its id, with its kind before it
     * @param name its name
     * @param path where the site tells about it
     * @param x where it stands
     * @param y where it stands
     * @param label what stands below it
     */
    public record Point(String id, String name, String path, double x, double y, Text label) {}

    /**
     * A name in the picture.
     *
     * @param size the size of the type
     * @param bold whether it is in bold type
     * @param lines its lines, each with the height of its base line
     */
    public record Text(double size, boolean bold, List<TextLine> lines) {}

    /**
     * A line of a name.
     *
     * @param y its base line
     * @param text what it says
     */
    public record TextLine(double y, String text) {}

    /**
     * A line of the picture.
     *
     * @param from the id of what it begins at
     * @param to the id of what it ends at
     * @param path its SVG path
     * @param standing how sure the surest of its ties is
     * @param arguable whether all of its ties are arguable or derived from something arguable
     * @param why where the site proves it; empty if nowhere
     * @param sentences what ties the two
     */
    public record Line(
            String from,
            String to,
            String path,
            String standing,
            boolean arguable,
            String why,
            List<TieSentence> sentences) {}

    /** A number as it stands in the picture. */
    public static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /**
     * Draws a part of a network with names in a language.
     *
     * @param whole all of the network, by which organisations tell to how many they are tied
     * @param drawn the part
     */
    static NetworkPicture of(Ties ties, Network whole, Network drawn, Labels labels, Language language) {
        return new Drawing(ties, whole, drawn, labels, language).picture();
    }
}
