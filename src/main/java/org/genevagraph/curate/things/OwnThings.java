package org.genevagraph.curate.things;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.curate.names.Phrase;
import org.genevagraph.curate.names.PhraseWords;

/** Finds what nearly every body has and a profile names by its noun only: its website, its meetings, its members. */
public final class OwnThings {
    private static final Set<String> DOCUMENTS = PhraseWords.of("own-documents");
    private static final Set<String> ORGANISATIONS = PhraseWords.of("own-organisations");
    private static final Pattern NOUN = Pattern.compile(
            "(?<![\\p{L}-])(?i:" + PhraseWords.alternatives("own")
                    + ")(?![\\p{L}-]| (?:of|by) (?:the )?\\p{Lu}| (?:institutes?|institutions?|cent(?:re|er)s?|organi[sz]ations?|bod(?:y|ies)|units?|hub|librar(?:y|ies)|universit(?:y|ies)|foundation)\\b)");

    /** "UNCTAD and its member states": what another has. */
    private static final Pattern OF_ANOTHER =
            Pattern.compile("(\\p{Lu}[\\p{Lu}-]+)(?: and its|’s?) ((?:member states|members))\\b");

    private static final Pattern BEFORE = Pattern.compile("(\\p{Lu}[\\p{L}\\p{N}-]*)(?:’s?)? $");

    private OwnThings() {}

    /**
     * The things in the words of a passage.
     *
     * @param body what the text calls the body
     * @param names all names of the body
     */
    public static List<Phrase> in(String words, String body, Set<String> names) {
        List<Phrase> found = new ArrayList<>();
        Matcher noun = NOUN.matcher(words);
        while (noun.find()) {
            Matcher before = BEFORE.matcher(words.substring(0, noun.start()));
            boolean others = before.find()
                    && names.stream().noneMatch(name -> name.contains(before.group(1)))
                    && !before.group(1).equals("The");
            if (!others) {
                String thing = noun.group().toLowerCase(Locale.ROOT);
                found.add(new Phrase(
                        noun.start(),
                        noun.end(),
                        body + " " + thing,
                        DOCUMENTS.contains(thing)
                                ? "documents"
                                : ORGANISATIONS.contains(thing) ? "organisations" : "initiatives"));
            }
        }
        Matcher another = OF_ANOTHER.matcher(words);
        while (another.find()) {
            if (!names.contains(another.group(1))) {
                found.add(new Phrase(
                        another.start(), another.end(), another.group(1) + " " + another.group(2), "organisations"));
            }
        }
        return found;
    }
}
