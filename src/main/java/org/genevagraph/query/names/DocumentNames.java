package org.genevagraph.query.names;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.vocabulary.GG;

/** What documents are called by what they are about or by their symbols: "GCSP profile", "General Assembly resolution 56/183". */
final class DocumentNames {
    private static final String RESOLUTION = "A/RES/";

    /** What the General Assembly's resolutions are called, with and without it. */
    private static final List<String> RESOLUTIONS = List.of(
            "resolution %s",
            "UN resolution %s",
            "GA resolution %s",
            "UNGA resolution %s",
            "General Assembly resolution %s",
            "UN General Assembly resolution %s",
            "résolution %s de l’AG",
            "résolution %s de l’Assemblée générale",
            "résolution %s de l’Assemblée générale des Nations Unies");

    private static final Pattern SHORTENED = Pattern.compile("r[eé]solution");

    private DocumentNames() {}

    /** A text about an organisation is called its profile: "GCSP profile", "Profil GCSP"; one about two by both, with a stroke between them. */
    static Map<Node, Set<String>> ofProfiles(Graph graph) {
        Map<Node, Set<Node>> profiled = new HashMap<>();
        graph.stream(Node.ANY, GG.profiledIn, Node.ANY)
                .forEach(triple -> profiled.computeIfAbsent(
                                triple.getObject(), any -> new TreeSet<>(Comparator.comparing(Node::getURI)))
                        .add(triple.getSubject()));
        Map<Node, Set<String>> profiles = new LinkedHashMap<>();
        profiled.forEach((document, organisations) -> {
            List<List<String>> names = organisations.stream()
                    .map(organisation -> Stream.of(GG.acronym, SKOS.prefLabel.asNode())
                            .flatMap(property -> graph.stream(organisation, property, Node.ANY))
                            .map(triple -> triple.getObject().getLiteralLexicalForm())
                            .sorted(Comparator.comparing(String::length).thenComparing(name -> name))
                            .toList())
                    .toList();
            Stream<String> called = names.size() == 1
                    ? names.get(0).stream()
                    : Stream.of(names.stream().map(all -> all.get(0)).collect(Collectors.joining("/")));
            profiles.put(
                    document,
                    called.flatMap(name -> Stream.of(name + " profile", "Profil " + name))
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        });
        return profiles;
    }

    /** Resolutions with whose they are before or behind their number. */
    static Map<Node, Set<String>> ofResolutions(Graph graph) {
        Map<Node, Set<String>> resolutions = new LinkedHashMap<>();
        graph.stream(Node.ANY, GG.symbol, Node.ANY).forEach(triple -> {
            String symbol = triple.getObject().getLiteralLexicalForm();
            if (symbol.startsWith(RESOLUTION)) {
                resolutions.put(
                        triple.getSubject(),
                        RESOLUTIONS.stream()
                                .map(called -> called.formatted(symbol.substring(RESOLUTION.length())))
                                .flatMap(called -> Stream.of(
                                        called, SHORTENED.matcher(called).replaceFirst("res")))
                                .collect(Collectors.toCollection(LinkedHashSet::new)));
            }
        });
        return resolutions;
    }
}
