package org.genevagraph.page.docs;

import java.util.Locale;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;
import org.genevagraph.page.Site;

/**
 * A page as others cite it: in words, for BibTeX, and for programs that read RIS.
 *
 * @param title what the page is called
 * @param address its permanent address
 * @param version the version of the graph
 * @param read the day on which a source text was last read; empty if nobody says
 */
public record Reference(String title, String address, String version, String read) {
    private static final String SET = "Geneva Graph";
    private static final int YEAR_DIGITS = 4;
    private static final int KEY_LETTERS = 40;

    /** A page of the site under an address; an empty one stands for that by which it was asked for. */
    public static Reference of(Site site, String title, String address) {
        return new Reference(
                title, address.isEmpty() ? site.address(site.asked()) : address, site.version(), site.dataRead());
    }

    private String year() {
        return read.isEmpty() ? "" : read.substring(0, YEAR_DIGITS);
    }

    /** In words. */
    public String text(Site site) {
        return read.isEmpty()
                ? site.text("cite.undated", Citation.AUTHOR, title, version, address)
                : site.text(
                        "cite.text",
                        Citation.AUTHOR,
                        year(),
                        title,
                        version,
                        site.language().date(read),
                        address);
    }

    /** An entry for BibTeX, whose title and note are in a language. */
    public String bibtex(Language language) {
        return """
                @misc{%1$s,
                  author       = {{%2$s}},
                  title        = {{%3$s}},
                  year         = {%4$s},
                  version      = {%5$s},
                  language     = {%6$s},
                  note         = {%7$s},
                  howpublished = {\\url{%8$s}}
                }""".formatted(
                        key(),
                        Citation.AUTHOR,
                        escaped(title),
                        year(),
                        version,
                        language.locale().getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                        escaped(SET + ", version " + version + noted(language, ", ")),
                        address.replace("%", "\\%"));
    }

    /** A word that names the entry: the last part of the address. */
    private String key() {
        String last = address.replaceFirst("^[a-z]+://[^/]+", "")
                .replaceFirst("^/geneva-graph/", "/")
                .replaceFirst("^/(id|queries)/", "/")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return "geneva-graph" + (last.isEmpty() ? "" : "-" + last.substring(0, Math.min(KEY_LETTERS, last.length())));
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\{}]", "").replaceAll("([&%$#_])", "\\\\$1").replace("~", "\\textasciitilde{}");
    }

    /** When the sources were last read, behind a mark; empty if nobody says. */
    private String noted(Language language, String before) {
        return read.isEmpty() ? "" : before + Messages.text(language, "cite.read", read);
    }

    /** An entry in RIS, whose title and note are in a language. */
    public String ris(Language language) {
        return String.join(
                "\n",
                "TY  - DATA",
                "AU  - " + Citation.AUTHOR,
                "PY  - " + year(),
                "TI  - " + title,
                "T2  - " + SET,
                "ET  - " + version,
                "LA  - " + language.tag(),
                "N1  - " + noted(language, ""),
                "UR  - " + address,
                "ER  - ");
    }
}
