package org.genevagraph.page;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.Iris;

/** What things, concepts and terms of the ontology are called in each language: English everywhere, another where the data have a name in it. */
public final class Labels {
    private final Map<Node, String> english = new HashMap<>();
    private final Map<Language, Map<Node, String>> others = new HashMap<>();

    private Labels() {}

    /** Reads the names from a snapshot. */
    public static Labels of(Snapshot snapshot) {
        Labels labels = new Labels();
        Graph graph = snapshot.dataset().getDefaultGraph();
        graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .forEach(triple -> labels.english.put(
                        triple.getSubject(), triple.getObject().getLiteralLexicalForm()));
        graph.stream(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .forEach(triple -> Language.of(triple.getObject().getLiteralLanguage())
                        .ifPresent(language -> labels.others
                                .computeIfAbsent(language, any -> new HashMap<>())
                                .put(triple.getSubject(), triple.getObject().getLiteralLexicalForm())));
        PassageNames passages = new PassageNames(graph);
        passages.passages().toList().forEach(passage -> {
            labels.english.put(passage, passages.of(passage, Language.EN));
            for (Language language : Language.values()) {
                labels.others
                        .computeIfAbsent(language, any -> new HashMap<>())
                        .put(passage, passages.of(passage, language));
            }
        });
        return labels;
    }

    /** The name of a thing in a language, in English if it has none there; what its IRI ends with if it has none at all. */
    public String of(Node thing, Language language) {
        String name = others.getOrDefault(language, Map.of()).get(thing);
        return name != null ? name : english.getOrDefault(thing, ending(thing));
    }

    /** Whether a thing has a name in this very language. */
    public boolean has(Node thing, Language language) {
        return others.getOrDefault(language, Map.of()).containsKey(thing);
    }

    private static String ending(Node thing) {
        if (!thing.isURI()) {
            return thing.isLiteral() ? thing.getLiteralLexicalForm() : thing.toString();
        }
        return Iris.parse(thing.getURI()).map(Iris.Id::slug).orElse(thing.getURI());
    }
}
