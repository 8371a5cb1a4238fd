package org.genevagraph.curate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What else a text calls the body that it is about: an acronym that its words make, an earlier name. */
public final class OtherNames {
    private static final String NAME =
            "(\\p{Lu}[\\p{L}\\p{M}’-]+(?: (?:(?:of|for|and|on|the|de|du|des|la|del) )*\\p{Lu}[\\p{L}\\p{M}’-]+){0,6})";
    private static final Pattern CALLED = Pattern.compile(
            "^[,\\s(]*(?:(?:is|was) )?(?:(?:also|formerly|previously|originally|otherwise|then|until \\d{4})"
                    + " (?:known as|called|named)|formerly|previously) (?:the )?[‘“]?" + NAME);
    /** "The Fund (Fonds des Tilleuls, FDT)": another name and an acronym in brackets. */
    private static final Pattern BOTH_BEHIND =
            Pattern.compile("^ \\((?:" + NAME + "[,;–-]? )?(\\p{Lu}[\\p{Lu}\\p{N}-]{1,9})\\)");

    private static final Pattern CAPITAL = Pattern.compile("(?<![\\p{L}’])\\p{Lu}");
    private static final int SHORTEST = 2;

    private OtherNames() {}

    /** A name, and the column of the table into which it goes. */
    public record Other(String column, String name) {}

    /**
     * What its words make when their first letters are put together, if a text writes that.
     *
     * @param names all names of the body
     */
    public static Set<String> initials(Set<String> names, String text) {
        Set<String> beside = names.stream()
                .flatMap(name -> behind(name, text).stream())
                .map(match -> match.group(2))
                .filter(acronym -> !names.contains(acronym))
                .collect(Collectors.toSet());
        names.stream()
                .map(name -> CAPITAL.matcher(name)
                        .results()
                        .map(match -> match.group())
                        .collect(Collectors.joining()))
                .filter(initials -> initials.length() > SHORTEST && !names.contains(initials))
                .filter(initials -> Pattern.compile("(?<![\\p{L}\\p{N}-])" + initials + "(?![\\p{L}\\p{N}-])")
                        .matcher(text)
                        .find())
                .forEach(beside::add);
        return beside;
    }

    /** What stands in brackets behind a name. */
    private static Optional<MatchResult> behind(String name, String text) {
        int at = name.contains(" ") ? text.indexOf(name) : -1;
        if (at < 0) {
            return Optional.empty();
        }
        Matcher both = BOTH_BEHIND.matcher(text.substring(at + name.length()));
        return both.find() ? Optional.of(both.toMatchResult()) : Optional.empty();
    }

    /**
     * The names that a passage gives the body besides.
     *
     * @param names all names that are known
     */
    public static List<Other> in(String words, Set<String> names) {
        List<Other> found = new ArrayList<>();
        for (String name : names) {
            int at = words.indexOf(name);
            if (at >= 0) {
                Matcher called = CALLED.matcher(words.substring(at + name.length()));
                if (called.find() && !names.contains(called.group(1))) {
                    found.add(new Other("aliases", called.group(1)));
                }
            }
        }
        names.stream()
                .flatMap(name -> behind(name, words).stream())
                .map(match -> match.group(1))
                .filter(name -> name != null && !names.contains(name))
                .forEach(name -> found.add(new Other("aliases", name)));
        initials(names, words).forEach(initials -> found.add(new Other("acronym", initials)));
        return found;
    }
}
