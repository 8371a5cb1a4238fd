package org.genevagraph.page.imprint;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genevagraph.page.docs.Citation;

/**
 * Who answers for an installation, as whoever runs it has set.
 *
 * @param owner the person or body
 * @param contact a mail address, or the address of a page with a form; empty if there is none
 * @param repository where the program and its tables can be read and changed; empty if nobody says
 */
public record Imprint(String owner, String contact, String repository) {
    /** Where the imprint stands. */
    public static final String PATH = "/imprint";

    /** The parameter that names the page on which something is wrong. */
    public static final String ABOUT = "about";

    /** What is said if nobody has set anything. */
    public static final Imprint PLAIN = new Imprint(Citation.AUTHOR, "", "");

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]+");

    /** A path of this site; anything else is no page of it. */
    private static final Pattern PAGE = Pattern.compile("/(?!/)[^\\s<>\"\\\\]{0,500}");

    /** Pages of trackers that take what is to be filled in. */
    private static final Pattern ISSUES = Pattern.compile(".*/issues/new/?");

    /**
     * What somebody has set; what is not set is as usual.
     *
     * @throws IllegalArgumentException with what is wrong and how to fix it
     */
    public static Imprint of(String owner, String contact, String repository) {
        String reached = text(contact);
        if (!reached.isEmpty()
                && !MAIL.matcher(reached).matches()
                && !WEB.matcher(reached).matches()) {
            throw new IllegalArgumentException(
                    "'" + reached + "' is no contact – write desk@example.org or https://example.org/contact");
        }
        String code = text(repository);
        if (!code.isEmpty() && !WEB.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "'" + code + "' is no address of a repository – write https://example.org/geneva-graph");
        }
        return new Imprint(text(owner).isEmpty() ? PLAIN.owner() : text(owner), reached, code);
    }

    /** The page of this site that somebody names; empty if it is none. */
    public static Optional<String> page(String named) {
        return Optional.ofNullable(named).filter(path -> PAGE.matcher(path).matches());
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    /** Whether the contact is a mail address. */
    private boolean isMail() {
        return MAIL.matcher(contact).matches();
    }

    /** The contact as a link; empty if there is none. */
    public String link() {
        return isMail() ? "mailto:" + contact : contact;
    }

    /** A link that begins a message to the contact, filled in as far as its sort can be; empty if there is none. */
    public String link(String subject, String body) {
        if (isMail()) {
            return link() + "?subject=" + encoded(subject) + "&body=" + encoded(body);
        }
        return ISSUES.matcher(contact).matches()
                ? contact + "?title=" + encoded(subject) + "&body=" + encoded(body)
                : contact;
    }

    private static String encoded(String text) {
        // Mail programs take a plus sign for itself.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
