package org.genevagraph.page.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A page of the documentation; its title and what it is about are the fixed texts {@code docs.{slug}} and {@code docs.{slug}.about}. */
public enum DocPage {
    /** What a fact is, how sure it is, and how to read why. */
    FACTS,
    /** How to cite. */
    CITE,
    /** How to ask from other programs. */
    QUERY,
    /** The addresses of the server. */
    API,
    /** How to match a table with the graph. */
    RECONCILE,
    /** How to correct or add a fact. */
    CONTRIBUTE,
    /** From a text to facts: the commands for curators, and how an assistant proposes rows. */
    CURATE,
    /** What was read, and where the sources are silent. */
    COVERAGE,
    /** What each page is for, languages, access, privacy. */
    SITE,
    /** How to run a server for others. */
    OPERATE;

    /** Where the documentation stands. */
    public static final String INDEX = "/docs";

    /** Its name in its path. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its path. */
    public String path() {
        return INDEX + "/" + slug();
    }

    /** The page of this name. */
    public static Optional<DocPage> of(String slug) {
        return Arrays.stream(values()).filter(page -> page.slug().equals(slug)).findFirst();
    }

    /** The names of all pages. */
    public static List<String> slugs() {
        return Arrays.stream(values()).map(DocPage::slug).toList();
    }
}
