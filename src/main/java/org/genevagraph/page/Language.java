package org.genevagraph.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the site speaks. */
public enum Language {
    /** English, in which the data are. */
    EN("English"),
    /** French: fixed texts and the names of concepts. */
    FR("Français");

    private final String name;

    Language(String name) {
        this.name = name;
    }

    /** Its tag: {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it calls itself. */
    public String label() {
        return name;
    }

    /** How it writes numbers and dates. */
    public Locale locale() {
        return this == EN ? Locale.UK : Locale.forLanguageTag("fr-CH");
    }

    /** The language of this tag. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The tags of all languages. */
    public static List<String> tags() {
        return Arrays.stream(values()).map(Language::tag).toList();
    }

    /** The one that a reader likes best, as the header Accept-Language tells it; English if it tells nothing that helps. */
    public static Language accepted(String header) {
        if (header == null || header.isBlank()) {
            return EN;
        }
        try {
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), tags()))
                    .flatMap(Language::of)
                    .orElse(EN);
        } catch (IllegalArgumentException e) {
            // A header that no browser sends.
            return EN;
        }
    }
}
