package org.genevagraph.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.genevagraph.problem.ParserWords;

/**
 * Where in a query its parser stumbled, and over what. The parser tells the place in its message, in its exception, or not at all: then it is
 * looked for in the text.
 *
 * @param line from 1 on
 * @param column from 1 on, where the word begins; the number of characters before it if the text ends too early
 * @param what what is wrong there
 */
public record ParserPlace(int line, int column, String what) {
    private static final String KIND = "(?:<\\w+>|\"(?:\\\\.|[^\"\\\\])*\")";
    private static final Pattern UNEXPECTED =
            Pattern.compile("Encountered \" " + KIND + " \"(.*?) \"+ at line (\\d+), column (\\d+)", Pattern.DOTALL);
    private static final Pattern EARLY_END = Pattern.compile("Encountered \"<EOF>\" at line (\\d+), column (\\d+)");
    private static final Pattern LEXICAL = Pattern.compile("^Lexical error at line (\\d+), column (\\d+)");
    private static final Pattern UNRESOLVED = Pattern.compile("Unresolved prefixed name: (\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("[?$](\\w+)");
    private static final Pattern NUMBER = Pattern.compile("^Number '(.*?)'");
    private static final Pattern REGULAR_EXPRESSION = Pattern.compile("pattern exception.*\\R(.*)");
    private static final Pattern FLAG = Pattern.compile("(?:flag in regex modifiers: |flags: got \")([^\"\\s]+)");

    /** Finds out what an exception means in the text of which it was thrown. */
    public static ParserPlace of(QueryException e, String text) {
        String message = String.valueOf(e.getMessage());
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.find()) {
            return at(unexpected, 2, "'" + ParserWords.begin(unexpected.group(1).strip()) + "' is not expected there");
        }
        Matcher end = EARLY_END.matcher(message);
        if (end.find()) {
            return at(end, 1, "it ends too early");
        }
        Matcher lexical = LEXICAL.matcher(message);
        if (lexical.find()) {
            return at(lexical, 1, ParserWords.of(e));
        }
        int place = place(message, text);
        if (place < 0 && e instanceof QueryParseException parsing && parsing.getLine() > 0) {
            return new ParserPlace(parsing.getLine(), Math.max(parsing.getColumn(), 1), ParserWords.of(e));
        }
        int begin = Math.max(place, 0);
        return new ParserPlace(Lines.at(text, begin), begin - text.lastIndexOf('\n', begin - 1), ParserWords.of(e));
    }

    private static ParserPlace at(Matcher place, int group, String what) {
        return new ParserPlace(Integer.parseInt(place.group(group)), Integer.parseInt(place.group(group + 1)), what);
    }

    /** Where in the text stands that of which a message speaks; -1 if it does not say or it stands nowhere. */
    private static int place(String message, String text) {
        Matcher name = UNRESOLVED.matcher(message);
        if (name.find()) {
            return first("(?<![\\w:])" + Pattern.quote(name.group(1)), text);
        }
        Matcher number = NUMBER.matcher(message);
        if (number.find()) {
            return text.indexOf(number.group(1));
        }
        Matcher expression = REGULAR_EXPRESSION.matcher(message);
        if (expression.find()) {
            return first("(?<=['\"])" + Pattern.quote(expression.group(1)) + "(?=['\"])", text);
        }
        Matcher flag = FLAG.matcher(message);
        if (flag.find()) {
            return first("(?<=['\"])[\\w-]*" + Pattern.quote(flag.group(1)) + "[\\w-]*(?=['\"]\\s*\\))", text);
        }
        Matcher variable = VARIABLE.matcher(message);
        if (variable.find()) {
            // What is wrong with a variable is that it is given a value twice: the last time is one too many.
            String use = "[?$]" + Pattern.quote(variable.group(1)) + "\\b";
            int given = last("(?i)(?<=\\bAS\\s)" + use, text);
            return given >= 0 ? given : first(use, text);
        }
        return -1;
    }

    private static int first(String expression, String text) {
        Matcher found = Pattern.compile(expression).matcher(text);
        return found.find() ? found.start() : -1;
    }

    private static int last(String expression, String text) {
        Matcher found = Pattern.compile(expression).matcher(text);
        int last = -1;
        while (found.find()) {
            last = found.start();
        }
        return last;
    }
}
