package org.genevagraph.page.picture;

import org.genevagraph.page.Site;

/**
 * A picture of the site in somebody else's page: a link to the page that tells about it, around the picture.
 *
 * @param page the permanent address of its page
 * @param code what to put into the HTML of the other page
 */
public record Embedding(String page, String code) {
    /**
     * The code for a picture.
     *
     * @param page the path of its page, with what was asked of it
     * @param picture the path of the picture as SVG
     * @param headline what the picture shows, for those who do not see it
     */
    public static Embedding of(String page, String picture, String headline, Site site) {
        String address = site.origin() + site.link(page);
        String code =
                "<a href=\"" + attribute(address) + "\"><img src=\"" + attribute(site.origin() + site.link(picture))
                        + "\" alt=\"" + attribute(headline) + "\" style=\"max-width: 100%\"></a>";
        return new Embedding(address, code);
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
