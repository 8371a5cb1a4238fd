package org.genevagraph.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.genevagraph.problem.Nearest;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.names.ThingIndex;
import org.genevagraph.vocabulary.Literals;

/**
 * Reads the values of queries' parameters as people write them.
 *
 * @param things finds things by their names
 */
public record ParameterValues(ThingIndex things) {
    private static final int TEXT_CHARACTERS = 500;
    private static final int TITLE_CHARACTERS = 1000;

    /**
     * The values of a query's parameters, defaults included, as terms that stand in place of its variables.
     *
     * @throws Refusal if one is unknown, missing or not what it should be
     */
    public Map<String, Node> of(QueryFile query, Map<String, String> asked) throws Refusal {
        Map<String, String> given = query.named(asked);
        List<String> known = query.parameters().stream().map(Parameter::name).toList();
        for (String name : new TreeMap<>(given).keySet()) {
            if (!known.contains(name)) {
                throw bad(
                        query.name() + " has no parameter '" + name + "'",
                        Nearest.hint(name, known, query.parametersTold()));
            }
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            Optional<Node> value = value(query, parameter, given);
            if (value.isPresent() && value.get().equals(values.get(parameter.otherThan()))) {
                throw wrong(
                        parameter.name(),
                        Refusal.Wrong.REPEATED,
                        parameter.otherThan() + " and " + parameter.name() + " are the same",
                        "name two things");
            }
            Node earliest = values.get(parameter.notBefore());
            if (value.isPresent()
                    && earliest != null
                    && Literals.isBefore(value.get().getLiteralLexicalForm(), earliest.getLiteralLexicalForm())) {
                throw wrong(
                        parameter.name(),
                        Refusal.Wrong.REVERSED,
                        parameter.name() + " is before " + parameter.notBefore(),
                        "swap the two");
            }
            value.ifPresent(found -> values.put(parameter.name(), found));
        }
        return values;
    }

    /** Everything that is wrong with the values of a query's parameters, by the parameter's name, in their order. */
    public Map<String, Refusal> faults(QueryFile query, Map<String, String> asked) {
        Map<String, String> given = query.named(asked);
        Map<String, Refusal> faults = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            try {
                value(query, parameter, given);
            } catch (Refusal refusal) {
                faults.put(parameter.name(), refusal);
            }
        }
        return faults;
    }

    private Optional<Node> value(QueryFile query, Parameter parameter, Map<String, String> given) throws Refusal {
        String text = given.getOrDefault(parameter.name(), "").strip();
        if (text.isEmpty()) {
            text = parameter.defaultValue();
        }
        if (text.isEmpty() && parameter.required()) {
            throw wrong(
                    parameter.name(),
                    Refusal.Wrong.MISSING,
                    query.name() + " needs the parameter " + parameter.name() + ": " + parameter.help(),
                    "for example " + parameter.name() + "=" + parameter.example());
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(value(parameter, text));
    }

    private Node value(Parameter parameter, String text) throws Refusal {
        if (parameter.type() != ParameterType.TEXT
                && parameter.kinds().isEmpty()
                && text.length() > Nearest.MOST_CHARACTERS) {
            throw tooLong(parameter, text, Nearest.MOST_CHARACTERS);
        }
        try {
            return switch (parameter.type()) {
                case TEXT -> text(parameter, text);
                case INTEGER -> Literals.integer(text);
                case YEAR -> Literals.year(text);
                case DATE -> Literals.date(text);
                case CHOICE -> choice(parameter, text);
                default -> thing(parameter, text);
            };
        } catch (IllegalArgumentException e) {
            throw wrong(
                    parameter.name(),
                    Refusal.Wrong.MALFORMED,
                    parameter.name() + ": " + e.getMessage(),
                    "for example " + parameter.name() + "=" + parameter.example());
        }
    }

    private Node thing(Parameter parameter, String text) throws Refusal {
        try {
            return things.find(text, parameter.kinds());
        } catch (Refusal e) {
            // Of a query's parameter even an unknown thing is a bad request: the query itself was found.
            Refusal.Fault fault = e.fault().orElseThrow();
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    parameter.name() + ": " + e.getMessage(),
                    e.fix(),
                    new Refusal.Fault(parameter.name(), fault.wrong(), fault.instead()));
        }
    }

    /** The most characters that the value of a parameter can have; of things also the longest title counts as a name. */
    public static int mostCharacters(Parameter parameter) {
        if (!parameter.kinds().isEmpty()) {
            return TITLE_CHARACTERS;
        }
        return parameter.type() == ParameterType.TEXT ? TEXT_CHARACTERS : Nearest.MOST_CHARACTERS;
    }

    private static Node text(Parameter parameter, String text) throws Refusal {
        if (text.length() > TEXT_CHARACTERS) {
            throw tooLong(parameter, text, TEXT_CHARACTERS);
        }
        return Literals.text(text);
    }

    private static Refusal tooLong(Parameter parameter, String text, int most) {
        return wrong(
                parameter.name(),
                Refusal.Wrong.MALFORMED,
                parameter.name() + ": has " + text.length() + " characters",
                "use at most " + most);
    }

    private static Node choice(Parameter parameter, String text) throws Refusal {
        if (!parameter.choices().contains(text)) {
            throw wrong(
                    parameter.name(),
                    Refusal.Wrong.MALFORMED,
                    parameter.name() + ": '" + text + "' is not a choice",
                    "choose one of " + String.join(", ", parameter.choices()));
        }
        return Literals.text(text);
    }

    private static Refusal bad(String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix);
    }

    static Refusal wrong(String parameter, Refusal.Wrong wrong, String cause, String fix) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, cause, fix, new Refusal.Fault(parameter, wrong, List.of()));
    }
}
