package org.genevagraph.query.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a search found.
 *
 * @param request what was asked
 * @param total how many things were found, on all pages together
 * @param hits this page of them, best first
 * @param nearest if nothing was found: the things that are named within the words, or else those with the nearest names
 * @param unknown if several words found nothing: those of them that stand nowhere
 * @param elsewhere if nothing of the wanted kind was found: how many things of other kinds would be
 */
public record SearchAnswer(
        SearchRequest request,
        int total,
        List<SearchHit> hits,
        List<SearchHit.Thing> nearest,
        List<String> unknown,
        int elsewhere) {
    public SearchAnswer {
        unknown = List.copyOf(unknown);
        hits = List.copyOf(hits);
        nearest = List.copyOf(nearest);
    }

    /** Whether there is any word in what was asked for. */
    public boolean hasWords() {
        return SearchWords.ofQuestion(request.text()).size() > 0;
    }

    /** That nothing was found, as a sentence; empty if something was. */
    public String silence() {
        if (total > 0) {
            return "";
        }
        if (!hasWords()) {
            return "There is no word in '" + request.text() + "'.";
        }
        String subject = request.kind().isEmpty() ? "Nothing" : "No " + request.kind();
        String others = elsewhere == 0 ? "" : "; of other kinds there are " + elsewhere;
        return subject + " is called or described by '" + request.text() + "'" + others + ".";
    }

    /** {@link #silence()} and what to ask instead; empty if something was found. */
    public String note() {
        if (total > 0) {
            return "";
        }
        String names = nearest.stream().map(SearchHit.Thing::label).collect(Collectors.joining(", "));
        String nowhere =
                unknown.isEmpty() ? "" : " These words stand nowhere here: " + String.join(", ", unknown) + ".";
        return silence()
                + nowhere
                + (names.isEmpty() ? " Try fewer words, or another name." : " Did you mean " + names + "?");
    }
}
