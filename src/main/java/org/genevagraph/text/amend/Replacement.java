package org.genevagraph.text.amend;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A term and what is put in its place: a row of the table of replacements. A form that ends in a hyphen, such as {@code e-}, is the
 * beginning of words; one in capitals, such as {@code ICTs}, is an acronym, which says nothing of the case of what it stands for.
 *
 * @param id what other tables call it
 * @param term the term, as the source names it
 * @param forms what stands for the term in a text, the term itself among them
 * @param instead what is put in their place
 * @param pluralForms what stands for several of the term
 * @param plural what is put in the place of these; empty if there are none
 * @param senseless words that the replacement leaves without sense, such as {@code e-mail}
 * @param names names and titles in which the term stands, and which are no longer names once it is replaced
 */
public record Replacement(
        String id,
        String term,
        List<String> forms,
        String instead,
        List<String> pluralForms,
        String plural,
        List<String> senseless,
        List<String> names) {
    public Replacement {
        forms = List.copyOf(forms);
        pluralForms = List.copyOf(pluralForms);
        senseless = List.copyOf(senseless);
        names = List.copyOf(names);
    }

    /** Everything that stands for the term in a text, in the singular and in the plural. */
    public List<String> allForms() {
        return Stream.concat(forms.stream(), pluralForms.stream()).toList();
    }

    /** Whether a word in lower case is one that this replacement brings into a text. */
    boolean brings(String word) {
        return words(instead).contains(word) || words(plural).contains(word);
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split(" ", -1));
    }
}
