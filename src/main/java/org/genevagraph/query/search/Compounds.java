package org.genevagraph.query.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that the graph writes as one, with a hyphen or apart – multistakeholder, multi-stakeholder, multi stakeholder –, so that it makes no
 * difference which of these a reader types.
 */
final class Compounds {
    /** All words, without their plurals, too. */
    private final Set<String> words = new HashSet<>();

    /** The parts of what somewhere is written in two, by what it is in one piece. */
    private final Map<String, List<String>> parts = new HashMap<>();

    private Compounds() {}

    /** The compounds of the texts by which things are found. */
    static Compounds of(List<Searched> things) {
        Compounds compounds = new Compounds();
        Map<String, List<String>> pairs = new HashMap<>();
        things.stream()
                .flatMap(thing -> thing.texts().values().stream())
                .flatMap(List::stream)
                .distinct()
                .forEach(text -> compounds.read(text, pairs));
        pairs.forEach((joined, two) -> {
            if (compounds.words.contains(joined)) {
                compounds.parts.putIfAbsent(joined, two);
            }
        });
        return compounds;
    }

    private void read(String text, Map<String, List<String>> pairs) {
        SearchWords read = SearchWords.of(text);
        read.words().forEach(word -> words.addAll(word.forms()));
        for (int i = 0; i + 1 < read.size(); i++) {
            SearchWords.Word one = read.words().get(i);
            SearchWords.Word other = read.words().get(i + 1);
            if (isPart(one, read) && isPart(other, read)) {
                pairs.putIfAbsent(one.text() + other.text(), List.of(one.text(), other.text()));
            }
        }
        for (String hyphenated : SearchWords.hyphenated(text)) {
            List<SearchWords.Word> two = SearchWords.of(hyphenated).words();
            if (two.size() == 2) {
                String joined = two.get(0).text() + two.get(1).text();
                words.addAll(SearchWords.of(joined).words().get(0).forms());
                parts.putIfAbsent(
                        joined, two.stream().map(SearchWords.Word::text).toList());
            }
        }
    }

    /** Of two words that only stand beside each other, each must be one by itself: "in formation" is none. */
    private static boolean isPart(SearchWords.Word word, SearchWords text) {
        return word.text().length() > 1
                && text.mustHave(word)
                && word.text().codePoints().allMatch(Character::isLetter);
    }

    /** A question with each compound in one piece, which knows its parts. */
    SearchWords in(SearchWords asked) {
        List<SearchWords.Word> read = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            SearchWords.Word word = asked.words().get(i);
            SearchWords.Word next = i + 1 < asked.size() ? asked.words().get(i + 1) : null;
            if (next != null && isCompound(word, next, asked)) {
                read.add(SearchWords.of(word.text() + next.text())
                        .words()
                        .get(0)
                        .apart(List.of(word.text(), next.text())));
                i++;
            } else {
                read.add(word.forms().stream()
                        .filter(parts::containsKey)
                        .findFirst()
                        .map(form -> word.apart(parts.get(form)))
                        .orElse(word));
            }
        }
        return new SearchWords(read);
    }

    private boolean isCompound(SearchWords.Word one, SearchWords.Word other, SearchWords asked) {
        List<SearchWords.Word> joined =
                SearchWords.of(one.text() + other.text()).words();
        if (joined.size() != 1) {
            return false;
        }
        List<String> forms = joined.get(0).forms();
        return forms.stream().anyMatch(parts::containsKey)
                || (isPart(one, asked) && isPart(other, asked) && forms.stream().anyMatch(words::contains));
    }
}
