package org.genevagraph.query.catalogue.header;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a canned query says in one language.
 *
 * @param summary what it answers, in one line
 * @param description more about it; may be empty
 * @param ask the question as a sentence, with {@code {a}} where the parameter a is filled in; {@code [of {a}|of whom]} is what it says with a
 *     and what without, and {@code [ of {a}]} is left out without;
 *     {@code [ in {a=b}]} is what it says, instead of what it says of either, if both are the same
 * @param finding what an answer finds: a sentence for {@code one} thing and one for {@code other} numbers; may be empty
 * @param empty what an empty answer means, with {@code {a}} for the value of the parameter a; may be empty
 * @param looked what an empty answer has looked at, by the keys of the header's {@code looks-at}, in order
 * @param instead what else to ask when the answer is empty: {@code scope=involved} and what that would give, in order
 * @param help what each parameter is for, by its name
 * @param choices what each choice of a parameter means, by the parameter's name and the choice
 * @param phrases what sentences that the query makes of names are in this language, with {@code {x}} where a name stands, in order
 * @param alsoAsked what else readers say when they ask it, without the names of things: {@code works with}
 * @param askedAs what readers say when they ask it with a choice, by parameter and choice: {@code order=oldest} and {@code founded first}
 */
public record QueryWords(
        String summary,
        String description,
        String ask,
        Map<String, String> finding,
        String empty,
        Map<String, String> looked,
        Map<String, String> instead,
        Map<String, String> help,
        Map<String, Map<String, String>> choices,
        Map<String, String> phrases,
        List<String> alsoAsked,
        Map<String, List<String>> askedAs) {
    /** Where a parameter stands in a text: {@code {a}}, with its name as the group. */
    public static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

    private static final Pattern EITHER = Pattern.compile("\\[([^\\[\\]|]*)(?:\\|([^\\[\\]|]*))?\\]");

    /** A place for two parameters that have the same value. */
    private static final Pattern SAME = Pattern.compile("\\{([^{}=]*)=([^{}=]*)\\}");

    /** The question as a sentence, with a place for each of its parameters. */
    @Override
    public String ask() {
        return without(same().keySet());
    }

    /** The question as a sentence for those who leave some of its parameters open. */
    public String ask(Set<String> open) {
        return ask(open, Map.of());
    }

    /**
     * The question as a sentence for those who leave some of its parameters open. What two that are the same have in common is said once.
     *
     * @param values what is filled in for the others, by their names
     */
    public String ask(Set<String> open, Map<String, ?> values) {
        Set<String> unsaid = new HashSet<>(open);
        same().forEach((place, pair) -> {
            boolean once =
                    values.containsKey(pair.get(0)) && values.get(pair.get(0)).equals(values.get(pair.get(1)));
            unsaid.addAll(once ? pair : List.of(place));
        });
        // The place that is left takes the value of the first.
        return SAME.matcher(without(unsaid)).replaceAll("{$1}");
    }

    /** The pairs that are told once if they are the same, by what stands in their places. */
    public Map<String, List<String>> same() {
        return SAME.matcher(ask)
                .results()
                .collect(Collectors.toUnmodifiableMap(
                        place -> place.group(1) + "=" + place.group(2),
                        place -> List.of(place.group(1), place.group(2))));
    }

    private String without(Set<String> open) {
        return EITHER.matcher(ask)
                .replaceAll(either -> Matcher.quoteReplacement(
                        PLACE.matcher(either.group(1)).results().anyMatch(place -> open.contains(place.group(1)))
                                ? Objects.requireNonNullElse(either.group(2), "")
                                : either.group(1)));
    }

    /** What a choice means; the choice itself if nobody says. */
    public String choice(String parameter, String choice) {
        return choices.getOrDefault(parameter, Map.of()).getOrDefault(choice, choice);
    }

    /** What readers say when they make a choice: what it means, and other words for it. */
    public Stream<String> saying(String parameter, String choice) {
        return Stream.concat(
                Stream.of(choice(parameter, choice)),
                askedAs.getOrDefault(parameter + "=" + choice, List.of()).stream());
    }

    /** A text with values in its places. */
    public static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    /** The same with a question in any case: the summary, if there is no sentence to fill in. */
    public QueryWords asked() {
        return ask.isEmpty()
                ? new QueryWords(
                        summary,
                        description,
                        summary,
                        finding,
                        empty,
                        looked,
                        instead,
                        help,
                        choices,
                        phrases,
                        alsoAsked,
                        askedAs)
                : this;
    }
}
