package org.genevagraph.page.docs;

import java.util.List;

/** The terms that the documentation explains, each at {@code /docs/facts#term-…}; their words are the messages {@code glossary}. */
public final class Glossary {
    /** The terms in the order of their names in English. */
    public static final List<String> TERMS = List.of(
            "action-line",
            "commitment",
            "facilitator",
            "gdc",
            "sdg",
            "initiative",
            "issue",
            "objective",
            "passage",
            "profile",
            "standing",
            "wsis");

    private Glossary() {}

    /** Where a term is explained. */
    public static String path(String term) {
        return "/docs/facts#term-" + term;
    }
}
