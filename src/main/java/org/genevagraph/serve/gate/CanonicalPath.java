package org.genevagraph.serve.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The one spelling of a path: no slash too many, no parameters of its parts, no dots that lead elsewhere, in lower case, letters and digits not encoded. */
final class CanonicalPath {
    private static final Pattern ENCODED_UNRESERVED =
            Pattern.compile("%(?i:2D|2E|5F|7E|3[0-9]|4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A])");

    /** What Jetty passes over when it looks for what stands at a path: whoever compares paths must not see it either. */
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    /** What names a format at the end of a path that keeps its letters. */
    private static final Pattern ENDING = Pattern.compile("(?i)\\." + Endings.FORMATS + "$");

    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(/|$)");

    private CanonicalPath() {}

    /** Where a request should have gone; empty if it did. Terms of the ontology and passages keep their letters, formats behind them do not. */
    static Optional<String> of(String path) {
        String decoded = ENCODED_UNRESERVED.matcher(path).replaceAll(CanonicalPath::decoded);
        String plain = PARAMETERS.matcher(decoded).replaceAll("").replaceAll("/{2,}", "/");
        String trimmed = withoutDots(plain).replaceFirst("(?<=.)/$", "");
        String lower = trimmed.toLowerCase(Locale.ROOT);
        int kept = lettersKept(lower);
        String canonical = lower.substring(0, kept)
                + ENDING.matcher(trimmed.substring(kept))
                        .replaceAll(ending -> ending.group().toLowerCase(Locale.ROOT));
        return canonical.equals(path) ? Optional.empty() : Optional.of(canonical);
    }

    /** Where what keeps its letters begins: the name of a term, and that of a thing behind its kind. */
    private static int lettersKept(String lower) {
        int name = lower.startsWith("/ontology/")
                ? lower.indexOf('/', 1)
                : lower.startsWith("/id/") ? lower.indexOf('/', "/id/".length()) : -1;
        return name < 0 ? lower.length() : name;
    }

    /** The path without parts that stay where they are or go back. */
    private static String withoutDots(String path) {
        if (!DOTS.matcher(path).find()) {
            return path;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.substring(1).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    private static String decoded(MatchResult match) {
        return String.valueOf((char) Integer.parseInt(match.group().substring(1), 16));
    }
}
