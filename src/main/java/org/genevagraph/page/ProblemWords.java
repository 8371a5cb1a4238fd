package org.genevagraph.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.query.grammar.French;

/** What a page says of a problem: in the language of the page where the table {@code names/french-problems.tsv} knows the words, otherwise in English. */
public final class ProblemWords {
    private static final List<Said> FRENCH = French.problems().stream()
            .map(row -> new Said(Pattern.compile(row[0], Pattern.DOTALL), row[1]))
            .toList();

    private static final Map<String, String> SHAPES = French.shapes().stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> French.printed(row[1])));

    /** What is wrong, and what to do about it, each by itself. */
    private static final Map<String, String> HALVES = halves();

    /** The parameter of the address that is at fault: what a person wrote there says enough. */
    private static final Pattern PARAMETER =
            Pattern.compile("^[a-z-]+[\\u00A0\\u202F]?: (?=[«']|no .{1,200} is called|rien de ce genre)");

    private static final Pattern BEGINS_WITH_WORD = Pattern.compile("^\\p{Ll}[\\p{L}’'-]*[ ,.]");

    /** A page of this site, as a fix names it: "see /docs/contribute". */
    private static final Pattern PAGE = Pattern.compile(
            "(?<![\\p{L}\\d/.:'])/(?:(?:docs|id|queries)(?:/[a-z-]+)?|imprint|graph|search|dump|sparql|ontology|changes|network|matrix|map|places"
                    + "|contribute|sitemap\\.xml)(?![\\p{L}\\d/-])");

    private static final Pattern ENDS = Pattern.compile("[.!?:…]$");

    private static final String DASH = " – ";
    private static final String PARTED = "; ";
    private static final String PARTED_IN_FRENCH = "\u202F; ";

    private record Said(Pattern english, String french) {}

    private ProblemWords() {}

    /** What a shape says of data that breaks it, where the table {@code names/french-shapes.tsv} knows the words. */
    public static Text ofShape(String message, Language language) {
        return language == Language.FR && SHAPES.containsKey(message)
                ? Text.of(SHAPES.get(message))
                : new Text(message, Language.EN.tag());
    }

    /** The cause of a problem, or its fix, as a sentence of its own. */
    public static Text sentence(String told, Language language) {
        Text text = of(told, language);
        String words = PARAMETER.matcher(text.words()).replaceFirst("");
        if (words.isEmpty()) {
            return text;
        }
        // What programs write begins as they write it.
        boolean word = BEGINS_WITH_WORD.matcher(words).find();
        return new Text(
                (word ? words.substring(0, 1).toUpperCase(language.locale()) + words.substring(1) : words)
                        + (ENDS.matcher(words).find() ? "" : "."),
                text.lang());
    }

    /** The words of a fix in pieces, of which those are links that are the paths of pages. */
    public static List<Link> linked(String words) {
        List<Link> pieces = new ArrayList<>();
        Matcher page = PAGE.matcher(words);
        int end = 0;
        while (page.find()) {
            pieces.add(new Link(words.substring(end, page.start()), ""));
            pieces.add(new Link(page.group(), page.group()));
            end = page.end();
        }
        pieces.add(new Link(words.substring(end), ""));
        return pieces;
    }

    private static Map<String, String> halves() {
        Map<String, String> halves = new HashMap<>();
        SHAPES.forEach((english, french) -> {
            String[] told = english.split(DASH, 2);
            String[] said = french.split(DASH, 2);
            for (int i = 0; i < Math.min(told.length, said.length); i++) {
                halves.put(told[i], said[i]);
            }
        });
        return Map.copyOf(halves);
    }

    /** What has several parts, as "one; other": in the language of the page if all of them are known in it. */
    public static Text all(String told, Language language) {
        List<Text> parts =
                Stream.of(told.split(PARTED)).map(part -> of(part, language)).toList();
        return parts.stream().allMatch(part -> part.lang() == null)
                ? Text.of(parts.stream()
                        .map(Text::words)
                        .collect(Collectors.joining(language == Language.FR ? PARTED_IN_FRENCH : PARTED)))
                : new Text(told, Language.EN.tag());
    }

    /** The cause of a problem, or its fix, as programs are told it: in the words of a shape, or in those of the program. */
    public static Text of(String told, Language language) {
        if (language == Language.FR && HALVES.containsKey(told)) {
            return Text.of(HALVES.get(told));
        }
        if (language == Language.FR) {
            for (Said said : FRENCH) {
                Matcher matcher = said.english().matcher(told);
                if (matcher.matches()) {
                    return Text.of(matcher.replaceFirst(said.french()));
                }
            }
        }
        return new Text(told, Language.EN.tag());
    }
}
