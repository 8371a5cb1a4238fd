package org.genevagraph.page.editor;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.NodeFactory;
import org.genevagraph.page.Labels;
import org.genevagraph.page.Language;
import org.genevagraph.page.Messages;
import org.genevagraph.query.guard.Limits;
import org.genevagraph.vocabulary.Prefixes;

/**
 * The page of the SPARQL editor.
 *
 * @param text the query in it
 * @param given whether the request gave the query or named it; otherwise it is the one that everyone begins with
 * @param name what the query is called; empty if nobody says
 * @param refused the endpoints that the query calls and this server may not call
 * @param examples the examples
 * @param limits the limits under which queries are asked
 */
public record EditorPage(
        String text, boolean given, String name, List<String> refused, Examples examples, Limits limits) {
    /** Where prefixes, terms and examples stand, for the editor. */
    public static final String VOCABULARY = "/sparql/vocabulary.json";

    /** The prefixes that a new query begins with. */
    public static final String PROLOGUE = List.of("gg", "rdf", "rdfs", "skos").stream()
            .map(prefix -> "PREFIX " + prefix + ": <" + Prefixes.ALL.get(prefix) + ">\n")
            .collect(Collectors.joining());

    private static final String FIRST = PROLOGUE + """

            # %s
            SELECT ?partner ?name ?passage WHERE {
              ?statement rdf:subject <https://w3id.org/geneva-graph/id/organisation/gcsp> ;
                rdf:predicate gg:partnerOf ;
                rdf:object ?partner ;
                gg:evidence ?passage .
              ?partner rdfs:label ?name .
            }
            ORDER BY ?name ?passage""";

    /** The query that everyone begins with, in a language. */
    public static String first(Language language) {
        return FIRST.formatted(Messages.text(language, "sparql.first"));
    }

    public EditorPage {
        refused = List.copyOf(refused);
    }

    /** Those of the examples that call other endpoints, or those that call none. */
    public List<Examples.Example> examples(boolean calling) {
        return examples.all().stream()
                .filter(example -> example.calls().isEmpty() != calling)
                .toList();
    }

    /** What the editor completes and offers, as JSON whose words are in a language. */
    public static JsonObject json(
            Vocabulary vocabulary, Examples examples, Labels labels, Language language, String version) {
        JsonObject prefixes = new JsonObject();
        vocabulary.prefixes().entrySet().stream()
                .sorted((one, other) -> one.getKey().compareTo(other.getKey()))
                .forEach(entry -> prefixes.put(entry.getKey(), entry.getValue()));
        JsonArray terms = new JsonArray();
        for (Vocabulary.Term term : vocabulary.terms()) {
            terms.add(JsonBuilder.create()
                    .startObject()
                    .pair("iri", term.iri())
                    .pair("type", term.isClass() ? "class" : "property")
                    .pair("label", term.label().isEmpty() ? "" : labels.of(NodeFactory.createURI(term.iri()), language))
                    .pair("definition", labels.text(term.definition(), language).words())
                    .pair("uses", term.uses())
                    .finishObject()
                    .build());
        }
        JsonArray queries = new JsonArray();
        for (Examples.Example example : examples.all()) {
            JsonArray calls = new JsonArray();
            example.calls().forEach(calls::add);
            queries.add(JsonBuilder.create()
                    .startObject()
                    .pair("name", example.name())
                    .pair("question", example.question(language))
                    .pair("query", example.text())
                    .pair("calls", calls)
                    .finishObject()
                    .build());
        }
        JsonObject json = new JsonObject();
        json.put("version", version);
        json.put("prefixes", prefixes);
        json.put("terms", terms);
        json.put("examples", queries);
        return json;
    }
}
