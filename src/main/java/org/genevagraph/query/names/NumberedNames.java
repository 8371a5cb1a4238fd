package org.genevagraph.query.names;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.genevagraph.vocabulary.Literals;

/** What is numbered is called by the name of its class, too: goal 9, Action Line C7, line 7, "Obj. 3". */
final class NumberedNames {
    private static final String PASSAGE = "passage";

    /** The letter of a code, which goes without saying. */
    private static final Pattern LETTER = Pattern.compile("^[A-Z](?=\\d+$)");

    private NumberedNames() {}

    /** Things that have a number or a code, with what they are called by it; passages have names of their own. */
    static Map<Node, Set<String>> of(Graph graph) {
        return of(graph, false);
    }

    /** The same by heads that are the whole name of another class: goal 9 is an "objectif 9" where no objective can be meant. */
    static Map<Node, Set<String>> byHeads(Graph graph) {
        return of(graph, true);
    }

    private static Map<Node, Set<String>> of(Graph graph, boolean heads) {
        Map<String, Set<String>> words = words(graph, heads);
        Map<Node, Set<String>> names = new LinkedHashMap<>();
        for (Node property : List.of(GG.number, GG.code)) {
            graph.stream(Node.ANY, property, Node.ANY).forEach(triple -> {
                String code = triple.getObject().getLiteralLexicalForm();
                for (String word : words.getOrDefault(kind(triple.getSubject()), Set.of())) {
                    Set<String> its = names.computeIfAbsent(triple.getSubject(), any -> new LinkedHashSet<>());
                    its.add(word + " " + code);
                    its.add(word + " " + LETTER.matcher(code).replaceFirst(""));
                }
            });
        }
        return names;
    }

    private static String kind(Node thing) {
        String kind = thing.isURI() ? Iris.kind(thing.getURI()) : "";
        return kind.equals(PASSAGE) ? "" : kind;
    }

    /** What can stand before the number of a thing, by the kind of thing. */
    private static Map<String, Set<String>> words(Graph graph, boolean heads) {
        Set<String> whole = graph.stream(Node.ANY, GG.kindName, Node.ANY)
                .flatMap(kind -> graph.stream(kind.getSubject(), SKOS.prefLabel.asNode(), Node.ANY))
                .map(label -> label.getObject().getLiteralLexicalForm())
                .collect(Collectors.toSet());
        Map<String, Set<String>> words = new HashMap<>();
        graph.stream(Node.ANY, GG.kindName, Node.ANY).forEach(kind -> {
            Set<String> forms =
                    words.computeIfAbsent(kind.getObject().getLiteralLexicalForm(), key -> new LinkedHashSet<>());
            for (Node property : List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())) {
                graph.stream(kind.getSubject(), property, Node.ANY)
                        .map(Triple::getObject)
                        .forEach(label -> {
                            String head = head(label);
                            if (!heads) {
                                forms.add(label.getLiteralLexicalForm());
                            }
                            if (whole.contains(head) == heads) {
                                forms.add(head);
                            }
                        });
            }
            if (!heads) {
                // What people write before a number only: "Obj. 3".
                graph.stream(kind.getSubject(), SKOS.hiddenLabel.asNode(), Node.ANY)
                        .forEach(label -> forms.add(label.getObject().getLiteralLexicalForm()));
            }
        });
        return words;
    }

    /** The head of a name stands at its end in English, at its beginning in French. */
    private static String head(Node label) {
        String name = label.getLiteralLexicalForm();
        return Literals.isEnglish(label) ? name.replaceFirst(".* ", "") : name.replaceFirst(" .*", "");
    }
}
