package org.genevagraph.page.questions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.page.Language;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.search.GuideIndex;

/** The choices of a question that readers make in their own words: "which goal has most commitments" counts goals. */
final class Choices {
    private Choices() {}

    /** What a reader says when they make a choice. */
    private record Saying(String choice, String words) {
        /** Whether another choice is made in all of these words and more: "government departments" are no governments. */
        boolean isPartOf(Saying other) {
            return !choice.equals(other.choice) && GuideIndex.says(other.words, words);
        }
    }

    /** What a text chooses, by parameter; nothing where it says none of the choices, or more than one. */
    static Map<Parameter, Node> said(QueryFile query, String text) {
        Map<Parameter, Node> said = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            List<Saying> sayings = parameter.choices().stream()
                    .flatMap(choice -> sayings(query, parameter, choice))
                    .filter(saying -> GuideIndex.says(text, saying.words()))
                    .toList();
            List<String> chosen = sayings.stream()
                    .filter(saying -> sayings.stream().noneMatch(saying::isPartOf))
                    .map(Saying::choice)
                    .distinct()
                    .toList();
            if (chosen.size() == 1 && !chosen.get(0).equals(parameter.defaultValue())) {
                said.put(parameter, NodeFactory.createLiteralString(chosen.get(0)));
            }
        }
        return said;
    }

    private static Stream<Saying> sayings(QueryFile query, Parameter parameter, String choice) {
        return Stream.of(Language.values())
                .flatMap(language -> query.words(language.tag()).saying(parameter.name(), choice))
                .map(words -> new Saying(choice, words));
    }
}
