package org.genevagraph.text.names;

/**
 * A name to look for in texts.
 *
 * @param words the name
 * @param bearer what bears it: an IRI, or whatever tells it apart
 * @param spelling how closely the text must follow the case of the name
 */
public record Name(String words, String bearer, Spelling spelling) {
    /** How closely a text must follow the case of a name. */
    public enum Spelling {
        /** Letter by letter, as acronyms want it; a plural s may follow. */
        EXACT,
        /** A capital of the name asks for a capital in the text; a small letter takes either. */
        PROPER,
        /** Case makes no difference, as with the subjects of policy. */
        ANY
    }

    private static final int LONGEST_ACRONYM = 8;

    /** A proper name: followed letter by letter if it is an acronym. */
    public static Name proper(String words, String bearer) {
        return new Name(words, bearer, isAcronym(words) ? Spelling.EXACT : Spelling.PROPER);
    }

    /** The name of a subject: followed letter by letter if it is an acronym, else in any case. */
    public static Name common(String words, String bearer) {
        return new Name(words, bearer, isAcronym(words) ? Spelling.EXACT : Spelling.ANY);
    }

    /** Whether a name is one short word with more than one capital: ITU, ConfTech, C7. */
    public static boolean isAcronym(String words) {
        return words.length() <= LONGEST_ACRONYM
                && words.indexOf(' ') < 0
                && words.chars()
                                .filter(c -> Character.isUpperCase(c) || Character.isDigit(c))
                                .count()
                        >= 2;
    }
}
