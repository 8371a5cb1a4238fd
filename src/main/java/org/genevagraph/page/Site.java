package org.genevagraph.page;

import java.util.List;
import java.util.Map;
import org.genevagraph.query.answer.AnswerFormat;

/**
 * What every page knows of the site while it is made: in which language it speaks, where it stands, and which state of the data it shows.
 *
 * @param language the language of the page
 * @param chosen whether the reader chose it with {@code ?lang=}; then links keep it
 * @param path the path of the page, such as {@code /queries/partners.html}
 * @param parameters its parameters without {@code lang}, as a query string; empty if none
 * @param version the version of the graph; empty where none is shown
 * @param dataRead the day on which a source text was last read, such as 2026-11-22; empty if nobody says
 * @param origin scheme and host by which the client reaches the site, such as {@code https://example.org}; empty if nobody knows
 * @param base what the paths of all links begin with, such as {@code /graphs/geneva}; empty if the site has a host for itself
 * @param assets the file names of the assets, with what to add to them so that browsers can keep them for good
 */
public record Site(
        Language language,
        boolean chosen,
        String path,
        String parameters,
        String version,
        String dataRead,
        String origin,
        String base,
        Map<String, String> assets) {
    /** The parameter that chooses the language. */
    public static final String LANGUAGE_PARAMETER = "lang";

    /** A fixed text in the page's language; {@code {0}} in it stands for the first value, and so on. */
    public String text(String key, Object... values) {
        return Messages.text(language, key, values);
    }

    /** A fixed text for something that is not fixed, such as the word for a column; the other text if there is none for it. */
    public String textOr(String key, String other) {
        return Messages.has(language, key) ? text(key) : other;
    }

    /** A path of the site as a link from this page has it: the language that the reader chose goes along. */
    public String link(String path) {
        return to(chosen ? with(path, language) : path);
    }

    /** A path of the site as links have it that speak no language, such as those to files; an address elsewhere stays as it is. */
    public String to(String path) {
        return path.startsWith("/") ? base + path : path;
    }

    /**
     * The name of a thing as it is put into a sentence that {@link #agreed} then reads.
     *
     * @param iri the thing
     * @param translated whether the name is in the language of the page, and not in English for want of one
     */
    public String named(String name, String iri, boolean translated) {
        return language.named(name, iri, translated);
    }

    /** A sentence whose names take what the language puts before them. */
    public String agreed(String sentence) {
        return Quotes.nested(language.agreed(sentence));
    }

    /** Names after each other as a sentence has them: {@code C1, C2 and C3}. */
    public String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : text("answer.and", String.join(", ", names.subList(0, last)), names.get(last));
    }

    /** The whole address of a path of the site, as people note it down. */
    public String address(String path) {
        return origin + to(path);
    }

    /** The whole address of a path of the site in the language that the reader chose, as a sheet of paper has it. */
    public String printed(String path) {
        return origin + link(path);
    }

    /** The path of this page with what was asked of it, whatever the language. */
    public String asked() {
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    /** This page in another language. */
    public String in(Language other) {
        return in(asked(), other);
    }

    /** A path of the site in a language, whether or not the reader chose one. */
    public String in(String path, Language language) {
        return to(with(path, language));
    }

    private static String with(String path, Language language) {
        int hash = path.indexOf('#');
        String page = hash < 0 ? path : path.substring(0, hash);
        return page + (page.contains("?") ? "&" : "?") + LANGUAGE_PARAMETER + "=" + language.tag()
                + (hash < 0 ? "" : path.substring(hash));
    }

    /** The page as a link without the ending that says that it is one: what other forms have their endings behind. */
    public String stem() {
        return to(path.replaceFirst("\\.html$", ""));
    }

    /** The languages that the page is also to be had in. */
    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** The path of a style sheet, script or picture. */
    public String asset(String name) {
        return base + "/assets/" + name + assets.getOrDefault(name, "");
    }

    /** The media type of a format of RDF by its ending. */
    public String rdfType(String ending) {
        return AnswerFormat.of(ending).map(AnswerFormat::mediaType).orElse("");
    }

    /** A whole number as the language writes it. */
    public String number(long number) {
        return number(Long.toString(number));
    }

    /** A number in digits and a point as the language writes it; anything else as it is. */
    public String number(String written) {
        return language.number(written);
    }

    /** A day or a month as the language writes it; anything else as it is. */
    public String date(String written) {
        return language.date(written);
    }

    /** Whether the page belongs to this part of the site. */
    public boolean isIn(String part) {
        return path.equals(part) || path.startsWith(part + "/");
    }
}
