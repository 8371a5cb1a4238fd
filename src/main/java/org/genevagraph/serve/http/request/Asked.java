package org.genevagraph.serve.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.names.ThingIndex;

/** What a picture is asked to show: things by any of their names, and words from a choice. A parameter left empty says nothing. */
public final class Asked {
    private final Map<String, String> given;
    private final ThingIndex things;

    private Asked(Map<String, String> given, ThingIndex things) {
        this.given = given;
        this.things = things;
    }

    /**
     * Reads a request.
     *
     * @param known the parameters that can be given; others are passed over
     * @throws Refusal if one is given more than once
     */
    public static Asked of(HttpServletRequest request, ThingIndex things, List<String> known) throws Refusal {
        return new Asked(Parameters.of(request, known), things);
    }

    /**
     * The thing that is meant by the parameter that is called like its kind.
     *
     * @throws Refusal if nothing or more than one thing is called so
     */
    public Optional<Node> thing(String kind) throws Refusal {
        String text = given.getOrDefault(kind, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(things.find(text, List.of(kind)));
        } catch (Refusal e) {
            // Of a picture's parameter even an unknown thing is a bad request: the picture itself is there.
            throw e.asChoice(kind);
        }
    }

    /**
     * The word that a parameter chooses, the first if it says nothing.
     *
     * @throws Refusal if it is none of the words
     */
    public String choice(String name, List<String> words) throws Refusal {
        String word = given.getOrDefault(name, "").strip();
        if (word.isEmpty()) {
            return words.get(0);
        }
        if (!words.contains(word)) {
            throw Refusal.noneOf(
                    Refusal.Reason.BAD_REQUEST,
                    name + ": '" + word + "' is not a choice",
                    name,
                    word,
                    words.stream().filter(choice -> !choice.isEmpty()).toList(),
                    "choose one of");
        }
        return word;
    }
}
