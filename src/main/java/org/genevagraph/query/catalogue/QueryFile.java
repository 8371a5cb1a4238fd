package org.genevagraph.query.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.genevagraph.query.catalogue.header.LookedAt;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.QueryWords;
import org.genevagraph.query.catalogue.header.Views;
import org.genevagraph.query.federation.ServicePatterns;

/**
 * A canned query: a file of SPARQL with a header that says what it is.
 *
 * @param file how to call the file when talking to people
 * @param name the name by which it is asked: the file's name without its ending
 * @param tags words under which it is found
 * @param parameters what it wants to know
 * @param lookedAt what an empty answer has looked at
 * @param words what it says in each language, by the language's tag
 * @param rows the search whose rows take the place of a table in the query, such as {@code connections}; empty if there is none
 * @param views what its rows can be besides a table
 * @param followUps what is asked besides when there is no answer
 * @param text the whole file
 * @param query the query in it
 */
public record QueryFile(
        String file,
        String name,
        List<String> tags,
        List<Parameter> parameters,
        LookedAt lookedAt,
        Map<String, QueryWords> words,
        String rows,
        Views views,
        List<FollowUp> followUps,
        String text,
        Query query) {
    public QueryFile {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
        followUps = List.copyOf(followUps);
    }

    QueryFile with(List<FollowUp> resolved) {
        return new QueryFile(file, name, tags, parameters, lookedAt, words, rows, views, resolved, text, query);
    }

    /** The parameter of this name. */
    public Optional<Parameter> parameter(String wanted) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(wanted))
                .findFirst();
    }

    /** What its parameters are, in words. */
    public String parametersTold() {
        return switch (parameters.size()) {
            case 0 -> "it has none";
            case 1 -> "its one parameter is " + parameters.get(0).name();
            default ->
                "its parameters are " + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        };
    }

    /**
     * Parameters as they were given, each under its own name in place of another one by which it is also taken. What is given under both
     * names stays, so that it is refused.
     */
    public <V> Map<String, V> named(Map<String, V> given) {
        Map<String, V> named = new LinkedHashMap<>(given);
        for (Parameter parameter : parameters) {
            for (String other : parameter.also()) {
                if (named.containsKey(other) && !named.containsKey(parameter.name())) {
                    named.put(parameter.name(), named.remove(other));
                }
            }
        }
        return named;
    }

    /** What it says in the language of this tag; in English if it does not speak it. */
    public QueryWords words(String language) {
        return words.getOrDefault(language, words.get("en"));
    }

    /** What sentences that it makes of English names are in the language of this tag; in English the same, with the names as sentences have them. */
    public Map<String, String> phrases(String language) {
        return words.containsKey(language) && !language.equals("en")
                ? words.get(language).phrases()
                : words.values().stream()
                        .flatMap(other -> other.phrases().keySet().stream())
                        .distinct()
                        .collect(Collectors.toMap(
                                phrase -> phrase, phrase -> phrase, (one, same) -> one, LinkedHashMap::new));
    }

    /** What it answers, in one line of English. */
    public String summary() {
        return words("en").summary();
    }

    /** More about it, in English; may be empty. */
    public String description() {
        return words("en").description();
    }

    /** The other endpoints that it calls, by the addresses that stand in it; none for a canned query. */
    public List<String> endpoints() {
        return ServicePatterns.endpoints(query);
    }

    /** The question as an English sentence, with {@code {a}} where the parameter a is filled in. */
    public String ask() {
        return words("en").ask();
    }
}
