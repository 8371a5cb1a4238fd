package org.genevagraph.text.amend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genevagraph.text.amend.Misfit.Kind;

/** Finds out where the terms of one passage no longer fit once they are replaced. */
final class MisfitFinder {
    private static final int WORDS_BETWEEN = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern END_OF_CLAUSE = Pattern.compile("[.,;:!?()]");
    private static final Pattern NEXT_WORD = Pattern.compile("\\s+(\\p{L}+)");
    private static final Pattern ACRONYM_BEHIND = Pattern.compile("\\s*\\((\\p{Lu}{2,})s?\\)");
    private static final Pattern OPENED = Pattern.compile("\\s*\\([\\p{Pi}\"']?");
    private static final Pattern CLOSED = Pattern.compile("[\\p{Pf}\"']?\\)");
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with");
    private static final int SHORTEST_SPLIT_TERM = 3;
    private static final String WORD_BETWEEN = "[\\p{L}\\p{N}'\u2019-]+" + TermFinder.BLANKS;
    private static final Pattern JOINED_BEHIND = Pattern.compile(TermFinder.HYPHEN + WORD);
    private static final Pattern JOINED_BEFORE = Pattern.compile(WORD + TermFinder.HYPHEN + "$");

    private final List<Replacement> replacements;
    private final String text;
    private final List<FoundTerm> found;
    private final Map<FoundTerm, List<Misfit>> misfits = new LinkedHashMap<>();

    MisfitFinder(List<Replacement> replacements, TermFinder finder, String text, List<FoundTerm> found) {
        this.replacements = replacements;
        this.text = text;
        this.found = found;
        List<TermFinder.Span> names = finder.names(text);
        found.forEach(term -> misfits.put(term, new ArrayList<>()));
        for (int i = 0; i < found.size(); i++) {
            name(found.get(i), names);
            acronymBehind(found.get(i));
            compound(found.get(i));
            senseless(found.get(i));
            article(found.get(i));
            if (i > 0) {
                explainsItself(found.get(i - 1), found.get(i));
            }
        }
        doubled();
        alike();
    }

    /** Why a term does not fit where it was found; none if it does. */
    List<Misfit> of(FoundTerm term) {
        return misfits.getOrDefault(term, List.of());
    }

    private void add(Kind kind, FoundTerm term, int from, int to) {
        misfits.get(term).add(new Misfit(kind, term.replacement().id(), original(from, to), amended(from, to)));
    }

    /** Words of the original; a term that the places cut is taken whole. */
    private String original(int from, int to) {
        return text.substring(widened(from, true), widened(to, false));
    }

    private int widened(int place, boolean toStart) {
        return found.stream()
                .filter(term -> term.start() < place && place < term.end())
                .findFirst()
                .map(term -> toStart ? term.start() : term.end())
                .orElse(place);
    }

    /** What the same words are after the replacement. */
    private String amended(int from, int to) {
        StringBuilder words = new StringBuilder();
        int copied = widened(from, true);
        int last = widened(to, false);
        for (FoundTerm term : found) {
            if (term.start() >= copied && term.end() <= last) {
                words.append(text.substring(copied, term.start())).append(term.amended());
                copied = term.end();
            }
        }
        return words.append(text.substring(copied, last)).toString();
    }

    private void name(FoundTerm term, List<TermFinder.Span> names) {
        names.stream()
                .filter(name -> name.holds(term.term(), term.end()))
                .findFirst()
                .ifPresent(name -> add(Kind.NAME, term, name.start(), name.end()));
    }

    /** "World Summit on the Information Society (WSIS)". */
    private void acronymBehind(FoundTerm term) {
        Matcher matcher = ACRONYM_BEHIND.matcher(text).region(term.end(), text.length());
        if (!matcher.lookingAt() || found.stream().anyMatch(other -> other.term() == matcher.start(1))) {
            return;
        }
        String acronym = matcher.group(1);
        List<MatchResult> words = WORD.matcher(text.substring(0, term.end()))
                .results()
                .filter(word -> !SMALL_WORDS.contains(word.group()))
                .toList();
        if (words.size() < acronym.length()) {
            return;
        }
        List<MatchResult> meant = words.subList(words.size() - acronym.length(), words.size());
        int from = meant.get(0).start();
        if (initials(meant.stream().map(MatchResult::group).toList()).equals(acronym)
                && !initials(wordsOf(amended(from, term.end()))).equals(acronym)) {
            add(Kind.ACRONYM, term, from, matcher.end());
        }
    }

    private static List<String> wordsOf(String words) {
        return WORD.matcher(words)
                .results()
                .map(MatchResult::group)
                .filter(word -> !SMALL_WORDS.contains(word))
                .toList();
    }

    private static String initials(List<String> words) {
        return words.stream()
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** "Information and Communication Technologies (ICTs)". */
    private void explainsItself(FoundTerm earlier, FoundTerm later) {
        Matcher closed = CLOSED.matcher(text).region(later.end(), text.length());
        if (earlier.replacement().equals(later.replacement())
                && closed.lookingAt()
                && OPENED.matcher(text.substring(earlier.end(), later.start())).matches()) {
            add(Kind.EXPLAINS_ITSELF, later, earlier.start(), closed.end());
        }
    }

    /** "ICT-based"; the hyphen after a prefix is gone and joins nothing. */
    private void compound(FoundTerm term) {
        Matcher behind = JOINED_BEHIND.matcher(text).region(term.end(), text.length());
        Matcher before = JOINED_BEFORE.matcher(text).region(0, term.start());
        if (behind.lookingAt()) {
            add(Kind.COMPOUND, term, term.term(), behind.end());
        } else if (before.find()) {
            add(Kind.COMPOUND, term, before.start(), term.end());
        }
    }

    /** "e-mail". */
    private void senseless(FoundTerm term) {
        for (String words : term.replacement().senseless()) {
            Matcher matcher = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?iu:" + TermFinder.wordsOf(words) + ")(?![\\p{L}\\p{N}])")
                    .matcher(text);
            while (matcher.find()) {
                if (matcher.start() <= term.term() && term.end() <= matcher.end()) {
                    add(Kind.SENSELESS, term, matcher.start(), matcher.end());
                    return;
                }
            }
        }
    }

    /** "an information society". */
    private void article(FoundTerm term) {
        if (term.hasArticle()) {
            add(Kind.ARTICLE, term, term.start(), term.end());
        }
    }

    /** "ICT applications and digital content". */
    private void doubled() {
        for (int i = 0; i < found.size(); i++) {
            FoundTerm term = found.get(i);
            int earliest = i == 0 ? 0 : found.get(i - 1).end();
            doubledBefore(term, earliest);
            if (misfits.get(term).stream().noneMatch(misfit -> misfit.kind() == Kind.DOUBLED)) {
                doubledBehind(term, i + 1 < found.size() ? found.get(i + 1) : null);
            }
        }
    }

    private void doubledBefore(FoundTerm term, int earliest) {
        List<MatchResult> words =
                WORD.matcher(text.substring(earliest, term.start())).results().toList();
        for (int back = 0; back <= WORDS_BETWEEN && back < words.size(); back++) {
            MatchResult word = words.get(words.size() - 1 - back);
            int start = earliest + word.start();
            if (END_OF_CLAUSE.matcher(text.substring(start, term.start())).find()) {
                return;
            }
            if (term.replacement().brings(word.group().toLowerCase(Locale.ROOT))) {
                add(Kind.DOUBLED, term, start, term.end());
                return;
            }
        }
    }

    private void doubledBehind(FoundTerm term, FoundTerm next) {
        List<MatchResult> words = WORD.matcher(text.substring(term.end()))
                .results()
                .limit(WORDS_BETWEEN + 1)
                .toList();
        int between = wordsOf(term.restOfWord()).size();
        for (MatchResult word : words) {
            int start = term.end() + word.start();
            int end = term.end() + word.end();
            if (between > WORDS_BETWEEN
                    || END_OF_CLAUSE.matcher(text.substring(term.end(), start)).find()) {
                return;
            }
            if (next != null && next.start() <= start) {
                boolean other = !next.replacement().equals(term.replacement());
                if (other
                        && wordsOf(next.instead().toLowerCase(Locale.ROOT)).stream()
                                .anyMatch(term.replacement()::brings)) {
                    add(Kind.DOUBLED, term, term.start(), next.end());
                }
                return;
            }
            if (term.replacement().brings(word.group().toLowerCase(Locale.ROOT))) {
                add(Kind.DOUBLED, term, term.start(), end);
                return;
            }
            between++;
        }
    }

    /** "e-strategies, including ICT strategies": a word that begins with one term and stands behind another; told once for each. */
    private void alike() {
        Map<String, FoundTerm> first = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (FoundTerm term : found) {
            String noun = noun(term);
            FoundTerm earlier = noun.isEmpty() ? null : first.putIfAbsent(noun, term);
            if (earlier != null
                    && !earlier.replacement().equals(term.replacement())
                    && !(earlier.rest().isEmpty() && term.rest().isEmpty())
                    && told.add(noun)) {
                misfits.get(term)
                        .add(new Misfit(
                                Kind.ALIKE,
                                term.replacement().id(),
                                withNoun(earlier, false) + " … " + withNoun(term, false),
                                withNoun(earlier, true) + " … " + withNoun(term, true)));
            }
        }
    }

    private int endOfNoun(FoundTerm term) {
        Matcher matcher = NEXT_WORD.matcher(text).region(term.end(), text.length());
        return term.rest().isEmpty() && matcher.lookingAt() ? matcher.end() : term.end();
    }

    private String noun(FoundTerm term) {
        String noun = term.rest().isEmpty() ? text.substring(term.end(), endOfNoun(term)) : term.rest();
        return noun.strip().toLowerCase(Locale.ROOT);
    }

    private String withNoun(FoundTerm term, boolean isAmended) {
        int end = endOfNoun(term);
        return isAmended ? amended(term.start(), end) : original(term.start(), end);
    }

    /**
     * "information and communication infrastructure and technologies": the last word of a term of three words or more may be parted
     * from the others by a list. Of shorter terms too little stands together to be sure.
     */
    List<Misfit> unreached() {
        List<Misfit> unreached = new ArrayList<>();
        for (Replacement replacement : replacements) {
            for (String form : replacement.allForms()) {
                if (form.split(" ", -1).length >= SHORTEST_SPLIT_TERM) {
                    Matcher matcher = split(form).matcher(text);
                    while (matcher.find()) {
                        unreached.add(new Misfit(Kind.SPLIT, replacement.id(), matcher.group(), matcher.group()));
                    }
                }
            }
        }
        return unreached;
    }

    private static Pattern split(String form) {
        int last = form.lastIndexOf(' ');
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?iu:"
                + TermFinder.wordsOf(form.substring(0, last))
                + TermFinder.BLANKS
                + "(?:" + WORD_BETWEEN + "){0,2}(?:and|or)" + TermFinder.BLANKS + "(?:" + WORD_BETWEEN + ")??"
                + Pattern.quote(form.substring(last + 1))
                + ")(?![\\p{L}\\p{N}])");
    }
}
