package org.genevagraph.cli.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a command line, a variable or a file of settings: the words of the library, put into ours, with the fix. */
public final class Misuse {
    /** What the library says, and what it means; the first that matches counts. */
    private static final Map<Pattern, String> MEANINGS = meanings();

    private Misuse() {}

    private static Map<Pattern, String> meanings() {
        Map<Pattern, String> all = new LinkedHashMap<>();
        all.put(Pattern.compile("'([^']*)' is not an? (?:int|long)$"), "'$1' is no whole number – write it in digits");
        all.put(
                Pattern.compile("'([^']*)' is not an? (?:double|float)$"),
                "'$1' is no number – write it with a point, such as 0.5");
        all.put(
                Pattern.compile("^option '(--[^']+)' \\(.*\\) should be specified only once$"),
                "$1 is given more than once – give it once");
        all.put(
                Pattern.compile(
                        "^Value for option option '(--[^']+)' \\((.*)\\) should be in KEY=VALUE format but was (.*)$"),
                "$1 $3: has no value – write $2");
        return all;
    }

    /** The same in our words. */
    public static String told(String message) {
        for (Map.Entry<Pattern, String> meaning : MEANINGS.entrySet()) {
            Matcher matcher = meaning.getKey().matcher(message);
            if (matcher.find()) {
                return matcher.replaceFirst(meaning.getValue());
            }
        }
        return message;
    }
}
