package org.genevagraph.page;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fixed texts of the site, in files of {@code messages}: {@code home.title} stands in {@code home.properties}, in English, and in
 * {@code home_fr.properties}. They are plain text; what stands for {@code {0}} is escaped with them. {@code {0|tie|ties}} is the first word if
 * the number that stands for {@code {0}} wants the singular in the language, and otherwise the second.
 */
public final class Messages {
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:\\|([^{}|]*)\\|([^{}|]*))?\\}");

    private Messages() {}

    /**
     * A text in a language.
     *
     * @throws java.util.MissingResourceException if there is no such text
     */
    public static String text(Language language, String key, Object... values) {
        String text = bundle(language, key).getString(key);
        return Quotes.nested(PLACE.matcher(text).replaceAll(place -> {
            String value = String.valueOf(values[Integer.parseInt(place.group(1))]);
            return Matcher.quoteReplacement(
                    place.group(2) == null ? value : place.group(language.isOne(value) ? 2 : 3));
        }));
    }

    /** Whether there is such a text in a language. */
    public static boolean has(Language language, String key) {
        return bundle(language, key).containsKey(key);
    }

    private static ResourceBundle bundle(Language language, String key) {
        return ResourceBundle.getBundle(
                "messages/" + key.substring(0, key.indexOf('.')),
                language == Language.EN ? Locale.ROOT : Locale.forLanguageTag(language.tag()),
                NO_OTHER_LANGUAGE);
    }
}
