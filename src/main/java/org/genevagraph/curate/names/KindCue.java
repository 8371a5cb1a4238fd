package org.genevagraph.curate.names;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that tell what kind of thing a name or a description is of.
 *
 * @param table the table in which such a thing stands
 * @param kind what kind of thing it is there; empty if the words do not tell
 * @param noun the words by themselves
 * @param inName the words within a name
 */
record KindCue(String table, String kind, Pattern noun, Pattern inName) {
    private static final Pattern PLURAL = Pattern.compile("(?<=\\p{L}{3})s\\b");

    /** Words of a name, the most telling first. */
    static final List<KindCue> NAMES = PhraseWords.read("/curate/kind-cues.txt", "\\|").lists().entrySet().stream()
            .map(cue -> of(
                    cue.getKey().substring(0, cue.getKey().indexOf('/')),
                    cue.getKey().substring(cue.getKey().indexOf('/') + 1),
                    String.join("|", cue.getValue())))
            .toList();

    /** Nouns that describe a thing, but say little within a name. */
    static final List<KindCue> DESCRIPTIONS = List.of(
            of("initiatives", "", PhraseWords.alternatives("initiative-of-things")),
            of("documents", "", PhraseWords.alternatives("document-of-things")));

    /** What has a title is a report if nothing says what else. */
    static final KindCue REPORT = of("documents", "report", "report");

    /** What somebody publishes, if nothing says what it is. */
    static final KindCue WRITING = of("documents", "", "publication");

    private static KindCue of(String table, String kind, String words) {
        return new KindCue(
                table, kind, Pattern.compile("(?:" + words + ")s?"), Pattern.compile("(?iu)\\b(?:" + words + ")s?\\b"));
    }

    /** Whether a word is one of them, also in the plural. */
    boolean isNoun(String word) {
        return noun.matcher(word).matches();
    }

    /** Whether a word is one of them, and not in the plural. */
    boolean isSingular(String word) {
        return isNoun(word) && !word.endsWith("s");
    }

    /** Whether a name has one of them. */
    boolean fits(String name) {
        return inName.matcher(PLURAL.matcher(name).replaceAll("")).find()
                || inName.matcher(name).find();
    }
}
