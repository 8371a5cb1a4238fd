package org.genevagraph.proof;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.snapshot.Snapshot;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;
import org.genevagraph.vocabulary.TableWords;

/**
 * Words that the tables or the ontology say and nobody has put into another language, where there is a table of translations into it. Pages show them in
 * English.
 *
 * @param language the tag of the language
 * @param words the words
 * @param place the table and line in which they stand first, such as {@code data/organisations.csv:12}; the folder of the ontology for its words
 */
public record Untranslated(String language, String words, String place) {
    private static final String ONTOLOGY = "ontology";

    /** All of them, by language and words. */
    public static List<Untranslated> of(Snapshot snapshot) {
        Graph graph = snapshot.dataset().getDefaultGraph();
        Map<String, Set<String>> translated = translated(graph);
        Map<String, String> places = places(snapshot, graph);
        return translated.entrySet().stream()
                .flatMap(language -> places.entrySet().stream()
                        .filter(said -> !language.getValue().contains(said.getKey()))
                        .map(said -> new Untranslated(language.getKey(), said.getKey(), said.getValue())))
                .toList();
    }

    @Override
    public String toString() {
        return place + ": '" + words + "' is not in " + language;
    }

    /** The English words that are translated into each language. */
    private static Map<String, Set<String>> translated(Graph graph) {
        Map<String, Set<String>> translated = new TreeMap<>();
        graph.stream(Node.ANY, GG.wording, Node.ANY)
                .filter(triple -> !Literals.isEnglish(triple.getObject()))
                .forEach(triple -> graph.stream(triple.getSubject(), GG.wording, Node.ANY)
                        .map(Triple::getObject)
                        .filter(Literals::isEnglish)
                        .forEach(english -> translated
                                .computeIfAbsent(triple.getObject().getLiteralLanguage(), any -> new TreeSet<>())
                                .add(english.getLiteralLexicalForm())));
        return translated;
    }

    /** Where words stand that pages show: those of notes to programs are not looked at. */
    private static Map<String, String> places(Snapshot snapshot, Graph graph) {
        Map<Node, String> rows = snapshot.places();
        Map<String, String> places = new TreeMap<>();
        for (Node property : TableWords.PROPERTIES) {
            graph.stream(Node.ANY, property, Node.ANY)
                    .filter(triple -> triple.getObject().getLiteralLanguage().equals(Literals.ENGLISH))
                    .filter(triple -> rows.containsKey(triple.getSubject()) && hasKind(graph, triple.getSubject()))
                    .forEach(triple -> places.merge(
                            triple.getObject().getLiteralLexicalForm(),
                            rows.get(triple.getSubject()),
                            (one, other) -> Comparator.<String>naturalOrder().compare(one, other) <= 0 ? one : other));
        }
        snapshot.dataset().getGraph(Iris.graph(ONTOLOGY)).stream(Node.ANY, SKOS.definition.asNode(), Node.ANY)
                .forEach(triple -> places.putIfAbsent(triple.getObject().getLiteralLexicalForm(), ONTOLOGY));
        return places;
    }

    private static boolean hasKind(Graph graph, Node thing) {
        return graph.stream(thing, RDF.type.asNode(), Node.ANY)
                .anyMatch(type -> graph.contains(type.getObject(), GG.kindName, Node.ANY));
    }
}
