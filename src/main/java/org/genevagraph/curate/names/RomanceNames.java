package org.genevagraph.curate.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.text.names.Name;

/**
 * Finds new names in French and Spanish texts: "Union internationale des télécommunications" has its capital at the first word alone, so that a name
 * begins with the noun of a body, a programme or a writing and goes on as long as adjectives and what "de", "pour" or "sobre" join to it.
 */
public final class RomanceNames {
    private static final Map<String, Set<String>> LISTS =
            PhraseWords.read("/curate/romance-names.txt", "\\|").lists();

    private static final String LINK = "(?: " + PhraseWords.alternatives(LISTS.get("links")) + ")";
    private static final String ADJECTIVE =
            "(?: \\p{Ll}{2,}(?:" + String.join("|", LISTS.get("adjectives")) + ")(?![\\p{L}-]))";
    private static final String NOT_BEHIND = "(?!" + PhraseWords.alternatives(LISTS.get("nothing-behind-links"))
            + "(?!\\p{L})|\\p{Ll}+(?:er|ir|re|ar)(?!\\p{L}))";
    private static final String WORD = "[\\p{L}\\d][\\p{L}\\d-]*";

    private static final String NOUN = LISTS.entrySet().stream()
            .filter(list -> list.getKey().contains("/"))
            .flatMap(list -> list.getValue().stream())
            .map(noun -> noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1))
            .collect(Collectors.joining("|", "(?:", ")(?!\\p{L})"));

    private static final String BEFORE = "(?:" + PhraseWords.alternatives(LISTS.get("before-nouns")) + " )?";

    /** A noun of the lists, with what belongs to it; another such noun behind "et de la" begins another name. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}-])(" + NOUN + ")((?: (?!" + NOUN + ")\\p{Lu}\\p{L}+)*" + ADJECTIVE
                    + "{0,2}(?:" + LINK + "(?:(?<=[’'])| )" + NOT_BEHIND + "(?!(?<= (?:et|y) )" + NOUN
                    + "|(?<= (?:et|y) (?:de )?(?:la|le|du|des|del|el) )" + NOUN + ")"
                    + BEFORE + WORD + "(?: (?!" + NOUN + ")\\p{Lu}\\p{L}+)*" + ADJECTIVE
                    + "{0,2}(?:, (?:la|le) (?=\\p{Ll})" + WORD + ")?)*)");

    /** "Le programme « Mairies ouvertes »": a name in quotation marks behind the noun of what bears it. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?<![\\p{L}-])(?i:(" + NOUN.substring(0, NOUN.lastIndexOf('('))
                    + "))s?(?: intitulée?| titulad[oa])?,? [«“][\\s\\u202F\\u00A0]?(\\p{Lu}[^«»“”]{2,90}?)[\\s\\u202F\\u00A0]?[»”]");

    /** Where a word has its capital from standing first. */
    private static final Pattern FIRST = Pattern.compile("(?:^|[.:!?] )[«“(]?\\s?$");

    private RomanceNames() {}

    /** The names in the words of a passage, less those that begin in a known place, and of the others none but acronyms and several capitals. */
    public static List<NewNames.New> in(String words, NewNames others, BitSet known) {
        List<NewNames.New> found = new ArrayList<>();
        BitSet taken = (BitSet) known.clone();
        Matcher quoted = QUOTED.matcher(words);
        while (quoted.find()) {
            String[] cell = list(quoted.group(1)).orElseThrow().split("/", 2);
            if (!taken.get(quoted.start(2))) {
                found.add(new NewNames.New(quoted.start(2), quoted.end(2), quoted.group(2), "", cell[0], cell[1]));
                taken.set(quoted.start(), quoted.end());
            }
        }
        Matcher name = NAME.matcher(words);
        while (name.find()) {
            Optional<String> list = list(name.group(1));
            // A noun by itself speaks of what was named before.
            if (list.isEmpty()
                    || name.group(2).isEmpty()
                    || (FIRST.matcher(words.substring(0, name.start())).find()
                            && name.group(2).matches("(?: \\p{Ll}+)?"))
                    || taken.get(name.start())) {
                continue;
            }
            String[] cell = list.get().split("/", 2);
            found.add(new NewNames.New(name.start(), name.end(), name.group(), "", cell[0], cell[1]));
            taken.set(name.start(), name.end());
        }
        others.in(words, taken).stream()
                .filter(other -> Name.isAcronym(other.words())
                        && taken.get(other.start(), other.end()).isEmpty())
                .forEach(found::add);
        return found;
    }

    /** Where words stand within names of more than a noun. */
    public static BitSet places(String words) {
        BitSet places = new BitSet();
        NAME.matcher(words)
                .results()
                .filter(name -> !name.group(2).isEmpty())
                .forEach(name -> places.set(name.start(), name.end()));
        return places;
    }

    /** Whether words are the whole name of a body. */
    public static boolean isBody(String words) {
        Matcher name = NAME.matcher(words);
        return name.matches()
                && !name.group(2).isEmpty()
                && list(name.group(1))
                        .filter(list -> list.startsWith("organisations/"))
                        .isPresent();
    }

    private static Optional<String> list(String noun) {
        return LISTS.entrySet().stream()
                .filter(list -> list.getKey().contains("/") && list.getValue().contains(noun.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
