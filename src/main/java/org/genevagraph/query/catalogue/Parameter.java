package org.genevagraph.query.catalogue;

import java.util.List;
import org.apache.jena.sparql.core.Var;

/**
 * A parameter of a canned query; the variable of that name takes its value, with an underscore for a hyphen.
 *
 * @param name its name
 * @param type what it can be
 * @param required whether the query cannot be asked without it
 * @param defaultValue what it is if nobody says; empty if it is then left open
 * @param help what it is for, in one line
 * @param example a value that gives an answer
 * @param choices the words from which a choice is made; empty for other types
 */
public record Parameter(
        String name,
        ParameterType type,
        boolean required,
        String defaultValue,
        String help,
        String example,
        List<String> choices) {
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** The variable of the query that takes its value; SPARQL has no hyphens there. */
    public Var variable() {
        return Var.alloc(name.replace('-', '_'));
    }
}
