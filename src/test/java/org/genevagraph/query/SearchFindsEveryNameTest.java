package org.genevagraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.genevagraph.Mini;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.query.search.SearchAnswer;
import org.genevagraph.query.search.SearchHit;
import org.genevagraph.query.search.SearchIndex;
import org.genevagraph.query.search.SearchRequest;
import org.genevagraph.vocabulary.GG;
import org.genevagraph.vocabulary.Iris;
import org.junit.jupiter.api.Test;

/** The search finds each thing by each of its names, acronyms, French names and identifiers, however they are punctuated; first if no other is called so. */
class SearchFindsEveryNameTest {
    private static final Graph GRAPH = Mini.realSnapshot().dataset().getDefaultGraph();
    private static final ThingIndex THINGS = ThingIndex.of(GRAPH);
    private static final SearchIndex SEARCH = SearchIndex.of(GRAPH, THINGS);
    private static final List<String> KINDS = SearchIndex.KINDS;

    private static Map<String, Set<String>> names() {
        Map<String, Set<String>> names = new TreeMap<>();
        THINGS.names().forEach((thing, all) -> {
            if (ParameterType.THING
                    .kinds()
                    .contains(Iris.parse(thing.getURI()).orElseThrow().kind())) {
                Set<String> its = names.computeIfAbsent(thing.getURI(), any -> new TreeSet<>(all));
                ThingIndex.identifiers(GRAPH, thing).map(Node::getURI).forEach(its::add);
            }
        });
        return names;
    }

    private static Set<String> punctuated(String name) {
        if (name.matches("https?://.*")) {
            return new LinkedHashSet<>(List.of(name, name.replaceFirst("^https", "http")));
        }
        Set<String> all = new LinkedHashSet<>(List.of(
                name, name.replace('-', '\u2013'), name.replace("'", "’"), name.replace("’", "'"), "\"" + name + "\""));
        if (name.matches("[A-Z]{2,6}")) {
            all.add(name.replaceAll("(.)", "$1."));
        }
        all.removeIf(spelling -> spelling.length() > SearchRequest.MOST_CHARACTERS);
        return all;
    }

    private static Stream<String> lost(String thing, String name) {
        try {
            SearchAnswer answer = SEARCH.search(SearchRequest.of(Map.of("q", name, "limit", "100")));
            List<String> found =
                    answer.hits().stream().map(hit -> hit.thing().iri()).toList();
            boolean alone = THINGS.meant(name, KINDS)
                    .filter(meant -> meant.getURI().equals(thing))
                    .isPresent();
            boolean right = alone ? found.indexOf(thing) == 0 : found.contains(thing);
            return right
                    ? Stream.empty()
                    : Stream.of(name + " → " + found.stream().limit(2).toList() + ", not " + thing);
        } catch (Refusal refusal) {
            return Stream.of(name + " → " + refusal.getMessage());
        }
    }

    @Test
    void everyNameFindsItsThing() {
        Map<String, Set<String>> names = names();
        List<Map.Entry<String, String>> asked = names.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .flatMap(name -> punctuated(name).stream())
                        .distinct()
                        .map(name -> Map.entry(entry.getKey(), name)))
                .toList();
        assertTrue(asked.size() > 5_000, "asked: " + asked.size());
        List<String> lost = asked.parallelStream()
                .flatMap(one -> lost(one.getKey(), one.getValue()))
                .collect(Collectors.toList());
        assertEquals(List.of(), lost.stream().limit(400).toList(), lost.size() + " of " + asked.size());
    }

    /** CyberPeace Institute is found by "peace institute", too. */
    @Test
    void everyPartOfACompoundFindsItsThing() throws Refusal {
        List<String> lost = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<String, Set<String>> entry : names().entrySet()) {
            for (String name : entry.getValue()) {
                String last = name.replaceFirst("^.*?\\p{Ll}(?=\\p{Lu}\\p{Ll}{2})", "");
                if (!last.equals(name) && !name.contains("://") && name.length() < SearchRequest.MOST_CHARACTERS) {
                    asked++;
                    SearchAnswer answer = SEARCH.search(SearchRequest.of(Map.of("q", last, "limit", "100")));
                    if (answer.hits().stream()
                            .noneMatch(hit -> hit.thing().iri().equals(entry.getKey()))) {
                        lost.add(last + " → not " + entry.getKey());
                    }
                }
            }
        }
        assertEquals(List.of(), lost);
        assertTrue(asked > 10, "asked: " + asked);
    }

    private static Set<String> said(Node thing, String language, List<Node> properties) {
        return properties.stream()
                .flatMap(property -> GRAPH.stream(thing, property, Node.ANY))
                .map(triple -> triple.getObject())
                .filter(text -> text.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .collect(Collectors.toSet());
    }

    @Test
    void everyThingIsToldInTheLanguageOfItsReader() throws Refusal {
        List<Node> describing = List.of(GG.summary, SKOS.definition.asNode(), GG.topic);
        List<String> wrong = new ArrayList<>();
        int told = 0;
        for (String iri : names().keySet()) {
            SearchHit.Thing thing = SEARCH.search(SearchRequest.of(Map.of("q", iri)))
                    .hits()
                    .get(0)
                    .thing();
            for (String language : List.of("en", "fr")) {
                Set<String> labels = said(NodeFactory.createURI(iri), language, List.of(SKOS.prefLabel.asNode()));
                Set<String> descriptions = said(NodeFactory.createURI(iri), language, describing);
                told += descriptions.size();
                if ((!labels.isEmpty() && !labels.contains(thing.label(language)))
                        || (!descriptions.isEmpty() && !descriptions.contains(thing.description(language)))) {
                    wrong.add(
                            language + " " + iri + ": " + thing.label(language) + " – " + thing.description(language));
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(told > 1_000, "described: " + told);
    }
}
