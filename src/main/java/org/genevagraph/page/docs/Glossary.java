package org.genevagraph.page.docs;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;

/** The terms that the documentation explains, each at {@code /docs/facts#term-…}; their words are the messages {@code glossary}. */
public final class Glossary {
    /** The terms. */
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

    /** The terms in the order of their names in a language. */
    public static List<String> terms(Language language) {
        return TERMS.stream()
                .sorted(Comparator.comparing(
                        term -> Messages.text(language, "glossary." + term + ".name"),
                        Collator.getInstance(language.locale())))
                .toList();
    }

    /** Where a term is explained. */
    public static String path(String term) {
        return "/docs/facts#term-" + term;
    }
}
