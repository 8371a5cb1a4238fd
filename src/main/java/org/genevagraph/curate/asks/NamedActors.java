package org.genevagraph.curate.asks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevagraph.text.Words;

/**
 * Who is named where a noun phrase begins: "governments, the private sector and international and regional organizations, in cooperation with
 * all" names four. What stands behind a preposition is named for another end.
 */
final class NamedActors {
    private static final Pattern ENDS =
            Pattern.compile("(?<![\\p{L}-]|well )" + AskCues.alternatives("ends") + "(?![\\p{L}-]|(?<=as) well as)");
    private static final Pattern SKIPPED =
            Pattern.compile("(?iu)" + "(?:\\p{L}+ing|" + AskCues.alternatives("skipping") + ")(?![\\p{L}-]).*");
    private static final Pattern INCLUDING =
            Pattern.compile("(?iu)(?:and )?" + AskCues.alternatives("including") + "(?![\\p{L}-])");
    private static final Pattern DETERMINERS =
            Pattern.compile("(?iu)^(?:" + AskCues.alternatives("determiners") + "(?![\\p{L}-])\\s*)+");
    private static final Pattern ASIDE =
            Pattern.compile("(?iu)(?:in th|in light|to th|there|as a|as n|where a|inter a|further|also|accordingly)");
    private static final Pattern BETWEEN =
            Pattern.compile("(?<=^| )(?:and/or|and|or|as well as)(?= |$)|/|(?<=\\p{L})[—–](?=\\p{L})");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern CLAUSE_WORDS =
            Pattern.compile("(?<![\\p{L}-])" + AskCues.alternatives("clause-words") + "(?![\\p{L}-])");
    private static final Set<String> VAGUE = AskCues.of("vague");
    private static final Set<String> NOUNS = AskCues.of("actors");
    private static final Set<String> NOT_NAMES = AskCues.of("not-names");
    private static final int MOST_WORDS = 4;
    private static final int LONGEST_NAME = 80;

    private final String words;
    private final List<Actor> known;
    private final Function<String, Optional<String>> called;

    /**
     * In the words of a passage.
     *
     * @param known everybody whom the passage names and the graph knows, from left to right
     * @param called the cell of whom the graph knows by a name in any of its forms
     */
    NamedActors(String words, List<Actor> known, Function<String, Optional<String>> called) {
        this.words = words;
        this.known = List.copyOf(known);
        this.called = called;
    }

    /** Who is named in a part of the passage that begins with a noun phrase, behind commas as well; in no other part. */
    List<Actor> at(int from, int to) {
        String first = words.substring(from, to).strip().replaceFirst(",.*", "");
        return isSkipped(first) && !ASIDE.matcher(first).lookingAt() ? List.of() : in(from, to);
    }

    /** Who is named in a part of the passage as what it is about, behind words that tell when or how as well. */
    List<Actor> in(int from, int end) {
        int to = end;
        while (to > from && ".;:!? ".indexOf(words.charAt(to - 1)) >= 0) {
            to--;
        }
        List<Actor> found = new ArrayList<>();
        boolean open = true;
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || (words.charAt(i) == ',' && !isInside(i))) {
                String segment = words.substring(start, i).strip();
                boolean skipped = isSkipped(segment);
                if (!skipped && open) {
                    List<Actor> here = segment(start, i);
                    // What is not somebody ends the list of those who are.
                    open = !here.isEmpty() || found.isEmpty() || segment.isEmpty();
                    found.addAll(here);
                }
                start = i + 1;
            }
        }
        return found.stream().distinct().toList();
    }

    /** Whom a pronoun means: the first who is named in a part of the passage, or all. */
    List<Actor> before(int from, int to, boolean all) {
        List<Actor> named = known.stream()
                .filter(actor -> actor.start() >= from && actor.end() <= to)
                .filter(actor -> !all || actor.acts())
                .toList();
        return new ArrayList<>(all ? named : named.subList(0, Math.min(1, named.size())));
    }

    /** The bodies that are named in a part of the passage, wherever they stand. */
    List<Actor> bodies(int from, int to) {
        return known.stream()
                .filter(actor -> actor.isBody() && actor.start() >= from && actor.end() <= to)
                .toList();
    }

    /** Whether a part between commas says how, and names nobody. */
    static boolean isSkipped(String segment) {
        return !INCLUDING.matcher(segment).lookingAt()
                && SKIPPED.matcher(segment).matches();
    }

    private boolean isInside(int place) {
        return known.stream().anyMatch(actor -> actor.start() < place && place < actor.end())
                || words.substring(0, place).lastIndexOf('(')
                        > words.substring(0, place).lastIndexOf(')');
    }

    private List<Actor> segment(int from, int to) {
        int end = end(from, to);
        List<Actor> found = new ArrayList<>();
        Matcher between = BETWEEN.matcher(words).region(from, end);
        List<int[]> parts = new ArrayList<>();
        int start = from;
        while (between.find()) {
            if (!isInside(between.start())) {
                parts.add(new int[] {start, between.start()});
                start = between.end();
            }
        }
        parts.add(new int[] {start, end});
        for (int i = 0; i < parts.size(); i++) {
            Optional<Actor> actor = part(parts.get(i)[0], parts.get(i)[1], to);
            if (actor.isEmpty() && i + 1 < parts.size()) {
                actor = sharedHead(parts.get(i), parts.get(i + 1));
            }
            if (actor.isEmpty() && i > 0) {
                actor = sharedAdjective(parts.get(i - 1), parts.get(i));
            }
            if (actor.isEmpty() && found.isEmpty() && !isBare(parts.get(i))) {
                return List.of();
            }
            actor.ifPresent(found::add);
        }
        return found;
    }

    /** Where the noun phrase ends: before the first word that begins something else. */
    private int end(int from, int to) {
        String phrase = words.substring(from, to);
        int begins = from + phrase.length() - phrase.stripLeading().length();
        Matcher determiners = DETERMINERS.matcher(words).region(begins, to);
        Matcher ends = ENDS.matcher(words).region(determiners.lookingAt() ? determiners.end() : begins, to);
        while (ends.find()) {
            if (!isInside(ends.start())) {
                return ends.start();
            }
        }
        return to;
    }

    private boolean isBare(int[] part) {
        String left = bare(words.substring(part[0], part[1]));
        return left.isEmpty()
                || (left.split(" ", -1).length <= MOST_WORDS && left.chars().noneMatch(c -> c == '.'));
    }

    private static String bare(String part) {
        return DETERMINERS
                .matcher(IN_BRACKETS.matcher(part).replaceAll("").strip())
                .replaceFirst("")
                .strip();
    }

    /** The one whom a part names: the last of those known in it, if nothing but adjectives stands before it, and no noun behind. */
    private Optional<Actor> part(int from, int to, int most) {
        String part = bare(words.substring(from, to));
        if (part.isEmpty()
                || CLAUSE_WORDS.matcher(part).find()
                || NOT_NAMES.contains(part.split(" ", -1)[0].toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Optional<Actor> named = known.stream()
                .filter(actor -> actor.start() >= from && actor.end() <= to)
                .filter(actor -> bare(words.substring(actor.end(), to)).isEmpty())
                .filter(actor -> bare(words.substring(from, actor.start())).split(" ", -1).length <= MOST_WORDS)
                .min(Comparator.comparingInt(Actor::start));
        if (named.isPresent()) {
            return named;
        }
        String[] all = part.split(" ", -1);
        String noun = Words.singular(all[all.length - 1].toLowerCase(Locale.ROOT));
        if (!NOUNS.contains(noun) || all.length > MOST_WORDS + 2) {
            return Optional.empty();
        }
        int start = words.indexOf(part, from);
        for (int i = 0; i < all.length; i++) {
            String name = String.join(" ", List.of(all).subList(i, all.length));
            Optional<String> cell = called.apply(name);
            if (cell.isPresent()) {
                return Optional.of(Actor.group(Math.max(start, from), to, cell.get(), name));
            }
        }
        String name = all.length > 1 || !VAGUE.contains(noun) ? part : withMore(part, to, most);
        return name.equals(part) && all.length == 1 && VAGUE.contains(noun)
                ? Optional.empty()
                : Optional.of(Actor.group(Math.max(start, from), to, "", name));
    }

    /** "The organizations responsible for essential tasks": a noun that says too little by itself. */
    private String withMore(String noun, int to, int most) {
        String more = words.substring(to, most).strip();
        return more.matches("(?:responsible|concerned|in|with|of|from|that|who)\\b.*") && more.length() <= LONGEST_NAME
                ? noun + " " + more
                : noun;
    }

    /** "International and regional organizations": the first of two that share a noun. */
    private Optional<Actor> sharedHead(int[] part, int[] next) {
        String first = bare(words.substring(part[0], part[1]));
        String[] second = bare(words.substring(next[0], next[1])).split(" ", -1);
        if (first.isEmpty() || first.split(" ", -1).length > 2 || second.length < 2) {
            return Optional.empty();
        }
        String name = first + " " + String.join(" ", List.of(second).subList(1, second.length));
        return called.apply(name).map(cell -> Actor.group(part[0], part[1], cell, name));
    }

    /** "Multilateral banks and institutions": the second of two that share what stands before the noun. */
    private Optional<Actor> sharedAdjective(int[] before, int[] part) {
        String[] first = bare(words.substring(before[0], before[1])).split(" ", -1);
        String noun = bare(words.substring(part[0], part[1]));
        if (first.length < 2 || !VAGUE.contains(Words.singular(noun.toLowerCase(Locale.ROOT)))) {
            return Optional.empty();
        }
        String name = first[0] + " " + noun;
        return Optional.of(Actor.group(part[0], part[1], called.apply(name).orElse(""), name));
    }
}
