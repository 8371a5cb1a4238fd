package org.genevagraph.syntax;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Problem;
import org.genevagraph.vocabulary.Prefixes;

/** A prefix that a file uses and does not declare, or declares as something else than everybody here. */
final class UnknownPrefix {
    private static final Pattern DECLARATION = Pattern.compile("(?im)^\\s*@?PREFIX\\s+([\\w-]+):\\s*<([^<>\\s]*)>");

    private UnknownPrefix() {}

    /** The first of the project's prefixes that a text declares with another namespace: none of its terms would be found. */
    static Optional<Problem> misused(String file, String text, int begins) {
        Matcher declaration = DECLARATION.matcher(text);
        while (declaration.find()) {
            String prefix = declaration.group(1);
            String namespace = Prefixes.ALL.get(prefix);
            if (namespace != null && !namespace.equals(declaration.group(2))) {
                return Optional.of(Problem.error(
                        file,
                        begins - 1 + Lines.at(text, declaration.start(1)),
                        "",
                        "declares the prefix '" + prefix + ":' as <" + declaration.group(2)
                                + ">, which means another namespace here",
                        "write 'PREFIX " + prefix + ": <" + namespace + ">', or another prefix"));
            }
        }
        return Optional.empty();
    }

    /** The problem, with the line to add if it is one of the project's prefixes. */
    static Problem problem(String file, int line, String given) {
        String prefix = given.replaceFirst(":.*", "");
        String namespace = Prefixes.ALL.get(prefix);
        return Problem.error(
                file,
                line,
                "",
                "uses the prefix '" + prefix + ":', which it does not declare",
                namespace == null
                        ? Nearest.hint(prefix, Prefixes.ALL.keySet(), "declare it at the beginning of the file")
                        : "add the line 'PREFIX " + prefix + ": <" + namespace + ">'");
    }
}
