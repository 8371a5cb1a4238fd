package org.genevagraph.page.questions;

import java.util.LinkedHashMap;
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

    /** What a text chooses, by parameter; nothing where it says none of the choices, or more than one. */
    static Map<Parameter, Node> said(QueryFile query, String text) {
        Map<Parameter, Node> said = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            var chosen = parameter.choices().stream()
                    .filter(choice -> Stream.of(Language.values())
                            .anyMatch(language -> GuideIndex.says(
                                    text, query.words(language.tag()).choice(parameter.name(), choice))))
                    .toList();
            if (chosen.size() == 1 && !chosen.get(0).equals(parameter.defaultValue())) {
                said.put(parameter, NodeFactory.createLiteralString(chosen.get(0)));
            }
        }
        return said;
    }
}
