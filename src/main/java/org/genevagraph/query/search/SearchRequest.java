package org.genevagraph.query.search;

import java.util.Map;
import org.genevagraph.problem.Refusal;

/**
 * What is searched for.
 *
 * @param text the words as the user wrote them, without invisible characters; empty if there are none
 * @param kind the only kind of thing that is wanted; empty if any
 * @param limit how many hits to a page
 * @param offset how many hits to pass over
 */
public record SearchRequest(String text, String kind, int limit, int offset) {
    /** The longest text, in characters. */
    public static final int MOST_CHARACTERS = 200;

    /** The most words. */
    public static final int MOST_WORDS = 40;

    /** Hits to a page if the user does not say. */
    public static final int USUAL_LIMIT = 20;

    private static final int MOST_HITS = 100;
    private static final int MOST_PASSED_OVER = 1_000_000;

    /**
     * Reads a request.
     *
     * @param given parameters as people write them; those of other names are passed over
     * @throws Refusal if the value of one is not what it should be
     */
    public static SearchRequest of(Map<String, String> given) throws Refusal {
        return new SearchRequest(
                text(given.getOrDefault("q", "")),
                kind(given.getOrDefault("kind", "").strip()),
                number("limit", given, 1, MOST_HITS, USUAL_LIMIT),
                number("offset", given, 0, MOST_PASSED_OVER, 0));
    }

    private static String text(String given) throws Refusal {
        // Control characters part words like blanks; format characters such as a soft hyphen stand inside words.
        String text = given.replaceAll("[\\p{Cf}\\p{Cs}]+", "")
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip();
        int characters = text.codePointCount(0, text.length());
        if (characters > MOST_CHARACTERS) {
            throw bad("q: has " + characters + " characters", "use at most " + MOST_CHARACTERS);
        }
        int words = SearchWords.ofQuestion(text).size();
        if (words > MOST_WORDS) {
            throw bad("q: has " + words + " words", "use at most " + MOST_WORDS);
        }
        return text;
    }

    private static String kind(String given) throws Refusal {
        if (!given.isEmpty() && !SearchIndex.KINDS.contains(given)) {
            throw Refusal.noneOf(
                    Refusal.Reason.BAD_REQUEST,
                    "kind: '" + given + "' is no kind of thing",
                    "kind",
                    given,
                    SearchIndex.KINDS,
                    "choose one of");
        }
        return given;
    }

    private static int number(String name, Map<String, String> given, int least, int most, int usual) throws Refusal {
        String text = given.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw bad(
                    name + ": '" + text + "' is not a whole number from " + least + " to " + most,
                    "for example " + name + "=" + USUAL_LIMIT);
        }
        return value;
    }

    private static Refusal bad(String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix);
    }

    /** The same from another hit on. */
    public SearchRequest from(int other) {
        return new SearchRequest(text, kind, limit, other);
    }
}
