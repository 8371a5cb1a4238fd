package org.genevagraph.curate.names;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds standards that a text calls by who issues them and by their number: "ISO/IEC 27001", "ITU-T X.509", "RFC 5280". */
public final class NumberedStandards {
    private static final String ISSUER = "(?:" + PhraseWords.alternatives("standards-of") + ")";

    /** "TR 24028", "EN 319 411-1", "X.509", "802.11", "27001:2022"; a year alone tells when, except of the series whose numbers are as small. */
    private static final String NUMBER = "(?:\\p{Lu}\\.\\d+(?:\\.\\d+)*"
            + "|(?:(?<=RFC[ -])|(?!(?:19|20)\\d\\d(?![\\d:-])))\\p{Lu}?\\d{3,}(?: \\d{3})*(?:[.:-]\\d+)*)";

    private static final Pattern STANDARD = Pattern.compile("(?<![\\p{L}\\p{N}/.-])" + ISSUER + "(?:[/ -]" + ISSUER
            + ")*(?: (?:" + PhraseWords.alternatives("sorts-of-standards") + "))?[ -]" + NUMBER + "(?![\\p{L}\\p{N}])");

    private NumberedStandards() {}

    /** Those in the words of a passage. */
    public static List<NewNames.New> in(String words) {
        return STANDARD.matcher(words)
                .results()
                .map(match -> new NewNames.New(match.start(), match.end(), match.group(), "", "documents", "standard"))
                .toList();
    }

    /** Whether words are such a name, of a standard that somebody with these names does not issue. */
    public static boolean isOfAnother(String words, Collection<String> names) {
        String small = words.toLowerCase(Locale.ROOT);
        return STANDARD.matcher(words).matches()
                && names.stream().map(name -> name.toLowerCase(Locale.ROOT)).noneMatch(small::startsWith);
    }
}
