package org.genevagraph.page.questions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.ParameterValues;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.QueryWords;

/**
 * A canned query as a sentence to fill in.
 *
 * @param query the query
 * @param words what it says in the page's language
 * @param sentence the question, in pieces
 * @param further the fields that do not stand in the sentence
 * @param example the question with the values of its examples; its path is empty if there is nothing to fill in
 */
public record AskForm(QueryFile query, QueryWords words, List<Piece> sentence, List<Field> further, Link example) {
    public AskForm {
        sentence = List.copyOf(sentence);
        further = List.copyOf(further);
    }

    /**
     * A piece of a sentence.
     *
     * @param text its words; empty if it is a field
     * @param field what is to be filled in there; null if it is words
     */
    public record Piece(String text, Field field) {}

    /** A form with nothing filled in but what is usual. */
    public static AskForm of(QueryFile query, Site site, PickLists lists) {
        return of(query, Map.of(), Map.of(), site, lists);
    }

    /** A form with the values of an answer. */
    public static AskForm answered(QueryFile query, Map<String, Node> values, Site site, PickLists lists) {
        Map<String, String> given = new LinkedHashMap<>();
        query.parameters().stream()
                .filter(parameter -> values.containsKey(parameter.name()))
                .forEach(parameter -> given.put(
                        parameter.name(),
                        lists.name(values.get(parameter.name()), parameter.kinds(), site.language())));
        return of(query, given, Map.of(), site, lists);
    }

    /** A form that is filled in in part, with the values as they were written; what they name has its name there. */
    public static AskForm begun(QueryFile query, Map<String, String> given, Site site, PickLists lists) {
        Map<String, String> named = new LinkedHashMap<>(given);
        query.parameters()
                .forEach(parameter -> named.computeIfPresent(
                        parameter.name(),
                        (name, value) -> lists.thing(value, parameter.kinds())
                                .map(thing -> lists.name(thing, parameter.kinds(), site.language()))
                                .orElse(value)));
        return of(query, named, Map.of(), site, lists);
    }

    /** A form as it was filled in when it was refused, with what is wrong beside each field. */
    public static AskForm refused(
            QueryFile query,
            Map<String, String> given,
            Refusal.Fault first,
            ParameterValues parameters,
            Site site,
            PickLists lists) {
        Map<String, Refusal.Fault> faults = new LinkedHashMap<>();
        faults.put(first.parameter(), first);
        parameters
                .faults(query, given)
                .forEach((name, refusal) -> refusal.fault().ifPresent(fault -> faults.put(name, fault)));
        return of(query, query.named(given), faults, site, lists);
    }

    /**
     * A form as somebody filled it in.
     *
     * @param given the values as they were written
     * @param faults what is wrong with them, by the parameter's name
     */
    public static AskForm of(
            QueryFile query, Map<String, String> given, Map<String, Refusal.Fault> faults, Site site, PickLists lists) {
        QueryWords words = query.words(site.language().tag());
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            fields.put(
                    parameter.name(),
                    Field.of(query, parameter, given, faults.get(parameter.name()), words, site, lists));
        }
        List<Piece> sentence = new ArrayList<>();
        Matcher place = QueryWords.PLACE.matcher(words.ask());
        int end = 0;
        while (place.find()) {
            sentence.add(new Piece(words.ask().substring(end, place.start()), null));
            sentence.add(new Piece("", fields.remove(place.group(1))));
            end = place.end();
        }
        sentence.add(new Piece(words.ask().substring(end), null));
        return new AskForm(query, words, sentence, List.copyOf(fields.values()), example(query, words, site, lists));
    }

    private static Link example(QueryFile query, QueryWords words, Site site, PickLists lists) {
        Map<String, String> names = new LinkedHashMap<>();
        String parameters = query.parameters().stream()
                .map(parameter -> {
                    names.put(
                            parameter.name(),
                            lists.thing(parameter.example(), parameter.kinds())
                                    .map(thing -> lists.spoken(thing, site))
                                    .orElse(parameter.example()));
                    return parameter.name() + "=" + Paths.encoded(parameter.example());
                })
                .collect(Collectors.joining("&"));
        return new Link(
                site.agreed(QueryWords.filled(words.ask(), names)),
                parameters.isEmpty() ? "" : path(query) + "?" + parameters);
    }

    /** A question as a sentence with the values in it; what is left open is told as such. */
    public static String asked(QueryFile query, Map<String, Node> values, Site site, PickLists lists) {
        QueryWords words = query.words(site.language().tag());
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> open = new HashSet<>();
        for (Parameter parameter : query.parameters()) {
            Node value = values.getOrDefault(parameter.name(), instead(query, words, parameter, values));
            if (value == null && !parameter.isNeeded()) {
                open.add(parameter.name());
            }
            names.put(
                    parameter.name(),
                    value != null
                            ? said(words, parameter, value, site, lists)
                            : parameter.isNeeded() ? "…" : Field.any(parameter, site));
        }
        return site.agreed(QueryWords.filled(words.ask(open, values), names));
    }

    /** A value as the question says it: a date and a choice in words, a thing by its name. */
    private static String said(QueryWords words, Parameter parameter, Node value, Site site, PickLists lists) {
        return switch (parameter.type()) {
            case DATE -> site.language().dayInSentence(value.getLiteralLexicalForm());
            case CHOICE -> words.choice(parameter.name(), value.getLiteralLexicalForm());
            default -> lists.spoken(value, site);
        };
    }

    /** What stands in the place of a parameter that is left open: the value of one of its kinds that has no place in the sentence; null if none has. */
    private static Node instead(QueryFile query, QueryWords words, Parameter open, Map<String, Node> values) {
        return query.parameters().stream()
                .filter(other -> !words.ask().contains("{" + other.name() + "}"))
                .filter(other -> !other.kinds().isEmpty() && open.kinds().containsAll(other.kinds()))
                .map(other -> values.get(other.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Where it stands. */
    public String path() {
        return path(query);
    }

    /** Where the form of a query stands. */
    static String path(QueryFile query) {
        return "/queries/" + query.name();
    }

    /** All its fields, those of the sentence first. */
    public List<Field> fields() {
        List<Field> all = new ArrayList<>();
        sentence.stream().filter(piece -> piece.field() != null).forEach(piece -> all.add(piece.field()));
        all.addAll(further);
        return all;
    }
}
