package org.genevagraph.page.compact;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.Text;
import org.genevagraph.vocabulary.Iris;

/**
 * What the things of the Compact are called on a page.
 *
 * @param compact the Compact
 * @param labels the names of all things
 * @param site the page's language, and how it links
 */
public record Names(Compact compact, Labels labels, Site site) {
    /** Its name in the page's language. */
    public String name(Node thing) {
        return labels.of(thing, site.language());
    }

    /** Words of the tables in the page's language. */
    public Text text(String words) {
        return labels.text(words, site.language());
    }

    /** How it is called in short: C5, SDG 9, Objective 4; its name if it has neither code nor number. */
    public String code(Node thing) {
        String code = compact.codes().get(thing);
        if (code == null) {
            return name(thing);
        }
        return switch (Iris.kind(thing.getURI())) {
            case "sdg" -> site.text("compact.sdg", code);
            case "objective" -> site.text("compact.objective", code);
            default -> code(code, name(thing), site.language());
        };
    }

    /** The code of an Action Line in a language: the narrower lines of C7 have English words for codes. */
    public static String code(String code, String name, Language language) {
        return code.contains(" ") && language != Language.EN
                ? code.substring(0, code.indexOf(' ') + 1)
                        + name.substring(0, 1).toLowerCase(Locale.ROOT)
                        + name.substring(1)
                : code;
    }

    /** What its name adds to its code; empty if nothing. */
    public String rest(Node thing) {
        String name = name(thing);
        return code(thing).toLowerCase(Locale.ROOT).endsWith(name.toLowerCase(Locale.ROOT)) ? "" : name;
    }

    /** Code and name: "C5: Building confidence…". */
    public String full(Node thing) {
        String rest = rest(thing);
        return rest.isEmpty() ? code(thing) : site.text("compact.full", code(thing), rest);
    }

    /** A link to what the site tells about it, by its name. */
    public Link link(Node thing) {
        return new Link(name(thing), path(thing));
    }

    /** Where the site tells about it. */
    public String path(Node thing) {
        return site.link(Paths.of(thing.getURI()));
    }

    /** The document that a passage is part of. */
    public static Node document(Node passage) {
        String slug = slug(passage);
        return Iris.thing("document", slug.substring(0, slug.indexOf('/')));
    }

    /** Where the site tells why a thing is said to be as it is, or why two of them belong together. */
    public String why(Node subject, Node... object) {
        String path = "/queries/why.html?subject=" + Paths.encoded(id(subject));
        return site.link(object.length == 0 ? path : path + "&object=" + Paths.encoded(id(object[0])));
    }

    private static String id(Node thing) {
        return Iris.kind(thing.getURI()) + ":" + slug(thing);
    }

    /** The slug of a thing: {@code c5}. */
    public static String slug(Node thing) {
        return Iris.parse(thing.getURI()).map(Iris.Id::slug).orElse(thing.getURI());
    }
}
