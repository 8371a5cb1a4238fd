package org.genevagraph.page;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page about a problem leads instead of telling parts of addresses, which is what programs are told of what there is. */
public final class ProblemLinks {
    private static final Pattern DOCUMENTATION = Pattern.compile("pages are (.+)");
    private static final Pattern QUESTIONS = Pattern.compile("queries are .+");
    private static final Pattern KINDS = Pattern.compile("choose one of ([a-z-]+(?:, [a-z-]+)*)");

    private ProblemLinks() {}

    /** The pages that a fix names; none if it names none. */
    public static List<Link> of(String fix, Site site) {
        Matcher documentation = DOCUMENTATION.matcher(fix);
        if (documentation.matches()) {
            return named(documentation.group(1), "docs.", "/docs/", site);
        }
        if (QUESTIONS.matcher(fix).matches()) {
            return List.of(new Link(site.text("ask.all"), "/queries"));
        }
        Matcher kinds = KINDS.matcher(fix);
        return kinds.matches() ? named(kinds.group(1), "kind.many.", "/id/", site) : List.of();
    }

    /** A page for each of some words, if each of them is that of a page. */
    private static List<Link> named(String list, String key, String path, Site site) {
        List<String> words = Arrays.asList(list.split(", "));
        return words.stream().allMatch(word -> Messages.has(site.language(), key + word))
                ? words.stream()
                        .map(word -> new Link(site.text(key + word), path + word))
                        .toList()
                : List.of();
    }
}
