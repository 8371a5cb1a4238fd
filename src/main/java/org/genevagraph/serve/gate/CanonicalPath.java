package org.genevagraph.serve.gate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The one spelling of a path: without a slash at its end, in lower case, letters and digits not encoded. */
final class CanonicalPath {
    private static final Pattern ENCODED_UNRESERVED =
            Pattern.compile("%(?i:2D|2E|5F|7E|3[0-9]|4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A])");

    private CanonicalPath() {}

    /** Where a request should have gone; empty if it did. Terms of the ontology and passages keep their letters. */
    static Optional<String> of(String path) {
        String decoded = ENCODED_UNRESERVED.matcher(path).replaceAll(CanonicalPath::decoded);
        String trimmed = decoded.length() > 1 ? decoded.replaceFirst("/+$", "") : decoded;
        String canonical = trimmed.startsWith("/ontology/") || trimmed.startsWith("/id/")
                ? trimmed
                : trimmed.toLowerCase(Locale.ROOT);
        String somewhere = canonical.isEmpty() ? "/" : canonical;
        // Two slashes at the beginning would name another host.
        return somewhere.equals(path) || somewhere.startsWith("//") ? Optional.empty() : Optional.of(somewhere);
    }

    private static String decoded(MatchResult match) {
        return String.valueOf((char) Integer.parseInt(match.group().substring(1), 16));
    }
}
