package org.genevagraph.text.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a line that is a heading looks like, in texts that mark headings in no other way. */
final class Headings {
    private static final Set<Marker.Kind> SCOPES = EnumSet.of(Marker.Kind.ANNEX, Marker.Kind.ARTICLE);
    private static final int MOST_CHARACTERS = 90;
    private static final int MOST_CHARACTERS_OF_LONG_ONES = 200;
    private static final Pattern FORM = Pattern.compile("[\\p{Lu}\\p{Lo}\\d‘“\"'(«¿].*[^.;:,!?…。；：，]", Pattern.DOTALL);
    private static final Pattern QUESTION = Pattern.compile("[\\p{Lu}\\p{Lo}‘“\"'(«¿].*\\?", Pattern.DOTALL);
    private static final Pattern QUOTED_SENTENCE = Pattern.compile("[.;!][”\"»]$");
    private static final Pattern SENTENCES = Pattern.compile("[\\p{Ll})”][.!?;] \\p{Lu}");

    /** The comma or stop at which a paragraph ends, and the number of a footnote behind it. */
    private static final Pattern BEFORE_A_NOTE = Pattern.compile("(?:[\\p{L})”’]|\\d{4})[;:,.]\\d{1,2}$");

    private Headings() {}

    /** Whether a normalised line is short, begins with a capital and does not end as a sentence does. */
    static boolean looksLike(String line) {
        return line.length() < MOST_CHARACTERS
                && !QUOTED_SENTENCE.matcher(line).find()
                && FORM.matcher(line).matches()
                && !BEFORE_A_NOTE.matcher(line).find();
    }

    /** Whether a normalised line could be a heading if something numbered begins below it: a long one, a question, one in capitals. */
    static boolean couldBe(String line) {
        return looksLike(line)
                || (line.length() < MOST_CHARACTERS_OF_LONG_ONES
                        && FORM.matcher(line).matches()
                        && !QUOTED_SENTENCE.matcher(line).find())
                || (line.length() < MOST_CHARACTERS && QUESTION.matcher(line).matches())
                || isInCapitals(line);
    }

    /** Whether words could be a heading and are not two sentences. */
    static boolean couldBeOneOf(String words) {
        return couldBe(words) && !SENTENCES.matcher(words).find() && (!words.endsWith(".") || isInCapitals(words));
    }

    /** Whether all letters of a line are capitals, of which there are some. */
    static boolean isInCapitals(String line) {
        return line.length() < MOST_CHARACTERS_OF_LONG_ONES
                && line.codePoints().filter(Character::isUpperCase).count() > 3
                && line.codePoints().noneMatch(Character::isLowerCase);
    }

    /**
     * Whether the number before what looks like a heading is that of a section: where the paragraphs count on without it.
     *
     * @param blocks from the one that it is about
     * @param next the number that the next paragraph should have
     * @param last that of the section before; 0 if none had one
     */
    static boolean isNumbered(List<Block> blocks, int next, int last) {
        Block block = blocks.get(0);
        int value = block.marker().value();
        if (!couldBeOneOf(block.words())) {
            return false;
        }
        boolean isNextSection = value != next && last > 0 && value == last + 1;
        for (int i = 1; i < blocks.size() && !SCOPES.contains(blocks.get(i).kind()); i++) {
            Block later = blocks.get(i);
            if (i == 1
                    && later.kind() == Marker.Kind.DECIMAL
                    && later.marker().number().startsWith(value + ".")) {
                return !later.marker().style().equals(Marker.SMALL);
            }
            if (i == 1 && (later.kind() == Marker.Kind.LETTER || later.kind() == Marker.Kind.BULLET)) {
                return false;
            }
            if (later.kind() == Marker.Kind.NUMBER && !couldBeOneOf(later.words())) {
                return later.marker().value() == next || isNextSection;
            }
        }
        return isNextSection;
    }

    /** Whether all that follows, up to the next annex, is short lines of which any could be a heading. */
    static boolean areAll(List<Block> blocks) {
        return blocks.stream()
                .takeWhile(block -> block.kind() != Marker.Kind.ANNEX)
                .allMatch(block -> block.kind() == Marker.Kind.NONE && looksLike(block.words()));
    }
}
