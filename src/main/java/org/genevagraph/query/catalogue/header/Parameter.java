package org.genevagraph.query.catalogue.header;

import java.util.List;
import org.apache.jena.sparql.core.Var;

/**
 * A parameter of a canned query; the variable of that name takes its value, with an underscore for a hyphen.
 *
 * @param name its name
 * @param type what it can be; a thing if it can be of several kinds
 * @param kinds the kinds of thing that it can be, an earlier one preferred; empty if it is no thing
 * @param required whether the query cannot be asked without it
 * @param defaultValue what it is if nobody says; empty if it is then left open
 * @param help what it is for, in one line
 * @param example a value that gives an answer
 * @param choices the words from which a choice is made; empty for other types
 * @param otherThan the parameter that must not have the same value; empty if there is none
 * @param notBefore the parameter that must not be a later day; empty if there is none
 * @param also other names under which it is taken, such as earlier ones; they are shown nowhere
 */
public record Parameter(
        String name,
        ParameterType type,
        List<String> kinds,
        boolean required,
        String defaultValue,
        String help,
        String example,
        List<String> choices,
        String otherThan,
        String notBefore,
        List<String> also) {
    public Parameter {
        kinds = List.copyOf(kinds);
        choices = List.copyOf(choices);
        also = List.copyOf(also);
    }

    /** What it can be, in words: {@code organisation or initiative}. */
    public String label() {
        return kinds.isEmpty() || kinds.equals(type.kinds()) ? type.label() : String.join(" or ", kinds);
    }

    /** Whether somebody has to say it. */
    public boolean isNeeded() {
        return required && defaultValue.isEmpty();
    }

    /** The variable of the query that takes its value; SPARQL has no hyphens there. */
    public Var variable() {
        return Var.alloc(name.replace('-', '_'));
    }
}
