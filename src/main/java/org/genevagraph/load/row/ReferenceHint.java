package org.genevagraph.load.row;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a reference that names nothing was to be: a passage as people cite it, several in one, a thing by its name or address. */
final class ReferenceHint {
    private static final Pattern CITED = Pattern.compile(
            "([\\p{L}\\p{N}-]+)[\\s#:,/]*(?:(?:para(?:graph)?s?|par|pp?|art(?:icle)?s?|no|op)\\b\\.?|[#\u00A7])?[\\s#]*([\\p{L}\\p{N}]+(?:[.(-][\\p{L}\\p{N}]+\\)?)*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL = Pattern.compile("\\s*[;,/&|\\n]\\s*|\\s+(?:and|et|y)\\s+|\\s+(?=\\S+#)");
    private static final Pattern RANGE = Pattern.compile("(\\S+)#(\\d+) ?[-\u2013] ?(?:\\S+#)?(\\d+)");
    private static final int MOST = 20;

    private ReferenceHint() {}

    /** The references that were meant, each of which is known; empty if nobody can tell. */
    static Optional<List<String>> passages(String given, Predicate<String> isKnown) {
        Matcher range = RANGE.matcher(given);
        if (range.matches() && range.group(2).length() < 5 && range.group(3).length() < 5) {
            int from = Integer.parseInt(range.group(2));
            int to = Integer.parseInt(range.group(3));
            List<String> all = IntStream.rangeClosed(from, Math.min(to, from + MOST))
                    .mapToObj(number -> range.group(1) + "#" + number)
                    .toList();
            if (!all.isEmpty() && all.stream().allMatch(isKnown)) {
                return Optional.of(all);
            }
        }
        Optional<String> one = passage(given, "", isKnown);
        if (one.isPresent()) {
            return one.map(List::of);
        }
        List<String> parts = Arrays.asList(SEVERAL.split(given.strip(), MOST));
        String document = parts.get(0).replaceFirst("#.*", "");
        List<Optional<String>> meant =
                parts.stream().map(part -> passage(part, document, isKnown)).toList();
        return parts.size() > 1 && meant.stream().allMatch(Optional::isPresent)
                ? Optional.of(meant.stream().map(Optional::get).toList())
                : Optional.empty();
    }

    /** What stands in one cell and names several things. */
    static List<String> several(String given) {
        return Arrays.stream(SEVERAL.split(given.strip(), MOST))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<String> passage(String given, String document, Predicate<String> isKnown) {
        if (isKnown.test(given)) {
            return Optional.of(given);
        }
        if (!document.isEmpty() && isKnown.test(document + "#" + given)) {
            return Optional.of(document + "#" + given);
        }
        Matcher cited = CITED.matcher(given.strip());
        if (!cited.matches()) {
            return Optional.empty();
        }
        String number =
                cited.group(2).toLowerCase(Locale.ROOT).replace('(', '.').replace(")", "");
        return Optional.of(cited.group(1).toLowerCase(Locale.ROOT) + "#" + number)
                .filter(isKnown);
    }

    /** The kind and id in the address of a thing, as {@code organisation:gcsp}; empty if it is none. */
    static Optional<String> ofAddress(String given, Collection<String> kinds) {
        Matcher address = Pattern.compile(
                        "https?://\\S*/(" + String.join("|", kinds) + ")/([a-z0-9-]+)(?:[/#]([a-z0-9.-]+))?/?")
                .matcher(given);
        if (!address.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                address.group(3) == null
                        ? address.group(1) + ":" + address.group(2)
                        : address.group(2) + "#" + address.group(3));
    }
}
