package org.genevagraph.problem;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What parsers of libraries say, in words for whoever wrote the query. */
public final class ParserWords {
    private record Saying(Pattern theirs, String ours) {
        Saying(String theirs, String ours) {
            this(Pattern.compile(theirs), ours);
        }
    }

    private static final List<Saying> SAYINGS = List.of(
            new Saying(
                    "^Lexical error.*Encountered: (?:<EOF>|'\\d+' \\(\\d+\\)),? after prefix \"((?:\\\\.|[^\"\\\\]){0,40}).*$",
                    "after '$1' comes a character that cannot stand there"),
            new Saying("^Lexical error.*$", "a character cannot stand there"),
            new Saying("^(?:Regex|REPLACE) pattern exception.*$", "a pattern is no regular expression"),
            new Saying(
                    "^(?:Unsupported flag in regex|REGEX: Only).*$",
                    "the flags of a regular expression can be s, m, i, x, q"),
            new Saying("^Number '.*' is a valid number but.*$", "a number is too large"),
            new Saying("^(<.*>) Code: \\S+ in \\S+: (.*)$", "$1: $2"),
            new Saying("^(?:\\[?[Ll]ine:? \\d+, col(?:umn)?:? \\d+ ?\\]?:? )+", ""));

    /** What follows in a longer message is the text at fault; to look for words in all of it takes quadratic time. */
    private static final int MOST_CHARACTERS = 500;

    private ParserWords() {}

    /** The beginning of a text, with an ellipsis if there is more. */
    public static String begin(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }

    /** The first line of a message, without places and names that only the library knows. */
    public static String of(Throwable e) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String message = begin(first).replaceAll("[\\w.]+Exception: ", "");
        for (Saying saying : SAYINGS) {
            Matcher matcher = saying.theirs().matcher(message);
            message = matcher.find() ? matcher.replaceFirst(saying.ours()) : message;
        }
        return message;
    }
}
