package org.genevagraph.cli.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.problem.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, a variable or a file of settings: the words of the library, put into ours, with the fix. */
public final class Misuse {
    /** What the library says, and what it means; the first that matches counts. */
    private static final Map<Pattern, String> MEANINGS = meanings();

    /** What is said where the help of a command is asked for that there is not. */
    private static final Pattern UNKNOWN_COMMAND = Pattern.compile("^Unknown subcommand '(.*)'\\.$");

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
        all.put(Pattern.compile("'([^']*)' is not a boolean$"), "'$1' is neither true nor false – write one of them");
        all.put(
                Pattern.compile(
                        "^Invalid value for (?:option '(--[^']+)'|positional parameter at index \\d+ \\(([^)]*)\\)):"
                                + " expected one of \\[(.*)\\](?: \\(case-insensitive\\))? but was '(.*)'$"),
                "$1$2 '$4' is none – take one of $3");
        all.put(
                Pattern.compile("^Missing required parameter for option '(--[^']+)' \\(([^)]*)\\)$"),
                "$1 has no value – write $1 $2");
        all.put(Pattern.compile("^Missing required parameters?: (.*)$"), "what is meant is not said – give $1");
        return all;
    }

    /** What is wrong with a command line, in our words; of an option that there is not, with the one that may be meant. */
    public static String told(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            String given = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
            List<String> known = e.getCommandLine().getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .toList();
            return "there is no option " + given + " – " + Nearest.hint(given, known, "leave it out");
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return e.getCommandLine().getParent() == null
                    ? noCommand(unmatched.getUnmatched().get(0), e.getCommandLine())
                    : "'" + String.join(" ", unmatched.getUnmatched()) + "' is one word too many – leave it out";
        }
        Matcher unknown = UNKNOWN_COMMAND.matcher(String.valueOf(e.getMessage()));
        return unknown.find() ? noCommand(unknown.group(1), e.getCommandLine()) : told(e.getMessage());
    }

    /** That there is no command of this name, with those that may be meant. */
    private static String noCommand(String given, CommandLine program) {
        List<String> known = List.copyOf(program.getSubcommands().keySet());
        return "there is no command '" + given + "' – "
                + Nearest.hint(given, known, "commands are " + String.join(", ", known));
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
