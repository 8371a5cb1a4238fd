package org.genevagraph.curate.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;
import org.genevagraph.curate.names.DataLabels;
import org.genevagraph.curate.names.KindWords;
import org.genevagraph.source.table.Row;
import org.genevagraph.text.Datum;
import org.genevagraph.text.names.Capitals;
import org.genevagraph.text.read.passage.Passage;
import org.genevagraph.text.read.passage.Reading;

/**
 * The body with whose name a text begins.
 *
 * @param acronym its acronym; empty if the text gives none beside the name
 * @param kind what kind of organisation it is by the sentence that names it, or by a data line; empty if neither says so
 * @param passage the number of the passage that names it
 */
record NamedBody(String name, String acronym, Optional<String> kind, String passage) {
    private static final Pattern NAMED =
            Pattern.compile("^(?:The )?(\\p{Lu}[\\p{L}\\p{M}’' &-]{3,80}?) \\((\\p{Lu}[\\p{L}\\p{N}-]{1,11})\\)");
    private static final Pattern TITLED = Pattern.compile(
            "(?U)^(?:The )?(\\p{Lu}[\\p{L}\\p{M}’' &-]{2,80}?)(?: \\([^)]{3,80}\\))?(?:, an? [^,.;]{3,80})?,? (?:is|was|are|serves|works|aims)\\b");

    /** "Member of the Union (UW)": what it has to do with another body. */
    private static final Pattern OF_ANOTHER = Pattern.compile(
            "^(?:Members?|Part|Partners?|Founded|Created|Established|Hosted|Supported|Funded|Based)\\b.*? (?:of|by|in|with)\\b");

    /** A heading that is a name, as "Paper Kites Association". */
    private static final Pattern TITLE = Pattern.compile(
            "(?:The )?\\p{Lu}[\\p{L}\\p{M}’'-]*\\p{Ll}(?: (?:(?:of|for|the|and|on|in) )*\\p{Lu}[\\p{L}\\p{M}’'-]*){1,7}");

    /** "What is the Office?": a question names nobody with the word that it begins with. */
    private static final Pattern QUESTION = Pattern.compile(".*\\?\\s*");

    /** An acronym behind a name. */
    private static final String ACRONYM = " \\((\\p{Lu}[\\p{L}\\p{N}-]{1,11})\\)";

    private static final int LONGEST_NAME = 90;

    /** What is written small within names. */
    private static final Set<String> SMALL =
            Set.of("of", "for", "the", "and", "on", "in", "to", "de", "la", "le", "des", "du", "et", "pour");

    /** The body that the first passages name with its acronym, or say something of; empty if they name none. */
    static Optional<NamedBody> of(Reading reading) {
        List<Passage> first = reading.passages().stream()
                // "Acronym: ABC" names nobody, and says nothing of what the body is.
                .filter(passage -> Datum.of(passage.text()).isEmpty())
                .filter(passage -> !QUESTION.matcher(passage.text()).matches())
                .limit(5)
                .toList();
        Optional<NamedBody> headed = headed(first, reading);
        if (headed.isPresent()) {
            return headed;
        }
        for (Passage passage : first) {
            Matcher both = NAMED.matcher(passage.text());
            if (both.find() && !OF_ANOTHER.matcher(passage.text()).find()) {
                return Optional.of(body(both.group(1), both.group(2), passage, reading));
            }
            Matcher alone = TITLED.matcher(passage.text());
            // "The Clinic is …", below the heading "Lakeside Privacy Clinic", is short for that.
            if (!passage.kind().equals("heading")
                    && alone.find()
                    && titled(first, reading)
                            .filter(title -> isShortFor(alone.group(1), title))
                            .isPresent()) {
                return Optional.of(body(titled(first, reading).get(), "", passage, reading));
            }
            alone.reset();
            // "Who we are" is a heading, and says of nobody what it is.
            if (!passage.kind().equals("heading")
                    && alone.find()
                    && !alone.group(1).matches(".*[’']s\\b.*")) {
                return Optional.of(body(alone.group(1), "", passage, reading));
            }
        }
        return titled(first, reading).map(name -> body(name, "", first.get(0), reading));
    }

    /**
     * The name that stands first and alone, and below with its acronym, also where only its first word has a capital: "l’Association Passerelles
     * numériques (APN)".
     */
    private static Optional<NamedBody> headed(List<Passage> first, Reading reading) {
        if (first.isEmpty()
                || !first.get(0).kind().equals("heading")
                || first.get(0).text().length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String title = first.get(0).text().replaceFirst("^(?:The|La|Le|Les|El|Los|Las) |^L[’']", "");
        Pattern behind = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(title) + ACRONYM);
        return first.stream()
                .skip(1)
                .flatMap(passage -> behind.matcher(passage.text())
                        .results()
                        .map(found -> body(title, found.group(1), passage, reading)))
                .findFirst();
    }

    /** The name that a text has as its title, as a name is written; empty if its title is none. */
    private static Optional<String> titled(List<Passage> first, Reading reading) {
        return first.stream()
                .limit(1)
                .filter(passage -> passage.kind().equals("heading"))
                .map(passage ->
                        Capitals.isAllCapitals(passage.text()) ? small(passage.text(), reading) : passage.text())
                .filter(title -> TITLE.matcher(title).matches())
                .map(title -> title.replaceFirst("^The ", ""))
                .findFirst();
    }

    /** Whether a word with an article stands for a title that has it: "the Clinic" of the "Lakeside Clinic for Privacy". */
    private static boolean isShortFor(String word, String title) {
        return !word.equals(title)
                && !word.contains(" ")
                && List.of(title.split(" ", -1)).contains(word);
    }

    /** A title in capitals as the text writes the name elsewhere, else with a capital for each word that a name gives one. */
    private static String small(String title, Reading reading) {
        String bare = title.replaceFirst("^THE ", "");
        for (Passage passage : reading.passages()) {
            Matcher same = Pattern.compile("(?iu)(?<!\\p{L})" + Pattern.quote(bare) + "(?!\\p{L})")
                    .matcher(passage.text());
            while (same.find()) {
                if (!Capitals.isAllCapitals(same.group())) {
                    return same.group();
                }
            }
        }
        return Stream.of(bare.split(" ", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(word -> SMALL.contains(word) ? word : WordUtils.capitalize(word))
                .collect(Collectors.joining(" "));
    }

    private static NamedBody body(String name, String acronym, Passage passage, Reading reading) {
        Optional<String> kind = KindWords.ofOrganisation(passage.text())
                .or(() -> reading.passages().stream()
                        .flatMap(line -> Datum.of(line.text()).stream())
                        .filter(datum -> DataLabels.told(datum.label()).equals("kind"))
                        .flatMap(datum -> KindWords.ofOrganisation(datum.value()).stream())
                        .findFirst());
        return new NamedBody(
                Capitals.isAllCapitals(name) ? small(name, reading) : name, acronym, kind, passage.number());
    }

    /** Whether a row of the organisations is its own; an acronym alone does not tell, since several may bear it. */
    boolean isNamed(Row row) {
        return Stream.concat(Stream.of(row.get("name")), row.list("aliases").stream())
                .anyMatch(known -> known.replaceFirst("^The ", "").equalsIgnoreCase(name));
    }
}
